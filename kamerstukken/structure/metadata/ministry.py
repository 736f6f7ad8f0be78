"""Stage structure. Which ministry writes: its name in print, else the return address, the colophon, the kenmerk, the office that signs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kamerstukken.structure.metadata.cells import Cell

# 'Ministerie van Infrastructuur en', 'MINISTERIE VAN DEFENSIE'
PRINTED = re.compile(r"^(?:Het )?Ministerie\s*(?:van|voor)", re.IGNORECASE)
# '> Retouradres Postbus 20011 2500 EA Den Haag'
RETURN = re.compile(r"Retour", re.IGNORECASE)
# 'De minister van Economische Zaken en Klimaat,', 'De Minister-President, Minister van Algemene Zaken'
OFFICE = re.compile(
    r"(?:minister|staatssecretaris)(?:\s+|(?=van\b|voor\b))(?:(?:van|voor)\s+)?(?P<field>\S.*?)[\s,.]*$",
    re.IGNORECASE | re.DOTALL,
)
LETTERHEAD = 0.45
"""The upper part of the first page, as a share of its height, in which a ministry's name is a letterhead's."""


@dataclass(frozen=True, slots=True)
class Ministry:
    """One name of a ministry. `since` and `until` are ISO dates, `until` exclusive; None where open."""

    name: str
    since: str | None
    until: str | None
    short: tuple[str, ...]
    postbus: tuple[str, ...]
    sites: tuple[str, ...]
    kenmerk: tuple[str, ...]
    offices: tuple[str, ...]

    def bears_its_name_on(self, day: str | None) -> bool:
        """True where the ministry had this name on a day; without a day always."""
        return day is None or ((self.since or "") <= day and (self.until is None or day < self.until))


@cache
def ministries() -> tuple[Ministry, ...]:
    """All names of ministries, from ministries.toml."""
    text = (files("kamerstukken.structure.metadata") / "ministries.toml").read_text(encoding="utf-8")
    return tuple(
        Ministry(
            row["name"],
            row.get("from"),
            row.get("until"),
            *(tuple(row.get(key, ())) for key in ("short", "postbus", "sites", "kenmerk", "offices")),
        )
        for row in tomllib.loads(text)["ministry"]
    )


def ministry_of(
    cells: Sequence[Cell], *, day: str | None, kenmerk: str | None, roles: Sequence[str]
) -> str | None:
    """The ministry that writes, as 'Ministerie van …', or None.

    `cells` are the first page's; `roles` the offices that sign, the first one first. The strongest sign
    decides; where it fits two ministries (one building, one return address), the next one decides between them.
    """
    known = tuple(m for m in ministries() if m.bears_its_name_on(day))
    head = [cell.text for cell in cells]
    if (printed := _printed(cells, known)) is not None:
        return f"Ministerie van {printed}"
    signs = (
        _with(known, lambda m: m.postbus, [text for text in head if "ostbus" in text]),
        _with(known, lambda m: m.sites, [text.replace(" ", "") for text in head]),
        tuple(m for m in known if kenmerk and m.kenmerk and kenmerk.casefold().startswith(m.kenmerk)),
        *(tuple(m for m in known if _holds(m, role)) for role in roles),
    )
    return _decide(signs) or _by_office(roles)


def ministry_named(text: str, day: str | None = None) -> str | None:
    """The bare name of the ministry that a portfolio or an abbreviation stands for ('BZ', 'Rechtsbescherming')."""
    wanted = _plain(text)
    for ministry in ministries():
        names = (ministry.name, *ministry.short, *ministry.offices)
        if ministry.bears_its_name_on(day) and wanted in map(_plain, names):
            return ministry.name
    return None


def office_of(role: str) -> str | None:
    """What an office is about: 'De minister voor Wonen en Rijksdienst,' gives 'Wonen en Rijksdienst'."""
    match = OFFICE.search(" ".join(role.split()))
    return match["field"] if match else None


def _decide(signs: Iterable[tuple[Ministry, ...]]) -> str | None:
    left: tuple[Ministry, ...] = ()
    for sign in signs:
        both = tuple(m for m in sign if m in left) if left else sign
        left = both or left
        if len({m.name for m in left}) == 1:
            return f"Ministerie van {left[0].name}"
    return None


def _by_office(roles: Sequence[str]) -> str | None:
    """An office that no ministry in the table holds: 'De minister van X' writes from the 'Ministerie van X'."""
    for role in roles:
        match = re.match(
            r"(?:de\s+)?minister\s+van\s+(?P<field>\S.*?)[\s,.]*$", role, re.IGNORECASE | re.DOTALL
        )
        if match:
            return f"Ministerie van {match['field']}"
    return None


def _with(
    known: Sequence[Ministry], signs: Callable[[Ministry], tuple[str, ...]], texts: Sequence[str]
) -> tuple[Ministry, ...]:
    whole = "\n".join(texts).casefold()
    return tuple(m for m in known if any(_whole_sign(sign, whole) for sign in signs(m)))


def _whole_sign(sign: str, text: str) -> bool:
    """'rijksoverheid.nl/ez' is no sign of itself within 'rijksoverheid.nl/ezk'."""
    return re.search(rf"{re.escape(sign)}(?![a-z0-9&]*[a-z0-9])", text) is not None


def _printed(cells: Sequence[Cell], known: Sequence[Ministry]) -> str | None:
    """The name in the letterhead or the colophon, over one to three lines; a text that mentions a ministry is neither."""
    if not cells:
        return None
    top = [cell for cell in cells if cell.box.top < 842 * LETTERHEAD]
    for cell in top:
        if not PRINTED.match(cell.text):
            continue
        column = [
            c.text for c in top if abs(c.box.x0 - cell.box.x0) < 4 and 0 <= c.box.top - cell.box.top < 60
        ]
        said = _squeezed(" ".join(column))
        fitting = [m for m in known if said.startswith(_squeezed(f"Ministerie van {m.name}"))]
        if fitting:
            return max(fitting, key=lambda m: len(m.name)).name
    return None


def _holds(ministry: Ministry, role: str) -> bool:
    field = office_of(role)
    if field is None:
        return False
    plain = _plain(field)
    return any(plain == _plain(name) for name in (*ministry.offices, *ministry.short)) or plain.startswith(
        _plain(ministry.name)
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w&]+", text.casefold()))


def _squeezed(text: str) -> str:
    """Without blanks: a text layer may drop or add some ('Inf rastructuuren Waterstaat')."""
    return _plain(text).replace(" ", "")
