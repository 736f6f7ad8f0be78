"""The sample letters: made from their sources, labelled in the form of the docs, true to their own PDFs."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import subprocess
import sys
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import pdfplumber
import pypdfium2
import pytest
from label_form import Block, Citation, End, Footnote, Item, Letter, Links

from kamerstukken.evaluation.gold import load_folder

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
STEMS = sorted(path.stem for path in (CORPUS / "gold").glob("*.json"))
LARGEST = 200_000
NO_WORD = re.compile(r"[\W_]+")
"""All that a line's end, a hyphen or a bullet can put between letters."""


def labels(stem: str) -> Letter:
    return msgspec.json.decode((CORPUS / "gold" / f"{stem}.json").read_bytes(), type=Letter)


def links() -> Links:
    return msgspec.json.decode((CORPUS / "links.json").read_bytes(), type=Links)


def page_texts(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_bounded())
        text_page.close()
        page.close()
    document.close()
    return texts


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("corpus")
    command = [sys.executable, str(CORPUS / "make.py"), "--out", str(out)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return out


@pytest.fixture(scope="module", params=STEMS)
def letter(request: pytest.FixtureRequest) -> Letter:
    return labels(request.param)


def test_there_are_enough_letters_and_each_has_source_labels_and_pdf() -> None:
    assert len(STEMS) >= 14
    assert {p.stem for p in CORPUS.glob("*.pdf")} == set(STEMS)
    assert {p.stem for p in (CORPUS / "source").glob("*.md")} == set(STEMS)
    assert {p.name for p in (CORPUS / "source").glob("*.labels.toml")} == {
        f"{stem}.labels.toml" for stem in STEMS
    }


def _but_hash(path: Path) -> dict[str, Any]:
    """Labels without the PDF's hash: another version of the PDF library may write other bytes for the same page."""
    return {key: value for key, value in json.loads(path.read_bytes()).items() if key != "sha256"}


def test_what_is_committed_is_what_the_sources_give(rebuilt: Path) -> None:
    for name in ("manifest.csv", "links.json"):
        assert (rebuilt / name).read_bytes() == (CORPUS / name).read_bytes(), (
            f"run corpus/make.py: {name} is old"
        )
    for stem in STEMS:
        old, new = (_but_hash(folder / "gold" / f"{stem}.json") for folder in (CORPUS, rebuilt))
        assert old == new, f"run corpus/make.py: the labels of {stem} are old"
        old_text, new_text = (page_texts(folder / f"{stem}.pdf") for folder in (CORPUS, rebuilt))
        assert old_text == new_text, f"run corpus/make.py: {stem}.pdf is old"


def test_the_same_sources_give_the_same_bytes(rebuilt: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, str(CORPUS / "make.py"), "--out", str(tmp_path)], check=True, capture_output=True
    )
    files = sorted(path.relative_to(rebuilt) for path in rebuilt.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert [f for f in files if (rebuilt / f).read_bytes() != (tmp_path / f).read_bytes()] == []


def test_the_manifest_names_every_letter_and_says_what_it_shows() -> None:
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert [row["file"] for row in rows] == [f"{stem}.pdf" for stem in STEMS]
    for row in rows:
        gold = labels(row["file"].removesuffix(".pdf"))
        assert (row["title"], row["date"], int(row["pages"])) == (
            gold.metadata.subject,
            gold.metadata.date,
            gold.pages,
        )
        assert len(row["shows"]) > 20


def test_the_pdf_is_small_and_the_labels_are_its_own(letter: Letter) -> None:
    data = (CORPUS / letter.file).read_bytes()
    assert len(data) < LARGEST
    assert hashlib.sha256(data).hexdigest() == letter.sha256
    assert len(page_texts(CORPUS / letter.file)) == letter.pages


def test_items_quote_their_block_and_have_sound_deadlines(letter: Letter) -> None:
    texts = {block.n: block.text for block in letter.blocks}
    markers = {note.marker for note in letter.footnotes}
    assert [item.id for item in letter.items] == [f"M{n:02d}" for n in range(1, len(letter.items) + 1)]
    for item in letter.items:
        assert item.quote in texts[item.block], item
        assert set(item.via_footnote) <= markers, item
        assert set(item.motions) <= set(item.ids), item
        assert item.kind == "aanbeveling" or item.status != "afgerond" or item.deadline.end is None, item
        start, end = (
            value and date.fromisoformat(value) for value in (item.deadline.start, item.deadline.end)
        )
        assert not (start and end) or start <= end, item
        assert item.deadline.text or not (start or end), item


def test_citations_stand_where_they_say(letter: Letter) -> None:
    for citation in letter.citations:
        kind, number = citation.where.split()
        if kind == "block":
            assert citation.raw in letter.blocks[int(number) - 1].text
        else:
            assert any(citation.raw in n.text for n in letter.footnotes if n.marker == number), citation


def test_motions_of_items_are_cited_in_the_letter(letter: Letter) -> None:
    cited = {ident for citation in letter.citations for ident in citation.ids}
    assert {motion for item in letter.items for motion in item.motions} <= cited


def test_notes_are_anchored_in_reading_order(letter: Letter) -> None:
    texts = {block.n: block.text for block in letter.blocks}
    for note in letter.footnotes:
        assert note.anchor_before in texts[note.anchor_block]
    assert [note.anchor_block for note in letter.footnotes] == sorted(
        note.anchor_block for note in letter.footnotes
    )


def _stands(word: str, here: str, following: str) -> bool:
    """On the page, on the next, or broken over the two ('Daar-' 'naast')."""
    whole = word in here or word in following
    return whole or any(word[:i] in here and word[i:] in following for i in range(3, len(word) - 2))


def test_every_word_of_the_labels_is_on_its_page(letter: Letter) -> None:
    """Words squeezed of all but letters, so that breaks over lines do not matter; the next page, for what runs over."""
    pages = [NO_WORD.sub("", text) for text in page_texts(CORPUS / letter.file)] + [""]
    for part in [*letter.blocks, *letter.footnotes]:
        words = (NO_WORD.sub("", word) for word in part.text.split())
        here, following = pages[part.page - 1], pages[part.page]
        assert [word for word in words if not _stands(word, here, following)] == [], part


def test_blocks_begin_on_their_page(letter: Letter) -> None:
    pages = [NO_WORD.sub("", text) for text in page_texts(CORPUS / letter.file)]
    for block in letter.blocks:
        begin = NO_WORD.sub("", " ".join(block.text.split()[:2]))
        assert begin in pages[block.page - 1], block


def test_the_labels_load_as_documents() -> None:
    loaded = load_folder(CORPUS / "gold")
    assert len(loaded) == len(STEMS)
    for one in loaded:
        for note in one.document.footnotes:
            assert note.anchor is not None


def _characters(pdf: Path) -> set[str]:
    """As pdfplumber gives them: pdfium has one sign of its own for soft and hard hyphens at a line's end."""
    with pdfplumber.open(pdf) as document:
        return {char["text"] for page in document.pages for char in page.chars}


def test_the_nuisances_are_really_there() -> None:
    texts = {stem: page_texts(CORPUS / f"{stem}.pdf") for stem in STEMS}
    everything = "".join(text for pages in texts.values() for text in pages)
    assert "P agina" in everything  # kerning torn apart
    assert "\u00ad" in _characters(CORPUS / "2023-10-05_kamerbrief-sociale-veiligheid-op-ponten.pdf")
    assert "\u00a0" in _characters(CORPUS / "2023-06-19_kamerbrief-uitstel-onderzoek-nachtdienst.pdf")
    assert max(labels(stem).pages for stem in STEMS) >= 12
    assert min(labels(stem).pages for stem in STEMS) == 1
    restarted = [s for s in STEMS if [n.marker for n in labels(s).footnotes].count("1") > 1]
    assert len(restarted) >= 2
    kinds = {block.kind for stem in STEMS for block in labels(stem).blocks}
    assert kinds == {"heading", "paragraph", "item", "question", "answer", "table"}


def _ends(edge_links: Links) -> list[End]:
    both = [end for edge in [*edge_links.edges, *edge_links.no_edges] for end in (edge.source, edge.to)]
    return [end for end in both if isinstance(end, End)] + [row.of for row in edge_links.statuses]


def test_every_end_of_a_link_is_a_sentence_of_its_letter() -> None:
    for end in _ends(links()):
        letter = labels(end.letter.removesuffix(".pdf"))
        assert end.quote in letter.blocks[end.block - 1].text


def test_every_end_of_a_link_touches_an_item() -> None:
    for end in _ends(links()):
        items = [i for i in labels(end.letter.removesuffix(".pdf")).items if i.block == end.block]
        assert any(item.quote in end.quote or end.quote in item.quote for item in items), end


def test_follows_lead_back_in_time_and_say_how() -> None:
    for edge in links().edges:
        assert (edge.type == "follows") == (edge.how is not None)
        if edge.type == "follows":
            assert isinstance(edge.source, End) and isinstance(edge.to, End)
            assert edge.to.letter < edge.source.letter  # names begin with the date
        if edge.how == "wijziging":
            assert edge.old and edge.new and edge.old < edge.new


def test_the_chain_has_what_a_trace_needs() -> None:
    found = links()
    letters = {end.letter for end in _ends(found)}
    assert len(letters) >= 5
    assert {edge.how for edge in found.edges if edge.how} == {
        "herhaling",
        "wijziging",
        "nakoming",
        "vervallen",
    }
    by_type = {key: len(list(group)) for key, group in groupby(sorted(e.type for e in found.edges))}
    assert by_type["spawned"] >= 4 and by_type["settles"] >= 3
    assert found.no_edges


def test_statuses_follow_from_links_and_deadlines() -> None:
    """The labels agree with each other: what became of a promise by a day is in the edges, else its deadline decides."""
    said = {"wijziging": "gewijzigd", "nakoming": "voldaan", "vervallen": "vervallen"}
    found = links()
    for row in found.statuses:
        later = [
            e for e in found.edges if e.how in said and e.to == row.of and e.source.letter[:10] <= row.on
        ]
        item = next(i for i in labels(row.of.letter.removesuffix(".pdf")).items if row.of.quote in i.quote)
        late = item.deadline.end is not None and item.deadline.end < row.on
        expected = said[later[-1].how or ""] if later else "verlopen" if late else "open"
        assert row.status == expected, row


def test_spawned_links_agree_with_the_items() -> None:
    """A motion that spawned a sentence is a motion of that sentence's item."""
    for edge in links().edges:
        if edge.type == "spawned":
            assert isinstance(edge.to, End)
            to = edge.to
            items = [i for i in labels(to.letter.removesuffix(".pdf")).items if to.quote in i.quote]
            assert [edge.source in item.motions for item in items] == [True], edge


@pytest.mark.shared
def test_real_labels_have_the_same_form(shared: Path) -> None:
    """Real letters have these fields, a few of them one more (`when`)."""
    for path in sorted((shared / "gold").glob("*.json")):
        row = json.loads(path.read_bytes())
        assert set(row) == set(Letter.__struct_fields__), path.name
        for part, form in (
            ("blocks", Block),
            ("footnotes", Footnote),
            ("citations", Citation),
            ("items", Item),
        ):
            assert all(set(one) >= set(form.__struct_fields__) for one in row[part]), (path.name, part)
