"""The queue gives what was asked, every row once, in order; also when rows are decided between two pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_up import toy

from kamerstukken.errors import BadInput
from kamerstukken.model import Analysis, Commitment, Deadline
from kamerstukken.register import Register, SourceFile
from kamerstukken.register.decisions import Asked, Decisions, Judged, Queue, QueueRow, Step
from kamerstukken.register.decisions.papers import papers

LETTERS = {
    "a.pdf": ("Ministerie van Waterwegen", ("98765",), "Ik zal u over veren berichten.\nDe pont zal varen over kst-98765-3."),
    "b.pdf": ("Ministerie van Bomen", ("35300-XVI",), "De kade zal groeien.\nIk zal planten over kst-98765-3.\nHet zal bloeien."),
}  # fmt: skip


def letter(name: str) -> Analysis:
    ministry, dossiers, text = LETTERS[name]
    found = toy(text, name)
    meta = replace(found.document.metadata, ministry=ministry, dossiers=dossiers, subject=name)
    acts = tuple(
        replace(act, id=f"{name[0]}{n}", confidence=round(0.9 - 0.2 * n, 2), deadline=Deadline("x", None, f"2099-0{n + 1}-01") if n else None)
        for n, act in enumerate(found.commitments)
    )  # fmt: skip
    return Analysis(replace(found.document, metadata=meta), found.citations, acts)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Five rows; a0 accepted, a1 changed, b0 rejected, and one of the reviewer's own."""
    with Register.writable(tmp_path / "register.sqlite") as register:
        for name in LETTERS:
            register.record(SourceFile(name, name), letter(name), made_by="v1")
        decide(register, "accept", "a0", lambda act: (act,))
        decide(
            register,
            "edit",
            "a1",
            lambda act: (replace(act, kind="maatregel", motions=("kst-98765-9",), ids=("kst-98765-9",)),),
        )
        decide(register, "reject", "b0", lambda act: ())
        own = replace(letter("b.pdf").commitments[2], id="eigen", action="Eigen rij", confidence=1.0)
        Decisions(register).decide(Step("add", own.letter, "Anna", (), (own,)))
        yield register


def decide(
    register: Register, verb: str, row: str, now: Callable[[Commitment], tuple[Commitment, ...]]
) -> None:
    act = next(a for a in letter(f"{row[0]}.pdf").commitments if a.id == row)
    Decisions(register).decide(Step(verb, act.letter, "Anna", (row,), now(act)))  # type: ignore[arg-type]


ASKED = [
    (Asked(), "b1 b2", "what nobody judged"),
    (Asked(state="alle"), "a0 a1 b0 b1 b2 eigen", "all, what was taken away too"),
    (Asked(state="nagekeken"), "a0 a1 b0 eigen", "what was judged"),
    (Asked(state="afgewezen"), "b0", "what was taken away"),
    (Asked(state="nog eens kijken"), "", "nothing is in doubt"),
    (Asked(state="alle", ministry="bomen"), "b0 b1 b2 eigen", "a part of the ministry's name"),
    (Asked(state="alle", ministry="zee"), "", "no such ministry"),
    (Asked(state="alle", kind="maatregel"), "a1", "the kind as decided"),
    (Asked(state="alle", dossier="98765"), "a0 a1 b1", "the letter's dossier, or a paper in it"),
    (Asked(state="alle", dossier="35300"), "b0 b1 b2 eigen", "a dossier with its toevoegingen"),
    (Asked(state="alle", dossier="3530"), "", "not the beginning of a number"),
    (Asked(state="alle", motion="98765-9"), "a1", "a motion that a reviewer linked"),
    (Asked(state="alle", motion="kst-98765-3"), "a1 b1", "as found, or as decided"),
    (Asked(state="alle", motion="98765"), "a1 b1", "any motion of a dossier"),
    (Asked(state="alle", motion="98765-33"), "", "another number"),
    (Asked(state="alle", deadline="geen"), "a0 b0", "without a last day"),
    (Asked(state="alle", deadline="2099-03-01"), "a1 b1", "a last day before that day"),
    (Asked(state="alle", query="zal plant"), "b1", "the beginning of words"),
    (Asked(state="alle", query="eigen"), "eigen", "words that a reviewer wrote"),
    (Asked(state="alle", query='"*'), "", "signs that a search does not know"),
    (Asked(state="alle", letter=letter("a.pdf").document.id), "a0 a1", "one letter"),
]  # fmt: skip


