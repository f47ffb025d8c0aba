"""leakcheck: a finished file searched for what must not leave."""

from __future__ import annotations

from pathlib import Path

import click

from pmexport.cli.terminal import Terminal
from pmexport.errors import ExitStatus, UsageError

_ENDINGS = (".customer.pdf", ".customer.docx", ".customer.html", ".customer.txt", ".customer.eml", ".status-page.md")


@click.command("leakcheck", short_help="Search a finished file for what must not leave.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--against", "source", metavar="SOURCE", help="The postmortem; else NAME.md beside NAME.customer.pdf.")
@click.option("--customer", metavar="NAME", help="The version for one customer.")
@click.option("--permit", multiple=True, metavar="MARK", help="Tell customers of a file that is marked so, as TLP:RED.")
def command(*, files: tuple[str, ...], source: str | None, customer: str | None, permit: tuple[str, ...]) -> int:
    """Search FILEs, edited by hand perhaps, for what must not leave; exit with 5 where there is any."""
    terminal = Terminal()
    status = ExitStatus.DONE
    for file in files:
        for what, where in _leaks(file, source or _source_of(file), customer, permit):
            terminal.fault(UsageError(f"holds “{what}”, {where}", place=file))
            status = ExitStatus.HELD_BACK
    return status


def _leaks(file: str, source: str, customer: str | None, permit: tuple[str, ...]) -> list[tuple[str, str]]:
    from pmexport.cli.batch import settled_for  # noqa: PLC0415  --help must not wait for the stations
    from pmexport.cli.dispatch import papers_of, prepared_for  # noqa: PLC0415
    from pmexport.cli.source import source_bytes  # noqa: PLC0415
    from pmexport.outward.edited import leaks_of  # noqa: PLC0415

    papers = papers_of(source)
    settled = settled_for(source, papers.content, {})
    prepared = prepared_for(papers, settled.settings, recipient=customer, permitted=permit, incident=None)
    suffix = Path(file).suffix.removeprefix(".").lower()
    found = leaks_of(source_bytes(file), suffix, prepared, settled.settings.look)
    return [(leak.what, leak.place) for leak in found]


def _source_of(file: str) -> str:
    for ending in _ENDINGS:
        if file.casefold().endswith(ending):
            return f"{file[: -len(ending)]}.md"
    raise UsageError("its postmortem is not known", place=file, instead="name it with --against")
