"""A trace as one HTML page that needs nothing else: no script, no font, no address that is fetched."""

from __future__ import annotations

from pathlib import Path

from kamerstukken.errors import BadInput
from kamerstukken.graph.palette import STANDS
from kamerstukken.graph.story import deadline_of, headline, of_whom, said, stand_of, tail
from kamerstukken.graph.trace import Trace

TEMPLATE = "trace.html"


def page(trace: Trace) -> str:
    """The page; every word of a letter is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("kamerstukken.graph", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"of_whom": of_whom, "deadline": deadline_of, "stand": stand_of}
    template = environment.get_template(TEMPLATE)
    return template.render(
        trace=trace, headline=headline(trace), stands=STANDS, said=lambda link: said(link, trace),
        tail=lambda line: tail(line, trace),
    )  # fmt: skip


def write_page(trace: Trace, path: Path) -> None:
    """Write the page. Raises BadInput where the file cannot be written."""
    try:
        path.write_text(page(trace), encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{path}: cannot be written ({error.strerror}); name another file") from error
