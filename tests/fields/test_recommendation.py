"""Which recommendation an act answers."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from act_letters import act_in, letter

from kamerstukken.commit.fields.recommendation import LONGEST, recommendation

ACT = "Ik zal de steigers in mei keuren."


class Case(NamedTuple):
    why: str
    blocks: tuple[tuple[str, str], ...]
    expected: str | None
    act: str = ACT
    headings: tuple[str, ...] = ()


CASES = [
    Case("its number", (("paragraph", "Aanbeveling 3 neem ik over."),), "Aanbeveling 3", "Aanbeveling 3 neem ik over."),
    Case("several numbers", (("paragraph", "Aan de aanbevelingen 2 en 4 geef ik gevolg."),), "Aanbevelingen 2 en 4", "Aan de aanbevelingen 2 en 4 geef ik gevolg."),
    Case("an ordinal", (("paragraph", "De derde aanbeveling neem ik over."),), "Aanbeveling 3", "De derde aanbeveling neem ik over."),
    Case("a number with a letter", (("paragraph", "Aanbeveling 2.1 voer ik uit."),), "Aanbeveling 2.1", "Aanbeveling 2.1 voer ik uit."),
    Case(
        "a number with the words that the letter gives it elsewhere",
        (("item", "Aanbeveling 3: Keur alle steigers ieder jaar."), ("heading", "Reactie"), ("paragraph", "Aanbeveling 3 neem ik over.")),
        "Aanbeveling 3: Keur alle steigers ieder jaar.", "Aanbeveling 3 neem ik over.",
    ),
    Case("the heading", (("heading", "Aanbeveling 2: Keur de steigers"), ("paragraph", ACT)), "Aanbeveling 2: Keur de steigers", headings=("Reactie", "Aanbeveling 2: Keur de steigers")),
    Case("a heading above all of them names none", (("heading", "Aanbevelingen"), ("paragraph", ACT)), None, headings=("Aanbevelingen",)),
    Case("the sentence before", (("paragraph", f"De Raad beveelt mij aan de steigers te keuren. {ACT}"),), "De Raad beveelt mij aan de steigers te keuren."),
    Case("two sentences before", (("paragraph", f"De Inspectie adviseert om te keuren. Dat is verstandig. {ACT}"),), "De Inspectie adviseert om te keuren."),
    Case("the paragraph right above", (("paragraph", "De commissie adviseert dat de steigers worden gekeurd."), ("paragraph", ACT)), "De commissie adviseert dat de steigers worden gekeurd."),
    Case("not further up", (("paragraph", "De commissie adviseert dat de steigers worden gekeurd."), ("paragraph", "De veren varen."), ("paragraph", ACT)), None),
    Case("a numbered paragraph further up", (("paragraph", "Aanbeveling 4: Keur de steigers."), ("paragraph", "De veren varen."), ("paragraph", ACT)), "Aanbeveling 4: Keur de steigers."),
    Case("a heading in between ends it", (("paragraph", "Aanbeveling 4: Keur de steigers."), ("heading", "Tarieven"), ("paragraph", ACT)), None),
    Case("a table of advice and response", (("table", "Aanbeveling\tReactie\nKeur de steigers\tIk zal dit in mei doen."),), "Keur de steigers", "Ik zal dit in mei doen."),
    Case("a table of something else", (("table", "Haven\tReactie\nNoord\tIk zal dit in mei doen."),), None, "Ik zal dit in mei doen."),
    Case("what the government advises is no recommendation to it", (("paragraph", f"Ik adviseer gemeenten om te keuren. {ACT}"),), None),
    Case("a mandate to advise is none", (("paragraph", f"Een commissie is gevraagd te adviseren over steigers. {ACT}"),), None),
    Case("what a motie asks is a tie, no recommendation", (("paragraph", f"De motie roept op om te keuren. {ACT}"),), None),
    Case("a recommendation itself has its number alone", (("paragraph", "In aanbeveling 2 adviseert de Raad om te keuren."),), "Aanbeveling 2", "In aanbeveling 2 adviseert de Raad om te keuren."),
    Case("none in sight", (("paragraph", ACT),), None),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.why)
def test_recommendation(case: Case) -> None:
    act = act_in(letter(*case.blocks), case.act)
    assert recommendation(act, case.headings) == case.expected


def test_a_long_one_is_cut_between_words() -> None:
    long = "De Raad beveelt aan om " + "de steigers te keuren en " * 30 + "klaar te zijn."
    found = recommendation(act_in(letter(("paragraph", f"{long} {ACT}")), ACT))
    assert found is not None and len(found) <= LONGEST + 2 and found.endswith(" …")
