"""Which kinds of section a postmortem holds, with content and not only by name."""

from __future__ import annotations

from pmexport.model.postmortem import (
    Content,
    Postmortem,
    Section,
)
from pmexport.model.prose import (
    BulletList,
    HorizontalRule,
    OrderedList,
    Para,
    Plain,
    text_of,
)
from pmexport.model.terms import FieldName, SectionKind

_PARENT = {
    SectionKind.IMPACT_USER: SectionKind.IMPACT,
    SectionKind.IMPACT_BUSINESS: SectionKind.IMPACT,
    SectionKind.IMPACT_TECHNICAL: SectionKind.IMPACT,
    SectionKind.CONTRIBUTING_FACTORS: SectionKind.ROOT_CAUSE,
    SectionKind.TRIGGER: SectionKind.ROOT_CAUSE,
    SectionKind.APPENDIX: SectionKind.REFERENCES,
}
_FIELD_KINDS = {
    FieldName.SUMMARY: SectionKind.SUMMARY,
    FieldName.IMPACT: SectionKind.IMPACT,
    FieldName.ROOT_CAUSE: SectionKind.ROOT_CAUSE,
    FieldName.TRIGGER: SectionKind.ROOT_CAUSE,
    FieldName.DETECTION: SectionKind.DETECTION,
    FieldName.RESOLUTION: SectionKind.RESPONSE,
}


def kinds_held(postmortem: Postmortem) -> list[SectionKind]:
    """Return the kinds of section that hold content, a part counted as the whole it belongs to as well."""
    found: dict[SectionKind, None] = {}
    for held in postmortem.fields:
        kind = _FIELD_KINDS.get(held.name) if held.name else None
        if kind and not held.placeholder and text_of(held.value).strip():
            found[kind] = None
    for section in postmortem.walk():
        if section.kind is None or section.placeholder or not _holds(section):
            continue
        found[_PARENT.get(section.kind, section.kind)] = None
        found[section.kind] = None
    return list(found)


def _holds(section: Section) -> bool:
    """Whether `section` has content; the parts of a review are lessons of their own."""
    if any(not _empty(part) for part in section.content):
        return True
    children = [child for child in section.children if not child.placeholder]
    if section.kind is SectionKind.LESSONS:
        children = [child for child in children if child.kind in {None, SectionKind.LESSONS}]
    return any(_holds(child) for child in children)


def _empty(part: Content) -> bool:
    match part:
        case Para(content) | Plain(content):
            return not any(text_of((inline,)).strip() for inline in content)
        case HorizontalRule():
            return True
        case BulletList(items) | OrderedList(items):
            return all(_empty(block) for item in items for block in item.content)
        case _:
            return False
