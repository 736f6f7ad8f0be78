"""Tables of phrasings: what is found in a text, and that nothing else is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kamerstukken import cite_text

CASES = Path(__file__).resolve().parent.parent / "cases" / "cite" / "references.toml"
TABLE: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", TABLE, ids=[case["why"] for case in TABLE])
def test_found(case: dict[str, Any]) -> None:
    found = [[r.kind, r.text, " ".join(r.ids)] for r in cite_text(case["text"])]
    assert found == case["found"], case["why"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Verordening (EU) 2016/679", "32016R0679"),
        ("Verordening (EG) nr. 1006/2008", "32008R1006"),
        ("Richtlijn 95/46/EG", "31995L0046"),
        ("richtlijn nr. 2003/59/EG", "32003L0059"),
        ("COM (2015) 636", "COM(2015) 636"),
        ("2023 Z 12723", "2023Z12723"),
        ("TZ202211163", "TZ202211-163"),
        ("ljn: Ab 3948", "AB3948"),
        ("artikel 3 en 4 van de Awb", "Awb art. 3 en 4"),
    ],
)
def test_what_is_no_publication_has_a_number(text: str, number: str) -> None:
    (found,) = cite_text(text)
    assert (found.text, found.number, found.ids) == (text, number, ())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("motie van Nispen", ("Van Nispen",)),  # 'van' is the name's
        ("motie van Leijten", ("Leijten",)),  # 'van' is the language's
        ("motie van der Staaij", ("Van der Staaij",)),  # no member is called 'Der Staaij'
        ("motie van het lid van Dijk (SP) c.s.", ("Van Dijk",)),
        ("moties van de leden Kwint, Westerveld en Peters", ("Kwint", "Westerveld", "Peters")),
        ("motie Wiegman-Van Meppelen Scheppink", ("Wiegman-Van Meppelen Scheppink",)),
        ("motie van de leden Van der Werf (D66) en El Abassi", ("Van der Werf", "El Abassi")),
    ],
)
def test_members(text: str, names: tuple[str, ...]) -> None:
    (found,) = cite_text(text)
    assert (found.text, found.indieners) == (text, names)
