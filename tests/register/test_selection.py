"""What each filter lets through, and that filters only ever take away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import toy

from kamerstukken.errors import BadInput
from kamerstukken.model import Analysis
from kamerstukken.register import Selection, parse_day
from kamerstukken.register.ministries import TOOI, is_ministry, ministry_id

TEXT = "# Véren\nIk zal over kst-98765-3 berichten.\nDe pont zal varen.\nNiets."


def letter(**meta: object) -> Analysis:
    found = toy(TEXT)
    fields = {"ministry": "Ministerie van Infrastructuur en Waterstaat", "dossiers": ("98765",)} | meta
    return replace(
        found, document=replace(found.document, metadata=replace(found.document.metadata, **fields))
    )


@pytest.mark.parametrize(
    "asked, meta, acts, why",
    [
        (Selection(), {}, 2, "nothing asked: all"),
        (Selection(ministry=("IenW",)), {}, 2, "an abbreviation"),
        (Selection(ministry=("waterstaat",)), {}, 2, "a part of the name"),
        (Selection(ministry=("water",)), {}, None, "half a word is no part of a name"),
        (Selection(ministry=("VWS", "i&w")), {}, 2, "one of several, written another way"),
        (Selection(ministry=("mnre1130",)), {}, 2, "a TOOI id"),
        (Selection(ministry=("IenW",)), {"ministry": None}, None, "an unknown ministry is not the one asked"),
        (Selection(ministry=("ez",)), {"ministry": "Ministerie van Economische Zaken en Klimaat"}, None, "EZ is not EZK"),
        (Selection(kind=("maatregel",)), {}, None, "no act of that kind"),
        (Selection(kind=("maatregel", "toezegging")), {}, 2, "several kinds"),
        (Selection(status=("aangekondigd",)), {}, 2, "a status"),
        (Selection(since=date(2099, 3, 1), until=date(2099, 3, 1)), {}, 2, "both ends belong to it"),
        (Selection(since=date(2099, 3, 2)), {}, None, "later than the letter"),
        (Selection(until=date(2099, 3, 1)), {"date": None}, None, "without a date it cannot be told"),
        (Selection(deadline_before=date(2099, 7, 1)), {}, 2, "ends on 30 June"),
        (Selection(deadline_before=date(2099, 6, 30)), {}, None, "the day itself is not before"),
        (Selection(dossier="98 765"), {}, 2, "the dossier of the letter, as printed"),
        (Selection(dossier="98765"), {"dossiers": ()}, 1, "elsewhere only acts on its papers"),
        (Selection(dossier="9876"), {}, None, "another number that begins alike"),
        (Selection(dossier="35300"), {"dossiers": ("35 300-XVI",)}, 2, "a dossier with all its chapters"),
        (Selection(dossier="35300-XVI"), {"dossiers": ("35300-XV",)}, None, "another chapter"),
        (Selection(motion="kst-98765-3"), {}, 1, "a motion"),
        (Selection(motion="98765-3"), {}, 1, "a motion without kst"),
        (Selection(motion="98765-33"), {}, None, "another motion that begins alike"),
        (Selection(query="BERICHTEN"), {}, 1, "capitals do not matter"),
        (Selection(query="veren pont"), {}, 1, "words anywhere, also in the heading, accents or not"),
        (Selection(query='"pont zal"'), {}, 1, "a phrase"),
        (Selection(query='"zal pont"'), {}, None, "not in this order"),
        (Selection(query='" OR x:*'), {}, None, "no query language: odd signs are looked for as they are"),
        (Selection(query="pont", motion="98765-3"), {}, None, "all that is asked must hold of one act"),
    ],
)  # fmt: skip
def test_filter(asked: Selection, meta: dict[str, object], acts: int | None, why: str) -> None:
    found = asked.of(letter(**meta))
    assert (found and len(found.commitments)) == acts, why


def test_a_letter_without_acts_stays_while_only_letters_are_asked_for() -> None:
    bare = replace(letter(), commitments=())
    assert Selection(ministry=("IenW",)).of(bare) == bare
    assert Selection(dossier="98765").of(bare) == bare
    assert Selection(query="pont").of(bare) is None


@given(
    st.builds(
        Selection,
        ministry=st.sampled_from([(), ("IenW",), ("VWS",)]),
        kind=st.sampled_from([(), ("toezegging",), ("maatregel",)]),
        dossier=st.sampled_from(["", "98765", "1"]),
        motion=st.sampled_from(["", "98765-3"]),
        since=st.none() | st.dates(),
        query=st.sampled_from(["", "pont", "zal"]) | st.text(max_size=5),
    )
)
def test_a_selection_only_takes_away_and_again_takes_nothing(asked: Selection) -> None:
    found = asked.of(letter())
    if found is not None:
        assert set(found.commitments) <= set(letter().commitments)
        assert asked.of(found) == found
    assert bool(asked) or found == letter()


@pytest.mark.parametrize("text", ["1 juli", "2024-02-30", ""])
def test_a_day_that_is_none_is_refused_with_the_form(text: str) -> None:
    with pytest.raises(BadInput, match=r"--since .*: not a day; write it as 2024-07-01"):
        parse_day(text, "--since")


@pytest.mark.parametrize(
    "printed, day, id_, why",
    [
        ("Ministerie van Economische Zaken", "2009-01-01", "mnre1040", "merged away in 2010"),
        ("Ministerie van Economische Zaken", "2015-01-01", "mnre1045", "its successor got the name back"),
        ("Economische Zaken", None, "mnre1045", "without a day the newest"),
        ("Ministerie van Landbouw,\nNatuur en Voedselkwaliteit", "2019-05-01", "mnre1153", "over two lines"),
        ("MINISTERIE VAN FINANCIEN", "2019-05-01", "mnre1090", "capitals, no accent"),
        ("Ministerie van Waterwegen", "2019-05-01", None, "no such ministry"),
        (None, None, None, "not known"),
    ],
)
def test_ministries_have_their_identifier(
    printed: str | None, day: str | None, id_: str | None, why: str
) -> None:
    assert ministry_id(printed, day) == (TOOI + id_ if id_ else None), why
    assert id_ is None or is_ministry(TOOI + id_, printed)
