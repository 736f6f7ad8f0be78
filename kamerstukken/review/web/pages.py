"""What the server shows: the page, the queue, one act, forms, and what belongs to a letter's page. Changes nothing."""

from __future__ import annotations

import re
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from kamerstukken.errors import KamerstukkenError
from kamerstukken.model import Span
from kamerstukken.register import Register
from kamerstukken.register.decisions import Judged, Queue
from kamerstukken.register.decisions.papers import Paper, papers
from kamerstukken.review.fields import FIELDS, values
from kamerstukken.review.web import view
from kamerstukken.review.web.reader import words_on
from kamerstukken.review.web.site import Site, site_of, visitor

LETTER = re.compile(r"[0-9a-f]{12}")
ROW = re.compile(r"[0-9A-Za-z]{1,64}")
FORMS = ("reject", "edit", "split", "merge", "add", "link")
FEWEST_SIGNS = 2
"""Before papers are looked for."""


def index(request: Request) -> Response:
    """The whole page, on the row that the address names, else the first of the queue."""
    site, asked = site_of(request), view.asked_of(request.query_params)
    with site.open() as register:
        listed = view.queue_values(register, asked)
        letter, _, row = request.query_params.get("row", "").partition(":")
        first = listed["rows"][0] if listed["rows"] else None
        shown = _try_desk(site, register, letter, row) or (
            first and _try_desk(site, register, first.letter, first.row)
        )
        ministries = Queue(register).ministries()
    return site.render(
        "index.html", session=visitor(request), desk=shown or None, ministries=ministries, choices=view.CHOICES,
        by_password=site.sessions.by_password, oob=False, verbs=view.VERBS, **listed,
    )  # fmt: skip


def _try_desk(site: Site, register: Register, letter: str, row: str) -> view.Desk | None:
    if not (LETTER.fullmatch(letter) and ROW.fullmatch(row)):
        return None
    try:
        return desk_of(site, register, letter, row)
    except KamerstukkenError:
        return None


def queue(request: Request) -> Response:
    """A page of the queue: the first, or the next (`after`)."""
    site, asked = site_of(request), view.asked_of(request.query_params)
    after = request.query_params.get("after", "")
    with site.open() as register:
        listed = view.queue_values(register, asked, after)
    headers = {} if after else {"hx-push-url": f"/?{listed['address']}"}
    return site.render("queue.html", headers=headers, oob=True, **listed)


def row(request: Request) -> Response:
    """One act: its page and its fields."""
    site = site_of(request)
    letter, name = place_of(request)
    with site.open() as register:
        shown = desk_of(site, register, letter, name, _page_asked(request))
    return site.render("desk.html", desk=shown, verbs=view.VERBS)


def desk_of(site: Site, register: Register, letter: str, name: str, page: int | None = None) -> view.Desk:
    """One act with its page drawn, the pages of its quote ahead. Raises BadInput where it is not there."""
    found = Queue(register).letter(letter)
    document = found[0].document
    act = view.one_act(found[1], name).act
    page = min(max(page or act.page, 1), document.pages)
    return view.desk(register, found, name, page, site.picture(register, letter, document.sha256, page))


def form(request: Request) -> Response:
    """The form of one deed, for the dialog. `seen` is the decision that the page showed when it was asked for."""
    site, verb = site_of(request), request.path_params["verb"]
    if verb not in FORMS:
        raise HTTPException(404)
    letter, name = place_of(request)
    with site.open() as register:
        analysis, acts = Queue(register).letter(letter)
    one = view.one_act(acts, name)
    text = analysis.document.text
    return site.render(
        f"form_{verb}.html", act=one.act, seen=request.query_params.get("seen", ""), letter=letter,
        fields=FIELDS, values=values(one.act), halves=_halves(one.act.quote.text), others=_others(acts, one),
        quote=_selected(request, text), blocks=[b.text for b in analysis.document.blocks if b.page in (one.act.page, _page_asked(request))],
        near=_number(request, "start"),
    )  # fmt: skip


def _others(acts: tuple[Judged, ...], one: Judged) -> list[Judged]:
    """The other listed acts of the letter, the nearest first."""
    listed = [other for other in acts if other.listed and other.act.id != one.act.id]
    return sorted(listed, key=lambda other: abs(other.act.quote.span.start - one.act.quote.span.start))


