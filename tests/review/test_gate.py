"""Nobody comes in who should not, nothing changes from elsewhere, and a hostile letter is only text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from made_up import toy
from starlette.testclient import TestClient

from kamerstukken.errors import BadInput, UnreadableLetter
from kamerstukken.model import Document
from kamerstukken.read.picture import PagePicture
from kamerstukken.register import Register, SourceFile
from kamerstukken.register.decisions import Decisions
from kamerstukken.review.web.app import make_app
from kamerstukken.review.web.reader import Reader
from kamerstukken.review.web.security import POLICY
from kamerstukken.review.web.serve import Place, serve
from kamerstukken.review.web.sessions import MOST_FAILURES, Sessions
from kamerstukken.review.web.site import Site

HOST = "127.0.0.1:8000"
HOME = f"http://{HOST}"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)> zal \"'{{ 7*7 }} \x07"
TEXT = f"# Veren\nIk zal u berichten over kst-98765-3.\n{EVIL}\n^1 Een noot."


class NoReader(Reader):
    """Draws nothing, so that no process is started."""

    def __init__(self) -> None:
        pass

    def picture(self, path: Path, sha256: str, page: int) -> PagePicture:
        return PagePicture(page, 595, 842, b"RIFF")

    def document(self, path: Path, sha256: str) -> Document:
        raise UnreadableLetter("niet hier")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.sqlite"
    with Register.writable(path) as register:
        register.record(SourceFile("brief.pdf", f"{EVIL}.pdf"), toy(TEXT, f"{EVIL}.pdf"), made_by="v1")
    return path


def client_of(register: Path, sessions: Sessions) -> TestClient:
    site = Site(register, sessions, NoReader(), "kst")
    return TestClient(make_app(site, hosts=[HOST]), base_url=HOME, follow_redirects=False)


@pytest.fixture
def stranger(register: Path) -> TestClient:
    return client_of(register, Sessions("Anna", token="geheim"))


@pytest.fixture
def visitor(stranger: TestClient) -> Iterator[TestClient]:
    assert stranger.get("/?token=geheim").status_code == 303
    page = stranger.get("/").text
    csrf = re.search(r'name="csrf" content="([^"]+)"', page)
    assert csrf
    stranger.headers.update({"origin": HOME, "x-csrf-token": csrf[1]})
    yield stranger


def row_of(register: Path, words: str = "berichten") -> str:
    with Register(register) as opened:
        letter = opened.letter_ids()[0]
        act = next(a for a in opened.analysis(letter).commitments if words in a.quote.text)
        return f"/letters/{letter}/rows/{act.id}"


def test_a_visitor_with_the_token_gets_a_page_and_a_cookie_that_scripts_cannot_read(
    stranger: TestClient,
) -> None:
    answer = stranger.get("/?token=geheim")
    assert answer.headers["location"] == "/"
    assert {"httponly", "samesite=strict"} <= set(
        answer.headers["set-cookie"].lower().replace(" ", "").split(";")
    )
    assert stranger.get("/").status_code == 200


PLACES = [
    "/",
    "/queue",
    "/papers?q=kst",
    "/help",
    "/letters/000000000000/pages/1.webp",
    "/?token=",
    "/?token=GEHEIM",
]


@pytest.mark.parametrize("place", PLACES)
def test_without_the_token_nothing_is_shown(stranger: TestClient, place: str) -> None:
    answer = stranger.get(place)
    assert answer.status_code == 401
    assert "brief" not in answer.text


POSTS: list[tuple[dict[str, str], int, str]] = [
    ({}, 200, "as the page sends it"),
    ({"x-csrf-token": ""}, 403, "a form on another page has no token"),
    ({"x-csrf-token": "geraden"}, 403, "a guess"),
    ({"origin": "http://evil.example"}, 403, "another origin"),
    ({"origin": "null"}, 403, "a sandboxed frame"),
    ({"origin": ""}, 403, "no origin"),
    ({"origin": f"{HOME}.evil.example"}, 403, "an origin that begins alike"),
    (
        {"host": "evil.example:8000", "origin": "http://evil.example:8000"},
        421,
        "another name for this address (DNS rebinding)",
    ),
    ({"host": ""}, 421, "no host"),
    ({"content-length": "99999999"}, 413, "more than a form holds"),
    ({"content-length": "9" * 400}, 413, "a length that no number holds"),
    ({"content-length": "-1"}, 411, "no length"),
]


@pytest.mark.parametrize(("headers", "status", "why"), POSTS)
def test_what_changes_something_comes_from_the_page_itself(
    visitor: TestClient, register: Path, headers: dict[str, str], status: int, why: str
) -> None:
    answer = visitor.post(f"{row_of(register)}/accept", data={"seen": ""}, headers=headers)
    assert answer.status_code == status, why
    with Register.writable(register) as opened:
        assert len(list(Decisions(opened).all())) == (status == 200), why


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(visitor: TestClient, method: str) -> None:
    assert visitor.request(method, "/").status_code == 405


@pytest.mark.parametrize(
    "place", ["/", "/help", "/static/review.css", "/nergens", "/letters/../../etc/passwd"]
)
def test_every_answer_keeps_the_browser_strict(visitor: TestClient, place: str) -> None:
    headers = visitor.get(place).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")


ELSEWHERE = [
    "/static/../app.py",
    "/static/%2e%2e/app.py",
    "/static/..%2fapp.py",
    "/letters/..%2f..%2fetc/pages/1.webp",
    "/letters/%2fetc%2fpasswd/rows/x",
    "/letters/' OR 1=1 --/rows/x",
    "/letters/000000000000/rows/..%2f..",
    "/letters/000000000000/rows/x/forms/..%2fbase",
    "/letters/zzzzzzzzzzzz/pages/1.webp",
]


@pytest.mark.parametrize("place", ELSEWHERE)
def test_no_path_leads_out(visitor: TestClient, place: str) -> None:
    assert visitor.get(place).status_code in (404, 405)


def test_a_letter_that_is_not_there_is_said_so(visitor: TestClient) -> None:
    answer = visitor.get("/letters/000000000000/rows/abc")
    assert (answer.status_code, "staat niet (meer) in het register" in answer.text) == (422, True)


def test_a_hostile_letter_is_only_text(visitor: TestClient, register: Path) -> None:
    at = row_of(register, "alert")
    for place in (
        "/",
        at,
        *(f"{at}/forms/{verb}" for verb in ("reject", "edit", "split", "merge", "add", "link")),
    ):
        text = visitor.get(place).text
        assert "<script>alert" not in text and "<img src=x" not in text, place
        assert "{{ 7*7 }}" in text or "49" not in text
    for query in ("/?query=%22%3E%3Cscript%3E", "/queue?ministry=%3Cscript%3E", "/papers?q=%3Cscript%3E"):
        assert "<script>" not in visitor.get(query).text.replace("<script src=", ""), query


def test_a_name_a_reason_and_a_remark_are_only_text(visitor: TestClient, register: Path) -> None:
    text = visitor.post(f"{row_of(register)}/reject", data={"seen": "", "why": EVIL}).text
    assert "&lt;script&gt;" in text
    assert "<script>" not in text


FILTERS = [
    "state=weg",
    "order=x",
    "deadline=%00",
    "dossier='",
    "motion=%25",
    "query=%22",
    "query=*",
    "query=NEAR(",
    "ministry=%25",
]


@pytest.mark.parametrize("query", FILTERS)
def test_strange_filters_ask_something_or_nothing(visitor: TestClient, query: str) -> None:
    assert visitor.get(f"/queue?{query}").status_code == 200


@pytest.mark.parametrize("after", ["x", "[]", "[1,2,3,4]", '["a","b",1,"c"]', "[1e999,0,0,0]"])
def test_a_strange_place_in_the_queue_is_an_error_or_a_place(visitor: TestClient, after: str) -> None:
    assert visitor.get("/queue", params={"after": after}).status_code in (200, 422)


def test_only_the_letter_that_was_read_is_shown(tmp_path: Path) -> None:
    """A register can name any file: only one with the letter's very bytes is drawn."""
    from kamerstukken.review.web.reader import _bytes_of

    secret = tmp_path / "passwd"
    secret.write_bytes(b"geheim")
    with pytest.raises(UnreadableLetter, match="veranderd"):
        _bytes_of(secret, hashlib.sha256(b"een brief").hexdigest())
    with pytest.raises(UnreadableLetter, match="niet te openen"):
        _bytes_of(tmp_path / "weg", "")
    assert _bytes_of(secret, hashlib.sha256(b"geheim").hexdigest()) == b"geheim"


# With a password


@pytest.fixture
def guest(register: Path) -> TestClient:
    return client_of(register, Sessions("", password="wachtwoord"))


def log_in(guest: TestClient, password: str = "wachtwoord", **headers: str) -> Any:
    return guest.post(
        "/login", data={"name": " Bram  B. ", "password": password}, headers={"origin": HOME, **headers}
    )


def test_a_guest_says_name_and_password(guest: TestClient) -> None:
    assert guest.get("/").headers["location"] == "/login"
    assert guest.get("/?token=").headers["location"] == "/login", "there is no token to guess"
    assert log_in(guest, "fout").status_code == 401
    assert log_in(guest, origin="http://evil.example").status_code == 403
    assert log_in(guest).status_code == 303
    assert "<strong>Bram B.</strong>" in guest.get("/").text


def test_guessing_passwords_ends(guest: TestClient) -> None:
    for n in range(MOST_FAILURES):
        assert log_in(guest, f"fout{n}").status_code == 401
    assert log_in(guest).status_code == 401, "not even the right one, for a while"


def test_others_come_with_a_password_alone(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="set a password"):
        serve(tmp_path / "x", Place("0.0.0.0"), reviewer="Anna", say=print, browse=False)
