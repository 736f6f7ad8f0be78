"""Writes docs/outputs.md from the contract in `kamerstukken.register.rows` (`make docs`); a test keeps it in step."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kamerstukken.register.columns import Column, columns
from kamerstukken.register.rows import (
    BlockRow,
    CitationRow,
    CommitmentRow,
    DocumentRow,
    FailureRow,
    FootnoteRow,
    MotionRow,
)

PAGE = Path(__file__).with_name("outputs.md")

HEAD = """\
# What comes out

<!-- Made by docs/make_outputs.py from kamerstukken/register/rows.py; change it there. -->

A run writes one folder. Everything in it is made from `register.sqlite`, and the same letters give the same bytes
(but for `run.json`, which knows the clock). Files are written beside their place and renamed, so a reader never
sees half a file. Rows stand in the order of the letters' file names, within a letter in reading order.

| file | holds |
|---|---|
| `documents.jsonl` | a row a letter: metadata, body in blocks, footnotes |
| `citations.jsonl` | a row a mention of an official paper |
| `commitments.jsonl` | a row an act: toezegging, maatregel or aanbeveling |
| `motions.jsonl` | a row a motion and an act that rests on it; motions without an act have a row too |
| `failures.jsonl` | a row a file that could not be read, with what can be done |
| `commitments.csv`, `motions.csv`, `citations.csv`, `documents.csv`, `failures.csv` | the same as tables: UTF-8, comma, every cell quoted, without what one cell cannot hold (blocks, footnotes, signatories, boxes) |
| `commitments.xlsx` | acts, motions with their acts, references, letters and failures as a workbook with Dutch headings, filters, colours and links |
| `graph.graphml` | the citation graph: letters, papers, motions, acts, ministries, bewindspersonen |
| `register.sqlite` | all of it, with full-text search; `kamerstukken.register.Register(path).commitments()` is a data frame |
| `run.json` | versions, recipe and its hash, counts, times, schema version |

[exports.md](exports.md) tells what else `kamerstukken export` can make of a register.

JSON Lines are UTF-8, a JSON object a line; what is not known is `null`, dates are ISO 8601.

**Offsets** (`start`, `end`, `anchor`) count characters in the letter's text: the `text` of its blocks, then of its
footnotes, joined by a blank line (`"\\n\\n"`). **Boxes** are objects with `page` (from 1), `x0`, `top`, `x1`, `bottom`
in points (1/72 inch) from the page's top left corner, one a line of print.

**Tables and formulas.** In CSV, a sign that a spreadsheet could take for the start of a formula (`=`, `+`, `-`, `@`, tab,
line end, at the start of a cell or right behind `;`, `,`, `|`, tab or a line end) has an apostrophe before it. Taking one
apostrophe away from each such place gives the text back to the character (`kamerstukken.export.unguarded`). The
workbook needs none of this: its cells are text by type. Lists are joined by `; ` in both.
"""

TABLES: tuple[tuple[str, type[msgspec.Struct]], ...] = (
    ("documents.jsonl", DocumentRow),
    ("blocks in documents.jsonl", BlockRow),
    ("footnotes in documents.jsonl", FootnoteRow),
    ("citations.jsonl", CitationRow),
    ("commitments.jsonl", CommitmentRow),
    ("motions.jsonl", MotionRow),
    ("failures.jsonl", FailureRow),
)

FOOT = """
## register.sqlite

One SQLite file, pleasant in Datasette; [register.md](register.md) describes it table by table.

```sql
-- What did a motion lead to?
SELECT letters.date, commitments.action, commitments.deadline_end, commitments.quote
FROM commitment_ids JOIN commitments ON commitments.letter = commitment_ids.letter AND commitments.n = commitment_ids.commitment
JOIN letters ON letters.id = commitments.letter
WHERE commitment_ids.id = 'kst-98765-21' AND role = 'motion' ORDER BY letters.date;
```

## graph.graphml

A directed multigraph. [graph.md](graph.md) says what its nodes and edges are; every edge has where it was read (`letter`,
`date`, `where`, `page`, `quote`).
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(map(_table, *zip(*TABLES, strict=True))) + FOOT


def _table(title: str, row: type[msgspec.Struct]) -> str:
    lines = [
        f"\n## {title}\n",
        f"{row.__doc__}\n",
        "| column | heading | type | meaning |",
        "|---|---|---|---|",
    ]
    lines += [f"| `{c.name}` | {c.title} | {_type(c)} | {_escaped(c.description)} |" for c in columns(row)]
    return "\n".join(lines) + "\n"


def _type(column: Column) -> str:
    kind = ", ".join(f"`{choice}`" for choice in column.choices) or column.type
    return f"{kind}; can be null" if column.nullable else kind


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
