"""A person's name in the parts that the Tweede Kamer keeps: 'A.M. Terwiel-Boonstra' to Initialen and Achternaam."""

from __future__ import annotations

import re

# 'A.M. Terwiel-Boonstra', 'drs. C. van der Zwaan', 'Mona Keijzer'
NAME = re.compile(
    r"""
    ^(?P<titles>(?:(?:prof|dr|drs|mr|ir|ing)\.\s*)*)
    (?P<first>(?:[A-Z][a-z]?\.[\s-]?)+|[^\W\d_][\w'-]+\s)\s*
    (?P<between>(?:(?:van|von|de|den|der|het|'t|ten|ter|te|op|la|le|du|el|al)\s+)*)
    (?P<last>.+)$
    """,
    re.VERBOSE,
)


def name_parts(name: str | None) -> dict[str, str | None]:
    """The fields of a name; a name of another form stands whole in Naam and Achternaam."""
    if not name:
        return dict.fromkeys(("Naam", "Achternaam", "Initialen", "Voornaam", "Tussenvoegsel", "Titulatuur"))
    found = NAME.match(" ".join(name.split()))
    first, between, last = ("", "", name)
    if found:
        first, between, last = (found[part].strip() for part in ("first", "between", "last"))
    initials = first if "." in first else ""
    return {
        "Naam": ", ".join(part for part in (last, " ".join(filter(None, (first, between)))) if part),
        "Achternaam": last,
        "Initialen": initials or None,
        "Voornaam": first if first and not initials else None,
        "Tussenvoegsel": between or None,
        "Titulatuur": (found["titles"].strip() or None) if found else None,
    }
