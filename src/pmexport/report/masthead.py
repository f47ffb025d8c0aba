"""The head of the first page: title, badges, and the header's facts; and the facts too long to stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmexport.model.postmortem import FieldRun, HeaderField, Postmortem, WrittenStatus
from pmexport.model.prose import Inlines, Str, text_of
from pmexport.model.report import Badge, BadgeScheme, LabelledFact, Masthead
from pmexport.model.terms import FieldName, SectionKind
from pmexport.report.addresses import linked
from pmexport.report.words import Words

_CODE_OF_A_SCHEME = re.compile(r"[A-Za-z]{1,8}[ -]?\d")
_LONGEST_BADGE = 28
# "Postmortem for", or a date: what stands before a title that the page says already.
_LONGEST_PREFIX = 14
_LONGEST_FACT = 60
_MOST_FACTS = 6


def masthead(postmortem: Postmortem, words: Words, anchor: str) -> Masthead:
    """Return the masthead of the full report."""
    return Masthead(
        anchor=anchor,
        heading=postmortem.title,
        kicker=words.say("kind", "full"),
        badges=tuple(_badges(postmortem, words)),
        facts=(*_leading_facts(postmortem, words), *short_facts(postmortem)),
    )


def severity_badge(postmortem: Postmortem, words: Words) -> Badge | None:
    """Return the severity as written; a bare code such as P0 is told what its level means."""
    severity = postmortem.severity
    if severity is None:
        return None
    label = f"{severity.label[:1].upper()}{severity.label[1:]}"
    grade = words.wording.grade(BadgeScheme.SEVERITY, label)
    if grade is not None:
        meaning = words.wording.name(BadgeScheme.SEVERITY, grade.key) or grade.label
        return Badge(scheme=BadgeScheme.SEVERITY, key=grade.key, label=f"{label} {meaning}".rstrip())
    if severity.level is not None and _CODE_OF_A_SCHEME.fullmatch(label):
        label = f"{label} {_meaning(severity.level, words)}"
    return Badge(
        scheme=BadgeScheme.SEVERITY, key="none" if severity.level is None else str(severity.level), label=label
    )


def _meaning(level: int, words: Words) -> str:
    return words.wording.name(BadgeScheme.SEVERITY, str(level)) or words.listed("severity", "levels")[level]


def _badges(postmortem: Postmortem, words: Words) -> Iterable[Badge]:
    severity = severity_badge(postmortem, words)
    if severity is not None:
        yield severity
    seen: set[str] = set()
    for status in _statuses(postmortem):
        if status.text.casefold() not in seen and len(status.text) <= _LONGEST_BADGE:
            seen.add(status.text.casefold())
            yield _status_badge(status, words)


def _statuses(postmortem: Postmortem) -> list[WrittenStatus]:
    return [status for status in (postmortem.document_status, postmortem.incident_status) if status is not None]


def _status_badge(status: WrittenStatus, words: Words) -> Badge:
    scheme, key = BadgeScheme.DOCUMENT, status.document.value if status.document is not None else "none"
    if status.incident is not None and status.document is None:
        scheme, key = BadgeScheme.INCIDENT, status.incident.value
    return Badge(scheme=scheme, key=key, label=words.wording.name(scheme, key) or status.text)


def _leading_facts(postmortem: Postmortem, words: Words) -> Iterable[LabelledFact]:
    if postmortem.date is not None:
        yield LabelledFact(label="", value=(Str(words.date(postmortem.date)),))
    for key, people in (("authors", postmortem.authors), ("reviewers", postmortem.reviewers)):
        if people:
            label = words.say_counted("masthead", key, len(people))
            yield LabelledFact(label=label, value=(Str(", ".join(people)),))


def header_fields(postmortem: Postmortem) -> tuple[HeaderField, ...]:
    """Return the fields of the document's head: those before the first section and in sections that are a header."""
    contents = list(postmortem.lead)
    for section in postmortem.walk():
        if section.kind is SectionKind.HEADER:
            contents += section.content
    return tuple(field for run in contents if isinstance(run, FieldRun) for field in run.fields)


def short_facts(postmortem: Postmortem) -> tuple[LabelledFact, ...]:
    """Return the header's further facts where they are few and short enough to stand beside the date."""
    further = _further_facts(postmortem)
    fit = len(further) <= _MOST_FACTS and all(len(text_of(fact.value)) <= _LONGEST_FACT for fact in further)
    return further if fit else ()


def long_facts(postmortem: Postmortem) -> tuple[LabelledFact, ...]:
    """Return the header's further facts where `short_facts` has no room for them."""
    return () if short_facts(postmortem) else _further_facts(postmortem)


def _further_facts(postmortem: Postmortem) -> tuple[LabelledFact, ...]:
    return tuple(
        LabelledFact(label=_label(field.label), value=linked(field.value))
        for field in header_fields(postmortem)
        if not field.placeholder and not _said_elsewhere(field, postmortem)
    )


def _label(written: str) -> str:
    """Return a label as a page shows it: a front matter key such as ``incident_commander`` becomes words."""
    words = written if " " in written else written.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


def _said_elsewhere(field: HeaderField, postmortem: Postmortem) -> bool:
    """Tell whether the page says all of `field` in another form: as title, badge, figure or in the running header."""
    text = _letters(field.value)
    match field.name:
        case FieldName.TITLE:
            title = _letters_of(postmortem.title)
            return text == title or (bool(title) and text.endswith(title) and len(text) - len(title) <= _LONGEST_PREFIX)
        case FieldName.INCIDENT_ID:
            return postmortem.incident_id is not None and _letters_of(postmortem.incident_id) == text
        case FieldName.DATE:
            return postmortem.date is not None and len(text) <= _LONGEST_BADGE
        case FieldName.SEVERITY:
            return postmortem.severity is not None and _letters_of(postmortem.severity.label) == text
        case FieldName.STATUS | FieldName.DOCUMENT_STATUS | FieldName.INCIDENT_STATUS:
            said = [_letters_of(status.text) for status in _statuses(postmortem) if len(status.text) <= _LONGEST_BADGE]
            return text in said or text == "".join(said)
        case FieldName.AUTHORS:
            return _letters_of("".join(postmortem.authors)) == text
        case FieldName.REVIEWERS:
            return _letters_of("".join(postmortem.reviewers)) == text
        case FieldName.DURATION:
            return any(length.name == field.name.value and length.seconds for length in postmortem.stated)
        case FieldName.TIMEZONE | FieldName.LANGUAGE | FieldName.CLASSIFICATION:
            return True
        case _:
            return not text


def _letters(value: Inlines) -> str:
    return _letters_of(text_of(value))


def _letters_of(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
