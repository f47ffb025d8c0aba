"""Header fields, wherever and however they are written: lines, bullets, tables, front matter, sections of one line."""

from __future__ import annotations

import re

from msgspec.structs import replace

from pmexport import plainyaml
from pmexport.model.postmortem import HeaderField
from pmexport.model.prose import (
    Block,
    BlockQuote,
    BulletList,
    Inline,
    Inlines,
    OrderedList,
    Para,
    Plain,
    SoftBreak,
    Str,
    Strong,
    Table,
    text_of,
)
from pmexport.model.terms import FieldName
from pmexport.reader import cutting, placeholders
from pmexport.reader.timestamps import scan
from pmexport.reader.titles import is_id
from pmexport.reader.vocabulary import Vocabulary, key

_LABEL = re.compile(r"\s*(?P<label>[^:：\n]{1,60}?)\s*[:：]\s*")
_DASHED = re.compile(r"\s*(?P<label>[^:：=\n–—-]{1,40}?)\s+[-–—=]\s+(?=\S)")
_SHORT = 60
_BULLET = re.compile(r"\s*[•·▪–]\s+")
_LABEL_LENGTH = 64
_SEPARATOR = re.compile(r"\s[|·•]\s+")
_BEFORE = " |·•/;,\u00a0"
_BETWEEN = " |·•/;,–—-"
_SIGN = re.compile(r"[|·•;,]\s*(?P<sign>[^\w\s|·•;,()\[\]*_`'\".:-]{1,3}\s*)$")
_SIGN_LENGTH = 8
_SEVERAL = 2
CARD = frozenset({FieldName.DATE, FieldName.SEVERITY, FieldName.STATUS, FieldName.INCIDENT_ID, FieldName.START})
"""Fields that make a list of labels an incident's."""
_MOST = 30
"""A line with more labels is no line of a header."""
_LONGEST = 6


def fields_of(block: Block, words: Vocabulary, *, headed: bool = False) -> tuple[HeaderField, ...]:
    """Return the header fields that `block` holds and nothing else; none where it is other text.

    `headed` says that it stands under a heading such as "Metadata", so that one known label is enough in a table.
    """
    match block:
        case Para(content) | Plain(content):
            over = _label_over_value(content, block.line, words)
            return (over,) if over else _of_lines(content, block.line, words)
        case BulletList(items) | OrderedList(items):
            if not all(len(item.content) == 1 and isinstance(item.content[0], Para | Plain) for item in items):
                return ()
            found: list[HeaderField] = []
            for item in items:
                first = item.content[0]
                if not isinstance(first, Para | Plain):
                    return ()
                field = _field(cutting.joined(cutting.lines(first.content)), item.line or first.line, words, loose=True)
                if field is None:
                    return ()
                found.append(field)
            return tuple(found) if any(field.name for field in found) else ()
        case Table():
            return _of_table(block, words, headed=headed)
        case BlockQuote(content):
            parts = [fields_of(inner, words, headed=headed) for inner in content]
            return tuple(field for part in parts for field in part) if all(parts) else ()
        case _:
            return ()


def _label_over_value(content: Inlines, line: int, words: Vocabulary) -> HeaderField | None:
    """Return the field of a bold label of an incident's card over a line of its own."""
    lines = cutting.lines(content)
    if len(lines) != _SEVERAL or _bold_length(lines[0]) != len(text_of(lines[0]).strip()):
        return None
    label = text_of(lines[0]).strip(" :*")
    name = words.field(label)
    field = _made(name, label, cutting.trimmed(lines[1]), line, words)
    return replace(field, below=1) if name in CARD else None


