"""The contract of the outputs: the columns of every list, their types, Dutch headings and meanings.

The one source of them: JSON Lines, CSV, XLSX, data frames, JSON Schemas and docs/outputs.md are made from here.
"""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

from kamerstukken.model import BlockKind, Box, Kind, Layout, Oordeel, Signatory, Standing, Status, Strength


def _text(title: str, description: str, **extra: Any) -> Meta:
    return Meta(title=title, description=description, extra_json_schema=extra or None)


def _date(title: str, description: str) -> Meta:
    return _text(title, description, format="date")


MINISTRY_ID = (
    "The ministry's identifier in the government's register of organisations (TOOI), null where not known."
)


class BlockRow(Struct, frozen=True):
    """A part of the body, in reading order."""

    n: Annotated[int, _text("Nr.", "Number of the block, from 1.")]
    kind: Annotated[
        BlockKind, _text("Soort", "What it is; a table's cells are separated by tabs, its rows by newlines.")
    ]
    page: Annotated[int, _text("Pagina", "Page where it starts, from 1.")]
    text: Annotated[str, _text("Tekst", "Its words, joined over lines and pages, without footnote markers.")]
    start: Annotated[int, _text("Begin", "Offset of its first character in the letter's text (see below).")]
    level: Annotated[
        int, _text("Niveau", "Depth of a heading (1 is the highest) or of an item in its list, else 0.")
    ]


class FootnoteRow(Struct, frozen=True):
    """A footnote, tied to the word that carries its marker."""

    marker: Annotated[str, _text("Noot", "The marker as printed.")]
    page: Annotated[int, _text("Pagina", "Page where the note starts.")]
    text: Annotated[str, _text("Tekst", "The note's words, without the marker.")]
    start: Annotated[int, _text("Begin", "Offset of its first character in the letter's text.")]
    anchor: Annotated[int | None, _text("Plaats", "Offset right behind the word that carries the marker.")]
    anchor_block: Annotated[
        int | None, _text("Blok", "The block of that word; null where no marker was found.")
    ]
    anchor_before: Annotated[str | None, _text("Woorden ervoor", "The six words right before the marker.")]


class DocumentRow(Struct, frozen=True):
    """A letter."""

    id: Annotated[str, _text("Brief", "The letter's id: the first 12 digits of its SHA-256.")]
    file: Annotated[
        str, _text("Bestand", "Its file name; the first by name where several files hold the same bytes.")
    ]
    files: Annotated[tuple[str, ...], _text("Bestanden", "All files that hold these bytes, by name.")]
    sha256: Annotated[str, _text("SHA-256", "Of the file's bytes.")]
    pages: Annotated[int, _text("Pagina's", "Number of pages.")]
    layout: Annotated[
        Layout, _text("Opmaak", "Whose layout: a ministry's letter, a Kamerstuk, an Aanhangsel, other.")
    ]
    date: Annotated[str | None, _date("Datum", "The letter's date, as it says itself.")]
    subject: Annotated[str | None, _text("Onderwerp", "Betreft, or the title.")]
    ministry: Annotated[str | None, _text("Ministerie", "As printed.")]
    ministry_id: Annotated[str | None, _text("TOOI", MINISTRY_ID, format="uri")]
    kenmerk: Annotated[str | None, _text("Kenmerk", "Ons kenmerk.")]
    uw_kenmerk: Annotated[str | None, _text("Uw kenmerk", "Uw kenmerk.")]
    addressee: Annotated[str | None, _text("Geadresseerde", "Who the letter is for, as printed.")]
    signatories: Annotated[
        tuple[Signatory, ...], _text("Ondertekenaars", "Who signs: name and role as printed.")
    ]
    session: Annotated[str | None, _text("Vergaderjaar", "Printed session of parliament, as 2019-2020.")]
    dossiers: Annotated[tuple[str, ...], _text("Dossiers", "Printed dossier numbers.")]
    number: Annotated[str | None, _text("Nummer", "Printed number within the dossier.")]
    document: Annotated[
        str | None, _text("Documentnummer", "The Kamer's number, as 2026D01234; from a manifest.")
    ]
    zaaknummers: Annotated[
        tuple[str, ...], _text("Zaaknummers", "The Kamer's numbers of the letter's cases; from a manifest.")
    ]
    from_manifest: Annotated[
        tuple[str, ...],
        _text("Uit manifest", "Fields that the letter does not print and its manifest knows."),
    ]
    blocks: Annotated[
        tuple[BlockRow, ...], _text("Blokken", "The body from the salutation to the closing formula.")
    ]
    footnotes: Annotated[tuple[FootnoteRow, ...], _text("Voetnoten", "The notes, in order.")]
    remarks: Annotated[
        tuple[str, ...],
        _text(
            "Opmerkingen",
            "What a user should know of the reading: a damaged file, pages without text, pages read by OCR and how sure.",
        ),
    ] = ()


