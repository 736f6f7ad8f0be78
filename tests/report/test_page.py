"""The report's file: nothing in it runs but our own scripts, and it holds what the register holds."""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile import BREAKOUT, register_in
from hypothesis import given
from hypothesis import strategies as st

from kamerstukken.errors import BadInput
from kamerstukken.register import Register, Selection
from kamerstukken.report import write_report
from kamerstukken.report.gather import gather
from kamerstukken.report.page import SCRIPTS, STYLES, VENDOR, json_for_page
from kamerstukken.report.pictures import pictures

ASSETS = Path(__file__).resolve().parents[2] / "kamerstukken" / "report" / "assets"
VENDORED = {
    "chart.min.js": "c17f2ce49fb9c71ef7fb39c03f868804ac5ab34730149976eebe6b7f807bef0c",
    "cytoscape.min.js": "081591ab735b2b6a3b31a3c60f8f3a3e2fee8c92939e0c7820ad1208571b6cd8",
}
"""As `vendor/README.md` has them: Chart.js 4.6.1 and Cytoscape.js 3.34.4, as their packages ship them."""


class Page(HTMLParser):
    """The elements of a page, and the text of its scripts and styles, as a browser would take them apart."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline: dict[str, list[str]] = {"script": [], "style": []}
        self.data: dict[str, str] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        tag, attributes = self.tags[-1] if self.tags else ("", {})
        if tag == "script" and attributes.get("type") == "application/json":
            self.data[attributes["id"] or ""] = self.data.get(attributes["id"] or "", "") + data
        elif tag in self.inline and data.strip():
            self.inline[tag].append(data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verslag")
    with Register(register_in(folder)) as register:
        write_report(register, folder / "report.html")
    return folder


@pytest.fixture(scope="module")
def page(folder: Path) -> Page:
    return Page((folder / "report.html").read_text("utf-8"))


def test_the_policy_names_every_script_and_style_and_nothing_else(page: Page) -> None:
    (policy,) = (a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    named = set(re.findall(r"'sha256-([^']+)'", policy))
    found = {
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for texts in page.inline.values()
        for text in texts
    }
    assert found == named
    assert len(found) == len(SCRIPTS) + len(VENDOR) + len(STYLES) + 1


def test_no_letter_adds_an_element_or_an_address_elsewhere(page: Page) -> None:
    assert not [tag for tag, _ in page.tags if tag in ("img", "iframe", "object", "link", "base")]
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
        assert not (attributes.get("src") or "").strip()
        assert (attributes.get("href") or "#").startswith("#")


def test_the_data_are_those_of_the_register(page: Page, folder: Path) -> None:
    data = json.loads(page.data["data"])
    with Register(folder / "register.sqlite") as register:
        quotes = [c.quote.text for a in register.analyses() for c in a.commitments]
    assert [act["quote"] for act in data["acts"]] == quotes
    assert any(BREAKOUT in quote for quote in quotes)
    for act in data["acts"]:
        block = data["blocks"][f"{act['letter']}:{act['block']}"]
        assert block[act["start"] : act["end"]] == act["quote"]
    assert data["on"] == "2099-03-01"
    (motion, other) = data["motions"] if len(data["motions"]) == 2 else (data["motions"][0], None)
    assert motion["id"] == "kst-98765-3"
    assert motion["acts"] == 2
    assert [step["letter"] for step in motion["chain"]]
    assert other is None
    assert data["letters"][0]["href"] == "0000-0.pdf"


def test_each_page_with_an_act_has_one_picture(page: Page) -> None:
    found = {key: json.loads(text) for key, text in page.data.items() if key.startswith("page-")}
    assert found.keys() == {"page-0:1", "page-1:1"}
    assert base64.b64decode(found["page-0:1"]["data"])[8:12] == b"WEBP"
    assert (round(found["page-0:1"]["width"]), round(found["page-0:1"]["height"])) == (595, 842)


def test_the_same_register_gives_the_same_bytes(folder: Path) -> None:
    with Register(folder / "register.sqlite") as register:
        write_report(register, folder / "again.html")
    assert (folder / "again.html").read_bytes() == (folder / "report.html").read_bytes()


def test_pictures_can_be_left_out_and_have_a_limit(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "kamerstukken"), Register(folder / "register.sqlite") as register:
        write_report(register, folder / "bare.html", with_pictures=False)
        content = gather(register, folder)
        one = len(next(pictures(register, content)).data)
        assert len(list(pictures(register, content, budget=one))) == 1
    assert '"page-' not in (folder / "bare.html").read_text("utf-8")
    assert "not all pages fit" in caplog.text


def test_a_letter_whose_pdf_is_gone_has_no_picture_and_that_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = register_in(tmp_path)
    (tmp_path / "0000-0.pdf").unlink()
    (tmp_path / "0000-1.pdf").write_bytes(b"%PDF-1.4 kapot")
    with caplog.at_level(logging.WARNING, "kamerstukken"), Register(path) as register:
        assert list(pictures(register, gather(register, tmp_path))) == []
    assert "0000-0.pdf: no pictures" in caplog.text
    assert "0000-1.pdf: no pictures" in caplog.text


def test_a_report_is_of_what_is_selected_on_a_day(tmp_path: Path) -> None:
    with Register(register_in(tmp_path)) as register:
        content = gather(register.select(Selection(query="pont")), tmp_path, date(2099, 7, 1))
        assert [act.stand for act in content.acts] == ["verlopen"]
        assert [letter.file for letter in content.letters] == ["0000-0.pdf"]
        assert gather(register, tmp_path).acts[0].stand == "open"


def test_an_empty_register_gives_a_report_too(tmp_path: Path) -> None:
    with Register.writable(tmp_path / "r.sqlite") as register:
        write_report(register, tmp_path / "report.html")
    assert "Uit 0 brieven" in (tmp_path / "report.html").read_text("utf-8")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with (
        Register.writable(tmp_path / "r.sqlite") as register,
        pytest.raises(BadInput, match="cannot be written"),
    ):
        write_report(register, tmp_path / "nergens" / "report.html")


@given(st.text() | st.text(alphabet="<>/!-&\u2028\u2029script]"))
def test_json_in_the_page_is_the_text_again_and_ends_no_script(text: str) -> None:
    try:
        told = json_for_page({"x": text})
    except UnicodeEncodeError:  # half a surrogate pair, which no register holds
        return
    assert json.loads(told) == {"x": text}
    assert not set("<>&\u2028\u2029") & set(told)


def test_our_scripts_parse_no_markup() -> None:
    for name in SCRIPTS:
        text = (ASSETS / name).read_text("utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|setTimeout\(\"", text
        ), name
        assert len(text.splitlines()) <= 300, name


@pytest.mark.parametrize("name", VENDORED)
def test_the_libraries_are_those_that_their_makers_ship(name: str) -> None:
    data = (ASSETS / "vendor" / name).read_bytes()
    assert hashlib.sha256(data).hexdigest() == VENDORED[name]
    assert b"</script" not in data and b"<!--" not in data
    assert VENDORED[name] in (ASSETS / "vendor" / "README.md").read_text("utf-8")


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_can_be_read(theme: str) -> None:
    light, dark = re.findall(r":root[^{]*\{([^}]*)\}", (ASSETS / "base.css").read_text("utf-8"))
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", light if theme == "light" else dark))
    grounds = [colours["ground"], colours["panel"]]
    stands = ("open", "deels", "voldaan", "verlopen", "gewijzigd", "vervallen", "onbekend")
    for name in ("text", "soft", "link", *stands):
        assert min(contrast(colours[name], ground) for ground in grounds) >= 4.5, name
    for name in ("line", "focus"):
        assert min(contrast(colours[name], ground) for ground in grounds) >= 3, name
    assert contrast(colours["on-brand"], colours["brand"]) >= 4.5
    assert contrast(colours["on-mark"], colours["mark"]) >= 4.5
