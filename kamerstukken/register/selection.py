"""A selection of letters and acts, the same for every command that reads a register.

A letter is asked for its ministry, date and dossier; an act for its kind, status, motion, deadline and words. Where
acts are asked for, a letter without any that fits is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from types import MappingProxyType

from kamerstukken.errors import BadInput
from kamerstukken.model import Analysis, Commitment, Document, Stand
from kamerstukken.register.ministries import is_ministry

Stands = Mapping[str, Stand]
"""Act id to how it stands on a day (`kamerstukken.link.statuses`)."""

NO_STANDS: Stands = MappingProxyType({})

WORDS = re.compile(r'"(?P<phrase>[^"]+)"|(?P<word>\S+)')


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; an empty field asks nothing, and what is asked must all hold.

    - `status`: as the letter tells it (aangekondigd …) or as the act stands on a day (open, verlopen …).
    - `ministry`, `kind`, `status`: one of these. A ministry is an abbreviation ('IenW'), a name, a part of it or a TOOI id.
    - `dossier`: '31839' or '35300-XVI': letters of that dossier, and elsewhere acts that rest on a paper in it.
    - `motion`: an id ('kst-34843-30', or '34843-30'), or a part of 'motie:Van Nispen'.
    - `since`, `until`: the letter's date, both inclusive; `deadline_before`: the deadline's last day, exclusive.
      What has no date falls outside.
    - `query`: words that all occur in quote, action or nearest heading, whatever capitals and accents; "two words" as
      a phrase.
    """

    ministry: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    dossier: str = ""
    motion: str = ""
    since: date | None = None
    until: date | None = None
    deadline_before: date | None = None
    query: str = ""

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return any(getattr(self, field.name) for field in fields(self))

    def of(self, analysis: Analysis, stands: Stands = NO_STANDS) -> Analysis | None:
        """The letter with the acts that fit, in their order; None where it is not selected."""
        if not self.has_letter(analysis.document):
            return None
        acts = tuple(act for act in analysis.commitments if self.has_act(act, analysis.document, stands))
        if not acts and (
            self.asks_acts or (self.dossier and not _in_dossier(self.dossier, analysis.document))
        ):
            return None
        return replace(analysis, commitments=acts)

    @property
    def asks_acts(self) -> bool:
        """Whether something is asked of acts, so that a letter without any is not meant."""
        return any((self.kind, self.status, self.motion, self.deadline_before, self.query))

    def has_letter(self, document: Document) -> bool:
        """Whether a letter's ministry and date fit."""
        day = document.metadata.date or ""
        return (
            (not self.ministry or any(is_ministry(m, document.metadata.ministry) for m in self.ministry))
            and (self.since is None or day >= self.since.isoformat())
            and (self.until is None or "" < day <= self.until.isoformat())
        )

    def has_act(self, act: Commitment, document: Document, stands: Stands = NO_STANDS) -> bool:
        """Whether an act of a letter fits."""
        return (
            (not self.kind or act.kind in self.kind)
            and (not self.status or act.status in self.status or _stands(act, stands) in self.status)
            and (not self.motion or any(_is_motion(self.motion, id_) for id_ in act.motions))
            and (not self.dossier or _in_dossier(self.dossier, document) or _rests_on(self.dossier, act))
            and (self.deadline_before is None or _ends_before(act, self.deadline_before))
            and (not self.query or _says(self.query, act))
        )


def parse_day(text: str, option: str) -> date:
    """An ISO day. Raises BadInput, naming the option."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"{option} {text}: not a day; write it as 2024-07-01") from error


def _in_dossier(dossier: str, document: Document) -> bool:
    asked = dossier_of(dossier)
    return any(_within(asked, dossier_of(printed)) for printed in document.metadata.dossiers)


def _rests_on(dossier: str, act: Commitment) -> bool:
    asked = dossier_of(dossier)
    return any(_within(asked, dossier_of(id_)) for id_ in (*act.ids, *act.motions))


def dossier_of(text: str) -> str:
    """'dossier:35300-XVI', 'kst-35300-XVI-12', '35 300 XVI' begin alike."""
    bare = re.sub(r"^(?:dossier:|kst-)", "", text.strip(), flags=re.IGNORECASE)
    joined = re.sub(r"(?<=\d)[\s.](?=\d)", "", bare)
    return re.sub(r"[\s/-]+", "-", joined).upper()


def _within(asked: str, whole: str) -> bool:
    return whole == asked or whole.startswith(f"{asked}-")


def _stands(act: Commitment, stands: Stands) -> str:
    stand = stands.get(act.id)
    return stand.status if stand else ""


def _is_motion(asked: str, id_: str) -> bool:
    if id_.startswith("motie:"):
        return _folded(asked.removeprefix("motie:")) in _folded(id_.removeprefix("motie:"))
    return dossier_of(asked) == dossier_of(id_)


def _ends_before(act: Commitment, day: date) -> bool:
    end = act.deadline.end if act.deadline else None
    return end is not None and end < day.isoformat()


def _says(query: str, act: Commitment) -> bool:
    text = _folded(" ".join((act.action, act.quote.text, *act.headings[-1:])))
    return all(_folded(found["phrase"] or found["word"]) in text for found in WORDS.finditer(query))


def _folded(text: str) -> str:
    """Without accents and capitals, blanks as one: to compare by."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).lower().split())
