"""The report's page: template, styles and scripts set into one file that allows nothing from elsewhere.

A Content Security Policy names each script and style by its hash, so nothing that a letter says can run, even where
it came through as markup. Values stand in the page as JSON, in which no '<' is left.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import msgspec
from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from kamerstukken.export import dutch_day
from kamerstukken.report.values import Content, Picture

STYLES = ("base.css", "parts.css", "print.css")
VENDOR = ("vendor/chart.min.js", "vendor/cytoscape.min.js")
SCRIPTS = (
    "words.js",
    "dom.js",
    "data.js",
    "charts.js",
    "filters.js",
    "table.js",
    "detail.js",
    "network.js",
    "start.js",
)
"""In order: each may use what stands before it."""

CYTOSCAPE_STYLE = ".__________cytoscape_container { position: relative; }"
"""What the graph's library would add to the page by itself, which the policy forbids; it finds it there."""

UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What ends a script or begins a comment, as JSON escapes."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Text of a script or style, safe to stand in the page, and its hash as a policy names it."""

    text: Markup
    hash: str


def render(content: Content, found: Iterable[Picture]) -> str:
    """The whole page."""
    scripts = [_inline(name) for name in (*VENDOR, *SCRIPTS)]
    styles = [_inline(name) for name in STYLES]
    graph_style = _hashed(CYTOSCAPE_STYLE)
    return str(
        _template().render(
            policy=_policy(scripts, [*styles, graph_style]),
            styles=styles,
            graph_style=graph_style,
            scripts=scripts,
            data=json_for_page(content),
            pictures=((picture.key, json_for_page(picture)) for picture in found),
            content=content,
            day=dutch_day(content.on),
        )
    )


def json_for_page(value: Any) -> Markup:
    """JSON that can stand in a script element whatever texts it holds."""
    text = msgspec.json.encode(value).decode()
    for sign, escape in UNSAFE.items():
        text = text.replace(sign, escape)
    return Markup(text)


def _policy(scripts: list[Inline], styles: list[Inline]) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(script.hash for script in scripts)}",
            f"style-src {' '.join(style.hash for style in styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


@cache
def _inline(name: str) -> Inline:
    return _hashed(_asset(name))


def _hashed(text: str) -> Inline:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Inline(Markup(text), f"'sha256-{digest}'")


def _asset(name: str) -> str:
    return (resources.files(__package__) / "assets" / name).read_text(encoding="utf-8")


@cache
def _template() -> Any:
    environment = Environment(
        loader=FunctionLoader(_asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip
    return environment.get_template("report.html.j2")
