"""The register keeps what it is given, whole, and nothing twice."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import toy

from kamerstukken.errors import RegisterError, UnreadableLetter
from kamerstukken.model import Box, Failure
from kamerstukken.register import Register, SourceFile, database
from kamerstukken.register.store import Register as Store

TEXT = "# Veren\nIk zal u voor de zomer berichten over kst-98765-3.\n^1 Zie kst-98765-4, p. 2.\nNiets."


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register.writable(tmp_path / "register.sqlite")


def record(register: Store, name: str, text: str, made_by: str = "v1") -> str:
    analysis = toy(text, name)
    register.record(SourceFile(name, name), analysis, made_by=made_by)
    return analysis.document.id


def test_a_letter_comes_back_as_it_went_in(register: Register) -> None:
    analysis = toy(TEXT)
    register.record(SourceFile("x", "brief.pdf"), analysis, made_by="v1")
    assert register.analysis(analysis.document.id) == analysis


def test_a_paper_without_an_id_keeps_its_number(register: Register) -> None:
    """'Richtlijn 2003/59/EG' has a CELEX number and no page among the official publications."""
    analysis = toy(TEXT)
    first = analysis.citations[0]
    numbered = replace(first, reference=replace(first.reference, kind="eu", ids=(), number="32003L0059"))
    analysis = replace(analysis, citations=(numbered, *analysis.citations[1:]))
    register.record(SourceFile("x", "brief.pdf"), analysis, made_by="v1")
    assert register.analysis(analysis.document.id) == analysis
    assert register.citations()["number"].iloc[0] == "32003L0059"


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8") | st.sampled_from("\0\r\n\t'\"zal#^ "),
        max_size=300,
    )
)
def test_any_text_comes_back_to_the_character(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    analysis = toy(f"zal {text}")
    with Register.writable(tmp_path_factory.getbasetemp() / "any.sqlite") as register:
        register.record(SourceFile("x", "brief.pdf"), analysis, made_by="v1")
        assert register.analysis(analysis.document.id) == analysis


def test_the_page_of_an_act_is_that_of_its_quote(register: Register) -> None:
    analysis = toy(TEXT)
    (act,) = analysis.commitments
    later = replace(act, quote=replace(act.quote, boxes=(Box(3, 1, 1, 2, 2),)))
    register.record(SourceFile("x", "brief.pdf"), replace(analysis, commitments=(later,)), made_by="v1")
    assert register.analysis(analysis.document.id).commitments[0].page == 3


def test_letters_are_in_the_order_of_their_names(register: Register) -> None:
    ids = {name: record(register, name, name) for name in ("c.pdf", "a.pdf", "b.pdf")}
    assert register.letter_ids() == (ids["a.pdf"], ids["b.pdf"], ids["c.pdf"])


def test_a_file_with_new_bytes_replaces_its_letter(register: Register) -> None:
    record(register, "a.pdf", "eerst")
    new = record(register, "a.pdf", "later")
    assert register.letter_ids() == (new,)


def test_the_same_bytes_twice_are_one_letter_with_two_files(register: Register) -> None:
    id_ = record(register, "b.pdf", TEXT)
    register.adopt(SourceFile("a.pdf", "a.pdf"), toy(TEXT).document.sha256, made_by="v1")
    assert [f.name for f in register.files(id_)] == ["a.pdf", "b.pdf"]
    assert register.analysis(id_).document.file == "a.pdf", "named after its first file"
    register.forget([SourceFile("a.pdf", "a.pdf")])
    assert register.analysis(id_).document.file == "b.pdf"
    register.forget([SourceFile("b.pdf", "b.pdf")])
    assert register.letter_ids() == ()


def test_a_letter_that_is_gone_leaves_nothing_behind(register: Register, tmp_path: Path) -> None:
    record(register, "a.pdf", TEXT)
    register.forget([SourceFile("a.pdf", "a.pdf")])
    assert set(register.counts().values()) == {0}
    assert register.search("zomer") == ()
    with sqlite3.connect(tmp_path / "register.sqlite") as connection:
        connection.execute(
            "INSERT INTO blocks_fts (blocks_fts) VALUES ('integrity-check')"
        )  # raises if out of step
        connection.execute("INSERT INTO commitments_fts (commitments_fts) VALUES ('integrity-check')")
    connection.close()


def test_a_failure_goes_when_the_file_can_be_read(register: Register) -> None:
    file = SourceFile("a.pdf", "a.pdf")
    sha256 = toy(TEXT).document.sha256
    register.record(file, Failure("a.pdf", sha256, "read", "kapot"), made_by="v1")
    assert register.known(sha256, "v1") == "failure"
    register.record(file, toy(TEXT), made_by="v2")
    assert register.failed() == ()
    assert register.known(sha256, "v2") == "letter"
    assert register.known(sha256, "v1") is None, "made by another recipe or version"


def test_what_is_wrong_with_the_bytes_is_wrong_with_every_copy(register: Register) -> None:
    record(register, "a.pdf", TEXT)
    sha256 = toy(TEXT).document.sha256
    register.adopt(SourceFile("b.pdf", "b.pdf"), sha256, made_by="v1")
    register.record(SourceFile("a.pdf", "a.pdf"), Failure("a.pdf", sha256, "cite", "kapot"), made_by="v2")
    assert [f.file for f in register.failed()] == ["a.pdf", "b.pdf"]
    assert register.letter_ids() == ()
    register.record(SourceFile("b.pdf", "b.pdf"), toy(TEXT), made_by="v3")
    assert register.failed() == ()


def test_files_that_cannot_be_opened_do_not_share_their_failure(register: Register) -> None:
    for name in ("a.pdf", "b.pdf"):
        register.record(SourceFile(name, name), Failure(name, "", "open", f"geen {name}"), made_by="v1")
    assert [f.reason for f in register.failed()] == ["geen a.pdf", "geen b.pdf"]


def test_a_letter_that_does_not_fit_leaves_the_register_as_it_was(register: Register) -> None:
    good = record(register, "a.pdf", TEXT)
    analysis = toy("zal x")
    twice = replace(analysis, document=replace(analysis.document, blocks=analysis.document.blocks * 2))
    with pytest.raises(UnreadableLetter, match="cannot be kept"):
        register.record(SourceFile("b.pdf", "b.pdf"), twice, made_by="v1")
    with pytest.raises(UnreadableLetter, match="surrogates not allowed"):
        register.record(SourceFile("b.pdf", "b.pdf"), toy("zal \udcff"), made_by="v1")
    assert register.letter_ids() == (good,)
    assert [f.name for f in register.files()] == ["a.pdf"]


def test_search_finds_words_without_their_accents(register: Register) -> None:
    id_ = record(register, "a.pdf", "Reïntegratie van coördinatoren\nanders")
    assert register.search("reintegratie") == ((id_, 1),)
    with pytest.raises(RegisterError):
        register.search('"')


@pytest.mark.parametrize("words", ["a.pdf", "A.P", "whole id", "sha"])
def test_a_letter_is_found_by_what_people_know_of_it(register: Register, words: str) -> None:
    id_ = record(register, "a.pdf", TEXT)
    record(register, "z.pdf", "anders")
    meant = {"whole id": id_, "sha": toy(TEXT).document.sha256[:7]}.get(words, words)
    assert register.find(meant) == (id_,)


def test_data_frames_have_real_dtypes(register: Register) -> None:
    empty = register.commitments().dtypes
    record(register, "a.pdf", TEXT)
    frame = register.commitments()
    assert frame["deadline_end"].dt.year.tolist() == [2099]
    assert isinstance(frame["kind"].dtype, pd.CategoricalDtype)
    assert frame["page"].dtype == "Int64"
    assert frame["confidence"].dtype == "float64"
    assert frame["motions"].tolist() == [("kst-98765-3",)]
    assert list(empty.index) == list(frame.columns)
    assert len(register.letters()) == 1
    assert register.citations()["page"].sum() == 2
    assert list(register.failures().columns) == ["file", "sha256", "stage", "reason"]


def test_several_writers_and_a_reader_at_once(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    errors: list[BaseException] = []

    def write(who: int) -> None:
        try:
            with Register.writable(path) as register:
                for n in range(10):
                    record(register, f"{who}-{n}.pdf", f"zal {who} {n}")
                    len(register.commitments())
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    with Register(path) as register:
        assert register.counts()["commitments"] == 40
    assert [p.name for p in tmp_path.iterdir()] == ["register.sqlite"], "no side files stay"


def test_reading_does_not_write(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    Register.writable(path).close()
    with Register(path) as register, pytest.raises(RegisterError, match="cannot be written"):
        record(register, "a.pdf", TEXT)


def test_missing_foreign_and_damaged_files_are_explained(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"no register here.*kamerstukken run"):
        Register(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_bytes(b"%PDF-1.7" * 1000)
    with pytest.raises(RegisterError, match="not a register, or a damaged one"):
        Register(tmp_path / "text.sqlite")
    connection = sqlite3.connect(tmp_path / "other.sqlite")
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    for opener in (Register, Register.writable):
        with pytest.raises(RegisterError, match="no register of this package"):
            opener(tmp_path / "other.sqlite")


def test_a_register_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    Register.writable(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {database.newest() + 1}")
    connection.close()
    with pytest.raises(RegisterError, match="newer kamerstukken"):
        Register(path)


def test_an_older_register_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "register.sqlite"
    with Register.writable(path) as register:
        record(register, "a.pdf", TEXT)
    before = database.newest()
    script = (
        "CREATE TABLE extra (x);\nCREATE TRIGGER t AFTER INSERT ON extra BEGIN\n  DELETE FROM extra;\nEND;"
    )
    scripts = database._migrations()
    monkeypatch.setattr(database, "_migrations", lambda: (*scripts, script))
    with Register(path) as register:
        assert register.counts()["letters"] == 1
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (before + 1,)
    assert connection.execute("SELECT count(*) FROM extra").fetchone() == (0,)
    connection.close()


def test_a_locked_register_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    path = tmp_path / "register.sqlite"
    with Register.writable(path) as register:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match=r"register\.sqlite: another program keeps the register busy"):
            record(register, "a.pdf", TEXT)
        other.execute("ROLLBACK")
        other.close()
