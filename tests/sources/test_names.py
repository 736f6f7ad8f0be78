"""Names of files, ids and entries, whatever a service says."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerstukken.sources.letters.entry import dossier_ids, file_name, is_of, official_id
from kamerstukken.sources.manifest import Entry, Manifest, read_entries
from kamerstukken.sources.validators import Validators

anything = st.text(max_size=200)
some = st.none() | anything


@given(anything, some, some, some)
def test_a_files_name_stays_in_its_folder_on_every_system(
    id_: str, document: str | None, date: str | None, subject: str | None
) -> None:
    name = file_name(
        Entry(key="k", id=id_, source="odata", url="u", document=document, date=date, subject=subject)
    )
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*\.pdf", name)
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert len(name) < 140


entries = st.builds(
    Entry, key=st.text("abc", min_size=1, max_size=2), id=anything, source=anything, url=anything, subject=some, date=some,
    dossiers=st.lists(anything, max_size=2).map(tuple), version=st.builds(Validators, some, some), withdrawn=st.booleans(),
)  # fmt: skip


@given(st.lists(entries, max_size=6))
def test_a_manifest_gives_back_the_last_entry_of_each_key(
    tmp_path_factory: pytest.TempPathFactory, kept: list[Entry]
) -> None:
    folder = tmp_path_factory.mktemp("m")
    manifest = Manifest(folder)
    for entry in kept:
        manifest.keep(entry)
    last = {entry.key: entry for entry in kept}
    assert Manifest(folder).entries == last
    manifest.settle()
    settled = read_entries(folder / "manifest.jsonl")
    assert {entry.key: entry for entry in settled} == last and len(settled) == len(last)


@pytest.mark.parametrize(
    ("values", "dossiers", "id_", "why"),
    [
        ({"volgnummer": 12}, ("36600-XVI",), "kst-36600-XVI-12", "a chapter of the budget"),
        ({"volgnummer": -1}, ("36600",), None, "-1 is no number"),
        ({"volgnummer": 12}, (), None, "no dossier"),
        ({"aanhangsel": "242502391"}, (), "ah-tk-20242025-2391", "answers to questions"),
        ({"aanhangsel": "onbekend"}, (), None, "words where a number should be"),
    ],
)
def test_official_ids(
    values: dict[str, object], dossiers: tuple[str, ...], id_: str | None, why: str
) -> None:
    assert official_id(values, dossiers) == id_, why


def test_dossiers_keep_their_own_toevoeging() -> None:
    assert dossier_ids([36600, 29023, None], ["XVI", None, "A"]) == ("36600-XVI", "29023")
    assert dossier_ids([36600, 29023], []) == ("36600", "29023")


@pytest.mark.parametrize(
    ("wanted", "fits", "why"),
    [
        ("VWS", True, "abbreviation"),
        ("Volksgezondheid, Welzijn en Sport", True, "name"),
        ("welzijn en sport", True, "part of the name"),
        ("IenW", False, "another"),
        ("en", False, "too short to say anything"),
    ],
)
def test_ministries_as_people_name_them(wanted: str, fits: bool, why: str) -> None:
    role = "minister van Volksgezondheid, Welzijn en Sport"
    entry = Entry(key="k", id="i", source="odata", url="u", signatories=(("A. de Wit", role),))
    assert is_of(entry, (wanted,)) is fits, why


def test_an_entry_reads_what_it_wrote(tmp_path: Path) -> None:
    entry = Entry(key="k", id="i", source="koop", url="u", signatories=(("A", "minister"),))
    assert msgspec.json.decode(msgspec.json.encode(entry), type=Entry) == entry
