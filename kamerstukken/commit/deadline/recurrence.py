"""Deadlines: what comes back ('jaarlijks', 'elk kwartaal', 'twee keer per jaar'), as a rule of RFC 5545."""

from __future__ import annotations

from dataclasses import replace

from kamerstukken.commit.deadline.dates import length, number
from kamerstukken.commit.deadline.frames import bare, in_frame
from kamerstukken.commit.deadline.moment import Moment
from kamerstukken.commit.deadline.period import next_occurrence, part, year_of
from kamerstukken.commit.deadline.text import Parsed, Phrase
from kamerstukken.commit.deadline.units import unit
from kamerstukken.commit.deadline.words import EVERY, MONTHS, PARTS, SEASONS, TIMES, WEEKDAYS

ADVERBS = {
    "dagelijks": "FREQ=DAILY",
    "wekelijks": "FREQ=WEEKLY",
    "tweewekelijks": "FREQ=WEEKLY;INTERVAL=2",
    "maandelijks": "FREQ=MONTHLY",
    "tweemaandelijks": "FREQ=MONTHLY;INTERVAL=2",
    "driemaandelijks": "FREQ=MONTHLY;INTERVAL=3",
    "halfjaarlijks": "FREQ=MONTHLY;INTERVAL=6",
    "jaarlijks": "FREQ=YEARLY",
    "tweejaarlijks": "FREQ=YEARLY;INTERVAL=2",
    "driejaarlijks": "FREQ=YEARLY;INTERVAL=3",
    "vierjaarlijks": "FREQ=YEARLY;INTERVAL=4",
    "vijfjaarlijks": "FREQ=YEARLY;INTERVAL=5",
}
ADJECTIVES = frozenset(word + "e" for word in ADVERBS)
ADVERBS |= {word + "e": rule for word, rule in ADVERBS.items()}
UNITS = {
    "dag": "FREQ=DAILY",
    "week": "FREQ=WEEKLY",
    "maand": "FREQ=MONTHLY",
    "kwartaal": "FREQ=MONTHLY;INTERVAL=3",
    "halfjaar": "FREQ=MONTHLY;INTERVAL=6",
    "jaar": "FREQ=YEARLY",
    "schooljaar": "FREQ=YEARLY",
    "zomer": "FREQ=YEARLY;BYMONTH=6",
    "najaar": "FREQ=YEARLY;BYMONTH=9",
    "herfst": "FREQ=YEARLY;BYMONTH=9",
    "voorjaar": "FREQ=YEARLY;BYMONTH=3",
    "lente": "FREQ=YEARLY;BYMONTH=3",
    "winter": "FREQ=YEARLY;BYMONTH=12",
}
PER_YEAR = {
    2: "FREQ=MONTHLY;INTERVAL=6",
    3: "FREQ=MONTHLY;INTERVAL=4",
    4: "FREQ=MONTHLY;INTERVAL=3",
    6: "FREQ=MONTHLY;INTERVAL=2",
}
COUNTS = {"eenmaal": 1, "tweemaal": 2, "driemaal": 3, "viermaal": 4, "eens": 1}
RATES = frozenset({"dag", "week", "maand", "jaar"})
"""Behind 'per' these give a rate ('€ 10 per maand'), not a rhythm."""
MONEY = frozenset(["euro", "miljoen", "miljard", "procent", "€", "fte"])


def recurring(p: Phrase, i: int) -> Parsed[Moment] | None:
    """A recurrence; with one named moment a year ('jaarlijks in mei', 'elk najaar') its next time."""
    if p.has(i, "voor", "-", "en", "najaar") or p.has(i, "voorjaar", "en", "najaar"):
        return Moment(rrule=PER_YEAR[2], certainty="vaag"), i + (4 if p.word(i + 1) == "-" else 3)
    for rule in (_end_of_every, _adverb, _every, _times, _of_every):
        if found := rule(p, i):
            moment, end = found
            return (
                found
                if moment.start or moment.end
                else (_since(p, moment, end) or _spelled_out(p, moment, end))
            )
    return _until_then(p, i)


