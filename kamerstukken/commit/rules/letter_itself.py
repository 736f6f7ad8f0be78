"""What the letter itself does ('in deze brief ga ik in op') is no act."""

from kamerstukken.commit.rules import rule

RULES = (
    # 'Hierbij informeer ik u over …', 'Hierbij zend ik uw Kamer …', 'bied ik u hierbij aan'
    rule(
        "hierbij",
        "drop",
        "zegt wat de brief zelf doet",
        r"""
        \bhierbij\s+(?:informeer|informeren|bericht|zend|zenden|stuur|sturen|bied|bieden|doe|doen|ontvangt|treft)\b (?!.{0,200}\b(?:toezegging|motie|gestand)\b)
      | \b(?:informeer|bericht|zend|stuur|bied|doe)\s+ik\s+(?:u|uw\s+Kamer|de\s+Kamer)\s+hierbij\b (?!.{0,200}\b(?:toezegging|motie|gestand)\b)""",
    ),
    # 'Hierbij wil ik uw Kamer graag informeren', 'Door middel van dit schrijven doe ik u de stand toekomen', 'Onderstaand treft u aan'
    rule(
        "in andere woorden",
        "drop",
        "zegt wat de brief zelf doet",
        r"""
        (?: \bhierbij\s+(?:wil|willen|kan|kunnen|mag)\s+(?:ik|wij|we)\b
          | \A(?:Door\s+middel\s+van|Met|Via|In)\s+(?:dit\s+schrijven|deze\s+weg)\b
          | \A(?:Onderstaand|Hieronder|Bijgaand|Bijgevoegd)\s+(?:treft|tref|vindt)\s+u\b
          | \A(?:(?:Daarnaast|Ook|Tevens|Vervolgens|Tot\s+slot|Daarbij|Ten\s+slotte)\s+)?(?:ga|reageer)\s+ik\s+(?:ook\s+)?(?:in\s+op|op)\b
          | \A(?:In\s+het\s+(?:hierna)?(?:navolgende|volgende|onderstaande)|Hieronder|Hierna)\s+(?:zal|zullen|wil|willen)\s+(?:ik|wij|we)\b )
        (?!.{0,200}\b(?:gestand|toezegging|motie|invulling|uitvoering|besluit|besloten)\b)""",
    ),
    # 'In deze brief ga ik in op de uitkomsten.' / 'Graag informeer ik u in deze brief'
    rule(
        "deze brief",
        "drop",
        "zegt wat de brief zelf doet",
        r"""
        \b(?:in|met|door\s+middel\s+van)\s+deze\s+(?:brief|kamerbrief|reactie|beleidsreactie|beantwoording)\b (?!.{0,200}\b(?:gestand|toezegging|motie|invulling|uitvoering|beschouw)\b)
        .{0,160}\b(?:ga|gaan|informeer|informeren|geef|geven|schets|schetsen|licht|bericht|reageer|reageren|wordt|worden|vindt|treft|leest|zet|beschrijf|heb|sta)\b
      | \b(?:informeer|informeren|bericht|geef|schets|reageer)\b.{0,80}\b(?:in|met)\s+deze\s+(?:brief|kamerbrief|reactie)\b (?!.{0,200}\b(?:toezegging|motie|gestand)\b)""",
    ),
    # 'Daarna informeren wij u over hoe …', 'Vervolgens ga ik in op …', 'Tot slot schets ik …'
    rule(
        "leeswijzer",
        "drop",
        "de opbouw van de brief aankondigt",
        r"""
        \A(?:Eerst|Allereerst|Daarna|Vervolgens|Tot\s+slot|Ten\s+slotte|Hieronder|Hierna|Onderstaand|Hierboven|In\s+(?:paragraaf|hoofdstuk|de\s+bijlage))\b
        .{0,40}\b(?:ga|gaan|informeer|informeren|geef|geven|schets|schetsen|licht|behandel|beschrijf|sta)\b\s+(?:ik|wij|we)\b (?!.{0,200}\b(?:zomer|najaar|voorjaar|eind|begin|kwartaal|uiterlijk|reces)\b)""",
    ),
    # 'Voor het antwoord verwijs ik u naar vraag 3', '(zie ook bijlage 2)'
    rule(
        "verwijzing",
        "drop",
        "alleen verwijst",
        r"\bverwijs(?:\s+(?:ik|wij))?(?:\s+(?:u|uw\s+Kamer))?\b.{0,120}\bnaar\b | \A\W*(?:Zie|Idem)\b",
    ),
    # 'In de bijlage vindt u een overzicht', 'Dit rapport stuur ik mee met deze brief', 'bied ik u met deze brief aan'
    rule(
        "bijlage",
        "drop",
        "zegt wat bij de brief is gevoegd",
        r"""
        \bin\s+de\s+bijlagen?\b.{0,40}\b(?:is|zijn|vindt|treft|staat|staan|heb|wordt|worden)\b | \bkunt\s+u\b.{0,80}\b(?:vinden|lezen|terug(?:vinden|lezen))\b
      | \bmet\s+deze\s+(?:kamer)?brief\s+(?:bied|bieden|stuur|sturen|zend|zenden|ontvangt)\b (?!.{0,200}\b(?:toezegging|motie|gestand)\b)
      | \b(?:stuur|zend)\s+ik\b.{0,40}\bmee\b""",
    ),
    # 'Over de overige punten kan ik u het volgende melden', 'Graag breng ik u hiermee op de hoogte', 'U wordt onder 3 geïnformeerd'
    rule(
        "aankondiging",
        "drop",
        "aankondigt wat de brief zegt",
        r"""
        \bhet\s+volgende\s+(?:melden|mee\s?delen|berichten|opmerken|laten\s+weten)\b | \bu\s+hiermee\s+op\s+de\s+hoogte\b
      | \b(?:u\s+wordt|wordt\s+u)\s+(?:onder|hieronder|hierna|in\s+paragraaf)\b""",
    ),
)
