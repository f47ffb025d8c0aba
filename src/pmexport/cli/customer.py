"""customer draft, ledger, approve."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmexport.cli.terminal import Terminal
from pmexport.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from pmexport.customer.ledger import Ledger
    from pmexport.outward import Prepared


@click.group("customer", short_help="Draft, review and approve the report for customers.")
def command() -> None:
    """Draft, review and approve the report for customers; `pmexport FILE --external` renders it."""


@command.command("draft")
@click.argument("file", metavar="FILE")
@click.option("--force", is_flag=True, help="Overwrite the text for customers that is there.")
@click.option("-o", "--output", metavar="PATH", help="A file, or - for standard output; else NAME.customer.md.")
@click.option("--permit", multiple=True, metavar="MARK", help="Tell customers of a file that is marked so, as TLP:RED.")
def write_draft(*, file: str, force: bool, output: str | None, permit: tuple[str, ...]) -> int:
    """Write NAME.customer.md beside FILE: facts filled in, candidates and questions in comments, to be edited."""
    from pmexport.cli.dispatch import customer_path  # noqa: PLC0415  --help must not wait for the stations
    from pmexport.outward import draft_of  # noqa: PLC0415
    from pmexport.publish import publish  # noqa: PLC0415

    terminal = Terminal()
    prepared = _prepared(file, permit=permit, bare=True)
    content = draft_of(prepared).encode()
    if output == "-":
        terminal.data(content)
        return ExitStatus.DONE
    target = Path(output) if output else customer_path(file)
    if target.exists() and not force:
        raise UsageError("exists already", place=str(target), instead="--force overwrites it")
    publish(content, target)
    terminal.wrote(target)
    return ExitStatus.DONE


@command.command("ledger")
@click.argument("file", metavar="FILE")
@click.option("--customer", metavar="NAME", help="The version for one customer.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.option("--permit", multiple=True, metavar="MARK", help="Tell customers of a file that is marked so, as TLP:RED.")
def show_ledger(*, file: str, customer: str | None, as_json: bool, permit: tuple[str, ...]) -> int:
    """List what goes out and where it came from, and what is held back and by which rule."""
    from pmexport.outward import ledger_of  # noqa: PLC0415

    prepared = _prepared(file, recipient=customer, permit=permit)
    found = ledger_of(prepared)
    Terminal().data(_json(found) if as_json else _lines(found, prepared).encode())
    return ExitStatus.HELD_BACK if found.findings else ExitStatus.DONE


@command.command("approve")
@click.argument("file", metavar="FILE")
@click.option("--by", required=True, metavar="NAME", help="Who approves.")
@click.option("--accept", multiple=True, metavar="FINDING", help="Let one finding pass, by its name.")
@click.option("--reason", metavar="TEXT", help="Why it may pass.")
@click.option("--correction", multiple=True, metavar="TEXT", help="What was corrected since the last approval.")
@click.option("--customer", metavar="NAME", help="The version for one customer.")
@click.option("--permit", multiple=True, metavar="MARK", help="Tell customers of a file that is marked so, as TLP:RED.")
def approve(
    *,
    file: str,
    by: str,
    accept: tuple[str, ...],
    reason: str | None,
    correction: tuple[str, ...],
    customer: str | None,
    permit: tuple[str, ...],
) -> int:
    """Sign exactly this text: DRAFT goes from its pages until a word of it changes."""
    from msgspec.structs import replace  # noqa: PLC0415

    from pmexport.cli.dispatch import approvals_path  # noqa: PLC0415
    from pmexport.customer.approval import NEVER_ACCEPTED, Accepted, signed, written  # noqa: PLC0415
    from pmexport.outward import stopped, with_corrections  # noqa: PLC0415
    from pmexport.publish import publish  # noqa: PLC0415

    if not by.strip():
        raise UsageError("the name is empty", place="--by", instead="say who approves")
    if accept and not (reason or "").strip():
        raise UsageError("a reason is missing", place="--accept", instead="say why with --reason")
    prepared = with_corrections(_prepared(file, recipient=customer, permit=permit), correction)
    names = {finding.name: finding for finding in prepared.findings}
    for name in accept:
        if name not in names:
            raise UsageError(
                "is no finding in this text", place=name, instead=f"pmexport customer ledger {file} names them"
            )
        if names[name].rule in NEVER_ACCEPTED:
            raise UsageError("cannot be accepted", place=name, instead="take it out of the text")
    more = tuple(Accepted(finding=name, reason=(reason or "").strip(), by=by) for name in accept)
    approvals = replace(prepared.approvals, accepted=(*prepared.approvals.accepted, *more))
    target, still_open = approvals_path(file), approvals.open_of(prepared.findings)
    if still_open:
        if more:
            publish(written(approvals), target)
        raise stopped(replace(prepared, open_findings=still_open))
    publish(written(signed(prepared.report, approvals, by, correction)), target)
    Terminal().wrote(target)
    return ExitStatus.DONE


def _prepared(file: str, *, recipient: str | None = None, permit: tuple[str, ...] = (), bare: bool = False) -> Prepared:
    from msgspec.structs import replace  # noqa: PLC0415

    from pmexport.cli.batch import settled_for  # noqa: PLC0415
    from pmexport.cli.dispatch import papers_of, prepared_for  # noqa: PLC0415

    papers = papers_of(file)
    if bare:
        papers = replace(papers, customer_content=None, approvals=None)
    settled = settled_for(file, papers.content, {})
    return prepared_for(papers, settled.settings, recipient=recipient, permitted=permit, incident=None)


def _json(ledger: Ledger) -> bytes:
    import msgspec  # noqa: PLC0415

    return msgspec.json.format(msgspec.json.encode(ledger), indent=2) + b"\n"


def _lines(ledger: Ledger, prepared: Prepared) -> str:
    from pmexport.cli.terminal import visible  # noqa: PLC0415

    report = prepared.report
    state = "draft" if report.draft else "approved"
    lines = [f"Goes out (revision {report.revision}, {state})"]
    lines += [
        f"  {_where(one.document.value, one.line):>24}  {one.rule.value:<8}  {visible(one.text)}" for one in ledger.out
    ]
    if ledger.findings:
        lines.append("Must be settled first")
        lines += [
            f"  {f'line {line}' if line else 'settings':>24}  {name}  {visible(item)}: {why}"
            for name, why, item, line in ledger.findings
        ]
    lines.append("Held back")
    lines += [
        f"  {f'line {one.line}' if one.line else 'title':>24}  {visible(one.text)}: {one.why}" for one in ledger.held
    ]
    return "\n".join(lines) + "\n"


def _where(document: str, line: int) -> str:
    name = document.replace("_", " ")
    return f"{name}, line {line}" if line else name
