"""Which sections a postmortem must have, by the severity of the incident."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.review.words import pattern, required
from pmexport.model.postmortem import Section
from pmexport.model.terms import FieldName, SectionKind

_LEAST = 4
_SEVERE = 1
_FIELDS = {
    SectionKind.SUMMARY: FieldName.SUMMARY,
    SectionKind.IMPACT: FieldName.IMPACT,
    SectionKind.ROOT_CAUSE: FieldName.ROOT_CAUSE,
    SectionKind.DETECTION: FieldName.DETECTION,
}


def missing(case: Case) -> Iterator[Found]:
    """Find sections that the severity asks for and that are not there, or empty."""
    severity = case.postmortem.severity
    if severity and severity.level is not None:
        yield from _missing(severity.level, case, f"severity {severity.label} asks for that")


def unusual(case: Case) -> Iterator[Found]:
    """Find sections that every postmortem has, where no severity asks for any."""
    severity = case.postmortem.severity
    if severity is None or severity.level is None:
        yield from _missing(_LEAST, case, "")


def _missing(level: int, case: Case, asker: str) -> Iterator[Found]:
    table = case.options.required or required().sections
    wanted = next((table[one] for one in range(level, _LEAST + 1) if one in table), ())
    absent: list[str] = []
    for kind in wanted:
        # Of a section that holds blanks only, and of a timeline that is not there, the reader speaks.
        if kind is SectionKind.TIMELINE or _is_there(kind, case) or _is_blank(kind, case):
            continue
        name = required().names.get(kind, f"no {str(kind).replace('_', ' ')}")
        empty = next((one for one in case.postmortem.walk() if one.kind is kind), None)
        if empty is None:
            absent.append(name)
        else:
            yield Found(line=empty.line, values={"section": name, "asker": asker})
    if absent:
        yield Found(line=0, values={"section": phrases.listed(absent), "asker": asker})


def _is_there(kind: SectionKind, case: Case) -> bool:
    postmortem = case.postmortem
    if kind is SectionKind.TIMELINE and postmortem.timeline:
        return True
    if kind is SectionKind.ACTION_ITEMS and postmortem.action_items:
        return True
    if kind is SectionKind.SUMMARY and any(
        passage.kind is None and _opens(passage.line, case) for passage in case.passages
    ):
        return True
    field = _FIELDS.get(kind)
    if field and any(one.name is field and not one.placeholder for one in postmortem.fields):
        return True
    kinds = required().instead.get(kind, (kind,))
    return any(map(_holds_something, case.sections(*kinds)))


def _opens(line: int, case: Case) -> bool:
    """Tell whether text on `line` stands before the first section, where it serves as the summary."""
    first = next((section.line for section in case.postmortem.sections), 0)
    fields = {field.line for field in case.postmortem.fields}
    return line not in fields and (not first or line < first)


def _is_blank(kind: SectionKind, case: Case) -> bool:
    return any(one.kind is kind and one.placeholder for one in case.postmortem.walk())


def _holds_something(section: Section) -> bool:
    return any(one.content and not one.placeholder for one in section.walk())


def customer_section(case: Case) -> Iterator[Found]:
    """Find incidents that customers noticed, by severity and impact, without a word written for them."""
    severity = case.postmortem.severity
    if severity is None or severity.level is None or severity.level > _SEVERE:
        return
    impact = case.of_kind(SectionKind.IMPACT, SectionKind.IMPACT_USER, SectionKind.SUMMARY)
    told = case.sections(SectionKind.CUSTOMER_SUMMARY, SectionKind.COMMUNICATION)
    sentences = [one.text for passage in impact for one in passage.sentences()]
    seen = any(
        pattern("impact", "customers").search(text) and not pattern("impact", "nobody").search(text)
        for text in sentences
    )
    if seen and not any(map(_holds_something, told)):
        yield Found(line=0, values={"severity": severity.label})


CHECKS: dict[str, Check] = {
    "section-missing": missing,
    "section-usual": unusual,
    "customer-section-missing": customer_section,
}
