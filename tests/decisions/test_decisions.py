"""Decisions are kept beside what was found, and find their sentences again when the letter is read anew."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import toy

from kamerstukken.errors import BadInput, DecisionConflict
from kamerstukken.model import Analysis, Box, Commitment, Decision, PlacedText, Quote, Span, Verb
from kamerstukken.register import Register, SourceFile
from kamerstukken.register.decisions import Decisions, Step, find, fold

TEXT = "# Veren\nIk zal u berichten.\nDe dienst zal varen en de kade zal groeien.\nNiets."


@dataclass
class Desk:
    """A register with one letter, and shorthands for what a reviewer does."""

    register: Register
    file: str = "brief.pdf"

    def record(self, text: str = TEXT, *, made_by: str = "v1", file: str = "brief.pdf", **meta: str) -> str:
        analysis = toy(text, file)
        document = replace(analysis.document, metadata=replace(analysis.document.metadata, **meta))
        self.register.record(SourceFile(file, file), replace(analysis, document=document), made_by=made_by)
        return document.id

    def record_as(self, analysis: Analysis, made_by: str = "v2") -> None:
        self.register.record(SourceFile(self.file, self.file), analysis, made_by=made_by)

    @property
    def letter(self) -> str:
        return self.register.letter_ids()[0]

    def acts(self) -> list[Commitment]:
        return list(self.register.analysis(self.letter).commitments)

    def act(self, words: str) -> Commitment:
        return next(act for act in self.acts() if words in act.quote.text)

    def seen(self, *acts: Commitment) -> dict[str, str]:
        return {act.id: act.review.decision for act in acts if act.review}

    def do(
        self,
        verb: Verb,
        *acts: Commitment,
        now: tuple[Commitment, ...] | None = None,
        by: str = "Anna",
        why: str = "",
    ) -> Decision:
        left = {"accept": acts, "reject": ()}.get(verb) if now is None else now
        step = Step(
            verb, self.letter, by, tuple(a.id for a in acts), tuple(left or ()), why, self.seen(*acts)
        )
        return Decisions(self.register).decide(step)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Register.writable(tmp_path / "register.sqlite") as register:
        found = Desk(register)
        found.record()
        yield found


def oordelen(desk: Desk) -> list[tuple[str, str | None]]:
    return [(a.quote.text, a.review.oordeel if a.review else None) for a in desk.acts()]


def test_an_accepted_row_is_as_it_was_and_says_who_saw_it(desk: Desk) -> None:
    act = desk.act("berichten")
    decision = desk.do("accept", act, why="klopt")
    (seen, other) = desk.acts()
    assert replace(seen, review=None) == act
    assert seen.review and (seen.review.oordeel, seen.review.reviewer, seen.review.note) == (
        "akkoord",
        "Anna",
        "klopt",
    )
    assert seen.review.decision == decision.id
    assert other.review is None


def test_what_was_found_is_never_overwritten(desk: Desk) -> None:
    before = desk.register.analysis(desk.letter, as_found=True)
    act = desk.act("berichten")
    desk.do("edit", act, now=(replace(act, action="Kamer berichten", status="afgerond"),))
    desk.do("reject", desk.act("varen"))
    assert desk.register.analysis(desk.letter, as_found=True) == before
    assert oordelen(desk) == [("Ik zal u berichten.", "gewijzigd")]
    assert desk.acts()[0].action == "Kamer berichten"


def test_a_row_is_split_merged_and_added(desk: Desk) -> None:
    act = desk.act("varen")
    one, two = (part(desk, act, words) for words in ("De dienst zal varen", "de kade zal groeien"))
    desk.do("split", act, now=(one, replace(two, id="tweede")))
    assert oordelen(desk)[1:] == [("De dienst zal varen", "gewijzigd"), ("de kade zal groeien", "toegevoegd")]
    first, second = desk.acts()[1:]
    desk.do("merge", first, second, now=(replace(act, review=None),))
    assert [a.quote.text for a in desk.acts()] == ["Ik zal u berichten.", act.quote.text]
    desk.do("add", now=(replace(part(desk, act, "Niets."), id="nieuw"),))
    assert oordelen(desk)[-1] == ("Niets.", "toegevoegd")


def part(desk: Desk, act: Commitment, words: str) -> Commitment:
    document = desk.register.analysis(desk.letter).document
    span = find(document.text, words)
    assert span
    return replace(act, quote=document.quote(span), review=None)


def test_undo_goes_back_step_by_step(desk: Desk) -> None:
    start = desk.acts()
    act = desk.act("berichten")
    desk.do("edit", act, now=(replace(act, status="lopend"),))
    middle = desk.acts()
    desk.do("reject", desk.act("berichten"))
    decisions = Decisions(desk.register)
    decisions.undo("Anna")
    assert desk.acts() == middle
    decisions.undo("Anna")
    assert desk.acts() == start
    with pytest.raises(BadInput, match="geen oordeel"):
        decisions.undo("Anna")
    assert [d.verb for d in decisions.all()] == ["edit", "reject", "undo", "undo"], "nothing is ever deleted"


def test_undo_leaves_what_another_built_on_it(desk: Desk) -> None:
    desk.do("accept", desk.act("berichten"))
    desk.do("reject", desk.act("berichten"), by="Bram")
    with pytest.raises(DecisionConflict, match="Bram"):
        Decisions(desk.register).undo("Anna")


def test_the_later_of_two_reviewers_sees_the_conflict(desk: Desk) -> None:
    act = desk.act("berichten")
    desk.do("accept", act)
    with pytest.raises(DecisionConflict, match="Anna heeft intussen"):
        desk.do("reject", act, by="Bram")
    assert oordelen(desk)[0][1] == "akkoord"
    fresh = desk.act("berichten")
    Decisions(desk.register).undo("Anna")
    with pytest.raises(DecisionConflict, match="teruggenomen"):
        desk.do("reject", fresh, by="Bram")


def test_two_writers_at_once_lose_nothing(desk: Desk) -> None:
    acts, letter = desk.acts(), desk.letter

    def review(act: Commitment) -> None:
        with Register.writable(desk.register.path) as register:
            step = Step("accept", letter, act.id, (act.id,), (act,))
            Decisions(register).decide(step)

    threads = [threading.Thread(target=review, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {a.review.reviewer for a in desk.acts() if a.review} == {act.id for act in acts}


@pytest.mark.parametrize(
    ("rows", "why"),
    [(("bestaatniet",), "a row that is not there"), (("",), "an empty id")],
)
def test_a_step_on_nothing_is_refused(desk: Desk, rows: tuple[str, ...], why: str) -> None:
    with pytest.raises(BadInput, match="staat niet meer"):
        Decisions(desk.register).decide(Step("reject", desk.letter, "Anna", rows))
    with pytest.raises(BadInput, match="holds no letter"):
        Decisions(desk.register).decide(Step("reject", "000000000000", "Anna", rows))
    assert list(Decisions(desk.register).all()) == [], why


# A letter that is read anew


def test_a_rerun_keeps_decisions(desk: Desk) -> None:
    desk.do("accept", desk.act("berichten"))
    desk.do("reject", desk.act("varen"))
    desk.record(made_by="v2")
    assert oordelen(desk) == [("Ik zal u berichten.", "akkoord")]


def test_decided_values_stay_when_new_rules_say_otherwise(desk: Desk) -> None:
    desk.do("accept", desk.act("berichten"))
    found = desk.register.analysis(desk.letter, as_found=True)
    changed = tuple(replace(act, status="lopend", kind="maatregel") for act in found.commitments)
    desk.record_as(replace(found, commitments=changed))
    assert [(a.kind, a.status) for a in desk.acts()] == [
        ("toezegging", "aangekondigd"),
        ("maatregel", "lopend"),
    ]


def test_a_sentence_cut_otherwise_is_the_same_row(desk: Desk) -> None:
    """New rules take 'De dienst zal varen en de kade zal' for the whole sentence, under another id."""
    kept, gone = desk.act("berichten"), desk.act("varen")
    desk.do("edit", kept, now=(replace(kept, action="Berichten"),))
    desk.do("reject", gone)
    found = desk.register.analysis(desk.letter, as_found=True)
    cut = tuple(shorter(act, f"anders{n}") for n, act in enumerate(found.commitments))
    desk.record_as(replace(found, commitments=cut))
    assert oordelen(desk) == [("Ik zal u berichten.", "gewijzigd")]
    assert desk.acts()[0].action == "Berichten"


def shorter(act: Commitment, id_: str) -> Commitment:
    span = Span(act.quote.span.start, act.quote.span.end - 4)
    return replace(act, id=id_, quote=Quote(span, act.quote.text[:-4]))


def test_a_second_act_in_the_same_words_does_not_swallow_the_first(desk: Desk) -> None:
    act = desk.act("berichten")
    desk.do("add", now=(replace(act, id="tweede", action="Nog iets"),))
    assert [a.action for a in desk.acts()[:2]].count("Nog iets") == 1
    assert len(desk.acts()) == 3
    desk.record(made_by="v2")
    assert len(desk.acts()) == 3


def test_a_row_that_new_rules_no_longer_find_stays_as_its_reviewers_own(desk: Desk) -> None:
    desk.do("accept", desk.act("berichten"))
    desk.do("reject", desk.act("varen"))
    found = desk.register.analysis(desk.letter, as_found=True)
    desk.record_as(replace(found, commitments=()))
    assert oordelen(desk) == [("Ik zal u berichten.", "akkoord")]


CORRECTIONS = [
    (f"Vooraf.\n{TEXT}", {}, "akkoord", "a line more: offsets move"),
    (TEXT.replace("Niets.", "Toch iets."), {}, "akkoord", "another sentence changed"),
    (
        f"Vooraf.\n{TEXT}",
        {"subject": "Veren (gecorrigeerd)"},
        "akkoord",
        "the subject, and so the key, changed too",
    ),
    (TEXT.replace("u berichten", "u beluisteren"), {}, None, "the sentence itself changed"),
]


@pytest.mark.parametrize(("text", "meta", "oordeel", "why"), CORRECTIONS)
def test_a_corrected_letter_keeps_what_still_stands(
    desk: Desk, text: str, meta: dict[str, str], oordeel: str | None, why: str
) -> None:
    desk.do("accept", desk.act("berichten"))
    desk.record(text, **meta)
    assert len(desk.register.letter_ids()) == 1
    (first, *_) = oordelen(desk)
    assert first[1] == oordeel, why
    quote = desk.acts()[0].quote
    assert desk.register.analysis(desk.letter).document.text[quote.span.start : quote.span.end] == quote.text
    assert again(desk) == ([] if oordeel else ["Ik zal u berichten."])


def again(desk: Desk) -> list[str]:
    query = "SELECT quote FROM reviews WHERE oordeel = 'nog eens kijken'"
    return [row[0] for row in desk.register._connection.execute(query)]


def test_the_old_version_leaving_shows_what_its_successor_lost(desk: Desk) -> None:
    """The corrected letter has a file of its own: while both are here, each shows its own."""
    desk.do("accept", desk.act("berichten"))
    desk.record(TEXT.replace("u berichten", "u beluisteren"), file="nieuw.pdf")
    assert again(desk) == []
    desk.register.forget([SourceFile("brief.pdf", "brief.pdf")])
    assert again(desk) == ["Ik zal u berichten."]


def test_a_letter_that_comes_back_finds_its_decisions(desk: Desk) -> None:
    desk.do("accept", desk.act("berichten"))
    desk.register.forget([SourceFile("brief.pdf", "brief.pdf")])
    assert desk.register.letter_ids() == ()
    desk.record()
    assert oordelen(desk)[0][1] == "akkoord"


def test_boxes_are_taken_from_the_letter_as_it_is_now(desk: Desk) -> None:
    desk.do("accept", desk.act("berichten"))
    found = toy(f"Vooraf.\n{TEXT}")
    span = find(found.document.text, "Ik zal u berichten.")
    assert span
    placed = PlacedText(span.start, span.end, Box(2, 10.004, 20, 30, 40))
    desk.record_as(replace(found, document=replace(found.document, placed=(placed,)), commitments=()))
    act = desk.acts()[0]
    assert (act.page, act.quote.boxes) == (2, (Box(2, 10.0, 20, 30, 40),))


# Decisions from another register


def test_decisions_travel_between_registers(desk: Desk, tmp_path: Path) -> None:
    desk.do("accept", desk.act("berichten"))
    desk.do("reject", desk.act("varen"))
    lines = [msgspec.json.encode(d) for d in Decisions(desk.register).all()]
    with Register.writable(tmp_path / "other.sqlite") as other:
        there = Desk(other)
        there.record()
        decisions = Decisions(other)
        coming = [msgspec.json.decode(line, type=Decision) for line in lines]
        assert decisions.take(coming).new == 2
        assert there.acts() == desk.acts()
        assert decisions.take(coming).known == 2, "twice the same changes nothing"
        assert decisions.take([replace(coming[0], id="x", key="elders")]).elsewhere == 1


def test_two_who_did_not_know_of_each_other_are_both_asked_to_look_again(desk: Desk, tmp_path: Path) -> None:
    with Register.writable(tmp_path / "other.sqlite") as other:
        there = Desk(other)
        there.record()
        there.do("reject", there.act("berichten"), by="Bram")
        there.do("accept", there.act("varen"), by="Bram")
        theirs = list(Decisions(other).all())
    desk.do("accept", desk.act("berichten"))
    desk.do("accept", desk.act("varen"))
    Decisions(desk.register).take(theirs)
    assert again(desk) == ["Ik zal u berichten."], "on the other row they agree"


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["accept", "reject", "edit"]), st.integers(0, 2), st.booleans()), max_size=8
    )
)
def test_the_order_of_import_does_not_matter(steps: list[tuple[Verb, int, bool]]) -> None:
    acts = [replace(act, id=str(n)) for n, act in enumerate(toy(TEXT + "\nzal 3").commitments)]
    decisions: list[Decision] = []
    for n, (verb, row, undo) in enumerate(steps):
        act = acts[row]
        now = {"accept": (act,), "reject": (), "edit": (replace(act, action=str(n)),)}[verb]
        undoes = decisions[-1].id if undo and decisions else None
        decisions.append(
            Decision(
                f"d{n}",
                f"2099-01-0{n + 1}",
                "Anna",
                "undo" if undoes else verb,
                "k",
                "l",
                "f",
                (act,),
                now,
                undoes=undoes,
            )
        )
    assert fold(decisions) == fold(reversed(decisions))
    assert all(one.stays == (one.row in {a.id for a in one.decision.now}) for one in fold(decisions).values())


@settings(max_examples=200, deadline=None)
@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=6), st.integers(0, 40))
def test_words_are_found_where_they_stand(text: str, words: str, near: int) -> None:
    span = find(text, words, near=near)
    if span is None:
        assert not words.split() or " ".join(words.split()) not in text
    else:
        assert text[span.start : span.end].split() == words.split()
