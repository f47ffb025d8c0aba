"""The road for customers: source to sealed files. The one module that knows the order of the stations on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from pmexport.convert import read
from pmexport.customer import leakcheck, marks, reading
from pmexport.customer.approval import Approvals, read_approvals, stamped
from pmexport.customer.classification import refuse_marked
from pmexport.customer.draft import Desk, draft
from pmexport.customer.figures import unnamed_services
from pmexport.customer.finding import Finding, each_once
from pmexport.customer.gate import admit, corrected
from pmexport.customer.guards import findings as guarded
from pmexport.customer.guards.known import Known
from pmexport.customer.guards.learned import known_of
from pmexport.customer.guards.meanings import held_back
from pmexport.customer.ledger import Ledger, ledger
from pmexport.customer.sayings import days_of, side_by_side, written_in
from pmexport.customer.speech import spoken, spoken_by_theme
from pmexport.customer.structure import pictures
from pmexport.customer.text import CustomerText, file_text, section_of
from pmexport.errors import HeldBackError, PmexportError, UnavailableError, UsageError
from pmexport.facts.metrics import measure
from pmexport.model.customer import CustomerReport, Document
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import CustomerPolicy, Paper, ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import Blocks
from pmexport.model.rendering import Sealed
from pmexport.model.report import Report
from pmexport.model.terms import DiagnosticSeverity, Milestone
from pmexport.press import Job, print_apart
from pmexport.reader import prose
from pmexport.reader.comments import without_comments
from pmexport.reader.source import decode
from pmexport.report.customer import customer_report, plain_facts
from pmexport.report.customer_draft import clock_of, dated_title, draft_words, teller
from pmexport.theme.load import Look, load_look
from pmexport.theme.theme import Theme

Made: TypeAlias = Sealed | PmexportError


class Papers(Struct, frozen=True, kw_only=True):
    """What lies on the desk: the postmortem, its author's file for customers and the approvals beside it, as bytes."""

    name: str
    content: bytes
    customer_name: str = ""
    customer_content: bytes | None = None
    approvals: bytes | None = None
    approvals_name: str = ""


class Prepared(Struct, frozen=True, kw_only=True):
    """A report for customers before it is printed, with what the guards found in it, all and not accepted."""

    papers: Papers
    postmortem: Postmortem
    known: Known
    text: CustomerText
    report: CustomerReport
    policy: CustomerPolicy
    approvals: Approvals
    findings: tuple[Finding, ...]
    open_findings: tuple[Finding, ...]
    diagnostics: tuple[tuple[str, Diagnostic], ...]


def prepare(
    papers: Papers,
    options: ReadOptions,
    policy: CustomerPolicy,
    *,
    incident: int | None = None,
    page: tuple[str, ...] = (),
) -> Prepared:
    """Return what may leave of `papers`, and what in it must not; `page` are the words that a theme puts on each page.

    Raises UnreadableError, HeldBackError, UsageError.
    """
    source = decode(papers.content, papers.name)
    found = read(papers.content, options)
    count = len(found.postmortems)
    if incident is None and count > 1:
        raise HeldBackError(
            f"holds {count} incidents, and a report for customers tells one",
            place=papers.name,
            instead="add --incident 1",
        )
    if not 1 <= (incident or 1) <= count:
        raise UsageError(f"holds {count} incident{'s' if count > 1 else ''}, not {incident}", place=papers.name)
    postmortem = found.postmortems[(incident or 1) - 1]
    try:
        refuse_marked(papers.content.decode("utf-8-sig", "replace"), postmortem.classification, policy)
        text, place = _text(papers, source.text, source.first_line, policy.recipient)
    except HeldBackError as fault:
        raise fault if fault.place else HeldBackError(fault.found, place=papers.name, instead=fault.instead) from None
    policy = replace(policy, customers=tuple(dict.fromkeys((*policy.customers, *text.others))))
    language = options.language or postmortem.language
    policy = policy.in_language(language)
    report = admit(postmortem, measure(postmortem), text, policy, language, draft=True)
    approvals = read_approvals(papers.approvals, papers.approvals_name)
    draft, revision, corrections = stamped(report, approvals)
    report = corrected(replace(report, draft=draft, revision=revision), corrections)
    known = replace(known_of(postmortem, policy.services), language=language)
    said = (*spoken(report), *spoken_by_theme(page))
    findings = each_once((*text.findings, *guarded(said, known, policy)))
    told = (*text.diagnostics, *_left_out(text), *reading.advice(report, policy, text.is_empty))
    return Prepared(
        papers=papers,
        postmortem=postmortem,
        known=known,
        text=text,
        report=report,
        policy=policy,
        approvals=approvals,
        findings=findings,
        open_findings=approvals.open_of(findings),
        diagnostics=(
            *((papers.name, each) for each in (*found.diagnostics, *marks.near_misses(postmortem))),
            *((place, each) for each in told),
        ),
    )


def _text(papers: Papers, text: str, first_line: int, recipient: str | None) -> tuple[CustomerText, str]:
    """Return the author's text for customers and the file it stands in; a file of its own wins."""
    if papers.customer_content is not None:
        own = decode(papers.customer_content, papers.customer_name)
        plain = without_comments(own.text, own.first_line).text
        if plain.strip():
            return file_text(plain, own.first_line, _parsed, recipient), papers.customer_name
        return CustomerText(document=Document.CUSTOMER_FILE), papers.customer_name
    plain = without_comments(text, first_line).text
    return section_of(plain, first_line, _parsed, recipient), papers.name