class CitationRow(Struct, frozen=True):
    """A mention of an official paper."""

    letter: Annotated[str, _text("Brief", "Id of the letter that mentions it.")]
    text: Annotated[str, _text("Verwijzing", "The mention, verbatim.")]
    kind: Annotated[str, _text("Soort", "Kind of paper: kamerstuk, motie, handelingen, aanhangsel, stb, ….")]
    ids: Annotated[
        tuple[str, ...], _text("Kenmerken", "What is meant, as kst-34843-30; empty where not known.")
    ]
    chamber: Annotated[
        str | None, _text("Kamer", "I (Eerste Kamer), II (Tweede Kamer) or null where not said.")
    ]
    session: Annotated[str | None, _text("Vergaderjaar", "Session of parliament, as 2017-2018.")]
    where: Annotated[str, _text("Plaats", "'block 7' or 'footnote 2'.")]
    page: Annotated[int, _text("Pagina", "Page where the mention starts.")]
    start: Annotated[int, _text("Begin", "Offset of its first character in the letter's text.")]
    end: Annotated[int, _text("Eind", "Offset behind its last character.")]
    url: Annotated[
        str | None, _text("Adres", "A good guess at the official page of the first id.", format="uri")
    ]
    resolved_by: Annotated[str | None, _text("Herleid door", "The step that gave the ids; null without ids.")]
    pages: Annotated[str | None, _text("Blz.", "Pages of the paper, as written ('p. 12-14').")]
    indieners: Annotated[
        tuple[str, ...], _text("Indieners", "Members that a motion or amendment is named after.")
    ]
    number: Annotated[
        str | None,
        _text(
            "Nummer",
            "What identifies a paper without an official id: a CELEX number, law and article, an LJN code.",
        ),
    ]
    boxes: Annotated[
        tuple[Box, ...],
        _text("Vlakken", "Where it stands: a rectangle a line, in points from the page's top left."),
    ]
    file: Annotated[str, _text("Bestand", "The letter's file name.")]


class CommitmentRow(Struct, frozen=True):
    """One act: a toezegging, a maatregel or an aanbeveling."""

    id: Annotated[str, _text("Id", "Stable over runs, machines and corrected versions of the letter.")]
    letter: Annotated[str, _text("Brief", "Id of the letter.")]
    kind: Annotated[
        Kind,
        _text(
            "Soort",
            "toezegging (the government binds itself), maatregel (a policy action), aanbeveling (advice of a third party).",
        ),
    ]
    status: Annotated[
        Status,
        _text(
            "Status",
            "aangekondigd (still to start), lopend (running), afgerond (done), as the letter tells it.",
        ),
    ]
    stand: Annotated[
        Standing | None,
        _text(
            "Stand",
            "How it stands on a day, by what all letters tell: open, deels, voldaan, verlopen (its last day is over), gewijzigd (another moment took its place), vervallen, onbekend; null where no letter has a date.",
        ),
    ]
    stand_on: Annotated[
        str | None, _date("Stand op", "The day of the stand: that of the newest letter, or as asked.")
    ]
    stand_since: Annotated[str | None, _date("Stand sinds", "The first day that it stands so.")]
    stand_letter: Annotated[
        str | None,
        _text(
            "Stand door brief",
            "Id of the later letter that says so; null where time or the letter itself does.",
        ),
    ]
    action: Annotated[str, _text("Actie", "What is done, short, in the infinitive.")]
    quote: Annotated[str, _text("Citaat", "The sentence or clause that carries it, verbatim.")]
    actor: Annotated[str | None, _text("Actor (tekst)", "Who acts, as written ('ik').")]
    actor_norm: Annotated[str | None, _text("Actor", "Who is meant ('minister van VWS').")]
    actor_name: Annotated[str | None, _text("Naam", "The person, where the letter tells.")]
    addressee: Annotated[str | None, _text("Voor wie", "Whom it is promised to or meant for.")]
    deadline_text: Annotated[str | None, _text("Termijn (tekst)", "The moment as written.")]
    deadline_start: Annotated[str | None, _date("Termijn van", "First day of the moment, null where open.")]
    deadline_end: Annotated[
        str | None, _date("Termijn tot en met", "Last day of the moment, null where open.")
    ]
    deadline_certainty: Annotated[
        str | None,
        _text(
            "Zekerheid termijn",
            "exact, vaag ('op korte termijn') or gebeurtenis ('na afronding van het onderzoek').",
        ),
    ]
    deadline_edtf: Annotated[
        str | None, _text("Termijn (EDTF)", "The moment in Extended Date/Time Format (ISO 8601-2).")
    ]
    deadline_rrule: Annotated[str | None, _text("Herhaling", "Its recurrence (RFC 5545).")]
    motions: Annotated[tuple[str, ...], _text("Moties", "Motions that the act rests on.")]
    ids: Annotated[
        tuple[str, ...], _text("Kamerstukken", "All papers that the act rests on, motions included.")
    ]
    recommendation: Annotated[str | None, _text("Aanbeveling", "The recommendation that it answers.")]
    strength: Annotated[Strength, _text("Kracht", "hard, zwak ('streef ernaar') or voorwaardelijk ('mits').")]
    heading: Annotated[str | None, _text("Kop", "The nearest heading above.")]
    headings: Annotated[tuple[str, ...], _text("Koppen", "All headings above, from the highest.")]
    block: Annotated[int, _text("Blok", "Number of its block in documents.jsonl.")]
    page: Annotated[int, _text("Pagina", "Page where the quote starts.")]
    start: Annotated[int, _text("Begin", "Offset of the quote in the letter's text.")]
    end: Annotated[int, _text("Eind", "Offset behind its last character.")]
    boxes: Annotated[
        tuple[Box, ...],
        _text("Vlakken", "Where the quote stands: a rectangle a line, in points from the page's top left."),
    ]
    rule: Annotated[str, _text("Reden", "Why it was taken, in words.")]
    confidence: Annotated[
        float, _text("Betrouwbaarheid", "0 to 1: of rows at 0.8, eight in ten should be right.")
    ]
    file: Annotated[str, _text("Bestand", "The letter's file name.")]
    letter_date: Annotated[str | None, _date("Datum brief", "The letter's date.")]
    ministry: Annotated[str | None, _text("Ministerie", "The letter's ministry, as printed.")]
    ministry_id: Annotated[str | None, _text("TOOI", MINISTRY_ID, format="uri")]
    subject: Annotated[str | None, _text("Onderwerp", "The letter's subject.")]
    review: Annotated[
        Oordeel | None,
        _text(
            "Oordeel",
            "What a person who saw the row said of it; null: nobody saw it. The values are as that person decided.",
        ),
    ]
    remark: Annotated[str | None, _text("Opmerking", "What that person noted.")]
    reviewer: Annotated[str | None, _text("Nagekeken door", "Who that was.")]
    reviewed_at: Annotated[str | None, _text("Nagekeken op", "When, in UTC.", format="date-time")]


