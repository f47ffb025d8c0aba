"""check: findings as text, JSON, GitHub annotations or SARIF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pmexport.cli.terminal import Terminal
from pmexport.errors import ExitStatus, PmexportError

if TYPE_CHECKING:
    from pmexport.cli.findings import Checked

FORMATS = ("text", "json", "github", "sarif")


@click.command("check", short_help="Review a postmortem: what is wrong or missing, and what to write instead.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="How findings are printed.")
@click.option("--strict", is_flag=True, help="Exit with 1 where there are warnings, not for errors only.")
@click.option("--today", metavar="DATE", help="The day that due dates are held against.")
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
    lang: str | None,
    timezone: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Review postmortems: contradictions, what is missing, and what to write instead. Exits with 1 where it must change."""
    from pmexport import settings  # noqa: PLC0415  --help must not wait for the stations
    from pmexport.cli import findings  # noqa: PLC0415

    terminal = Terminal(quiet=quiet, verbose=verbose, colour=settings.colour_wanted())
    options = {"today": today, "lang": lang, "timezone": timezone}
    settings.settle(settings.environment_layer(), settings.command_line_layer(options))
    status: int = ExitStatus.DONE
    checked: list[Checked] = []
    for file in files:
        try:
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
    said = findings.printed(tuple(checked), form, quiet=quiet, verbose=verbose, colour=colour)
    terminal.data(said.encode())
    return status
