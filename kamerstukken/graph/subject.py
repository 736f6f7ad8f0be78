"""What a user means by 'kst-34843-30', 'motie-Van Nispen', '34843', 'minister van IenW' or an act's id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kamerstukken.register import Register

SubjectType = Literal[
    "motie", "kamerstuk", "dossier", "brief", "toezegging", "maatregel", "aanbeveling", "bewindspersoon"
]

PAPER = re.compile(r"(?:kst|ah|h|stb|stcrt|trb)-[\w-]+\Z", re.IGNORECASE)
# '36200-49', '36200-XVI-12', '36 200 XVI, nr. 12', '34 843, nr. 30'
NUMBERED = re.compile(r"(?:Kamerstuk(?:ken)?\s+)?(?P<dossier>\d\d\s?\d{3})(?:[\s-]+(?P<part>[IVXLC]+|[A-Z]))?(?:-|,?\s+nr\.?\s*)(?P<number>\d+|[A-Z]{1,2})\Z")  # fmt: skip
# '34843', '35300-XVI', 'dossier:34843', 'dossier 34 843'
DOSSIER = re.compile(
    r"(?:dossier[:\s]\s*)?(?P<dossier>\d\d\s?\d{3})(?:[\s-]+(?P<part>[IVXLC]+))?\Z", re.IGNORECASE
)
# 'motie-Van Nispen c.s.', 'motie van het lid Van Nispen', 'motie:Van Nispen'
MOTION = re.compile(r"(?:de\s+)?motie[-:\s]+(?:van\s+(?:het\s+lid|de\s+leden)\s+)?(?P<names>.+?)(?:\s+c\.s\.)?\Z", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """What is traced: the node's id, its type, and a name for people."""

    id: str
    type: SubjectType
    label: str


def subjects(register: Register, words: str) -> tuple[Subject, ...]:
    """What a user may mean, the likeliest first; empty where the register knows nothing of the kind."""
    text = " ".join(words.split())
    for ask in (_act, _paper, _dossier, _motion, _office, _letter):
        if found := ask(register, text):
            return found
    return ()


def _act(register: Register, text: str) -> tuple[Subject, ...]:
    return tuple(Subject(a.id, a.kind, a.action) for a in register.acts.get([text]))[:1]


def _paper(register: Register, text: str) -> tuple[Subject, ...]:
    numbered = NUMBERED.match(text)
    parts = (
        [p for p in (numbered["dossier"].replace(" ", ""), numbered["part"], numbered["number"]) if p]
        if numbered
        else []
    )
    id_ = "kst-" + "-".join(parts) if parts else text
    if not PAPER.match(id_):
        return ()
    kinds = {m.kind for m in register.acts.mentions([id_])}
    is_motion = "motie" in kinds or bool(register.acts.resting_on([id_], as_motion=True))
    if not kinds and not is_motion and not register.lookup.published_as(id_):
        return ()
    return (Subject(id_, "motie" if is_motion else "kamerstuk", _label(register, id_)),)


def _label(register: Register, id_: str) -> str:
    """A paper's title where the catalogue told it, else what letters call a motion, with its id."""
    known = register.records.paper(id_)
    name = known.title if known else register.lookup.called(id_)
    return f"{name} ({id_})" if name and name != id_ else id_


def _dossier(register: Register, text: str) -> tuple[Subject, ...]:
    match = DOSSIER.match(text)
    if not match:
        return ()
    dossier = match["dossier"].replace(" ", "") + (f"-{match['part'].upper()}" if match["part"] else "")
    known = register.lookup.in_dossier(dossier) or register.lookup.papers_of(dossier)
    return (
        (
            Subject(
                f"dossier:{dossier}",
                "dossier",
                _label(register, f"dossier:{dossier}").replace("dossier:", "dossier "),
            ),
        )
        if known
        else ()
    )


def _motion(register: Register, text: str) -> tuple[Subject, ...]:
    match = MOTION.match(text)
    names = re.split(r"\s*/\s*|\s*,\s*|\s+en\s+", (match["names"] if match else text).strip())
    counted = register.lookup.motions_by(names)
    return tuple(Subject(id_, "motie", _label(register, id_)) for id_, _ in counted)


def _office(register: Register, text: str) -> tuple[Subject, ...]:
    office = register.lookup.office(text)
    return (Subject(f"bewindspersoon:{office}", "bewindspersoon", office),) if office else ()


def _letter(register: Register, text: str) -> tuple[Subject, ...]:
    heads = register.lookup.heads(register.find(text)) if len(text) >= 4 else ()
    return tuple(Subject(h.id, "brief", " ".join(filter(None, (h.date, h.subject))) or h.file) for h in heads)
