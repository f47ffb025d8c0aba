"""render: options in, convert and publish, paths out."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmexport.cli.terminal import Terminal
from pmexport.model.terms import Audience

if TYPE_CHECKING:
    from pmexport.cli.batch import Outcome, Written
    from pmexport.cli.plan import Plan, Request
    from pmexport.printing import PdfAside

AUDIENCES = tuple(audience.value for audience in Audience)


@click.command("render", short_help="Turn Markdown into PDF, Word and HTML.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--pdf", is_flag=True, help="Write PDF; this is also what is written when nothing is chosen.")
@click.option("--docx", is_flag=True, help="Write Word.")
@click.option("--html", is_flag=True, help="Write one HTML file.")
@click.option("--all", "every", is_flag=True, help="Write all three.")
@click.option("-o", "--output", metavar="PATH", help="A file, a folder, or - for standard output; else beside FILE.")
@click.option("--audience", type=click.Choice(AUDIENCES), default=AUDIENCES[0], help="Who will read it.")
@click.option("--external", is_flag=True, help="The same as --audience customer.")
@click.option("--text", is_flag=True, help="For customers: write plain text.")
@click.option("--status-page", is_flag=True, help="For customers: write Markdown for a status page.")
@click.option("--email", is_flag=True, help="For customers: write an e-mail to be sent.")
@click.option(
    "--customer", metavar="NAME", help="The version for one customer, from the section Customer Summary: NAME."
)
@click.option("--permit", multiple=True, metavar="MARK", help="Tell customers of a file that is marked so, as TLP:RED.")
@click.option("--incident", type=click.IntRange(min=1), metavar="N", help="Which of several incidents in one file.")
@click.option("--theme", metavar="NAME|FOLDER", help="The company's look.")
@click.option(
    "--template", metavar="FOLDER", help="Templates that go before those of the theme; see templates/README.md."
)
@click.option("--paper", metavar="auto|A4|Letter", help="auto follows the language.")
@click.option("--lang", metavar="TAG", help="The report's language, such as en-GB.")
@click.option("--timezone", metavar="ZONE", help="The zone of times that name none, such as Europe/Berlin.")
@click.option("--classification", metavar="TEXT", help="Stands on every page.")
@click.option(
    "--reference-docx", "reference", metavar="FILE", help="A company's Word document or template to write into."
)
@click.option("--cover", is_flag=True, help="Give the title a sheet of its own, in PDF and Word.")
@click.option(
    "--pdf-variant",
    type=click.Choice(("pdf/ua-1", "pdf/a-3a")),
    help="pdf/ua-1 (the default), or pdf/a-3a for archives, which carries the Markdown.",
)
@click.option("--review", is_flag=True, help="Add the findings of check: comments in Word, a last section elsewhere.")
@click.option("--editable", is_flag=True, help="Make statuses and due dates in Word controls to update them with.")
@click.option("--today", metavar="DATE", help="The day that due dates are held against.")
@click.option("--force/--no-clobber", default=True, help="Overwrite an output that exists (the default), or do not.")
@click.option("--strict", is_flag=True, help="Exit with 1 where there are warnings.")
@click.option("--json", "manifest", is_flag=True, help="Print a manifest of what was written.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="How many files at a time.")
@click.option("-q", "--quiet", is_flag=True, help="Say errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Say notes too, and where a fault of the program lies.")
def command(**options: object) -> int:
    """Turn incident postmortems written in Markdown into PDF, Word and HTML."""
    # The stations are imported only now that there is something to do: --help must not wait for them.
    import msgspec  # noqa: PLC0415

    from pmexport import settings  # noqa: PLC0415
    from pmexport.cli import plan  # noqa: PLC0415

    request = msgspec.convert(options, plan.Request)
    terminal = Terminal(quiet=request.quiet, verbose=request.verbose, colour=settings.colour_wanted())
    # What is wrong for every file is said once, before the first.
    settings.settle(settings.environment_layer(), settings.command_line_layer(request.settings))
    planned = plan.plan(request)
    return _render(request, planned, terminal)


def _render(request: Request, planned: Plan, terminal: Terminal) -> int:
    from pmexport.printing import pdf_aside  # noqa: PLC0415

    # The PDF engine takes as long to load as the stations and all their reading: it begins before they are imported.
    aside = pdf_aside() if planned.prints_alone else None
    try:
        return _performed(request, planned, terminal, aside)
    finally:
        if aside is not None:
            aside.abandon()


def _performed(request: Request, planned: Plan, terminal: Terminal, aside: PdfAside | None) -> int:
    from pmexport.cli import batch  # noqa: PLC0415

    status = 0
    for fault in planned.faults:
        terminal.fault(fault)
        status = max(status, fault.status)
    written: list[batch.Written] = []
    terminal.progress(0, len(planned.tasks), "")
    for done, outcome in enumerate(batch.perform(planned.tasks, jobs=request.jobs, aside=aside), start=1):
        terminal.progress(done, len(planned.tasks), outcome.source)
        _tell(outcome, terminal, paths=not request.manifest)
        written += outcome.written
        status = max(status, outcome.status, outcome.findings if request.strict else 0)
    if request.manifest:
        terminal.data(manifest(tuple(written)))
    return status


def _tell(outcome: Outcome, terminal: Terminal, *, paths: bool) -> None:
    for place, diagnostics in groupby(outcome.diagnostics, key=itemgetter(0)):
        terminal.diagnostics(place, [diagnostic for _, diagnostic in diagnostics])
    for place, choice in outcome.choices:
        terminal.choice(place, choice)
    for fault in outcome.faults:
        terminal.fault(fault)
    if outcome.unexpected:
        terminal.unexpected(*outcome.unexpected, place=outcome.source)
    if outcome.data is not None:
        terminal.data(outcome.data)
    for each in outcome.written if paths else ():
        terminal.wrote(Path(each.path))


def manifest(written: tuple[Written, ...]) -> bytes:
    """Return the manifest of the published contract, version 1, as JSON."""
    import msgspec  # noqa: PLC0415

    content = msgspec.json.encode({"schema_version": 1, "files": written})
    return msgspec.json.format(content, indent=2) + b"\n"
