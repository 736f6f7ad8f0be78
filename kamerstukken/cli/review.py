"""kamerstukken review: a local page on which a person checks what was found."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

PASSWORD = "KAMERSTUKKEN_PASSWORD"
"""Where the password is looked for: on the command line others could read it."""


def review(
    register: Annotated[
        Path | None, typer.Option(help="The register to check (default: the newest in outputs/).")
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option(help="Your name, kept with each decision (default: your user name).")
    ] = None,
    catalogue: Annotated[
        Path | None, typer.Option(help="A catalogue that `fetch catalogue` made, to look for motions in.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port (default: one that is free).")] = 0,
    host: Annotated[
        str,
        typer.Option(help="Address to serve on; others than this machine need KAMERSTUKKEN_PASSWORD set."),
    ] = "127.0.0.1",
    name: Annotated[
        list[str] | None, typer.Option(help="A host name by which others call this server; repeatable.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
) -> None:
    """Open a page in the browser to check, correct and complete what was found. Stop it with Ctrl+C."""
    from kamerstukken.cli._register import newest, open_register_to_write
    from kamerstukken.cli._user import user
    from kamerstukken.errors import BadInput
    from kamerstukken.register.decisions import Decisions
    from kamerstukken.review.web.serve import Place, serve

    path = register or newest()
    with open_register_to_write(path) as opened:
        Decisions(opened)
    if catalogue is not None and not catalogue.is_file():
        raise BadInput(f"{catalogue}: no catalogue here; `kamerstukken fetch catalogue` makes one")
    serve(
        path, Place(host, port, tuple(name or ()), _password(host)), reviewer=reviewer or user(), catalogue=catalogue,
        say=lambda address: typer.echo(f"{address}\nCtrl+C stops the server; every decision is kept at once."),
        browse=browser,
    )  # fmt: skip


def _password(host: str) -> str:
    """For reviewers who come from elsewhere: from the environment, else asked for."""
    from kamerstukken.review.web.serve import LOCAL

    known = os.environ.get(PASSWORD, "")
    if known or host in LOCAL or not sys.stdin.isatty():
        return known
    return str(typer.prompt("Password for reviewers", hide_input=True, confirmation_prompt=True))
