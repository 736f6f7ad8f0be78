"""kamerstukken trace: what a motion, a dossier, an act or a minister's promises led to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kamerstukken.graph import Subject, Trace
    from kamerstukken.register import Register

WIDE = 100_000
MANY = 12
"""How many subjects a message lists where several may be meant."""


def trace(
    subject: Annotated[
        str,
        typer.Argument(
            help="kst-34843-30, 'motie-Van Nispen', a dossier (34843), 'minister van VWS', an act's or a letter's id."
        ),
    ],
    on: Annotated[str | None, typer.Option(help="As things stood on this day (default: today).")] = None,
    register: Annotated[
        Path | None, typer.Option(help="The register (default: the newest in outputs/).")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many letters, the youngest.")] = 200,
    graph: Annotated[
        Path | None, typer.Option(help="Draw it: FILE.svg, .png, .pdf; or FILE.graphml, .gexf, .json.")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="Write it as a page that stands by itself.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
) -> None:
    """Follow a motion, dossier, act or minister through the letters, as a tree over time."""
    from kamerstukken.cli._linked import day_of, open_linked
    from kamerstukken.graph import trace as follow

    with open_linked(register) as opened:
        found = follow(opened, _meant(opened, subject), day_of(on, "--on"), limit=limit)
        _write(opened, found, graph, html)
    if json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        _show(found)


def _write(register: Register, found: Trace, graph: Path | None, html: Path | None) -> None:
    """The files that are asked for."""
    if graph is not None:
        from kamerstukken.graph.files import write_graph

        write_graph(register, found, graph)
    if html is not None:
        from kamerstukken.graph.page import write_page

        write_page(found, html)


def _show(found: Trace) -> None:
    from kamerstukken.cli._console import console
    from kamerstukken.cli._tree import render

    out = console()
    if not out.is_terminal:
        out.width = WIDE  # a tree is cut at the width: a file or a pipe gets whole lines
    out.print(render(found))


def _meant(register: Register, words: str) -> Subject:
    """The one thing that is meant. Raises BadInput where there is none, or more than one."""
    from kamerstukken.cli._console import one_line
    from kamerstukken.errors import BadInput
    from kamerstukken.graph import subjects

    found = subjects(register, words)
    if not found:  # 'Kamerstukken II 2022/23, 98 765, nr. 9'
        from kamerstukken.cite import cite_text

        ids = [id_ for reference in cite_text(words) for id_ in reference.ids]
        found = tuple(s for id_ in dict.fromkeys(ids) for s in subjects(register, id_))
    if not found:
        raise BadInput(
            f"{words}: no motion, paper, dossier, act, office or letter of that name in {register.path}"
        )
    if len(found) > 1:
        names = [f"  {s.id}  {one_line(s.label)}" for s in found[:MANY]]
        more = [f"  and {len(found) - MANY} more"] if len(found) > MANY else []
        raise BadInput("\n".join([f"{words}: {len(found)} may be meant; name one by its id:", *names, *more]))
    return found[0]
