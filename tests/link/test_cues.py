"""What a sentence says by its words alone: every pattern with a sentence for it and one that looks like it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerstukken.link.cues import Cue, cue_of
from kamerstukken.link.pointer import pointers_in

SAYS = [
    ("Hiermee beschouw ik de motie-De Zwaan c.s. als afgedaan.", "settles", "the usual formula"),
    ("Ik beschouw beide moties hierbij als uitgevoerd.", "settles", "its parts in another order"),
    ("De motie van het lid De Zwaan beschouw ik daarmee als afgehandeld.", "settles", "the motion first"),
    ("Hiermee geef ik invulling aan de motie De Zwaan (Kamerstuk 98 765, nr. 3).", "settles", "invulling"),
    ("Met dit plan van aanpak geef ik uitvoering aan een viertal moties.", "settles", "by a plan"),
    ("Daarmee wordt opvolging gegeven aan de motie van het lid De Zwaan.", "settles", "passive"),
    ("Met het toezenden van het overzicht is de motie van het lid De Zwaan uitgevoerd.", "settles", "is done"),
    ("Daarmee kom ik tegemoet aan de motie-De Zwaan over de veren.", "settles", "tegemoet"),
    ("Hiermee is voldaan aan de motie.", "settles", "voldaan"),
    ("Hiermee doe ik mijn toezegging aan het lid De Zwaan gestand.", "settles", "gestand"),
    ("In deze brief komen wij deze toezegging na.", "settles", "nakomen, split"),
    ("Met de onderhavige brief wordt die toezegging gestand gedaan.", "settles", "gestand gedaan"),
    ("Conform mijn toezegging bied ik u hierbij het rapport aan.", "settles", "promised and sent"),
    ("Hiermee wordt mede uitvoering gegeven aan de motie van het lid De Zwaan.", "partly", "mede"),
    ("Hiermee wordt voor het onderwerp veren invulling gegeven aan de motie.", "partly", "one subject of it"),
    ("Ik zie daarom af van de handreiking voor kleine gemeenten.", "dropped", "afzien, split"),
    ("De toezegging komt hiermee te vervallen.", "dropped", "vervallen"),
    ("De herziening vindt geen doorgang.", "dropped", "geen doorgang"),
    ("Hierbij bied ik u het rapport 'Over water' aan.", "sent", "aanbieden"),
    ("Als bijlage treft u het overzicht van de reistijden aan.", "sent", "as an annex"),
    ("Bijgaand ontvangt uw Kamer de evaluatie.", "sent", "ontvangen"),
    ("De evaluatie schuift door naar medio 2099.", "postponed", "doorschuiven"),
    ("De planning is vertraagd.", "postponed", "vertraagd, no new day"),
    ("Ik informeer uw Kamer nu uiterlijk 30 november 2099.", "moved", "nu uiterlijk"),
    ("De uitvoeringstoets vergt meer tijd.", "moved", "meer tijd"),
    ("De proef is op 1 april 2099 gestart.", "happened", "what was to come has come"),
    ("Het lid De Zwaan heb ik toegezegd dit na te gaan.", "told", "toegezegd"),
    ("Zoals toegezegd ontvangt uw Kamer de uitkomsten in mei.", "again", "zoals toegezegd"),
    ("Het onderzoek naar de nachtdienst staat hier los van.", "apart", "another matter"),
]  # fmt: skip

SAYS_NOT = [
    ("Zodra het rapport er is, beschouw ik de motie als afgedaan.", "settles", "only then"),
    ("De motie zal in het voorjaar worden uitgevoerd.", "settles", "still to come"),
    ("Hoe geeft u uitvoering aan de aangenomen motie?", "settles", "asked"),
    ("Ter uitvoering van de motie laat ik een onderzoek doen.", "settles", "it leads to an act"),
    ("De motie is nog niet uitgevoerd.", "settles", "nog niet"),
    ("De motie verzoekt de regering het onderzoek af te ronden.", "settles", "what it asks"),
    ("Ik kan deze toezegging niet doen.", "settles", "refused"),
    ("Hiermee kom ik tegemoet aan het verzoek van de commissie om alle toezeggingen op te nemen.", "settles", "a request"),
    ("De pont zal voor de zomer worden aangeboden.", "sent", "nothing is sent"),
    ("De brug ligt nu voor de haven.", "moved", "nu as a word of place"),
    ("Het veer vaart door naar de overkant.", "postponed", "a boat"),
    ("De subsidie vervalt niet zolang de regeling loopt.", "settles", "no motion, no promise"),
    ("De proef is nog niet gestart.", "happened", "nog niet"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "what", "why"), SAYS, ids=[row[2] for row in SAYS])
def test_what_a_sentence_says(sentence: str, what: str, why: str) -> None:
    assert getattr(cue_of(sentence), what), why


@pytest.mark.parametrize(("sentence", "what", "why"), SAYS_NOT, ids=[row[0][:40] for row in SAYS_NOT])
def test_what_only_looks_like_it(sentence: str, what: str, why: str) -> None:
    assert not getattr(cue_of(sentence), what), why


@pytest.mark.parametrize(
    ("text", "letters", "debates", "members", "why"),
    [
        ("In mijn brief van 14 maart jl. schreef ik", ("2099-03-14",), (), (), "jl.: the last one"),
        ("In mijn brief van 14 december schreef ik", ("2098-12-14",), (), (), "a day still to come is last year's"),
        ("de Kamerbrief d.d. 1 juni 2098", ("2098-06-01",), (), (), "with its year"),
        ("het commissiedebat van 11 mei 2099 heb ik het lid Tjalkema", (), ("2099-05-11",), ("tjalkema",), "a debate and a member"),
        ("het AO Water op 24 juni 2098", (), ("2098-06-24",), (), "AO with its subject"),
        ("de brief van 31 juni 2098", (), (), (), "no such day"),
        ("de leden Van der Zwaan en Kuzu", (), (), ("van der zwaan",), "particles"),
        ("een brief over 14 maart", (), (), (), "not the letter's day"),
    ],
)  # fmt: skip
def test_what_a_sentence_points_at(
    text: str, letters: tuple[str, ...], debates: tuple[str, ...], members: tuple[str, ...], why: str
) -> None:
    found = pointers_in(text, "2099-09-01")
    assert (found.letters, found.debates, found.members) == (letters, debates, members), why


@given(st.text(max_size=400))
def test_any_text_has_a_cue(text: str) -> None:
    assert isinstance(cue_of(text), Cue)
    assert cue_of(text) == cue_of(f"  {text}\n")


def test_endless_sentences_take_no_endless_time() -> None:
    hostile = (
        "hiermee motie uitvoering gegeven aan brief van 1 mei toezegging zoals heb is hierbij bied " * 60
    )[:1500]
    begin = time.process_time()
    for _ in range(10):
        cue_of(hostile)
        pointers_in(hostile, "2099-09-01")
    assert time.process_time() - begin < 5.0
