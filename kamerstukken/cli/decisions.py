"""kamerstukken decisions: what reviewers decided, as files: out, in, and as labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kamerstukken.register import Register

Named = Annotated[Path | None, typer.Option(help="The register (default: the newest in outputs/).")]

decisions = typer.Typer(
    help="Take reviewers' decisions out of a register, bring them in, or write them as labels.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

MORE = 20
"""How many rows that were not taken are shown."""

PART = 1
"""Exit code where some rows were not taken."""


@decisions.command()
def export(
    file: Annotated[Path, typer.Argument(help="File to write, JSON Lines; '-' is standard output.")] = Path(
        "-"
    ),
    register: Named = None,
) -> None:
    """Write all decisions as JSON Lines, in the order they were made: for version control, or another register."""
    from kamerstukken.cli._register import open_register_to_write
    from kamerstukken.export import beside
    from kamerstukken.register.decisions import Decisions
    from kamerstukken.review.exchange.lines import to_lines

    with open_register_to_write(register) as opened:
        lines = to_lines(Decisions(opened).all())
        if str(file) == "-":
            typer.get_binary_stream("stdout").writelines(lines)
            return
        with beside(file) as draft, draft.open("wb") as stream:
            stream.writelines(lines)


@decisions.command(name="import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="Decisions (.jsonl), or a filled-in commitments.xlsx.")],
    reviewer: Annotated[
        str | None, typer.Option(help="Who filled in the workbook (default: your user name).")
    ] = None,
    register: Named = None,
) -> None:
    """Bring in decisions from files, and tell what was taken and what was not understood."""
    from kamerstukken.cli._register import open_register_to_write
    from kamerstukken.cli._user import user

    with open_register_to_write(register) as opened:
        complete = [_take(opened, file, reviewer or user()) for file in files]
    if not all(complete):
        raise typer.Exit(PART)


def _take(register: Register, file: Path, reviewer: str) -> bool:
    """Take one file and tell of it; False where a row of it was left."""
    if file.suffix.lower() in (".xlsx", ".xlsm"):
        from kamerstukken.review.exchange.judged import take_rows
        from kamerstukken.review.exchange.workbook import filled_rows

        report = take_rows(register, filled_rows(file), reviewer)
        counts = ", ".join(f"{count} {verb}" for verb, count in sorted(report.taken.items())) or "nothing"
        _say(f"{file}: taken {counts}; {report.unchanged} unchanged; {len(report.left)} not taken")
        for line in report.left[:MORE]:
            _say(f"  {line}")
        if len(report.left) > MORE:
            _say(f"  and {len(report.left) - MORE} more")
        return not report.left
    from kamerstukken.register.decisions import Decisions
    from kamerstukken.review.exchange.lines import from_file

    taken = Decisions(register).take(from_file(file))
    _say(
        f"{file}: {taken.new} new, {taken.known} known already; {taken.elsewhere} about letters not in this register"
    )
    return True


@decisions.command()
def gold(
    folder: Annotated[Path, typer.Argument(help="Folder to write to, a JSON file a letter.")],
    partly: Annotated[
        bool, typer.Option("--partly", help="Also letters of which some rows are not judged yet.")
    ] = False,
    register: Named = None,
) -> None:
    """Write reviewed letters as labels, for `kamerstukken evaluate` and for training."""
    from kamerstukken.cli._register import open_register
    from kamerstukken.errors import BadInput
    from kamerstukken.review.exchange.gold import reviewed_letters, write_labels

    written = skipped = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open_register(register) as opened:
            for analysis, left in reviewed_letters(opened):
                if left and not partly:
                    _say(f"{analysis.document.file}: left out, {left} rows are not judged yet")
                    skipped += 1
                    continue
                write_labels(analysis, folder)
                written += 1
    except OSError as error:
        raise BadInput(f"{folder}: cannot be written ({error.strerror}); name another folder") from error
    _say(f"{folder}: {written} letters written, {skipped} left out")


def _say(text: str) -> None:
    from kamerstukken.cli._console import one_line

    typer.echo(one_line(text), err=True)
