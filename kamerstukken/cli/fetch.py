"""kamerstukken fetch: letters and the catalogue from the official services, or from dump files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kamerstukken.cli._console import set_up_logging

fetch = typer.Typer(
    help="Fetch letters, or the catalogue of moties, dossiers, bewindspersonen and toezeggingen, from the official services.",
    no_args_is_help=True,
)

Services = Annotated[
    Path | None,
    typer.Option(
        "--services",
        envvar="KAMERSTUKKEN_SERVICES",
        help="Settings (TOML): addresses, pace, limits, mapping tables; see docs/fetch.md.",
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be asked and written, and write nothing.")
]
Again = Annotated[
    bool, typer.Option("--again", help="Ask for everything, not only for what is new since last time.")
]
Verbose = Annotated[
    int, typer.Option("-v", "--verbose", count=True, help="A line a letter or page; -vv tells more.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")]
Json = Annotated[
    bool, typer.Option("--json", help="Print the summary as JSON on standard output, and nothing else there.")
]


@fetch.command()
def letters(
    since: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Letters of this day and later.")],
    to: Annotated[
        Path, typer.Option(help="Folder for the PDFs and manifest.jsonl; made where it does not exist.")
    ],
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Letters of this day and earlier.")
    ] = None,
    ministry: Annotated[
        list[str] | None,
        typer.Option(help="Only of this ministry: VWS, Financiën … (more than once: any of them)."),
    ] = None,
    dossier: Annotated[
        list[str] | None,
        typer.Option(help="Only of this dossier: 29023, 36600-XVI … (more than once: any of them)."),
    ] = None,
    query: Annotated[str | None, typer.Option(help="Only with these words in the subject.")] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SOORT",
            help="The Kamer's kind of document, in place of 'Brief regering' and its kin (more than once: any).",
        ),
    ] = None,
    via: Annotated[str, typer.Option(help="odata (v5), odata_v4, syncfeed or koop.")] = "odata",
    services: Services = None,
    dry_run: DryRun = False,
    again: Again = False,
    verbose: Verbose = 0,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Download letters by the government with what the service says of them (manifest.jsonl, which `run` reads).

    A second fetch asks only for what is new; what failed is tried again, what broke off goes on.
    Exit code 0: all well; 1: some could not be had (the message and the manifest say why); 2: wrong usage.
    """
    from kamerstukken.cli._fetching import fetch_letters
    from kamerstukken.sources.letters import Wanted

    verbosity = -1 if quiet else verbose
    set_up_logging(verbosity)
    wanted = Wanted(
        f"{since:%Y-%m-%d}",
        f"{until:%Y-%m-%d}" if until else None,
        tuple(ministry or ()),
        tuple(dossier or ()),
        query,
        tuple(kind or ()),
    )
    good = fetch_letters(
        wanted, to, via, services, dry_run=dry_run, again=again, verbosity=verbosity, json=json
    )
    raise typer.Exit(0 if good else 1)


@fetch.command()
def catalogue(
    to: Annotated[
        Path, typer.Option(help="The catalogue's file (SQLite); made where it does not exist.")
    ] = Path("catalogue.sqlite"),
    from_: Annotated[
        list[Path] | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Read dump files or folders instead, without any network (more than once).",
        ),
    ] = None,
    entity: Annotated[
        str | None,
        typer.Option(help="What the rows of --from are (Zaak, Document …), where their columns do not tell."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="ENTITY", help="Only this entity: Zaak, Toezegging … (more than once)."),
    ] = None,
    dicta: Annotated[
        int,
        typer.Option(
            help="Also ask KOOP what this many of the latest moties ask, where it is not known yet."
        ),
    ] = 0,
    via: Annotated[str, typer.Option(help="odata (v5), odata_v4 or syncfeed.")] = "odata",
    services: Services = None,
    dry_run: DryRun = False,
    again: Again = False,
    verbose: Verbose = 0,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Keep a local catalogue: moties with outcome, dossiers, bewindspersonen, the register of oral toezeggingen.

    A second fetch asks only for what has changed; each page is kept at once, so that a broken fetch goes on.
    Exit code 0: all well; 1: something could not be had (the message says what and why); 2: wrong usage.
    """
    from kamerstukken.cli._cataloguing import Task, fetch_catalogue

    verbosity = -1 if quiet else verbose
    set_up_logging(verbosity)
    task = Task(to, tuple(from_ or ()), entity, tuple(only or ()), dicta, via, services, dry_run, again)
    raise typer.Exit(0 if fetch_catalogue(task, verbosity=verbosity, json=json) else 1)
