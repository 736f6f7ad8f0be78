"""The report as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kamerstukken.export import beside
from kamerstukken.register import Register
from kamerstukken.report.gather import gather
from kamerstukken.report.page import render
from kamerstukken.report.pictures import pictures


def write_report(
    register: Register, path: Path, *, on: date | None = None, with_pictures: bool = True
) -> None:
    """Write the report on what is selected. `on` is the day of the stands; the newest letter's where None.

    Raises BadInput where the file cannot be written, RegisterError where the register cannot be read.
    """
    content = gather(register, path.absolute().parent, on)
    text = render(content, pictures(register, content) if with_pictures else ())
    with beside(path) as draft:
        draft.write_text(text, encoding="utf-8", newline="\n")