def _since(p: Phrase, rhythm: Moment, i: int) -> Parsed[Moment] | None:
    """'jaarlijks vanaf 2024': the rhythm with its first day."""
    found = in_frame(p, i)
    if found is None or found[0].start is None or found[0].end is not None:
        return None
    return replace(found[0], rrule=rhythm.rrule), found[1]


def _until_then(p: Phrase, i: int) -> Parsed[Moment] | None:
    """'vanaf 2024 jaarlijks', 'met ingang van 2025 elk kwartaal'."""
    first = in_frame(p, i)
    if first is None or first[0].start is None or first[0].end is not None or p.word(first[1]) in ADJECTIVES:
        return None
    found = _adverb(p, first[1]) or _every(p, first[1])
    if found is None or found[0].start or found[0].end:
        return None
    return replace(first[0], rrule=found[0].rrule), found[1]


def _spelled_out(p: Phrase, rhythm: Moment, i: int) -> Parsed[Moment]:
    """The moments that spell a rhythm out give it its months: 'twee keer per jaar (medio maart en op Prinsjesdag)'."""
    months: list[int] = []
    at = end = p.skip(i, "(", ",")
    for _ in range(4):
        found = in_frame(p, at) or bare(p, at)
        if found is None or found[0].loose or found[0].certainty != "exact":
            break
        end = found[1]
        months += [day.month for day in (found[0].start or found[0].end,) if day]
        at = p.skip(p.skip(end, ","), "en")
        if at == end:
            break
    several = end > i + 1 and any(p.word(k) in ("en", ",") for k in range(i + 1, end))
    if not several:
        return rhythm, i
    named = ",".join(str(month) for month in sorted(set(months)))
    rule = f"FREQ=YEARLY;BYMONTH={named}" if len(set(months)) > 1 else rhythm.rrule
    return replace(rhythm, rrule=rule), p.skip(end, ")")


def _adverb(p: Phrase, i: int) -> Parsed[Moment] | None:
    at = p.skip(i, "voortaan")
    rule = ADVERBS.get(p.word(at))
    if rule is None and at == i:
        return None
    if rule == ADVERBS["jaarlijks"] or (rule is None and at > i):
        named = _named(p, p.skip(at + (rule is not None), "telkens", "steeds"))
        if named:
            return named
    return (Moment(rrule=rule, certainty="vaag"), at + 1) if rule else None


def _named(p: Phrase, i: int) -> Parsed[Moment] | None:
    """The one moment of the year that is named behind 'jaarlijks'."""
    found = in_frame(p, i) or bare(p, i)
    if found is None or (p.word(found[1]) == "en" and unit(p, found[1] + 1) is not None):
        return None
    moment, end = found
    if moment.certainty != "exact" or moment.loose or moment.rrule:
        return None
    anchor = moment.start or moment.end
    has_year = any(len(p.word(k)) == 4 and p.word(k).isdigit() for k in range(i, end))
    if anchor is None or has_year or not any(_yearly(p.word(k)) for k in range(i, end)):
        return None
    return replace(moment, rrule=f"FREQ=YEARLY;BYMONTH={anchor.month}"), end


def _yearly(word: str) -> bool:
    return word in MONTHS or word in SEASONS or word.endswith(("dag", "reces", "kwartaal", "kerst"))


def _of_every(p: Phrase, i: int) -> Parsed[Moment] | None:
    """'uiterlijk 1 maart van elk jaar', 'in mei van ieder jaar'."""
    found = in_frame(p, i) or bare(p, i)
    if found is None or not (
        p.word(found[1]) == "van" and p.word(found[1] + 1) in EVERY and p.word(found[1] + 2) == "jaar"
    ):
        return None
    anchor = found[0].start or found[0].end
    return (replace(found[0], rrule=f"FREQ=YEARLY;BYMONTH={anchor.month}"), found[1] + 3) if anchor else None


