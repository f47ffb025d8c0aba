"""Customers' files from one task: the papers gathered, the files sealed, all of them written or none."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec.structs import replace

from pmexport.cli.batch import Outcome, Written, entry, settled_for
from pmexport.cli.plan import Task
from pmexport.cli.source import source_bytes
from pmexport.customer.folding import folded, parted
from pmexport.customer.guards import hits, is_clean
from pmexport.customer.guards.meanings import explain
from pmexport.errors import PmexportError, UsageError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.rendering import Sealed
from pmexport.model.terms import DiagnosticSeverity
from pmexport.outward import Papers, Prepared, plain_draft_notice, prepare, sealed_files, words_of_page
from pmexport.publish import STANDARD_STREAM, publish_to_customers
from pmexport.settings import Settings, Settled
from pmexport.theme.load import load_look

_OWN_FILE = ".customer.md"
_APPROVALS = ".customer.approval.json"


def customer_path(source: str) -> Path:
    """Return where the author's text for customers stands: ``NAME.customer.md`` beside the postmortem."""
    return Path(source).with_name(f"{Path(source).stem}{_OWN_FILE}")


def approvals_path(source: str) -> Path:
    """Return where the approvals stand: ``NAME.customer.approval.json`` beside the postmortem."""
    return Path(source).with_name(f"{Path(source).stem}{_APPROVALS}")


def papers_of(source: str, content: bytes | None = None) -> Papers:
    """Return the bytes of `source` and of what lies beside it for customers. Raises UnreadableError, UsageError."""
    if source == STANDARD_STREAM:
        return Papers(name=source, content=source_bytes(source) if content is None else content)
    if source.casefold().endswith(_OWN_FILE):
        whole = f"{source[: -len(_OWN_FILE)]}.md"
        raise UsageError("is the text for customers, not the postmortem", place=source, instead=f"name {whole}")
    own, approvals = customer_path(source), approvals_path(source)
    return Papers(
        name=source,
        content=source_bytes(source) if content is None else content,
        customer_name=str(own),
        customer_content=source_bytes(str(own)) if own.is_file() else None,
        approvals=source_bytes(str(approvals)) if approvals.is_file() else None,
        approvals_name=str(approvals),
    )


def prepared_for(
    papers: Papers, settings: Settings, *, recipient: str | None, permitted: tuple[str, ...], incident: int | None
) -> Prepared:
    """Return the report for customers that `papers` and `settings` make. Raises what `prepare` raises."""
    theme = load_look(settings.look).theme
    policy = settings.customer_policy(recipient=recipient, permitted=permitted, brand=theme.customer)
    policy = replace(policy, public_names=(*policy.public_names, *filter(None, (theme.company, policy.company))))
    options, page = settings.read_options(papers.name), words_of_page(theme)
    return prepare(papers, options, policy, incident=incident, page=page)


def dispatch(task: Task) -> Outcome:
    """Return what became of a task for customers. Raises PmexportError where nothing may leave."""
    papers = papers_of(task.source, task.content)
    settled = settled_for(task.source, papers.content, task.options)
    prepared = prepared_for(
        papers, settled.settings, recipient=task.recipient, permitted=task.permitted, incident=task.incident
    )
    suffixes = tuple(suffix for suffix, _ in task.targets)
    made = sealed_files(prepared, settled.settings.look, settled.settings.paper, suffixes)
    found = _found(task, settled, prepared)
    written: list[Written] = []
    faults: list[PmexportError] = []
    data = None
    for (suffix, target), sealed in zip(task.targets, made, strict=True):
        if not isinstance(sealed, Sealed):
            faults.append(sealed)
        elif target is None:
            data = sealed.content
        else:
            publish_to_customers(sealed, target, overwrite=task.overwrite)
            written.append(entry(task, target, suffix, sealed, found))
    return Outcome(source=task.source, diagnostics=found, written=tuple(written), data=data, faults=tuple(faults))


def _found(task: Task, settled: Settled, prepared: Prepared) -> tuple[tuple[str, Diagnostic], ...]:
    told = [
        *settled.diagnostics,
        *load_look(settled.settings.look).told(Path.cwd()),
        *prepared.diagnostics,
    ]
    notice = plain_draft_notice(prepared, task.source)
    if notice is not None:
        told.append((task.source, notice))
    told += [(task.source, found) for stem in _stems(task) if (found := _telling_name(stem, prepared))]
    return tuple(told)


def _stems(task: Task) -> tuple[str, ...]:
    return tuple(sorted({target.name.split(".")[0] for _, target in task.targets if target is not None}))


def _telling_name(stem: str, prepared: Prepared) -> Diagnostic | None:
    """Return what to say where `stem`, the name of the files, holds what must not leave; None where it does not."""
    plain = parted(folded(re.sub(r"[-_]+", " ", stem)))
    found = next(hits(plain, prepared.known, prepared.policy, by_shape=False), None)
    if found is None and is_clean(stem.replace("_", " "), prepared.known, prepared.policy):
        return None
    why = f": “{found.item}” is {explain(found.rule)}" if found else ""
    date = prepared.report.date
    neutral = f"service-incident-{date.value.isoformat()}" if date else "service-incident"
    return Diagnostic(
        code="customer-file-name",
        severity=DiagnosticSeverity.WARNING,
        line=0,
        message=f"the files' name {stem} says what must not leave{why}",
        hint=f"name another output, as -o {neutral}.pdf, before it is sent",
    )