@pytest.mark.parametrize("order", ["twijfel", "brief", "termijn"])
@pytest.mark.parametrize(("asked", "rows", "why"), ASKED)
def test_the_queue_gives_what_was_asked(
    register: Register, asked: Asked, rows: str, why: str, order: str
) -> None:
    asked = replace(asked, order=order)  # type: ignore[arg-type]
    queue = Queue(register)
    found = queue.page(asked)
    assert sorted(row.row for row in found) == rows.split(), why
    paged = list(pages(queue, asked, 2))
    assert paged == list(found), "in pages the same, each row once"
    if asked.state == "alle":
        assert queue.progress(asked).total == len(found)


def pages(queue: Queue, asked: Asked, size: int) -> Iterator[QueueRow]:
    after = ""
    while page := queue.page(asked, after=after, limit=size):
        yield from page
        after = page[-1].after


def test_orders(register: Register) -> None:
    queue = Queue(register)
    assert [r.row for r in queue.page(Asked(state="alle"))] == ["b2", "a1", "b1", "a0", "b0", "eigen"], (
        "doubtful first"
    )
    assert [r.row for r in queue.page(Asked(state="alle", order="brief"))][:2] == ["a0", "a1"]
    assert [r.row for r in queue.page(Asked(state="alle", order="termijn"))][-2:] == ["a0", "b0"], (
        "no day comes last"
    )


def test_rows_decided_meanwhile_do_not_shift_the_next_page(register: Register) -> None:
    queue = Queue(register)
    (first,) = queue.page(Asked(), limit=1)
    decide(register, "accept", first.row, lambda act: (act,))
    assert [row.row for row in queue.page(Asked(), after=first.after)] == ["b1"]


def test_progress_counts_what_a_person_need_not_look_at(register: Register) -> None:
    progress = Queue(register).progress()
    assert (progress.total, progress.done, progress.left) == (6, 4, 2)
    assert Queue(register).progress(Asked(ministry="Waterwegen")).left == 0


@pytest.mark.parametrize("after", ["x", "[]", "[1]", '{"a": 1}'])
def test_a_place_that_is_none_is_refused(register: Register, after: str) -> None:
    with pytest.raises(BadInput, match="laad de lijst opnieuw"):
        Queue(register).page(Asked(), after=after)


def test_a_letter_comes_with_all_its_rows(register: Register) -> None:
    _, acts = Queue(register).letter(letter("b.pdf").document.id)
    assert {(one.act.id, one.listed, one.found is None) for one in acts} == {
        ("b0", False, False), ("b1", True, False), ("b2", True, False), ("eigen", True, True)
    }  # fmt: skip
    assert all(isinstance(one, Judged) for one in acts)
    assert Queue(register).row(letter("b.pdf").document.id, "weg") is None
    assert Queue(register).find("eigen") == letter("b.pdf").document.id
    assert Queue(register).find("weg") is None


def test_papers_that_letters_name(register: Register) -> None:
    assert [p.id for p in papers(register, "kst 98765")] == ["kst-98765-3"]
    assert papers(register, "") == papers(register, "kst zeppelin") == ()
    assert papers(register, "%_'") == ()


def test_questions_to_acts_are_answered_as_decided(register: Register) -> None:
    """What `trace` and `open` ask: with own acts, without those taken away, and by the papers that were decided."""
    asked = register.acts
    assert [head.id for head in asked.all()] == ["a0", "a1", "eigen", "b1", "b2"]
    assert [h.id for h in asked.get(["a0", "b0", "eigen"])] == ["a0", "eigen"]
    assert [h.id for h in asked.of_letters([letter("b.pdf").document.id])] == ["eigen", "b1", "b2"]
    assert [(p, h.id) for p, h in asked.resting_on(["kst-98765-3", "kst-98765-9"])] == [
        ("kst-98765-9", "a1"),
        ("kst-98765-3", "b1"),
    ]
    assert asked.resting_on(["kst-98765-9"], as_motion=True)[0][1].kind == "maatregel"
    heads = asked.get(["a1", "eigen"])
    assert set(asked.motions_of(heads).values()) == {("kst-98765-9",), ()}
    assert [h.id for h in asked.due_before("2099-03-01")] == ["a1", "b1"]
    assert {h.id for h in asked.without_papers()} == {"a0", "b2", "eigen"}
    assert set(asked.by_office("minister van WW")) == {"a0", "a1", "b1", "b2", "eigen"}
    assert "eigen" in asked.touched_between("2099-01-01", "2099-12-31")


def test_a_moment_that_a_reviewer_moved_is_when_an_act_is_due(register: Register) -> None:
    decide(
        register, "edit", "b1", lambda act: (replace(act, deadline=Deadline("later", None, "2099-12-31")),)
    )
    decide(
        register, "edit", "b2", lambda act: (replace(act, deadline=Deadline("eerder", None, "2099-01-31")),)
    )
    assert [h.id for h in register.acts.due_before("2099-03-01")] == ["a1", "b2"]