def _end_of_every(p: Phrase, i: int) -> Parsed[Moment] | None:
    """'aan het einde van elk jaar', 'begin van ieder jaar', 'eind elk jaar': next time."""
    at = p.skip(p.skip(p.skip(i, "aan", "tegen", "in"), "het"), "de")
    edge = p.word(at)
    if edge not in ("einde", "eind", "begin", "medio"):
        return None
    every = p.skip(at + 1, "van")
    if p.word(every) not in EVERY or p.word(every + 1) not in ("jaar", "kalenderjaar"):
        return None
    whole = part(replace(year_of(p.date.year), year=None), PARTS[edge])
    days = next_occurrence(whole, p.date).days()
    if days is None:
        return None
    code = f"{days[0].isoformat()}/{days[1].isoformat()}"
    return Moment(days[0], days[1], code, f"FREQ=YEARLY;BYMONTH={days[0].month}"), every + 2


def _every(p: Phrase, i: int) -> Parsed[Moment] | None:
    """'elk jaar', 'ieder half jaar', 'elke drie jaar', 'om de twee jaar', 'per kwartaal', 'elke maandag', 'elk jaar in mei', 'elk najaar'."""
    at = p.skip(i, "in", "op")
    om = p.has(at, "om", "de")
    per = p.word(at) == "per"
    if not (om or per or p.word(at) in EVERY):
        return None
    at += 2 if om else 1
    if per and (p.word(i - 1) in MONEY or p.word(i - 1).isdigit()):
        return None
    size = length(p, at)
    word = p.word(at)
    if size is not None and (om or not per or size[0] == (6, 0)):
        return _interval(size, p)
    if word in ("half",) and p.word(at + 1) == "jaar":
        return Moment(rrule=UNITS["halfjaar"], certainty="vaag"), at + 2
    if word in WEEKDAYS:
        return Moment(rrule="FREQ=WEEKLY", certainty="vaag"), at + 1
    if word not in UNITS or (per and word in RATES):
        return None
    return _unit(p, at, per)


def _unit(p: Phrase, at: int, per: bool) -> Parsed[Moment] | None:
    word = p.word(at)
    if word in SEASONS and not per:
        named = bare(p, at)
        if named and named[0].start:
            return replace(named[0], rrule=UNITS[word]), named[1]
    if word == "jaar":
        if per:
            return None
        if named := _named(p, at + 1):
            return named
    return Moment(rrule=UNITS[word], certainty="vaag"), at + 1


def _interval(size: Parsed[tuple[int, int]], p: Phrase) -> Parsed[Moment] | None:
    (months, days), end = size
    if months:
        unit_, n = ("YEARLY", months // 12) if months % 12 == 0 else ("MONTHLY", months)
    else:
        unit_, n = ("WEEKLY", days // 7) if days % 7 == 0 else ("DAILY", days)
    if n < 1:
        return None
    return Moment(rrule=f"FREQ={unit_}" + (f";INTERVAL={n}" if n > 1 else ""), certainty="vaag"), end


def _times(p: Phrase, i: int) -> Parsed[Moment] | None:
    """'twee keer per jaar', 'tweemaal per jaar', 'eens per vier jaar', 'één keer in de drie jaar', '2x per jaar'."""
    head = _count(p, i)
    if head is None:
        return None
    count, at = head
    if p.word(at) == "in":
        at = p.skip(at + 1, "de")
    elif p.word(at) in ("per", *EVERY):
        at += 1
    else:
        return None
    if size := length(p, at):
        return _interval(size, p) if count == 1 else (Moment(certainty="vaag"), size[1])
    if p.word(at) not in UNITS or p.word(at) in SEASONS:
        return None
    rule = UNITS[p.word(at)] if count == 1 else PER_YEAR.get(count) if p.word(at) == "jaar" else None
    return Moment(rrule=rule, certainty="vaag"), at + 1


def _count(p: Phrase, i: int) -> Parsed[int] | None:
    """How many times: 'tweemaal', 'twee keer', '2 x'."""
    if p.word(i) in COUNTS:
        return COUNTS[p.word(i)], i + 1
    if p.word(i).endswith("x") and p.word(i)[:-1].isdecimal() and len(p.word(i)) < 5:
        return int(p.word(i)[:-1]), i + 1
    count = number(p, i)
    return (count, i + 2) if count is not None and p.word(i + 1) in TIMES | {"x"} else None
