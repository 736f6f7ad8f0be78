"""What a reviewer does on the page, as the server hears it; the browser's side is in test_review_browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from made_up import toy
from starlette.testclient import TestClient
from test_gate import TEXT, register, row_of, stranger, visitor
from typer.testing import CliRunner

from kamerstukken.cli import app
from kamerstukken.model import Commitment
from kamerstukken.register import Register, SourceFile
from kamerstukken.register.decisions import Asked, Queue

__all__ = ["register", "stranger", "visitor"]


def acts(register: Path) -> list[Commitment]:
    with Register(register) as opened:
        return list(opened.analysis(opened.letter_ids()[0]).commitments)


def oordelen(register: Path) -> list[str | None]:
    return [act.review.oordeel if act.review else None for act in acts(register)]


def test_accepting_goes_on_to_the_next_row_and_tells_of_it(visitor: TestClient, register: Path) -> None:
    first, second = acts(register)
    answer = visitor.post(
        f"{row_of(register)}/accept", data={"seen": "", "next": f"{second.letter}:{second.id}"}
    )
    assert f'data-row="{second.letter}:{second.id}"' in answer.text.split("</section>")[0]
    assert f'id="q-{first.letter}-{first.id}"' in answer.text, "its row in the queue changes too"
    assert "1 van 2 nagekeken" in answer.text
    assert oordelen(register) == ["akkoord", None]


DEEDS = [
    ("reject", {"reason": "een feit of mening"}, [None], "rejected rows are gone"),
    ("edit", {"action": "Kamer berichten", "motions": "kst-98765-9"}, ["gewijzigd", None], "two fields"),
    ("link", {"paper": "kst-98765-8", "as": "motion"}, ["gewijzigd", None], "a motion"),
    ("split", {"quote0": "Ik zal u berichten", "action0": "a", "quote1": "over kst-98765-3.", "action1": "b"}, ["gewijzigd", "toegevoegd", None], "two rows"),
    ("add", {"quote": "Veren", "action": "Veren"}, ["toegevoegd", None, None], "words that no rule took"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "given", "oordeel", "why"), DEEDS)
def test_each_deed_does_what_it_says(
    visitor: TestClient, register: Path, verb: str, given: dict[str, str], oordeel: list[str | None], why: str
) -> None:
    assert visitor.post(f"{row_of(register)}/{verb}", data={"seen": "", **given}).status_code == 200
    assert oordelen(register) == oordeel, why
    assert visitor.post("/undo", data={}).status_code == 200
    assert oordelen(register) == [None, None], "and can be undone"


REFUSED = [
    ("reject", {}, "geef een reden"),
    ("edit", {"quote": "Wat er niet staat."}, "staat niet letterlijk in de brief"),
    ("edit", {"deadline_end": "morgen"}, "is geen dag"),
    ("split", {"quote0": "Ik zal u berichten", "quote1": ""}, "kies eerst woorden"),
    ("merge", {"other": "weg"}, "staat niet meer in de brief"),
    ("add", {"quote": "Veren"}, "vul in wat er gebeurt"),
    ("add", {"quote": "Veren Ik zal u", "action": "x"}, "meer dan één alinea"),
    ("add", {"quote": "Een noot.", "action": "x"}, "staat in een voetnoot"),
    ("link", {"paper": "a;b"}, "is geen kenmerk"),
]


@pytest.mark.parametrize(("verb", "given", "message"), REFUSED)
def test_what_cannot_be_done_is_said_where_the_visitor_looks(
    visitor: TestClient, register: Path, verb: str, given: dict[str, str], message: str
) -> None:
    answer = visitor.post(f"{row_of(register)}/{verb}", data={"seen": "", **given})
    assert (answer.status_code, message in answer.text) == (422, True), answer.text
    assert answer.headers["hx-retarget"] == "#dialog[open] .problem, #problem"
    assert oordelen(register) == [None, None]


def test_merging_takes_the_other_row_in(visitor: TestClient, register: Path) -> None:
    one, two = acts(register)
    answer = visitor.post(f"{row_of(register)}/merge", data={"seen": "", "other": two.id})
    assert "samengevoegd" in answer.text
    (left,) = acts(register)
    assert left.id == one.id


def test_a_conflict_shows_what_stands_and_lets_choose_again(visitor: TestClient, register: Path) -> None:
    at = row_of(register)
    visitor.post(f"{at}/accept", data={"seen": ""})
    answer = visitor.post(f"{at}/reject", data={"seen": "", "why": "een feit"})
    assert answer.status_code == 409
    assert answer.headers["hx-retarget"] == "#dialog"
    assert "Nu staat er: <strong>akkoord</strong> door Anna" in answer.text
    assert 'name="why" value="een feit"' in answer.text
    seen = acts(register)[0].review
    assert (
        seen
        and visitor.post(f"{at}/reject", data={"seen": seen.decision, "why": "een feit"}).status_code == 200
    )
    assert oordelen(register) == [None]


def test_a_moment_written_by_hand_gets_its_days(visitor: TestClient, register: Path) -> None:
    visitor.post(f"{row_of(register)}/edit", data={"seen": "", "deadline_text": "voor 1 oktober 2099"})
    deadline = acts(register)[0].deadline
    assert deadline and (deadline.text, deadline.start, deadline.end) == (
        "voor 1 oktober 2099",
        None,
        "2099-09-30",
    )


def test_papers_are_found_by_all_words(visitor: TestClient) -> None:
    assert "kst-98765-3" in visitor.get("/papers?q=98765 kst").text
    assert "Niets gevonden" in visitor.get("/papers?q=kst zeppelin").text
    assert visitor.get("/papers?q=k").text.count("<li>") == 0


def test_a_sentence_that_is_gone_is_shown_and_can_only_be_taken_off(
    visitor: TestClient, register: Path
) -> None:
    at = row_of(register)
    visitor.post(f"{at}/accept", data={"seen": ""})
    with Register.writable(register) as opened:
        changed = toy(TEXT.replace("u berichten", "u beluisteren"), "brief.pdf")
        opened.record(SourceFile("brief.pdf", "brief.pdf"), changed, made_by="v2")
        (again,) = Queue(opened).page(Asked(state="nog eens kijken"))
    at = f"/letters/{again.letter}/rows/{again.row}"
    page = visitor.get(at).text
    assert "staan niet meer zo in de brief" in page
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen
    answer = visitor.post(f"{at}/accept", data={"seen": seen[1]})
    assert (answer.status_code, "staat niet meer in de brief" in answer.text) == (422, True)
    assert visitor.post(f"{at}/reject", data={"seen": seen[1], "why": "vervallen"}).status_code == 200
    with Register(register) as opened:
        assert Queue(opened).page(Asked(state="nog eens kijken")) == ()


def test_undoing_a_new_row_takes_it_off_the_list(visitor: TestClient, register: Path) -> None:
    visitor.post(f"{row_of(register)}/add", data={"seen": "", "quote": "Veren", "action": "Veren"})
    new = next(act for act in acts(register) if act.action == "Veren")
    answer = visitor.post("/undo", data={}).text
    assert f'<li id="q-{new.letter}-{new.id}" hx-swap-oob="delete">' in answer


def test_wrong_use_of_the_command_says_what_to_do(tmp_path: Path, register: Path) -> None:
    for options, message in (
        (["--register", tmp_path / "weg"], "no register here"),
        (["--register", register, "--catalogue", tmp_path / "weg"], "no catalogue here"),
        (["--register", register, "--host", "192.0.2.1"], "set a password"),
    ):
        result = CliRunner().invoke(app, ["review", *map(str, options)])
        assert (result.exit_code, message in result.output) == (2, True), result.output
