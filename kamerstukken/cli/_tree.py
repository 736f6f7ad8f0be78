"""A trace for the terminal: a tree over time, each line with its page and its words."""

from __future__ import annotations

from rich.text import Text
from rich.tree import Tree

from kamerstukken.cli._console import one_line
from kamerstukken.graph import Line, Step, Trace
from kamerstukken.graph.story import deadline_of, headline, of_whom, said, stand_of, tail
from kamerstukken.model import Stand

COLOURS = {
    "open": "yellow", "deels": "cyan", "voldaan": "green", "verlopen": "red", "gewijzigd": "magenta",
    "vervallen": "bright_black", "onbekend": "bright_black",
}  # fmt: skip


def render(trace: Trace) -> Tree:
    """The whole tree."""
    tree = Tree(Text(one_line(headline(trace)), "bold"))
    if trace.left_out:
        tree.add(Text(f"{trace.left_out} oudere brieven niet getoond (--limit)", "dim"))
    for step in trace.steps:
        _add(tree, step, trace)
    return tree


def stand_text(stand: Stand | None) -> Text:
    """'voldaan' in its colour."""
    return Text(stand_of(stand), COLOURS.get(stand.status, "")) if stand else Text("")


def _add(tree: Tree, step: Step, trace: Trace) -> None:
    head = step.letter
    branch = tree.add(
        Text.assemble((head.date or "zonder datum", "bold"), "  ", one_line(head.subject or head.file))
    )
    branch.add(Text(one_line(f"{head.ministry or ''}  {head.file}".strip()), "dim"))
    shown = ""
    for line in step.lines:
        branch.add(_line(line, trace, with_quote=line.quote != shown))
        shown = line.quote


def _line(line: Line, trace: Trace, *, with_quote: bool) -> Text:
    text = Text()
    if line.act is not None:
        text += stand_text(line.stand)
        text.append(f"  {line.act.kind}  ", "dim")
        text.append(one_line(line.act.action), "bold")
        for part in (of_whom(line.act), deadline_of(line.act), tail(line, trace)):
            text.append(f" · {one_line(part)}" if part else "")
    elif line.link is not None:
        text.append(one_line(said(line.link, trace)), "cyan")
    else:
        text.append(f"noemt {', '.join(line.about)}")
    if with_quote:
        text.append(f"\n  p{line.page} “{one_line(line.quote)}”", "italic dim")
    return text
