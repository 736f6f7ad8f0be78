"""What a reviewer can ask of rows, as conditions in SQL: of found acts (`c`, with what stands on them as `r`), of own ones (`r`).

What few rows fit is asked as a list of their numbers (`c.seq IN`), so that no other row is looked at.
"""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")

OF_DOSSIER = " OR ".join(
    f"{{id}} = '{kind}' || :dossier OR {{id}} BETWEEN '{kind}' || :dossier || '-' AND '{kind}' || :dossier || '-~'"
    for kind in ("kst-", "dossier:")
)
IN_DOSSIER = "IN (SELECT letters.id FROM letters, json_each(dossiers) WHERE value = :dossier OR value LIKE :dossier || '-%')"
PAPERS = "SELECT seq FROM commitment_ids AS i JOIN commitments AS a ON a.letter = i.letter AND a.n = i.commitment WHERE {of}"
DECIDED = "EXISTS (SELECT 1 FROM json_each(r.act, '$.{ids}') WHERE {of})"
DECIDED_ON_MOTION = DECIDED.format(ids="motions", of="value LIKE :motion")
DECIDED_OF_DOSSIER = DECIDED.format(ids="ids", of=OF_DOSSIER.format(id="value"))
DECIDED_SAYS = "r.quote LIKE :part OR r.action LIKE :part"


def _listed(found: str, decided: str) -> str:
    """Found acts that fit as they were found, or as they were decided."""
    judged = f"SELECT a.seq FROM reviews AS r JOIN commitments AS a ON a.letter = r.letter AND a.n = r.n WHERE {decided}"
    return f"c.seq IN ({found} UNION {judged})"


CONDITIONS: dict[str, tuple[str, str]] = {
    "ministry": ("l.ministry IN (SELECT value FROM json_each(:ministries))",) * 2,
    "kind": ("coalesce(r.kind, c.kind) = :kind", "r.kind = :kind"),
    "dossier": (
        _listed(
            f"SELECT seq FROM commitments WHERE letter {IN_DOSSIER} UNION {PAPERS.format(of=OF_DOSSIER.format(id='i.id'))}",
            DECIDED_OF_DOSSIER,
        ),
        f"r.letter {IN_DOSSIER} OR {DECIDED_OF_DOSSIER}",
    ),
    "motion": (
        _listed(PAPERS.format(of="role = 'motion' AND i.id LIKE :motion"), DECIDED_ON_MOTION),
        DECIDED_ON_MOTION,
    ),
    "deadline": (
        "iif(r.row IS NULL, c.deadline_end, r.deadline_end) < :deadline",
        "r.deadline_end < :deadline",
    ),
    "query": (
        _listed("SELECT rowid FROM commitments_fts WHERE commitments_fts MATCH :words", DECIDED_SAYS),
        DECIDED_SAYS,
    ),
    "letter": ("l.id = :letter",) * 2,
}
"""What each field of a question (`queue.Asked`) asks of found acts, and of the reviewers' own."""

NO_DEADLINE = ("iif(r.row IS NULL, c.deadline_end, r.deadline_end) IS NULL", "r.deadline_end IS NULL")


def words_for_search(query: str) -> str:
    """A user's words for FTS5: each must begin a word of the row."""
    return " ".join(f'"{word}"*' for word in WORD.findall(query)) or '""'


def motion_pattern(asked: str) -> str:
    """What a user calls a motion, for LIKE: a number is that motion's, a dossier any motion of it, else a part of a name."""
    bare = asked.removeprefix("kst-")
    if bare.isdigit():
        return f"kst-{bare}-%"
    return f"kst-{bare}" if bare[:1].isdigit() else f"%{bare}%"
