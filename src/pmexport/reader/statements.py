"""What the header fields and labelled lines state: date, severity, status, people, lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmexport.model.postmortem import HeaderField, Severity, StatedLength
from pmexport.model.prose import Block, BulletList, Inlines, OrderedList, Para, Plain, text_of
from pmexport.model.terms import FieldName, MetricName
from pmexport.reader import cutting, lengths, placeholders
from pmexport.reader.drafts import DraftSection
from pmexport.reader.header import labelled
from pmexport.reader.severity import severity
from pmexport.reader.timestamps import Stamp, scan
from pmexport.reader.vocabulary import Vocabulary, key

_METRICS = {
    FieldName.DURATION: MetricName.DURATION,
    FieldName.TIME_TO_DETECT: MetricName.TIME_TO_DETECT,
    FieldName.TIME_TO_ACKNOWLEDGE: MetricName.TIME_TO_ACKNOWLEDGE,
    FieldName.TIME_TO_MITIGATE: MetricName.TIME_TO_MITIGATE,
    FieldName.TIME_TO_RESOLVE: MetricName.TIME_TO_RESOLVE,
}
_PEOPLE = re.compile(r"\s*(?:[,;、]|\s&\s|\band\b|\n|\s/\s|\s\+\s)\s*")


_CODE = re.compile(r"(?<![\w-])(?P<code>SEV[- ]?[0-5]|Sev[- ]?[0-5]|P[0-4]|[Ss]everity[- ][0-5])(?![\w.]|-\d)")
_NEXT = 24
_PARTS = re.compile(r"\s*(?:[&/,+]|\b(?:and|et|und|y|e|og)\b)\s*")
_SENTENCE = re.compile(r"\.\s|:\s|;")


def first(fields: tuple[HeaderField, ...], *names: FieldName) -> HeaderField | None:
    """Return the first field of these names that is filled in, the names in order of preference."""
    for name in names:
        for field in fields:
            if field.name is name and not field.placeholder and text_of(field.value).strip():
                return field
    return None


def text(field: HeaderField | None) -> str | None:
    """Return what a field says, on one line."""
    return " ".join(text_of(field.value).split()) if field else None


def people(fields: tuple[HeaderField, ...], name: FieldName) -> tuple[str, ...]:
    """Return the people that fields of this name list."""
    found: list[str] = []
    for field in fields:
        if field.name is name and not field.placeholder:
            for line in cutting.lines(field.value):
                found += [part.strip(" .") for part in _PEOPLE.split(text_of(line)) if part.strip(" .")]
    return tuple(dict.fromkeys(found))


def stamp(field: HeaderField | None, words: Vocabulary) -> Stamp | None:
    """Return the time that a field begins with, also within the brackets of a form: "[15.05.2020]"."""
    return scan(text_of(field.value).strip().lstrip("[("), words) if field else None


def labelled_lines(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Inlines, int]]:
    """Yield label, value and line of every "Label: value" in paragraphs and lists."""
    for block in blocks:
        match block:
            case Para(content) | Plain(content):
                for number, part in enumerate(cutting.lines(content)):
                    if found := labelled(part):
                        yield found[0], found[1], block.line + number
            case BulletList(items) | OrderedList(items):
                for item in items:
                    yield from labelled_lines(item.content)
            case _:
                pass


def stated(fields: tuple[HeaderField, ...], blocks: tuple[Block, ...], words: Vocabulary) -> tuple[StatedLength, ...]:
    """Return the lengths that the author states, the header's first; each name once."""
    found: dict[MetricName, StatedLength] = {}
    told = [(field.name, field.value, field.line) for field in fields if not field.placeholder]
    told += [(words.field(label), value, line) for label, value, line in labelled_lines(blocks)]
    for name, value, line in told:
        metric = _METRICS.get(name) if name else None
        said = " ".join(text_of(value).split())
        if metric is None or not said or placeholders.is_placeholder(said, words):
            continue
        for length in _lengths(metric, said, line, words):
            known = found.get(length.name)
            if known is None or (known.seconds is None and length.seconds is not None):
                found[length.name] = length
    return tuple(found.values())


def _lengths(metric: MetricName, said: str, line: int, words: Vocabulary) -> Iterator[StatedLength]:
    """Yield what one statement says; a time to detect may be told from the change and from the impact."""
    total = lengths.seconds(said, words)
    if metric is MetricName.TIME_TO_DETECT:
        change, impact = lengths.from_change(said, words), lengths.from_impact(said, words)
        if change is not None:
            yield StatedLength(name=MetricName.TIME_TO_DETECT_FROM_CHANGE, seconds=change, text=said, line=line)
            total = impact
        elif impact is not None:
            total = impact
        if total is None and change is not None:
            return
    yield StatedLength(name=metric, seconds=total, text=said, line=line)


def _below_heading(drafts: list[DraftSection], words: Vocabulary) -> Severity | None:
    """Return the known severity that the text under a heading such as "Severity & impact" begins with."""
    for draft in (part for top in drafts for part in top.walk()):
        names = {words.field(name) for name in _PARTS.split(draft.title)}
        first_block = draft.content[0] if draft.content else None
        if FieldName.SEVERITY in names and isinstance(first_block, Para):
            told = _SENTENCE.split(text_of(cutting.lines(first_block.content)[0]))[0]
            found = severity(told, first_block.line, words.severities)
            if found.level is not None:
                return found
    return None


def severity_of(
    fields: tuple[HeaderField, ...], blocks: tuple[Block, ...], drafts: list[DraftSection], words: Vocabulary
) -> Severity | None:
    """Return the severity in the header, else of a labelled line, else of a section such as "Severity and impact"."""
    field = first(fields, FieldName.SEVERITY)
    if field:
        return severity(text(field) or "", field.line, words.severities)
    for label, value, line in labelled_lines(blocks):
        said = text_of(value).strip()
        if words.field(label) is FieldName.SEVERITY and said and not placeholders.is_placeholder(said, words):
            found = severity(said, line, words.severities)
            if found.level is not None:
                return found
    return _below_heading(drafts, words) or _of_class(fields, words)


def _of_class(fields: tuple[HeaderField, ...], words: Vocabulary) -> Severity | None:
    """Return the severity that stands as the class or the kind of an incident: "Classification: SEV1"."""
    named = {FieldName.CLASSIFICATION, FieldName.CATEGORY}
    for field in (field for field in fields if field.name in named):
        if _CODE.fullmatch(text(field) or ""):
            return severity(text(field) or "", field.line, words.severities)
    return None


def severity_in_words(title: str, sentences: list[str], words: Vocabulary) -> Severity | None:
    """Return the severity that the title names, or a sentence such as "This was a SEV-2 incident"."""
    if match := _CODE.search(title):
        return severity(match["code"], 0, words.severities)
    for sentence in sentences:
        if (match := _CODE.match(sentence)) and match["code"][:1] == "S":
            return severity(match["code"], 0, words.severities)
        for match in _CODE.finditer(sentence):
            following = key(sentence[match.end() : match.end() + _NEXT]).split()[:1]
            if following and following[0] in words.title_kinds:
                return severity(match["code"], 0, words.severities)
    return None