def _parsed(text: str, first_line: int) -> Blocks:
    return prose.blocks(text, first_line=first_line).blocks


def _left_out(text: CustomerText) -> Iterator[Diagnostic]:
    for passage in (*text.passages, *text.own):
        yield from pictures(passage.blocks)


def sealed_files(
    prepared: Prepared, theme_name: Look | str | Path, paper: Paper, formats: tuple[str, ...]
) -> tuple[Made, ...]:
    """Return the report in each of `formats`, printed by another process, read back and found clean, or why not.

    Where one of them holds what must not leave, none of them leaves. Raises HeldBackError for what the guards found.
    """
    if prepared.open_findings:
        raise stopped(prepared)
    theme = load_look(theme_name).theme
    theme = replace(theme, company=prepared.policy.company or theme.company)
    look = theme_name if isinstance(theme_name, Look) else Look(theme=str(theme_name))
    job = Job(
        report=prepared.report,
        theme=look.theme,
        template=look.template,
        over=look.over,
        company=prepared.policy.company,
        paper=paper,
        formats=formats,
    )
    delivery = print_apart(job)
    known = knowledge_of(prepared, customer_report(prepared.report, paper, theme.wording), theme)
    made: list[Made] = []
    for printed in delivery.printed:
        if printed.rendering is None:
            found, instead = printed.fault or ("could not be made", "")
            made.append(UnavailableError(found, instead=instead))
            continue
        made.append(leakcheck.seal(printed.rendering, printed.format, known))
    return tuple(made)


def with_corrections(prepared: Prepared, corrections: tuple[str, ...]) -> Prepared:
    """Return `prepared` with what the guards find in `corrections` that are about to be signed."""
    report = corrected(prepared.report, corrections)
    said = [one for one in spoken(report) if one.text in corrections]
    more = guarded(said, prepared.known, prepared.policy)
    return replace(prepared, findings=each_once((*prepared.findings, *more)))


def stopped(prepared: Prepared) -> HeldBackError:
    """Return the fault that holds `prepared` back over what the guards found and nobody accepted."""
    papers = prepared.papers
    place = papers.customer_name if prepared.text.document is Document.CUSTOMER_FILE else papers.name
    return held_back(prepared.open_findings, place, papers.name)


def knowledge_of(prepared: Prepared, report: Report, theme: Theme) -> leakcheck.Knowledge:
    """Return what is internal of `prepared` and what its `report` in `theme` may say."""
    content = prepared.papers.content.decode("utf-8-sig", "replace")
    internal = (content, *leakcheck.every_string(prepared.postmortem), *_surroundings(prepared.papers.name))
    said = (
        *leakcheck.every_string(report),
        *days_of(prepared.report),
        *side_by_side(report),
        *written_in(prepared.text),
        *(theme.company, *words_of_page(theme)),
    )
    found = ((folder, path) for folder in theme.templates for path in sorted(folder.rglob("*.j2")))
    templates = [path for folder, path in found if path.resolve().is_relative_to(folder.resolve())]
    own = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in templates)
    return leakcheck.knowledge(internal, said, f"{theme.style_sheet}\n{own}")


def words_of_page(theme: Theme) -> tuple[str, ...]:
    """Return the words that `theme` puts on the pages of a report for customers, whatever the incident."""
    running = (theme.page.header_left, theme.page.header_right, theme.page.footer_left, theme.page.footer_right)
    words = (*(one.text for one in theme.wording.renamed), *(name for _, _, name in theme.wording.names))
    return (theme.legal, theme.watermark, theme.logo.alt if theme.logo else "", *running, *words)


def _surroundings(name: str) -> tuple[str, ...]:
    return Path(name).absolute().parts if name not in {"", "-"} else ()


def plain_draft_notice(prepared: Prepared, place: str) -> Diagnostic | None:
    """Return the advice on how to add what only people can write, where nobody wrote anything for customers."""
    if not prepared.text.is_empty:
        return None
    return Diagnostic(
        code="customer-text-missing",
        severity=DiagnosticSeverity.WARNING,
        line=0,
        message="nothing is written for customers, so that the report says when and how long only",
        hint=f"`pmexport customer draft {place}` writes a text to edit",
    )


def draft_of(prepared: Prepared) -> str:
    """Return the text of NAME.customer.md for somebody to edit."""
    report = prepared.report
    bare = replace(report, title=None, chapters=(), actions=(), corrections=(), revision=1)
    language = report.language.value.tag
    change = measure(prepared.postmortem).moment(Milestone.CHANGE)
    desk = Desk(
        postmortem=prepared.postmortem,
        known=prepared.known,
        policy=prepared.policy,
        language=language,
        facts=plain_facts(bare),
        words=draft_words(language),
        title=customer_report(bare, Paper.AUTO).marks.title,
        dated=dated_title(bare),
        change=clock_of(bare, change) if change else "",
        unnamed=tuple(unnamed_services(prepared.postmortem, prepared.policy.services)),
    )
    return draft(desk)


def ledger_of(prepared: Prepared) -> Ledger:
    """Return what goes out and what is held back, for the person who signs."""
    return ledger(
        prepared.report,
        prepared.postmortem,
        prepared.open_findings,
        prepared.known,
        prepared.policy,
        teller(prepared.report),
    )
