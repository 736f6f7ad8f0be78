"""Services on their bad days: each fault gives a clear message, keeps what is good, and the next time goes on."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from loopback import Asked, Loopback, Reply, Sleeper, services_at, serving
from world import PDF, World, guid

from kamerstukken.errors import SourceError
from kamerstukken.sources.http import Client, download
from kamerstukken.sources.http.checks import json_of, xml_of
from kamerstukken.sources.letters import Summary, Wanted, fetch_letters
from kamerstukken.sources.manifest import read_entries

OCTOBER = Wanted("2026-10-01")
HTML = b"<!DOCTYPE html>\n<html><head><title>Storing</title></head><body>Even geduld</body></html>"
RESOURCE = f"({guid(2)})/resource"


def fetch(client: Client, folder: Path) -> Summary:
    return fetch_letters(client, OCTOBER, folder)


def good(folder: Path) -> int:
    """Files in place and told of; nothing half lies beside them but parts."""
    entries = [e for e in read_entries(folder / "manifest.jsonl") if e.sha256]
    assert all((folder / e.file).read_bytes().startswith(b"%PDF-") for e in entries)
    assert {p.name for p in folder.glob("*.pdf")} == {e.file for e in entries}
    return len(entries)


PASSING = [
    (Reply(b"", 429, headers={"Retry-After": "7"}), "429 comes with a wait"),
    (Reply(b"oops", 500), "500"),
    (Reply(b"", 503), "503"),
    (Reply(b'{"value": [', kind="application/json"), "half a body"),
    (Reply(b'{"value": []}', declared=400), "a length that is more than what comes"),
    (Reply(HTML, kind="text/html"), "an error page with 200"),
    (Reply(b'{"value": 3}'), "a page without rows"),
    (Reply(b"\xff\xfe\x00"), "bytes that are no text"),
]


@pytest.mark.parametrize(("reply", "why"), PASSING, ids=[why for _, why in PASSING])
def test_a_passing_fault_of_a_page_is_tried_again(
    reply: Reply, why: str, client: Client, loopback: Loopback, sleeper: Sleeper, tmp_path: Path
) -> None:
    loopback.fault("/v5/Document", reply)
    summary = fetch(client, tmp_path)
    assert (summary.new, summary.stopped) == (5, None), why
    assert sleeper.slept, "it waited before the second attempt"
    if "Retry-After" in reply.headers:
        assert sleeper.slept == [7.0]


@pytest.mark.parametrize(("reply", "why"), PASSING, ids=[why for _, why in PASSING])
def test_a_fault_that_stays_stops_with_a_message_and_keeps_what_is_good(
    reply: Reply, why: str, client: Client, loopback: Loopback, tmp_path: Path
) -> None:
    def second_page(asked: Asked) -> Reply:
        return reply if "$skip" in asked.params else usual(asked)

    usual = loopback.answer
    loopback.fault("/v5/Document", second_page, times=99)
    summary = fetch(client, tmp_path)
    assert summary.stopped and "/v5/Document" in summary.stopped, "the message names the address"
    assert summary.new == 2 == good(tmp_path), why
    loopback.faults.clear()
    assert fetch(client, tmp_path).new == 3
    assert good(tmp_path) == 5


BAD_PDFS = [
    (Reply(HTML, kind="text/html"), "web page ('Storing')", "an error page with 200 where a PDF should be"),
    (
        Reply(b"PK\x03\x04 a document of Word", kind="application/pdf"),
        "no PDF: begins with b'PK",
        "a PDF that is none",
    ),
    (Reply(b"", kind="application/pdf"), "no PDF", "an empty file"),
    (
        Reply(b"%PDF-", kind="application/pdf", declared=5_000_000_000),
        "5,000 MB, more than the limit",
        "a 5 GB length",
    ),
    (
        Reply(b"", 302, headers={"Location": "https://elders.example/x.pdf"}),
        "elders.example is not a host",
        "a redirect elsewhere",
    ),
    (
        Reply(b"", 302, headers={"Location": "//127.0.0.1:1/x.pdf"}),
        "127.0.0.1:1 is not a host",
        "another port is another host",
    ),
    (
        Reply(b"", 302, headers={"Location": "file:///etc/passwd"}),
        "is not a host",
        "a redirect into this machine",
    ),
    (Reply(b"", 404), "404", "gone"),
    (Reply(b"", 403), "refuses", "forbidden"),
    (
        Reply(PDF, kind="application/pdf", declared=len(PDF) + 99),
        "connection broke",
        "a length that is more than what comes",
    ),
]


@pytest.mark.parametrize(("reply", "message", "why"), BAD_PDFS, ids=[why for *_, why in BAD_PDFS])
def test_a_letter_that_cannot_be_had_costs_that_letter_alone(
    reply: Reply, message: str, why: str, client: Client, loopback: Loopback, tmp_path: Path
) -> None:
    loopback.fault(RESOURCE, reply, times=99)
    summary = fetch(client, tmp_path)
    assert (summary.new, summary.failed, summary.stopped) == (4, 1, None), why
    ((id_, problem),) = summary.problems
    assert id_ == "kst-98765-42" and message in problem and (RESOURCE in problem)
    assert good(tmp_path) == 4
    loopback.faults.clear()
    assert fetch(client, tmp_path).new == 1
    assert good(tmp_path) == 5 and not list(tmp_path.glob("*.part*"))


def test_a_download_that_breaks_off_goes_on_where_it_was(
    client: Client, loopback: Loopback, tmp_path: Path
) -> None:
    whole = loopback.answer

    def half(asked: Asked) -> Reply:
        reply = whole(asked)
        return replace(reply, body=reply.body[:2_000], declared=len(reply.body))

    loopback.fault(RESOURCE, half, times=99)
    assert fetch(client, tmp_path).failed == 1
    (part,) = tmp_path.glob("*.part")
    size = part.stat().st_size
    assert size == 3 * 2_000, "each of three attempts went on where the one before broke off"
    loopback.faults.clear()
    before = len(loopback.asked)
    assert fetch(client, tmp_path).new == 1
    (again,) = [a for a in loopback.asked[before:] if RESOURCE in a.path]
    assert again.headers["range"] == f"bytes={size}-"
    assert good(tmp_path) == 5


@pytest.mark.parametrize("field", ["ETag", "Last-Modified"])
def test_a_file_that_still_holds_is_not_sent_again(
    field: str, client: Client, loopback: Loopback, tmp_path: Path
) -> None:
    said = {"ETag": '"v1"', "Last-Modified": "Mon, 05 Oct 2026 10:00:00 GMT"}[field]
    asks = {"ETag": "if-none-match", "Last-Modified": "if-modified-since"}[field]

    def versioned(asked: Asked) -> Reply:
        if asked.headers.get(asks) == said:
            return Reply(status=304)
        return Reply(PDF, kind="application/pdf", headers={field: said})

    loopback.fault("/brief", versioned, times=9)
    first = download(client, f"{loopback.base}/brief", tmp_path / "a.pdf")
    assert first and download(client, f"{loopback.base}/brief", tmp_path / "a.pdf", first.validators) is None
    (tmp_path / "a.pdf").unlink()
    assert download(client, f"{loopback.base}/brief", tmp_path / "a.pdf", first.validators) == first, (
        "gone: asked anew"
    )


def test_a_part_of_an_older_version_is_not_continued(
    client: Client, world: World, loopback: Loopback, tmp_path: Path
) -> None:
    whole = loopback.answer
    loopback.fault(RESOURCE, lambda asked: replace(whole(asked), declared=10**6), times=99)
    fetch(client, tmp_path)
    loopback.faults.clear()
    world.pdfs[guid(2)] = PDF.replace(b"pont", b"boot")
    fetch(client, tmp_path)
    entry = next(e for e in read_entries(tmp_path / "manifest.jsonl") if e.key == guid(2))
    assert (tmp_path / entry.file).read_bytes() == world.pdfs[guid(2)]


@pytest.mark.parametrize("start", [0, 7, 10**7], ids=["from the start", "elsewhere", "beyond the end"])
def test_a_service_that_continues_elsewhere_makes_it_begin_anew(
    start: int, client: Client, loopback: Loopback, tmp_path: Path
) -> None:
    whole = loopback.answer
    loopback.fault(
        RESOURCE, lambda asked: replace(whole(asked), body=PDF[:9000], declared=len(PDF)), times=99
    )
    fetch(client, tmp_path)
    loopback.faults.clear()
    headers = {"Content-Range": f"bytes {start}-{len(PDF)}/{len(PDF)}", "ETag": '"x"'}
    loopback.fault(RESOURCE, Reply(PDF[start:], 206, "application/pdf", headers))
    fetch(client, tmp_path)
    entry = next(e for e in read_entries(tmp_path / "manifest.jsonl") if e.key == guid(2))
    assert (tmp_path / entry.file).read_bytes() == PDF


def test_slow_bytes_end_at_the_limit_of_patience(loopback: Loopback, tmp_path: Path) -> None:
    loopback.fault(RESOURCE, Reply(PDF, kind="application/pdf", pause=0.05, piece=100), times=99)
    with Client(services_at(loopback.base, answer_timeout=0.2, attempts=1)) as client:
        summary = fetch(client, tmp_path)
    assert summary.new == 4 and "too slow" in summary.problems[0][1]


def test_silence_ends_at_the_limit_of_patience(loopback: Loopback, tmp_path: Path) -> None:
    loopback.fault(RESOURCE, Reply(PDF, kind="application/pdf", pause=5, piece=10), times=99)
    with Client(services_at(loopback.base, read_timeout=0.1, attempts=1)) as client:
        summary = fetch(client, tmp_path)
    assert summary.new == 4 and "no answer in time" in summary.problems[0][1]


def test_a_body_without_end_stops_at_the_limit(loopback: Loopback, tmp_path: Path) -> None:
    services = services_at(loopback.base, largest_pdf=1000)
    with Client(services) as client:
        summary = fetch(client, tmp_path)
    assert summary.failed == 5 and "more than the limit" in summary.problems[0][1]
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("via", ["odata", "syncfeed"])
def test_pages_without_end_are_left(via: str, client: Client, loopback: Loopback, tmp_path: Path) -> None:
    def round_and_round(asked: Asked) -> Reply:
        reply = loopback.answer(asked)
        if via == "odata":
            page = json.loads(reply.body)
            address = f"{loopback.base}/v5/Document?$skip=2"
            return replace(reply, body=json.dumps(page | {"@odata.nextLink": address}).encode(), headers={})
        return replace(reply, body=re.sub(rb"skiptoken=\d+", b"skiptoken=2", reply.body), headers={})

    loopback.fault("/v5/Document" if via == "odata" else "/sync/Feed", round_and_round, times=999)
    for resource in range(1, 6):
        loopback.faults.insert(
            0, replace(loopback.faults[0], path=f"({guid(resource)})/resource", answer=loopback.answer)
        )
    summary = fetch_letters(client, OCTOBER, tmp_path, via=via)  # type: ignore[arg-type]
    assert summary.stopped and "round in circles" in summary.stopped
    assert len(loopback.asked) < 20


def test_a_changed_schema_says_which_row_to_mend(client: Client, world: World, tmp_path: Path) -> None:
    world.tables["Stuk"] = world.tables.pop("Document")
    summary = fetch(client, tmp_path)
    assert summary.stopped and "no Document any more; mend [letters]" in summary.stopped


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<!DOCTYPE a [<!ENTITY b "cccccccc">]><a>&b;</a>', "an entity"),
        ('<!DOCTYPE a SYSTEM "http://elders.example/a.dtd"><a/>', "a document type from elsewhere"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "a file of this machine"),
        ('<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>', "a billion laughs"),
    ],
)
def test_xml_with_tricks_is_not_read(text: str, why: str, client: Client, loopback: Loopback) -> None:
    loopback.fault("/sync/Feed", Reply(text.encode(), kind="application/xml"), times=9)
    with pytest.raises(SourceError, match="document type or entities"):
        client.get(f"{loopback.base}/sync/Feed", xml_of)
    assert len(loopback.asked) == 1, f"{why}: not asked again"


def test_a_host_of_our_own_may_redirect_within_the_services(client: Client, loopback: Loopback) -> None:
    loopback.fault("/oud", Reply(b"", 301, headers={"Location": "/nieuw"}))
    loopback.fault("/nieuw", Reply(b"{}"))
    assert client.get(f"{loopback.base}/oud", json_of) == {}


def test_redirects_in_circles_end(client: Client, loopback: Loopback) -> None:
    loopback.fault("/rond", Reply(b"", 302, headers={"Location": "/rond"}), times=99)
    with pytest.raises(SourceError, match="redirects"):
        client.get(f"{loopback.base}/rond", json_of)
    assert len(loopback.asked) == 6


def test_nobody_there_is_told_after_all_attempts(sleeper: Sleeper, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{free.getsockname()[1]}"
    with Client(services_at(base), clock=sleeper.clock) as client:
        summary = fetch(client, tmp_path)
    assert summary.stopped and "connection broke" in summary.stopped
    assert len(sleeper.slept) == 2


# Manners


def test_requests_say_who_asks_and_keep_a_pause(loopback: Loopback, sleeper: Sleeper) -> None:
    services = services_at(loopback.base, pause=3.0)
    with Client(services, clock=sleeper.clock) as client:
        for _ in range(3):
            client.get(f"{loopback.base}/v5/$metadata", xml_of)
    assert sleeper.slept == [3.0, 3.0]
    assert loopback.asked[0].headers["user-agent"].startswith("kamerstukken/")


def test_a_page_that_still_holds_is_not_sent_again(client: Client, loopback: Loopback) -> None:
    first = client.get(f"{loopback.base}/v5/$metadata", lambda a: a.content)
    again = client.get(f"{loopback.base}/v5/$metadata", lambda a: a.content)
    assert again == first
    assert "if-none-match" in loopback.asked[1].headers


def test_the_waits_grow_and_differ(loopback: Loopback) -> None:
    def slept() -> list[float]:
        sleeper = Sleeper()
        loopback.fault("/moe", Reply(b"", 503), times=6)
        services = services_at(loopback.base, attempts=6, first_wait=1.0)
        with Client(services, clock=sleeper.clock) as client, pytest.raises(SourceError, match="503"):
            client.get(f"{loopback.base}/moe", json_of)
        return sleeper.slept

    one, other = slept(), slept()
    assert one != other, "jitter"
    assert all(wait <= 2**n for n, wait in enumerate(one)), "within the doubling window"


def test_a_proxy_of_the_environment_is_used(loopback: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    def proxy(asked: Asked) -> Reply:
        assert asked.raw.startswith("http://127.0.0.1:")
        return Reply(b'{"via": "proxy"}')

    with serving(proxy) as there:
        monkeypatch.setenv("HTTP_PROXY", there.base)
        monkeypatch.delenv("NO_PROXY", raising=False)
        with Client(services_at(loopback.base)) as client:
            assert client.get(f"{loopback.base}/v5/x", json_of) == {"via": "proxy"}
    assert not loopback.asked


def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(sleeper: Sleeper, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl here to make a certificate of one's own")
    pair = tmp_path / "pair.pem"
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    command = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        *subject,
        "-keyout",
        pair,
        "-out",
        tmp_path / "c.pem",
    ]
    subprocess.run(command, check=True, capture_output=True)
    with serving(lambda asked: Reply(b"{}"), certificate=(tmp_path / "c.pem", pair)) as there:
        assert there.base.startswith("https://")
        services = services_at(there.base)
        with (
            Client(services, clock=sleeper.clock) as client,
            pytest.raises(SourceError, match="certificate cannot"),
        ):
            client.get(f"{there.base}/v5/x", json_of)
    assert not there.asked and not sleeper.slept
