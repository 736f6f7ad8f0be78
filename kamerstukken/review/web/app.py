"""The server's routes, behind its gate."""

from __future__ import annotations

from collections.abc import Collection
from importlib import resources

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kamerstukken.errors import KamerstukkenError
from kamerstukken.review.web import actions, pages
from kamerstukken.review.web.security import Gate
from kamerstukken.review.web.site import Site

PLACE = "/letters/{letter}/rows/{row}"


def make_app(site: Site, *, hosts: Collection[str]) -> Starlette:
    """The review page of a site, for visitors who call it by one of `hosts` ('127.0.0.1:8000')."""
    static = str(resources.files("kamerstukken.review.web") / "static")
    app = Starlette(
        routes=[
            Route("/", pages.index),
            Route("/queue", pages.queue),
            Route("/papers", pages.paper_search),
            Route("/help", pages.help_),
            Route("/login", pages.login),
            Route("/login", actions.log_in, methods=["POST"]),
            Route("/logout", actions.log_out, methods=["POST"]),
            Route("/undo", actions.undo, methods=["POST"]),
            Route("/letters/{letter}/pages/{page:int}.webp", pages.picture),
            Route("/letters/{letter}/pages/{page:int}/layer", pages.layer),
            Route(PLACE, pages.row),
            Route(PLACE + "/forms/{verb}", pages.form),
            Route(PLACE + "/{verb}", actions.deed, methods=["POST"]),
            Mount("/static", StaticFiles(directory=static)),
        ],
        middleware=[Middleware(Gate, hosts=hosts, sessions=site.sessions, cookie=site.cookie)],
        exception_handlers={KamerstukkenError: actions.problem},
    )
    app.state.site = site
    return app
