"""What reviewers do on the page: each deed is kept at once, and the answer shows what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kamerstukken.errors import BadInput, DecisionConflict, KamerstukkenError
from kamerstukken.model import Analysis, Decision
from kamerstukken.register import Register
from kamerstukken.register.decisions import Decisions, Judged, Queue, Step, find
from kamerstukken.review import steps
from kamerstukken.review.web import view
from kamerstukken.review.web.pages import LETTER, ROW, desk_of, place_of
from kamerstukken.review.web.security import admitted
from kamerstukken.review.web.site import Site, site_of, visitor

ADVANCING = ("accept", "reject")
"""After these a reviewer goes on to the next row; after the others he looks at what he made."""

PLACING = ("edit", "split", "merge", "add")
"""These can take other words of the letter, and need to know where its words stand."""

PARTS = 2
"""Rows that the form for splitting makes; a part can be split again."""

Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Place:
    """The act that a deed is about, in its letter."""

    analysis: Analysis
    acts: tuple[Judged, ...]
    one: Judged


async def deed(request: Request) -> Response:
    """Accept, reject, edit, split, merge, add or link: one act, one decision."""
    return await run_in_threadpool(_deed, request, await _given(request))


async def undo(request: Request) -> Response:
    """Take back the visitor's last decision."""
    return await run_in_threadpool(_undo, request, await _given(request))


async def log_in(request: Request) -> Response:
    """A visitor with a name and the password."""
    site, given = site_of(request), await _given(request)
    session = site.sessions.log_in(given.get("name", ""), given.get("password", ""))
    if session is None:
        return site.render(
            "login.html", 401, problem="Naam of wachtwoord klopt niet, of er is te vaak geprobeerd."
        )
    return admitted(site.cookie, session)


async def log_out(request: Request) -> Response:
    """The visitor leaves."""
    site_of(request).sessions.close(visitor(request))
    return Response(headers={"hx-redirect": "/login"})


def problem(request: Request, error: Exception) -> Response:
    """What cannot be done, said where the visitor looks: in the open dialog, else on the page."""
    headers = {"hx-retarget": "#dialog[open] .problem, #problem", "hx-reswap": "innerHTML"}
    return site_of(request).render("problem.html", 422, headers, message=str(error))


async def _given(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=100) as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


def _deed(request: Request, given: Given) -> Response:
    site, who = site_of(request), visitor(request).reviewer
    letter, name = place_of(request)
    with site.open() as register:
        analysis, acts = Queue(register).letter(letter)
        verb = request.path_params["verb"]
        if verb in PLACING:
            analysis = _with_places(site, register, analysis)
        step = _step(verb, _Place(analysis, acts, view.one_act(acts, name)), given, who)
        step = replace(step, seen={**step.seen, name: given.get("seen", "")}) if name in step.rows else step
        try:
            decision = Decisions(register).decide(step)
        except DecisionConflict as conflict:
            return _conflict(request, register, given, conflict)
        shown = _next(site, register, given) if step.verb in ADVANCING else None
        shown = shown or _still(site, register, letter, decision.now[0].id if decision.now else name)
        return _done(site, register, decision, shown, given)


def _step(verb: str, place: _Place, given: Given, who: str) -> Step:
    """The step that a deed asks for. Raises BadInput where it cannot be."""
    document, act = place.analysis.document, place.one.act
    fields = {name: value for name, value in given.items() if name not in ("seen", "next", "why", "asked")}
    if verb == "accept":
        if find(document.text, act.quote.text) is None:
            raise BadInput("deze zin staat niet meer in de brief; wijs de rij af, of wijzig het citaat")
        return steps.accept(act, who, given.get("why", ""))
    if verb == "reject":
        return steps.reject(act, who, given.get("why", "") or given.get("reason", ""))
    if verb == "edit":
        return steps.edit(document, act, fields, who, given.get("why", ""))
    if verb == "split":
        names = ("quote", "action")
        parts = [{k: given[f"{k}{n}"] for k in names if f"{k}{n}" in given} for n in range(PARTS)]
        return steps.split(document, act, parts, steps.taken_ids(place.acts), who)
    if verb == "merge":
        return steps.merge(document, (act, view.one_act(place.acts, given.get("other", "")).act), who)
    if verb == "add":
        near = int(given["near"]) if given.get("near", "").isdecimal() else act.quote.span.start
        return steps.add(place.analysis, fields, steps.taken_ids(place.acts), who, near)
    if verb == "link":
        return steps.link(act, given.get("paper", ""), motion=given.get("as") == "motion", reviewer=who)
    raise HTTPException(404)


def _with_places(site: Site, register: Register, analysis: Analysis) -> Analysis:
    """The letter with the place of every word, where its PDF still gives the same text."""
    path = site.file_of(register, analysis.document.id)
    if path is None:
        return analysis
    try:
        document = site.reader.document(path, analysis.document.sha256)
    except KamerstukkenError:
        return analysis
    return replace(analysis, document=document) if document.text == analysis.document.text else analysis


def _next(site: Site, register: Register, given: Given) -> view.Desk | None:
    letter, _, row = given.get("next", "").partition(":")
    if not (LETTER.fullmatch(letter) and ROW.fullmatch(row)):
        return None
    return _still(site, register, letter, row)


def _still(site: Site, register: Register, letter: str, row: str) -> view.Desk | None:
    """A row to look at; None where it went: one whose words were gone already, and that was taken off."""
    try:
        return desk_of(site, register, letter, row)
    except BadInput:
        return None


def _undo(request: Request, given: Given) -> Response:
    site = site_of(request)
    with site.open() as register:
        decision = Decisions(register).undo(visitor(request).reviewer)
        back = (*decision.now, *decision.was)
        rows = [act.id for act in back if Queue(register).row(decision.letter, act.id)]
        shown = desk_of(site, register, decision.letter, rows[0]) if rows else _next(site, register, given)
        return _done(site, register, decision, shown, given)


def _done(
    site: Site, register: Register, decision: Decision, shown: view.Desk | None, given: Given
) -> Response:
    """What to look at now, with the rows of the queue that changed and the progress."""
    queue = Queue(register)
    before = [act.id for act in decision.was]
    changed = {act.id: queue.row(decision.letter, act.id) for act in (*decision.was, *decision.now)}
    anchor = before[0] if before else given.get("row", "")
    fresh = [row for id_, row in changed.items() if row and id_ not in before]
    return site.render(
        "done.html", decision=decision, desk=shown, verbs=view.VERBS, progress=queue.progress(), selected=None, oob=True,
        changed=[(id_, row) for id_, row in changed.items() if id_ in before or decision.verb == "undo"],
        fresh=fresh if decision.verb != "undo" else [], anchor=anchor, said=_said(decision),
    )  # fmt: skip


def _said(decision: Decision) -> str:
    acts: Iterable[str] = (act.action for act in (decision.now or decision.was))
    return f"{view.VERBS[decision.verb].capitalize()}: {'; '.join(acts)}"


def _conflict(request: Request, register: Register, given: Given, conflict: DecisionConflict) -> Response:
    """Someone was first: show what stands now, and let the visitor choose again."""
    site = site_of(request)
    letter, name = place_of(request)
    one = view.one_act(Queue(register).letter(letter)[1], name)
    again = {key: value for key, value in given.items() if key not in ("seen", "next", "asked")}
    return site.render(
        "conflict.html", 409, {"hx-retarget": "#dialog", "hx-reswap": "innerHTML"}, conflict=str(conflict), one=one,
        letter=letter, verb=request.path_params["verb"], again=again, fields=view.field_views(one), verbs=view.VERBS,
    )  # fmt: skip