def _of_lines(content: Inlines, line: int, words: Vocabulary) -> tuple[HeaderField, ...]:
    """Return the fields of "**Label:** value" lines; a line without a label goes on with the value before it."""
    found: list[HeaderField] = []
    for number, part in (
        (n, piece) for n, whole in enumerate(cutting.lines(content)) for piece in joined(whole, words)
    ):
        field = _field(part, line + number, words, loose=bool(found) and found[-1].name is not None)
        if field is not None:
            found.append(field)
        elif not found:
            return ()
        elif text_of(part).strip():
            last = found.pop()
            value: tuple[Inline, ...] = (*last.value, SoftBreak(), *part) if last.value else part
            below = last.below if last.value else line + number - last.line
            found.append(replace(_made(last.name, last.label, value, last.line, words), below=below))
    return tuple(found)


def joined(line: Inlines, words: Vocabulary) -> list[Inlines]:
    """Return the fields on one line such as "**Date:** … | **Severity:** …"; a line that is one comes back alone."""
    text = text_of(line)
    if not _LABEL.match(text):
        return [line]
    places = [place for place in _label_places(line, text) if text[place - 1] in _BEFORE]
    places += [match.end() for match in _SEPARATOR.finditer(text) if _known_at(text[match.end() :], words)]
    starts = sorted({0, *(_before_sign(text, place) for place in places)})
    if not _SEVERAL <= len(starts) <= _MOST:
        return [line]
    pieces = [cutting.between(line, start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [cutting.cut(piece, len(text_of(piece).rstrip(_BETWEEN)))[0] for piece in pieces]


def _before_sign(text: str, place: int) -> int:
    """Return where the label at `place` begins, the picture before it included: "| ⏱ **Duration:** …"."""
    match = _SIGN.search(text, max(0, place - _SIGN_LENGTH), place)
    return match.start("sign") if match else place


def _label_places(line: Inlines, text: str) -> list[int]:
    """Return where the bold labels of a line, whose words are `text`, begin; the first is that of the line itself."""
    found: list[int] = []
    at = 0
    for inline in line:
        length = len(text_of((inline,)))
        if isinstance(inline, Strong) and _LABEL.match(text[at : at + length + 2]):
            found.append(at)
        at += length
    return found if found[:1] == [0] else found[1:]


def _known_at(text: str, words: Vocabulary) -> bool:
    match = _LABEL.match(text[:_LABEL_LENGTH])
    return match is not None and words.field(match["label"].strip(" *_")) is not None


def _field(part: Inlines, line: int, words: Vocabulary, *, loose: bool) -> HeaderField | None:
    """Return the field that one line is. A plain label must be a known one, unless the lines around it are fields."""
    text = text_of(part)
    bullet = _BULLET.match(text)
    if bullet:
        part, text = cutting.cut(part, bullet.end())[1], text[bullet.end() :]
    match = _LABEL.match(text) or _of_card(text, words)
    bold = _bold_length(part)
    if match is None or match.end() > len(text):
        return None
    label = match["label"].strip(" *_")
    if bold and bold < len(match["label"].strip()):
        return None
    name = words.field(label)
    if name is None and not (bold or (loose and len(label.split()) <= _LONGEST)):
        return None
    if name is None and (text[match.end() : match.end() + 2] == "//" or len(label.split()) > _LONGEST):
        return None
    return _made(name, label, cutting.trimmed(cutting.cut(part, match.end())[1]), line, words)


def _of_card(text: str, words: Vocabulary) -> re.Match[str] | None:
    """Return the label of "Severity - S1" or "Severity = Low", which must be one of an incident's card."""
    match = _DASHED.match(text)
    return match if match and words.field(match["label"]) in CARD and len(text) < _SHORT else None


def _bold_length(part: Inlines) -> int:
    """Return how many characters at the start of `part` are bold."""
    solid = [inline for inline in part if not (isinstance(inline, Str) and not inline.text.strip())]
    return len(text_of((solid[0],)).strip()) if solid and isinstance(solid[0], Strong) else 0


def _made(name: FieldName | None, label: str, value: Inlines, line: int, words: Vocabulary) -> HeaderField:
    if name is FieldName.TITLE and is_id(text_of(value)):
        name = FieldName.INCIDENT_ID  # "Incident: INC-77"
    if name is FieldName.TITLE and _is_moment(text_of(value).strip(), words):
        name = FieldName.DATE  # "Incident: 27 August 2026, 19:18 – 21:00"
    blank = not cutting.targets(value) and placeholders.is_blank(value, words)
    return HeaderField(name=name, label=label, value=value, line=line, placeholder=blank)


def _is_moment(text: str, words: Vocabulary) -> bool:
    """Whether `text` begins with a day and a time of day, or is a day and nothing else."""
    stamp = scan(text, words)
    return stamp is not None and stamp.date is not None and (stamp.clock is not None or stamp.length >= len(text))


def _of_table(table: Table, words: Vocabulary, *, headed: bool) -> tuple[HeaderField, ...]:
    """Return the fields of a table of two or four columns, or of a head of labels over one row of values."""
    width = len(table.alignments)
    rows = [(table.head, table.line), *((row.cells, row.line) for row in table.rows)]
    rows = [(cells, line) for cells, line in rows if any(text_of(cell).strip() for cell in cells)]
    across = [words.field(text_of(cell)) for cell in table.head]
    lone = table.rows[0].cells[0] if len(table.rows) == 1 else None
    if lone is not None and all(across) and words.field(text_of(lone)) is None:
        return tuple(
            _made(name, text_of(head), value, table.rows[0].line, words)
            for name, head, value in zip(across, table.head, table.rows[0].cells, strict=True)
        )
    if width not in {2, 4}:
        return ()
    pairs = [
        (text_of(cells[at]).strip(" :*"), cells[at + 1], line) for cells, line in rows for at in range(0, width, 2)
    ]
    pairs = [(label, value, line) for label, value, line in pairs if label or text_of(value).strip()]
    known = [pair for pair in pairs if words.field(pair[0])]
    card = len({words.field(label) for label, _, _ in known} & CARD) > 1
    several = len(known) > 2 and len(known) * 3 >= len(pairs)  # noqa: PLR2004 - three known labels are no chance
    chance = len(known) < 2 or (len(known) * 2 < len(pairs) and not (several or card))  # noqa: PLR2004 - one label
    if chance and not (headed and known):
        return ()
    return tuple(_head_or_field(label, value, line, table.line, words) for label, value, line in pairs)


def _head_or_field(label: str, value: Inlines, line: int, first: int, words: Vocabulary) -> HeaderField:
    """Return the field, a head such as "Field | Value" as one without content: its words are kept, it says nothing."""
    if line == first and words.field(label) is None:
        return HeaderField(name=None, label=label, value=value, line=line, placeholder=True)
    return _made(words.field(label), label, value, line, words)


def of_front_matter(matter: plainyaml.Mapping, words: Vocabulary) -> tuple[HeaderField, ...]:
    """Return the fields of front matter whose keys are known; others belong to the site that the file was made for."""
    found = []
    for name, value in matter.items():
        label = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ")
        field = words.field(label)
        text = _plain(value)
        if field is not None and text:
            found.append(_made(field, label, (Str(text),), matter.lines.get(name, 0), words))
    return tuple(found)


def _plain(value: plainyaml.Plain) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, tuple):
        return ", ".join(part for part in map(_plain, value) if part)
    return ", ".join(f"{name}: {_plain(part)}" for name, part in value.items())


def labelled(content: Inlines) -> tuple[str, Inlines] | None:
    """Return the label and the rest of a line such as "**Time to detect:** 5 minutes", bold or not."""
    match = _LABEL.match(text_of(content))
    if match is None:
        return None
    return match["label"].strip(" *_"), cutting.trimmed(cutting.cut(content, match.end())[1])


def known_label(text: str, words: Vocabulary) -> bool:
    """Whether `text` names a section or a header field exactly."""
    plain = key(text)
    return plain in words.sections or plain in words.narrative or plain in words.fields