def _halves(quote: str) -> tuple[str, str]:
    """A quote at the seam nearest its middle: ' en ', ';' or a comma; else the quote twice."""
    seams = [match.span() for match in re.finditer(r"\s*[;,]\s+(?:en\s+)?|\s+en\s+", quote)]
    if not seams:
        return quote, quote
    start, end = min(seams, key=lambda seam: abs(sum(seam) / 2 - len(quote) / 2))
    return quote[:start], quote[end:]


def _selected(request: Request, text: str) -> str:
    """The words that were selected on the page."""
    span = Span(_number(request, "start"), _number(request, "end"))
    return text[span.start : span.end].strip() if 0 < len(span) <= view.MOST_SELECTED else ""


def picture(request: Request) -> Response:
    """A page of a letter as WebP. It never changes: its address names the letter's bytes."""
    site, letter, page = site_of(request), _letter(request), request.path_params["page"]
    with site.open() as register:
        document = Queue(register).letter(letter)[0].document
        drawn = site.picture(register, letter, document.sha256, page)
    if drawn is None:
        raise HTTPException(404)
    return Response(
        drawn.data, media_type="image/webp", headers={"cache-control": "private, max-age=86400, immutable"}
    )


def layer(request: Request) -> Response:
    """The words of a page with their places, and where the notes of one act's quote stand: JSON."""
    site, letter, page = site_of(request), _letter(request), request.path_params["page"]
    with site.open() as register:
        analysis, acts = Queue(register).letter(letter)
        path = site.file_of(register, letter)
    if path is None:
        raise HTTPException(404)
    document = site.reader.document(path, analysis.document.sha256)
    if document.text != analysis.document.text:  # another version of the program read it: offsets would lie
        return JSONResponse({"words": [], "notes": [], "stale": True})
    name = request.query_params.get("row", "")
    act = next((one.act for one in acts if one.act.id == name), None)
    notes = analysis.document.notes_in(act.quote.span) if act else ()
    boxes = [box for note in notes for box in document.boxes(note.span) if box.page == page]
    words = words_on(document, page)
    return JSONResponse(
        {
            "words": [[w.start, w.end, w.text, w.box.x0, w.box.top, w.box.x1, w.box.bottom] for w in words],
            "notes": [[b.x0, b.top, b.width, b.height] for b in boxes],
            "stale": False,
        }
    )


def paper_search(request: Request) -> Response:
    """Papers to link, from what the letters name and from the catalogue."""
    site, words = site_of(request), request.query_params.get("q", "").strip()[:200]
    found: tuple[Paper, ...] = ()
    if len(words) >= FEWEST_SIGNS:
        with site.open() as register:
            found = papers(register, words)
        known = {paper.id for paper in found}
        found += tuple(paper for paper in _in_catalogue(site, words) if paper.id not in known)
    return site.render("papers.html", papers=found[:30], titles=site.titles, words=words)


def _in_catalogue(site: Site, words: str) -> tuple[Paper, ...]:
    parts = words.casefold().split()
    hits = (
        Paper(id_, title, not id_.startswith("dossier:"))
        for id_, title in site.titles.items()
        if all(part in f"{id_} {title}".casefold() for part in parts)
    )
    return tuple(paper for paper, _ in zip(hits, range(30), strict=False))


def help_(request: Request) -> Response:
    """The keys, and how to turn them off."""
    return site_of(request).render("help.html")


def login(request: Request) -> Response:
    """Who comes with a password says his name."""
    site = site_of(request)
    if not site.sessions.by_password:
        return RedirectResponse("/", 303)
    return site.render("login.html", problem="")


def place_of(request: Request) -> tuple[str, str]:
    """The letter and the row that an address names."""
    name: Any = request.path_params["row"]
    if not ROW.fullmatch(name):
        raise HTTPException(404)
    return _letter(request), name


def _letter(request: Request) -> str:
    letter: str = request.path_params["letter"]
    if not LETTER.fullmatch(letter):
        raise HTTPException(404)
    return letter


def _page_asked(request: Request) -> int | None:
    return _number(request, "page") or None


def _number(request: Request, name: str) -> int:
    text = request.query_params.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0