class MotionRow(Struct, frozen=True):
    """A motion and an act that rests on it; a motion without one has a single row, with nothing behind `settled_letter`."""

    motion: Annotated[
        str, _text("Motie", "Its id, as kst-98765-8, or motie:NAME while the number is not known.")
    ]
    indieners: Annotated[tuple[str, ...], _text("Indieners", "Members that it is named after.")]
    url: Annotated[str | None, _text("Adres", "A good guess at its official page.", format="uri")]
    letters: Annotated[tuple[str, ...], _text("Brieven", "Ids of the letters that name it, by date.")]
    first: Annotated[str | None, _date("Eerste brief", "Date of the first letter that names it.")]
    last: Annotated[str | None, _date("Laatste brief", "Date of the last letter that names it.")]
    settled: Annotated[str | None, _date("Afgedaan verklaard", "Date of the letter that calls it done.")]
    settled_letter: Annotated[str | None, _text("Afgedaan door brief", "Id of that letter.")]
    commitment: Annotated[str | None, _text("Id", "The act; null where no act rests on the motion.")] = None
    kind: Annotated[Kind | None, _text("Soort", "Its kind.")] = None
    status: Annotated[Status | None, _text("Status", "Its status, as the letter tells it.")] = None
    stand: Annotated[Standing | None, _text("Stand", "How it stands on a day, by what all letters tell.")] = (
        None
    )
    action: Annotated[str | None, _text("Actie", "What is done, short.")] = None
    quote: Annotated[str | None, _text("Citaat", "The sentence that carries it, verbatim.")] = None
    actor_norm: Annotated[str | None, _text("Actor", "Who acts.")] = None
    deadline_text: Annotated[str | None, _text("Termijn (tekst)", "The moment as written.")] = None
    deadline_end: Annotated[str | None, _date("Termijn tot en met", "Last day of the moment.")] = None
    letter: Annotated[str | None, _text("Brief", "Id of the letter that says it.")] = None
    letter_date: Annotated[str | None, _date("Datum brief", "That letter's date.")] = None
    file: Annotated[str | None, _text("Bestand", "That letter's file name.")] = None
    page: Annotated[int | None, _text("Pagina", "Page where the quote starts.")] = None
    title: Annotated[
        str | None, _text("Titel", "The motion's title; from a catalogue, as all behind it.")
    ] = None
    outcome: Annotated[str | None, _text("Stemming", "Outcome of the vote, as the Kamer writes it.")] = None
    appreciation: Annotated[str | None, _text("Appreciatie", "What the cabinet advised.")] = None
    afgedaan: Annotated[bool | None, _text("Afgedaan", "Whether the Kamer holds it as settled.")] = None


class FailureRow(Struct, frozen=True):
    """A file that could not be read."""

    file: Annotated[str, _text("Bestand", "Its file name.")]
    sha256: Annotated[str | None, _text("SHA-256", "Of its bytes; null where it could not be opened.")]
    stage: Annotated[str, _text("Stap", "The step that gave up.")]
    reason: Annotated[str, _text("Reden", "What is wrong, and what can be done.")]
