"""check: findings as text, JSON, GitHub annotations or SARIF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pmexport.cli.terminal import Terminal
from pmexport.errors import ExitStatus, PmexportError, UsageError

if TYPE_CHECKING:
    from pmexport.cli.findings import Checked

FORMATS = ("text", "json", "github", "sarif")


@click.command("check", short_help="Review a postmortem: what is wrong or missing, and what to write instead.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="How findings are printed.")
@click.option("--strict", is_flag=True, help="Exit with 1 where there are warnings, not for errors only.")
@click.option("--today", metavar="DATE", help="The day that due dates are held against.")
@click.option("--fix", is_flag=True, help="Put right in the files what is certain: years, zone, milestones, tables.")
@click.option("--lang", metavar="TAG", help="The language of the text.")
@click.option("--timezone", metavar="ZONE", help="The zone of times that name none, such as Europe/Berlin.")
@click.option("-q", "--quiet", is_flag=True, help="Say errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Say notes too.")
def command(
    *,
    files: tuple[str, ...],
    form: str,
    strict: bool,
    today: str | None,
    fix: bool,
    lang: str | None,
    timezone: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Review postmortems: contradictions, what is missing, what to write instead. Exits with 1 for an error."""
    from pmexport import settings  # noqa: PLC0415  --help must not wait for the stations
    from pmexport.cli import findings  # noqa: PLC0415

    terminal = Terminal(quiet=quiet, verbose=verbose, colour=settings.colour_wanted())
    options = {"today": today, "lang": lang, "timezone": timezone}
    settings.settle(settings.environment_layer(), settings.command_line_layer(options))
    status: int = ExitStatus.DONE
    checked: list[Checked] = []
    for file in files:
        try:
            if fix:
                _mend(file, options, terminal)
            one = findings.check(file, options)
        except PmexportError as fault:
            terminal.fault(fault)
            status = max(status, fault.status)
            continue
        for place, diagnostic in one.settings:
            terminal.diagnostics(place, (diagnostic,))
        checked.append(one)
        status = max(status, one.status(strict=strict))
    colour = form == "text" and settings.colour_wanted() and terminal.shows_colour
    terminal.data(_printed(tuple(checked), form, quiet=quiet, verbose=verbose, colour=colour).encode())
    return status


def _printed(checked: tuple[Checked, ...], form: str, *, quiet: bool, verbose: bool, colour: bool) -> str:
    from pmexport.cli import findings, formats  # noqa: PLC0415

    match form:
        case "json":
            return formats.as_json(checked)
        case "github":
            return formats.as_github(checked)
        case "sarif":
            return formats.as_sarif(checked)
        case _:
            return findings.as_text(checked, quiet=quiet, verbose=verbose, colour=colour)


def _mend(file: str, options: dict[str, str | None], terminal: Terminal) -> None:
    """Put right in `file` what is certain, and say what. Raises UsageError for standard input."""
    from pathlib import Path  # noqa: PLC0415

    from pmexport.cli.batch import settled_for  # noqa: PLC0415
    from pmexport.cli.source import source_bytes  # noqa: PLC0415
    from pmexport.examine import mended  # noqa: PLC0415
    from pmexport.publish import STANDARD_STREAM, publish  # noqa: PLC0415

    if file == STANDARD_STREAM:
        raise UsageError("--fix needs a file to write to", place=file, instead="name the file")
    content = source_bytes(file)
    found = mended(content, settled_for(file, content, options).settings.read_options(file))
    if found.content == content:
        return
    publish(found.content, Path(file))
    straight = sum(edit.kind == "table" for edit in found.edits)
    for edit in found.edits:
        if edit.kind != "table":
            terminal.line(f"{file}:{edit.line}: {edit.said}")
    if straight:
        terminal.line(f"{file}: {straight} rows of tables are straight")
