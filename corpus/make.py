"""Sets the sample letters and writes their labels: `python corpus/make.py [--out FOLDER]`.

Reads `source/NAME.md` and `source/NAME.labels.toml`; writes `NAME.pdf`, `gold/NAME.json`, `links.json` and
`manifest.csv`. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from typeset.flow import Sheet, Unit, end_notes, note_lines, paginate, tighten, units_of
from typeset.kamerstuk import KamerstukLook
from typeset.labels import LabelError, block_of, labels_of
from typeset.ministry import HEIGHT, WIDTH, MinistryLook
from typeset.paper import Look, annex_starts, draw_sheet
from typeset.source import Part, Source, load

HERE = Path(__file__).resolve().parent
GROUPS = {"edges": "edge", "no_edges": "no_edge", "statuses": "status"}
"""Lists of links.json, and their tables in links.toml."""


def look_of(source: Source) -> Look:
    """The paper that a letter is set on, by the `layout` of its front matter."""
    return KamerstukLook(source) if source.meta["layout"] == "kst" else MinistryLook(source)


def units(source: Source, look: Look) -> list[Unit]:
    """The whole letter as units: salutation, blocks, closing, annex on a page of its own."""
    width = look.frame(1).width
    markers = {note.key: note.marker + (")" if _at_end(source) else "") for note in source.notes}
    annex = annex_starts(source.parts)
    out = look.opening(source)
    previous: Part | None = None
    for index, part in enumerate(source.parts):
        if index == annex:
            out += _closing(source, look)
        made = tighten(units_of(part, index, look.body, width, markers), previous, part)
        if index == annex:
            made = [Unit(0.0, new_page=True), *made]
        elif previous is not None and previous.kind == "item" != part.kind and not made[0].before:
            made = [_spaced(made[0], look), *made[1:]]
        out += made
        previous = part
    return out if annex is not None else out + _closing(source, look)


def _spaced(unit: Unit, look: Look) -> Unit:
    return Unit(unit.height, unit.pieces, unit.rules, look.body.leading, unit.keep, unit.part)


def _at_end(source: Source) -> bool:
    """Answers to written questions have their notes as a list under the last answer."""
    return bool(source.meta.get("notes") == "end")


def _closing(source: Source, look: Look) -> list[Unit]:
    """Notes that stand as a list, then the signature."""
    notes = end_notes(source, look.notes, look.frame(1).width) if _at_end(source) else []
    first, *rest = look.closing(source)
    return [*notes, _spaced(first, look) if not first.before else first, *rest]


def typeset(source: Source) -> tuple[bytes, list[Sheet]]:
    """The PDF's bytes, and the pages as filled."""
    look = look_of(source)
    width = look.frame(1).width
    sheets = paginate(units(source, look), look.frame, lambda key: note_lines(source, key, look.notes, width))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=1, lang="nl-NL", pageCompression=1)
    canvas.setTitle(source.meta["subject"])
    canvas.setSubject("Fictieve brief: personen, programma's en dossiers bestaan niet")
    canvas.setCreator("kamerstukken corpus")
    for sheet in sheets:
        if source.meta.get("furniture_last", False):
            draw_sheet(canvas, sheet, look.notes)
            look.furniture(canvas, source, sheet.number, len(sheets))
        else:
            look.furniture(canvas, source, sheet.number, len(sheets))
            draw_sheet(canvas, sheet, look.notes)
        canvas.showPage()
    canvas.save()
    return target.getvalue(), sheets


def links(sources: dict[str, Source], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Edges between letters, each end with its block. Raises LabelError where a quote is not in its letter."""
    out = []
    for row in rows:
        edge = dict(row)
        for end in ("from", "to", "of"):
            if isinstance(row.get(end), dict):
                source = sources[row[end]["letter"]]
                block = block_of(source, row[end]["quote"])
                edge[end] = {"letter": f"{source.stem}.pdf", "block": block, "quote": row[end]["quote"]}
        out.append(edge)
    return out


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def write_all(out: Path) -> int:
    """Write everything under `out`; gives the number of letters."""
    (out / "gold").mkdir(parents=True, exist_ok=True)
    sources = {path.stem: load(path) for path in sorted((HERE / "source").glob("*.md"))}
    manifest = []
    for stem, source in sources.items():
        data, sheets = typeset(source)
        (out / f"{stem}.pdf").write_bytes(data)
        labels = labels_of(source, sheets, hashlib.sha256(data).hexdigest())
        (out / "gold" / f"{stem}.json").write_text(_json(labels), encoding="utf-8", newline="\n")
        manifest.append(
            [f"{stem}.pdf", source.meta["date"], len(sheets), source.meta["subject"], source.meta["shows"]]
        )
    chain = HERE / "source" / "links.toml"
    edges = tomllib.loads(chain.read_text(encoding="utf-8"))
    groups = {name: links(sources, edges[key]) for name, key in GROUPS.items()}
    text = _json({"about": edges["about"], **groups})
    (out / "links.json").write_text(text, encoding="utf-8", newline="\n")
    with (out / "manifest.csv").open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerows([["file", "date", "pages", "title", "shows"], *manifest])
    return len(sources)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Set the sample letters and write their labels.")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to (default: corpus/)")
    try:
        print(f"{write_all(parser.parse_args().out)} letters")
    except (LabelError, ValueError, KeyError) as error:
        print(f"make.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
