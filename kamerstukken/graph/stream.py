"""The graph of all letters as two streams, first nodes and then edges: no more than one letter is in memory at once.

What is remembered between them is the set of ids, so that an edge never leads to a node that is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kamerstukken.graph.kinds import LABEL_LENGTH, Edge, Node, Value
from kamerstukken.graph.letter import edges_of, own_nodes, paper, shared_nodes
from kamerstukken.model import Analysis, KnownPaper, Link
from kamerstukken.register import Register


class GraphStream:
    """The graph of a register (of its selection), or of some letters of it. Ask for `nodes` first, then for `edges`."""

    def __init__(self, register: Register, letters: Iterable[str] | None = None) -> None:
        self._register = register
        self._letters = tuple(letters) if letters is not None else None
        self._seen: set[str] = set()

    def nodes(self) -> Iterator[Node]:
        """Letters and acts in corpus order, then what they share, by id; each once."""
        shared: dict[str, Node] = {}
        for analysis, links in self._read():
            for each in own_nodes(analysis):
                if each.id not in self._seen:  # two versions of a letter hold the same act
                    self._seen.add(each.id)
                    yield each
            for each in shared_nodes(analysis, links):
                if each.id not in shared or each.values["type"] == "motie":
                    shared[each.id] = each
            for link in links:
                if link.paper:
                    shared.setdefault(link.paper, paper(link.paper))
        self._seen |= set(shared)
        known = self._register.records.papers()
        yield from (_titled(shared[id_], known.get(id_)) for id_ in sorted(shared))

    def edges(self) -> Iterator[Edge]:
        """The edges of each letter, in corpus order."""
        for analysis, links in self._read():
            for each in edges_of(analysis, links):
                if each.source in self._seen and each.target in self._seen:
                    yield each

    def _read(self) -> Iterator[tuple[Analysis, tuple[Link, ...]]]:
        letters = self._register.letter_ids() if self._letters is None else self._letters
        analyses = (
            self._register.analyses() if self._letters is None else map(self._register.analysis, letters)
        )
        for analysis in analyses:
            yield analysis, self._register.links.of_letters([analysis.document.id])


def _titled(node: Node, paper: KnownPaper | None) -> Node:
    """A paper with its title and its vote, where a catalogue knew them."""
    if paper is None:
        return node
    said: dict[str, Value] = {"label": f"{node.id}: {paper.title}"[:LABEL_LENGTH], "subject": paper.title}
    if paper.outcome:
        said["outcome"] = paper.outcome
    return Node(node.id, node.values | said)
