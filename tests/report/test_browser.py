"""The report in a real browser: it says nothing on the console, filters, opens, draws, prints, and nothing runs that should not."""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from chromium import chromium
from hostile import BREAKOUT, register_in

from kamerstukken.register import Register
from kamerstukken.report import write_report

pytestmark = pytest.mark.slow

MANY = tuple(f"Ik zal pont {n} over kst-98765-{n} laten varen." for n in range(500))
MOST_MS = 1_500
"""Milliseconds for one filter, sort or page over 5,000 rows; 20 to 200 were measured on a busy machine of two cores."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    yield from chromium("--window-size=1300,900", "--force-prefers-reduced-motion")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verslag")
    with Register(register_in(folder)) as register:
        write_report(register, folder / "report.html")
    return folder / "report.html"


@pytest.fixture
def page(browser: Any, report: Path) -> Iterator[Any]:
    """The report opened anew; afterwards the console must be empty and the title ours."""
    browser.get("about:blank")
    browser.get_log("browser")
    browser.get(report.as_uri())
    yield browser
    assert browser.get_log("browser") == []
    assert browser.title == "Toezeggingen en maatregelen, stand op 1 maart 2099"


def rows(page: Any) -> list[Any]:
    return list(page.find_elements("css selector", "#acts tbody tr"))


def wait_for(page: Any, script: str) -> None:
    for _ in range(100):
        if page.execute_script(f"return {script}"):
            return
        time.sleep(0.05)
    raise AssertionError(script)


def search(page: Any, text: str, expected: int) -> None:
    field = page.find_element("name", "query")
    field.clear()
    field.send_keys(text)
    wait_for(page, f"document.querySelectorAll('#acts tbody tr').length === {expected}")


def test_it_opens_from_disk_and_asks_for_nothing(page: Any) -> None:
    assert len(rows(page)) == 3
    assert page.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert "3" in page.find_element("id", "count").text
    shown = page.find_element("id", "tiles").text.split("\n")
    assert shown[:4] == ["2", "brieven", "3", "toezeggingen"]


def test_hostile_text_is_shown_as_it_was_written(page: Any) -> None:
    row = next(r for r in rows(page) if "script" in r.text)
    row.find_element("tag name", "button").click()
    assert BREAKOUT in page.find_element("css selector", "#detail-body mark").text
    assert page.find_elements("css selector", "#detail-body script") == []
    assert page.execute_script("return document.querySelectorAll('img[src=x]').length") == 0


def test_the_policy_stops_a_script_that_comes_in(browser: Any, report: Path) -> None:
    broken = report.with_name("broken.html")
    text = report.read_text("utf-8").replace("<noscript>", f"{BREAKOUT}<noscript>", 1)
    broken.write_text(text, encoding="utf-8")
    browser.get(broken.as_uri())
    assert browser.title != "OVERGENOMEN"
    assert any("Content Security Policy" in entry["message"] for entry in browser.get_log("browser"))


def test_search_filters_and_reset(page: Any) -> None:
    from selenium.webdriver.support.select import Select

    search(page, "PONT varen", 1)
    assert page.find_element("id", "count").text == "1 van 3 handelingen"
    search(page, '"brug zal"', 1)
    search(page, "niets hiervan", 0)
    page.find_element("css selector", "#filters button[type=reset]").click()
    wait_for(page, "document.querySelectorAll('#acts tbody tr').length === 3")
    Select(page.find_element("name", "motion")).select_by_value("-")
    wait_for(page, "document.querySelectorAll('#acts tbody tr').length === 1")


def test_a_heading_sorts_and_says_so(page: Any) -> None:
    def head() -> Any:
        return page.find_element("css selector", "#acts thead th")

    head().find_element("tag name", "button").click()
    assert head().get_attribute("aria-sort") == "ascending"
    up = [row.text for row in rows(page)]
    head().find_element("tag name", "button").click()
    assert head().get_attribute("aria-sort") == "descending"
    assert [row.text for row in rows(page)] == up[::-1]


def test_a_row_opens_the_sentence_on_its_page_by_keyboard_alone(page: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    button = rows(page)[1].find_element("tag name", "button")
    page.execute_script("arguments[0].focus()", button)
    button.send_keys(Keys.ENTER)
    dialog = page.find_element("id", "detail")
    assert page.find_element("css selector", "#detail mark").text == "De pont zal varen."
    wait_for(page, "document.querySelector('.sheet img').naturalWidth > 500")
    sheet, mark = (page.find_element("css selector", f".sheet {part}").rect for part in ("img", "rect"))
    assert mark["y"] - sheet["y"] == pytest.approx(109 / 842 * sheet["height"], abs=2)
    assert mark["x"] - sheet["x"] == pytest.approx(79 / 595 * sheet["width"], abs=2)
    page.switch_to.active_element.send_keys(Keys.ARROW_LEFT)
    assert "berichten" in page.find_element("css selector", "#detail mark").text
    assert "Motie 98765, nr. 3" in dialog.text
    assert "Verwijzingen in deze alinea" in dialog.text
    page.switch_to.active_element.send_keys(Keys.ESCAPE)
    wait_for(page, "!document.getElementById('detail').open")
    first = rows(page)[0].find_element("tag name", "button").get_attribute("data-key")
    wait_for(
        page, f"document.activeElement.dataset.key === '{first}'"
    )  # a moment later than the dialog closes


def test_an_address_leads_to_a_row(page: Any, report: Path) -> None:
    key = rows(page)[2].find_element("tag name", "button").get_attribute("data-key")
    page.get("about:blank")
    page.get(f"{report.as_uri()}#{key}")
    assert "opengaan" in page.find_element("css selector", "#detail mark").text


def test_the_graph_is_drawn_and_can_be_walked(page: Any) -> None:
    assert page.execute_script("return drawing.nodes().length") >= 3
    field = page.find_element("name", "subject")
    field.clear()
    field.send_keys("98765, nr. 4")
    page.find_element("css selector", "#graph-choice button").click()
    assert "Kamerstuk 98765, nr. 4" in page.find_element("id", "graph-note").text
    page.find_element("css selector", "#graph-list button").click()
    assert page.find_element("id", "graph-note").text.startswith("Brief 2099-03-01")
    assert page.execute_script("return drawing.nodes('[?root]').length") == 1
    field = page.find_element("name", "subject")
    field.clear()
    field.send_keys("bestaat niet")
    page.find_element("css selector", "#graph-choice button").click()
    assert page.find_element("id", "graph-note").text == "Niets gevonden van die naam."


def test_charts_are_drawn_with_their_numbers_beside_them(page: Any) -> None:
    assert page.execute_script("return charts.map((chart) => chart.data.datasets.length > 0)") == [True] * 3
    numbers = page.execute_script("return document.querySelector('#table-ministries').textContent")
    assert "Waterwegen3" in numbers


def test_light_and_dark(page: Any) -> None:
    def ground() -> str:
        return str(page.execute_script("return getComputedStyle(document.body).backgroundColor"))

    assert ground() == "rgb(255, 255, 255)"
    page.find_element("id", "theme").click()
    assert ground() == "rgb(20, 24, 29)"
    assert page.find_element("id", "theme").get_attribute("aria-pressed") == "true"


def test_a_phone_shows_all_without_sideways_scrolling(page: Any) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        wait_for(page, "innerWidth === 360 && document.documentElement.scrollWidth <= 360")
        rows(page)[0].find_element("tag name", "button").click()
        wait_for(
            page,
            "document.getElementById('detail').open && document.getElementById('detail').scrollWidth <= 360",
        )
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_every_control_has_a_name(page: Any) -> None:
    nameless = page.execute_script("""
        return [...document.querySelectorAll('button, input, select, a, canvas, [role=img]')]
          .filter((e) => !e.parentElement.closest('[role=img]') && !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length)).map((e) => e.outerHTML)
    """)
    assert nameless == []
    assert page.execute_script("return document.documentElement.lang") == "nl"
    assert page.execute_script("return [...document.querySelectorAll('h1, h2')].length") >= 5


def test_paper_gets_all_rows(page: Any) -> None:
    answer = page.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    document = pypdfium2.PdfDocument(io.BytesIO(base64.b64decode(answer["data"])))
    text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert "De pont zal varen" in text
    assert "Wis filters" not in text


def test_each_sheet_of_paper_has_the_headings(browser: Any, big: Path) -> None:
    browser.get(big.as_uri())
    browser.execute_script("form.elements.query.value = 'pont 49'; refresh()")
    answer = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "pageRanges": "1-4"})
    document = pypdfium2.PdfDocument(io.BytesIO(base64.b64decode(answer["data"])))
    assert ["Termijn" in s.get_textpage().get_text_range() for s in document][1:] == [True] * 3


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("groot")
    texts = tuple("\n".join(MANY[n : n + 50]) for n in range(0, 500, 50))
    with Register(register_in(folder, copies=10, texts=texts)) as register:
        write_report(register, folder / "report.html", with_pictures=False)
    return folder / "report.html"


def test_five_thousand_rows_stay_quick(browser: Any, big: Path) -> None:
    browser.get(big.as_uri())
    assert browser.find_element("id", "count").text == "5.000 handelingen"
    assert len(rows(browser)) <= 50
    for action in ("form.elements.query.value = 'pont 49'; refresh()", "sortBy(0)", "turn(1)"):
        took = browser.execute_script(f"const t = performance.now(); {action}; return performance.now() - t")
        assert took < MOST_MS, action
    assert "van 5.000" in browser.find_element("id", "count").text
