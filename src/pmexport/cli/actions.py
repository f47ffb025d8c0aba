"""actions: the action items of many files as table, CSV or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pmexport.cli.terminal import Terminal
from pmexport.errors import ExitStatus, UnreadableError

if TYPE_CHECKING:
    from pmexport.cli.promised import Promised

FORMATS = ("table", "csv", "json")
ORDERS = ("file", "owner", "priority")


@click.command("actions", short_help="List the action items of many postmortems.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="How they are printed.")
@click.option("--open", "only_open", is_flag=True, help="Only what is neither done nor cancelled.")
@click.option("--overdue", is_flag=True, help="Only what is open past its due date; --today says on which day.")
@click.option("--today", metavar="DATE", help="The day that due dates are held against.")
@click.option("--owner", "owners", multiple=True, metavar="NAME", help="Only of this owner; may be given again.")
@click.option("--by", "order", type=click.Choice(ORDERS), default=ORDERS[0], help="What they are sorted by.")
@click.option("--lang", metavar="TAG", help="The language of the texts.")
@click.option("-q", "--quiet", is_flag=True, help="Say errors only.")
def command(
    *,
    paths: tuple[str, ...],
    form: str,
    only_open: bool,
    overdue: bool,
    today: str | None,
    owners: tuple[str, ...],
    order: str,
    lang: str | None,
    quiet: bool,
) -> int:
    """List the action items of postmortems. PATH is a file, - for standard input, or a folder with all below it."""
    from pmexport import settings  # noqa: PLC0415  --help must not wait for the stations
    from pmexport.cli import promised, promised_formats  # noqa: PLC0415

    terminal = Terminal(quiet=quiet, colour=settings.colour_wanted())
    options = {"today": today, "lang": lang}
    settings.settle(settings.environment_layer(), settings.command_line_layer(options))
    wanted = promised.Wanted(only_open=only_open, overdue=overdue, owners=owners)
    status: int = ExitStatus.DONE
    found: list[Promised] = []
    for file in promised.files_in(paths):
        try:
            found += promised.promised_in(file, options, wanted)
        except UnreadableError as fault:
            terminal.fault(fault)
            status = max(status, fault.status)
    listed = promised.ordered(tuple(dict.fromkeys(found)), order)
    if not listed and not status:
        terminal.line("no action item is as asked for")
    terminal.data(promised_formats.printed(listed, form, order, width=terminal.width))
    return status
