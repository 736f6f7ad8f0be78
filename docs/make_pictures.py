"""Makes the pictures in the README from a run over corpus/: the workbook and the report, as they look.

    kamerstukken run corpus --out outputs/corpus && kamerstukken report --register outputs/corpus/register.sqlite
    python docs/make_pictures.py outputs/corpus

Needs LibreOffice (soffice) for the workbook, Chromium with its driver for the report.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.by import By

IMAGES = Path(__file__).with_name("img")
COLOURS = 256
"""Colours in a picture: a third of the bytes, and nobody sees it."""
CROP = (70, 88, 1700, 640)
"""Of the workbook's first page, drawn at 2.6 pixels a point: headings and the first rows."""


def main(folder: Path) -> None:
    """Make all pictures."""
    IMAGES.mkdir(exist_ok=True)
    _keep(_workbook(folder / "commitments.xlsx").crop(CROP), "workbook.png")
    for name, image in _report(folder / "report.html").items():
        _keep(image, name)


def _workbook(path: Path) -> Image.Image:
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True)
        page = pypdfium2.PdfDocument((Path(folder) / f"{path.stem}.pdf").read_bytes())[0]
        image: Image.Image = page.render(scale=2.6).to_pil()
        return image


def _report(path: Path) -> dict[str, Image.Image]:
    options = webdriver.ChromeOptions()
    for flag in (
        "--headless=new",
        "--no-sandbox",
        "--window-size=1280,950",
        "--force-prefers-reduced-motion",
    ):
        options.add_argument(flag)
    options.binary_location = shutil.which("chromium") or ""
    with webdriver.Chrome(
        options=options, service=webdriver.ChromeService(shutil.which("chromedriver"))
    ) as browser:
        browser.get(path.resolve().as_uri())
        pictures = {"report.png": _shot(browser)}
        browser.find_element(By.NAME, "query").send_keys("nachtdienst uiterlijk")
        browser.implicitly_wait(2)
        browser.execute_script("refresh(); openAct(list.acts[0])")
        return pictures | {"report-row.png": _shot(browser)}


def _shot(browser: webdriver.Chrome) -> Image.Image:
    return Image.open(io.BytesIO(browser.get_screenshot_as_png())).convert("RGB")


def _keep(image: Image.Image, name: str) -> None:
    image.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        IMAGES / name, "PNG", optimize=True
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
