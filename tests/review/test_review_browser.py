"""The page in a real browser, from the command to the register: what a reviewer does, and that all can use it."""

from __future__ import annotations

import functools
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from chromium import chromium

from kamerstukken.export import export
from kamerstukken.model import Analysis, Commitment, Letter
from kamerstukken.pipeline import analyse
from kamerstukken.register import Register, SourceFile, uri_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
LETTERS = ("2023-06-19_kamerbrief-uitstel-onderzoek-nachtdienst.pdf", "2024-02-13_kst-98765-21.pdf")
PATIENCE = 20.0


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    yield from chromium("--window-size=1400,900")


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of two sample letters, each with two or more acts."""
    path = tmp_path_factory.mktemp("nakijken") / "register.sqlite"
    with Register.writable(path) as register:
        for name in LETTERS:
            pdf = ROOT / "corpus" / name
            found = analyse(Letter(name, pdf.read_bytes()))
            assert isinstance(found, Analysis)
            register.record(SourceFile(uri_of(pdf, register.folder), name), found, made_by="v1")
    return path


@dataclass
class Server:
    """`kamerstukken review` on a register, as a user starts it."""

    register: Path
    reviewer: str = "Anna"

    def __enter__(self) -> str:
        command = [
            sys.executable,
            "-m",
            "kamerstukken",
            "review",
            "--register",
            str(self.register),
            "--no-browser",
        ]
        self._process = subprocess.Popen(
            [*command, "--reviewer", self.reviewer], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        _, errors = self._process.communicate(timeout=PATIENCE)
        assert "Traceback" not in errors, errors


@pytest.fixture(scope="module")
def served(browser: Any, read_once: Path) -> Iterator[str]:
    """The address of one server for all tests."""
    with Server(read_once) as address:
        yield address


@pytest.fixture
def page(browser: Any, read_once: Path, served: str) -> Iterator[Page]:
    """The page on a register without decisions; afterwards nothing was blocked, missing or broken."""
    with sqlite3.connect(read_once) as connection:
        connection.execute("DELETE FROM decisions")
        connection.execute("DELETE FROM reviews")
    connection.close()
    browser.set_window_size(1400, 900)
    found = Page(browser, read_once)
    found.open(served)
    yield found
    expected = ("409", "422")
    assert [e for e in browser.get_log("browser") if not any(code in e["message"] for code in expected)] == []


@dataclass
class Page:
    """The page as a reviewer handles it."""

    browser: Any
    register: Path

    def open(self, address: str) -> None:
        self.browser.get(address)
        self.wait(lambda: self.one("#desk[data-ready]"))

    def one(self, selector: str) -> Any:
        return next(iter(self.browser.find_elements("css selector", selector)), None)

    def text(self, selector: str) -> str:
        return str(
            self.browser.execute_script(
                "return document.querySelector(arguments[0])?.innerText ?? ''", selector
            )
        )

    def key(self, key: str) -> None:
        """Type a key, wherever the focus is: just behind a dialog it is for a moment on what is not to be seen any more."""
        from selenium.webdriver import ActionChains

        ActionChains(self.browser).send_keys(key).perform()

    def wait(self, condition: Callable[[], object]) -> None:
        from selenium.common.exceptions import StaleElementReferenceException

        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if condition():
                    return
            except StaleElementReferenceException:
                pass
            time.sleep(0.05)
        raise AssertionError(f"{self.text('#problem')} {self.text('#dialog')}")

    def dialog(self, key: str) -> None:
        self.key(key)
        self.wait(lambda: self.one("#dialog[open] form"))

    def fill(self, **values: str) -> None:
        for name, value in values.items():
            self.browser.execute_script(
                "document.querySelector(`#dialog [name=${arguments[0]}]`).value = arguments[1]", name, value
            )

    def submit(self) -> None:
        self.one("#dialog form button:not([type=button])").click()
        self.wait(lambda: not self.one("#dialog[open]"))

    def progress(self) -> int:
        return int(self.text("#progress-text").split()[0])

    def acts(self) -> list[Commitment]:
        with Register(self.register) as opened:
            return [act for analysis in opened.analyses() for act in analysis.commitments]

    def act(self, id_: str) -> Commitment | None:
        return next((act for act in self.acts() if act.id == id_), None)

    @property
    def row(self) -> str:
        return str(self.one("#desk").get_attribute("data-row").split(":")[1])


def oordeel(act: Commitment | None) -> str | None:
    return act.review.oordeel if act and act.review else None


def test_accept_undo_reload_and_restart(page: Page) -> None:
    first = page.row
    page.key("a")
    page.wait(lambda: page.progress() == 1)
    assert page.row != first, "the next row is there at once"
    assert oordeel(page.act(first)) == "akkoord", "and the decision is kept at once"
    page.key("u")
    page.wait(lambda: page.progress() == 0 and page.row == first)
    page.key("a")
    page.wait(lambda: page.progress() == 1)
    page.browser.refresh()
    page.wait(lambda: page.one("#desk[data-ready]") and page.progress() == 1)
    with Server(page.register) as address:
        page.open(address)
        assert page.progress() == 1
        assert not page.one(f"#queue [data-row$=':{first}']"), "it is not to be done any more"


def test_reject_edit_link_and_search(page: Page) -> None:
    first = page.row
    page.dialog("r")
    page.submit()
    page.wait(lambda: page.progress() == 1)
    assert page.act(first) is None
    second = page.row
    page.dialog("e")
    page.fill(action="Kamer berichten", deadline_end="2099-12-31", deadline_start="")
    page.submit()
    page.wait(lambda: page.progress() == 2)
    assert page.text("#desk-title").endswith("Kamer berichten")
    assert "gevonden:" in page.text("#desk .fields"), "what the program said stays in sight"
    page.dialog("l")
    page.one("#paper-q").send_keys("98765")
    page.wait(lambda: page.one("#papers button"))
    page.one("#papers button").click()
    linked = page.one("#paper").get_attribute("value")
    page.submit()
    page.wait(lambda: linked in page.text("#desk .fields"))
    act = page.act(second)
    assert act and act.action == "Kamer berichten" and linked in (*act.ids, *act.motions)
    page.key("/")
    page.key("zeppelin")
    page.wait(lambda: "Hier is niets" in page.text("#queue"))


def test_what_cannot_be_is_said_in_the_dialog(page: Page) -> None:
    page.dialog("e")
    page.fill(deadline_end="morgen")
    page.one("#dialog form button.yes").click()
    page.wait(lambda: "is geen dag" in page.text("#dialog .problem"))
    assert page.progress() == 0


def test_split_and_merge(page: Page) -> None:
    first = page.row
    act = page.act(first)
    assert act
    words = act.quote.text.split()
    page.dialog("s")
    page.fill(
        quote0=" ".join(words[:4]), action0="Het eerste", quote1=" ".join(words[4:]), action1="Het tweede"
    )
    page.submit()
    page.wait(lambda: "gesplitst" in page.text("#desk .history"))
    assert [a.action for a in page.acts() if a.action.startswith("Het ")] == ["Het eerste", "Het tweede"]
    assert "Het tweede" in page.text("#queue"), "the new row stands in the list"
    page.dialog("m")
    page.submit()
    page.wait(lambda: "samengevoegd" in page.text("#desk .history"))
    merged = page.act(first)
    assert merged and merged.quote.text == act.quote.text
    assert merged.quote.boxes, "the words are found on the page again"


SELECT = """
const words = [...document.querySelectorAll('.words span')].slice(...arguments);
const range = document.createRange();
range.setStart(words[0].firstChild, 0);
range.setEnd(words.at(-1).firstChild, words.at(-1).textContent.length);
getSelection().removeAllRanges();
getSelection().addRange(range);
return words.map((word) => word.textContent.trim()).join(' ');
"""


def test_new_from_words_selected_on_the_page(page: Page) -> None:
    chosen = page.browser.execute_script(SELECT, 3, 9)
    page.dialog("n")
    quote = page.one("#quote").get_attribute("value")
    assert quote.split() == chosen.split(), "the words that were selected, and no others"
    page.fill(action="Iets nieuws")
    page.submit()
    page.wait(lambda: page.progress() == 1)
    new = page.act(page.row)
    assert new and (new.quote.text, oordeel(new)) == (quote, "toegevoegd")
    assert new.quote.boxes
    assert page.one("rect.quote")


def test_two_reviewers_at_once(page: Page) -> None:
    row = page.row
    with Server(page.register, "Bram") as address:
        mine = page.browser.current_window_handle
        page.browser.switch_to.new_window("tab")
        page.open(address)
        assert page.row == row
        page.key("a")
        page.wait(lambda: page.progress() == 1)
        page.browser.close()
        page.browser.switch_to.window(mine)
        page.dialog("r")
        page.one("#dialog form button.no").click()
        page.wait(lambda: "Iemand was u voor" in page.text("#dialog"))
        assert "akkoord door Bram" in page.text("#dialog")
        assert oordeel(page.act(row)) == "akkoord", "nothing was overwritten"
        page.one("#dialog button.no").click()
        page.wait(lambda: page.act(row) is None)
        page.wait(lambda: not page.one("#dialog[open]"))


def test_the_workbook_comes_back(page: Page) -> None:
    folder = page.register.parent
    with Register(page.register) as opened:
        export(opened, folder, ["xlsx"])
    path = folder / "commitments.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[1]]
    sheet.cell(2, names.index("Oordeel") + 1, "goed")
    sheet.cell(3, names.index("Oordeel") + 1, "hm")
    book.save(path)
    command = [
        sys.executable,
        "-m",
        "kamerstukken",
        "decisions",
        "import",
        str(path),
        "--register",
        str(page.register),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and "'hm' niet begrepen" in done.stderr
    page.browser.refresh()
    page.wait(lambda: page.progress() == 1)


def test_it_works_without_a_mouse(page: Page) -> None:
    """Tab and Enter alone: from the first link to a kept decision."""
    from selenium.webdriver.common.keys import Keys

    page.browser.execute_script("document.activeElement.blur()")
    for _ in range(60):
        page.key(Keys.TAB)
        if page.browser.switch_to.active_element.get_attribute("data-key") == "a":
            break
    page.key(Keys.ENTER)
    page.wait(lambda: page.progress() == 1)


def test_single_keys_can_be_turned_off(page: Page) -> None:
    page.key("?")
    page.wait(lambda: page.one("#dialog[open] #keys"))
    page.one("#keys").click()
    page.one("#dialog [data-close]").click()
    page.wait(lambda: not page.one("#dialog[open]"))
    page.key("a")
    time.sleep(0.3)
    assert page.progress() == 0
    page.browser.execute_script("localStorage.clear()")


@functools.cache
def axe() -> str | None:
    """The source of axe-core, from npm; None where it cannot be had."""
    npm = shutil.which("npm")
    kept = Path(tempfile.gettempdir()) / "kamerstukken-axe"
    script = kept / "node_modules" / "axe-core" / "axe.min.js"
    if npm and not script.is_file():
        kept.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [npm, "install", "--no-save", "--silent", "axe-core@4"],
            cwd=kept,
            capture_output=True,
            timeout=120,
        )
    return script.read_text(encoding="utf-8") if script.is_file() else None


@pytest.mark.parametrize("width", [1400, 500])
@pytest.mark.parametrize("key", ["", "r", "e", "s", "m", "n", "l", "?"])
def test_accessibility(page: Page, key: str, width: int) -> None:
    """WCAG 2.2 A and AA, as far as axe-core can tell, on the page and in every dialog."""
    source = axe()
    if source is None:
        pytest.skip("no axe-core: npm is absent or has no network")
    page.browser.set_window_size(width, 900)
    if key:
        page.key(key)
        page.wait(lambda: page.one("#dialog[open] h2"))
    page.browser.execute_script(source)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = page.browser.execute_async_script(
        "const done = arguments[1]; axe.run({runOnly: arguments[0]}).then(done)", tags
    )
    wrong = [(v["id"], v["help"], [n["html"][:120] for n in v["nodes"]]) for v in result["violations"]]
    assert wrong == []


def test_at_400_percent_nothing_runs_out_of_the_window(page: Page) -> None:
    """1280 pixels at 400 % are 320 (WCAG 1.4.10)."""
    page.browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": False},
    )
    try:
        page.wait(lambda: page.browser.execute_script("return innerWidth") == 320)
        for key in ("", "e"):
            if key:
                page.dialog(key)
            page.wait(
                lambda: page.browser.execute_script("return document.scrollingElement.scrollWidth <= 320")
            )
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
