"""Links over the labelled sample letters: what is proposed, how acts stand on a day, and that order does not matter."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from labelled import chain, fill, ids_at, letters

from kamerstukken.link import statuses, update
from kamerstukken.model import Analysis, Link
from kamerstukken.register import Register, SourceFile
from kamerstukken.register.decisions import Decisions, Step

LINKS = chain()
EDGES = [edge for edge in LINKS["edges"] if edge["type"] != "spawned"]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return fill(tmp_path_factory.mktemp("link") / "register.sqlite", letters())


def said_in(register: Register, end: dict[str, Any]) -> list[Link]:
    """The links whose sentence is the labelled one."""
    heads = {h.id: h.file for h in register.lookup.heads(register.letter_ids())}
    return [
        k for k in register.links.all()
        if heads[k.letter] == end["letter"] and k.block == end["block"]
        and (end["quote"] in k.quote or k.quote in end["quote"])
    ]  # fmt: skip


def thread(register: Register, ids: set[str]) -> set[str]:
    """Acts that say the same, by the links 'herhaling', and those whose place they took."""
    links = [k for k in register.links.all() if k.how in ("herhaling", "wijziging") and k.act]
    found = set(ids)
    while more := {i for k in links for i in (k.act, k.to) if i and {k.act, k.to} & found} - found:
        found |= more
    return found


@pytest.mark.parametrize(
    "edge", EDGES, ids=lambda e: f"{e['type']} {e.get('how', '')}: {e['from']['quote'][:50]}"
)
def test_every_labelled_link_is_proposed(register: Register, edge: dict[str, Any]) -> None:
    """The promise that is meant may be found in any letter that repeats it: what is said of one holds for all."""
    said = said_in(register, edge["from"])
    targets = {edge["to"]} if isinstance(edge["to"], str) else thread(register, ids_at(register, edge["to"]))
    how = edge.get("how", "nakoming")
    fitting = [k for k in said if k.to in targets and k.how == how]
    assert fitting, [(k.type, k.how, k.to_quote or k.to) for k in said]
    if how == "wijziging":
        assert (edge["old"], edge["new"]) in {(k.old, k.new) for k in fitting}
        assert all(k.is_slip for k in fitting)
    assert all(k.quote and k.page >= 1 and k.reason for k in fitting)
    if isinstance(edge["to"], dict):
        assert all(k.to_quote for k in fitting), "a proposal shows both sentences"


@pytest.mark.parametrize("edge", LINKS["no_edges"], ids=lambda e: e["why"][:60])
def test_a_false_friend_is_not_linked(register: Register, edge: dict[str, Any]) -> None:
    ends = ids_at(register, edge["from"]) | ids_at(register, edge["to"])
    assert not [k for k in register.links.all() if {k.act, k.to} == ends]
    to = ids_at(register, edge["to"])
    assert not [k for k in said_in(register, edge["from"]) if k.to in to]


@pytest.mark.parametrize(
    "row", LINKS["statuses"], ids=lambda r: f"{r['on']} {r['status']}: {r['of']['quote'][:50]}"
)
def test_an_act_stands_as_labelled_on_a_day(register: Register, row: dict[str, Any]) -> None:
    ids = ids_at(register, row["of"])
    stands = statuses(register, date.fromisoformat(row["on"]), ids)
    assert {s.status for s in stands.values()} == {row["status"]}
    assert all(s.on == row["on"] for s in stands.values())


def test_a_day_in_the_past_knows_nothing_of_later_letters(register: Register, tmp_path: Path) -> None:
    """The list of a day is the same before and after the letters that came later."""
    day = date(2023, 12, 1)
    early = tuple(a for a in letters() if (a.document.metadata.date or "") <= day.isoformat())
    before = fill(tmp_path / "register.sqlite", early)
    assert statuses(before, day) == statuses(register, day)


def test_all_stands_are_those_asked_for_one_by_one(register: Register) -> None:
    day = date(2024, 10, 1)
    whole = statuses(register, day)
    assert len(whole) > 100
    for id_ in list(whole)[::7]:
        assert statuses(register, day, [id_]) == {id_: whole[id_]}


def test_the_order_of_letters_does_not_matter(register: Register, tmp_path: Path) -> None:
    other = fill(tmp_path / "register.sqlite", letters()[::-1])
    assert list(other.links.all()) == list(register.links.all())
    assert register.links.stale() == 0


def test_letters_that_come_and_go_leave_the_same_links(register: Register, tmp_path: Path) -> None:
    """One by one, each linked as it comes; then one goes, and comes back."""
    mixed = letters()[::2] + letters()[1::2]
    other = fill(tmp_path / "register.sqlite", ())
    for analysis in mixed:
        name = analysis.document.file
        other.record(SourceFile(name, name), analysis, made_by="labels")
        update(other)
    gone = next(a for a in mixed if "uitstel" in a.document.file)
    source = SourceFile(gone.document.file, gone.document.file)
    other.forget([source])
    update(other)
    assert all(k.letter != gone.document.id and k.to_letter != gone.document.id for k in other.links.all())
    other.record(source, gone, made_by="labels")
    update(other)
    assert list(other.links.all()) == list(register.links.all())


def test_two_runs_at_once_leave_the_same_links(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    Register.writable(path).close()
    halves = (letters()[::2], letters()[1::2])
    errors: list[BaseException] = []

    def run(part: Any) -> None:
        try:
            fill(path, part).close()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(half,)) for half in halves]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert errors == []
    with Register.writable(path) as other:
        assert other.links.stale() == 0
        assert list(other.links.all()) == list(register.links.all())


def test_a_corrected_version_of_a_letter_keeps_ids_links_and_stands(
    register: Register, tmp_path: Path
) -> None:
    """Other bytes, the same sentences: what was said of its acts, and by them, holds for the new version."""
    other = fill(tmp_path / "register.sqlite", letters())
    old = next(a for a in letters() if "uitstel" in a.document.file)
    document = replace(old.document, sha256="f" * 64)
    acts = tuple(replace(act, letter=document.id) for act in old.commitments)
    cited = tuple(replace(c, letter=document.id) for c in old.citations)
    name = document.file
    other.record(SourceFile(name, name), Analysis(document, cited, acts), made_by="labels")
    update(other)
    day = date(2024, 10, 1)
    for id_ in (act.id for act in acts):
        assert statuses(other, day, [id_])[id_].status == statuses(register, day, [id_])[id_].status
    assert old.document.id not in other.letter_ids()
    assert {(k.act, k.how, k.to) for k in other.links.all() if k.type != "points"} == {
        (k.act, k.how, k.to) for k in register.links.all() if k.type != "points"
    }


def test_acts_that_reviewers_took_away_end_no_search(register: Register, tmp_path: Path) -> None:
    """Links still name a repeated act that was rejected: the search along repetitions must not ask for it for ever."""
    other = fill(tmp_path / "register.sqlite", letters())
    decisions = Decisions(other)
    repeated = {k.act for k in other.links.all() if k.how == "herhaling"} | {
        k.to for k in other.links.all() if k.how == "herhaling"
    }
    taken = 0
    for letter in other.letter_ids():
        for act in other.analysis(letter).commitments:
            if act.id in repeated and taken < 3:
                decisions.decide(Step("reject", letter, "Anna", (act.id,)))
                taken += 1
    assert taken == 3
    day = date(2024, 10, 1)
    stands = statuses(other, day)
    assert set(statuses(register, day)) - set(stands), "what was taken away does not stand any more"


def test_letters_are_called_again_in_the_transaction_in_which_one_was_done(tmp_path: Path) -> None:
    """A queue that held every letter holds them no more when one of them is done."""
    early, late = sorted(letters(), key=lambda a: a.document.metadata.date or "")[:2]
    with fill(tmp_path / "register.sqlite", (early, late)) as register:
        links = register.links
        assert links.stale() == 0
        with links.writing():
            for analysis in (early, late):
                links.offer(analysis.document.id, analysis.document.metadata.date or "", ["sleutel"], [])
            assert links.stale() == 2
            links.replace(late.document.id, [])
            links.offer(early.document.id, early.document.metadata.date or "", ["sleutel"], [])
            assert set(links.waiting(9)) == {early.document.id, late.document.id}
