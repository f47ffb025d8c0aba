"""Which sections still hold nothing but what a template left: blanks, requests, standing rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct

from pmexport.model.postmortem import ActionRun, FieldRun, HeaderField
from pmexport.model.prose import (
    BlockQuote,
    BulletList,
    CodeBlock,
    Emph,
    LineBreak,
    OrderedList,
    Para,
    Plain,
    SoftBreak,
    Str,
    Table,
    text_of,
)
from pmexport.model.terms import ActionStatus, FieldName, SectionKind
from pmexport.reader import cutting, placeholders
from pmexport.reader.drafts import DayMark, DraftContent, DraftRun, DraftSection
from pmexport.reader.header import labelled
from pmexport.reader.passages import dated_in
from pmexport.reader.severity import severity
from pmexport.reader.timestamps import scan
from pmexport.reader.titles import read_title
from pmexport.reader.vocabulary import Vocabulary, key

_ENOUGH = 3
"""So many sections that only ask make a template of a document."""
_POINTING = frozenset({SectionKind.REFERENCES, SectionKind.APPENDIX})
_LISTS = (SectionKind.TIMELINE, SectionKind.ACTION_ITEMS)
_OTHERS = 2
"""So many blanks beside that of the title make a template of a document whose author may only want a name."""
_REQUEST = 40
"""A request of a template has no more words."""
_NOTE = 8
"""A note on the zone of the times has fewer words."""
_BLANK = re.compile(r"[\[{<][^\[\]{}<>]*[\]}>]|\b(?:YYYY|yyyy)[-/.](?:MM|mm)[-/.](?:DD|dd)\b")


class Nameless(IntEnum):
    """How far a title is a template's: not at all, a blank, or one that says so."""

    NOT = 0
    BLANK = 1
    TEMPLATE = 2


def nameless(heading: str, fields: tuple[HeaderField, ...], words: Vocabulary) -> Nameless:
    """Return how far what should name the incident, the `heading` and the title's field, is a template's."""
    told = [heading, *(text_of(field.value) for field in fields if field.name is FieldName.TITLE)]
    said = [(_nameless(text, words), key(text) in words.title_kinds) for text in told if text.strip()]
    # "Incident postmortem" names no incident, and is no blank either, unless the day is one.
    days = [field for field in fields if field.name is FieldName.DATE and text_of(field.value).strip()]
    sample = any(day.placeholder for day in days)
    otherwise = Nameless.BLANK if sample else Nameless.NOT
    return min((verdict for verdict, kind in said if verdict or not kind), default=otherwise)


def _nameless(text: str, words: Vocabulary) -> Nameless:
    parts = key(text).split()
    if words.title_templates & {*parts[:1], *parts[-1:]}:
        return Nameless.TEMPLATE
    return Nameless.BLANK if placeholders.is_placeholder(read_title(text, words).name, words) else Nameless.NOT


class Template(Struct, frozen=True):
    """How far a document is still a template.

    `form` says that its requests are blanks, `italics` that what is all in italics is guidance, `unfilled` that nobody
    has begun to fill it in.
    """

    form: bool = False
    italics: bool = False
    unfilled: bool = False


def template(
    sections: list[DraftSection], fields: tuple[HeaderField, ...], words: Vocabulary, *, heading: str = ""
) -> Template:
    """Return how far the document of `sections` and `fields`, under `heading`, is still a template."""
    title = nameless(heading, fields, words)
    everything = [part for section in sections for part in section.walk()]
    asked = sum(_is_asked_for(part, words) for part in everything)
    blank = [field.placeholder for field in fields]
    dated = any(field.name is FieldName.DATE and not field.placeholder for field in fields)
    texts = [text_of(part.content) for section in everything for part in section.content if isinstance(part, Para)]
    empty = sum(bool(part.content) and all(_is_blank(block, words) for block in part.content) for part in everything)
    left = title is Nameless.TEMPLATE or (title is Nameless.BLANK and sum(blank) + empty >= _OTHERS)
    short = all(len(text.split()) <= _REQUEST for text in texts)
    return Template(
        form=asked >= _ENOUGH,
        italics=sum(bool(part.content) and _is_italic(part.content[0]) for part in everything) >= _ENOUGH,
        unfilled=not dated
        and (
            (left and short and not any(_tells_a_day(part.content, words) for part in everything))
            or (
                sum(blank) >= max(_ENOUGH, len(blank) - 1)
                and ((asked > 1 and short) or all(_is_left(everything, kind, words) for kind in _LISTS))
            )
        ),
    )


def _tells_a_day(content: Sequence[object], words: Vocabulary) -> bool:
    """Whether a day of the calendar stands anywhere in `content`."""
    for part in content:
        match part:
            case Para(inlines) | Plain(inlines) if dated_in(text_of(inlines), words):
                parts = labelled(inlines)
                if parts is None or words.field(parts[0]) is not FieldName.POSTMORTEM_DATE:
                    return True
            case BulletList(items) | OrderedList(items) if any(_tells_a_day(item.content, words) for item in items):
                return True
            case BlockQuote(inner) if _tells_a_day(inner, words):
                return True
            case Table(head=head, rows=rows):
                cells = (cell for row in (head, *(row.cells for row in rows)) for cell in row)
                if any(dated_in(text_of(cell), words) for cell in cells):
                    return True
            case CodeBlock(text) if dated_in(text, words):
                return True
            case FieldRun(fields) if any(dated_in(text_of(field.value), words) for field in fields):
                return True
            case _:
                pass
    return False


def _is_left(everything: list[DraftSection], kind: SectionKind, words: Vocabulary) -> bool:
    """Whether there are sections of `kind` and every list in them is blank."""
    tops = [part for part in everything if part.kind is kind]
    blocks = [block for top in tops for part in top.walk() for block in part.content]
    lists = [block for block in blocks if isinstance(block, Table | BulletList | OrderedList)]
    return bool(lists) and all(_is_blank_in(kind, block, words) for block in lists)


def _is_italic(part: object) -> bool:
    """Whether a paragraph of several words is all in italics."""
    if not isinstance(part, Para | Plain):
        return False
    solid = [inline for inline in part.content if not isinstance(inline, SoftBreak | LineBreak)]
    solid = [inline for inline in solid if not (isinstance(inline, Str) and not inline.text.strip(" .*"))]
    return all(isinstance(inline, Emph) for inline in solid) and len(text_of(tuple(solid)).split()) >= _ENOUGH


def _is_bracketed(content: list[DraftContent]) -> bool:
    """Whether one pair of angle brackets holds several paragraphs: "<Short summary, e.g." and an example."""
    texts = [text_of(part.content).strip() if isinstance(part, Para) else "<>" for part in content]
    return len(texts) > 1 and texts[0][:1] == "<" and texts[-1][-1:] == ">" and "".join(texts).count("<") == 1


def _is_asked_for(section: DraftSection, words: Vocabulary) -> bool:
    """Whether a section begins with one sentence in the imperative, and only an example or a blank list follows."""
    if not section.content or not _is_request(section.content[0], words):
        return False
    return all(isinstance(part, CodeBlock) or _is_blank(part, words) for part in section.content[1:])


def _is_request(part: object, words: Vocabulary) -> bool:
    if not isinstance(part, Para | Plain) or cutting.targets(part.content):
        return False
    text = text_of(part.content).strip()
    asks = key(text).startswith(words.requests) or placeholders.has_guidance(part.content, words)
    return len(text.split()) <= _REQUEST and asks


def mark_placeholders(section: DraftSection, words: Vocabulary, of: Template) -> bool:
    """Say of `section` and all below it whether it holds blanks only; return what was said of it."""
    below = [mark_placeholders(child, words, of) for child in section.children]
    asked = (of.form and _is_asked_for(section, words)) or _is_bracketed(section.content)
    blank = [_is_blank_in(section.kind, part, words) or (of.italics and _is_italic(part)) for part in section.content]
    own = (
        of.unfilled
        or asked
        or all(
            is_blank or (any(blank) and _introduces(part, words))
            for is_blank, part in zip(blank, section.content, strict=True)
        )
    )
    stamp = scan(section.title, words) if own else None
    timed = stamp is not None and stamp.clock is not None
    section.placeholder = own and all(below) and not timed
    return section.placeholder


def _is_blank_in(kind: SectionKind | None, part: object, words: Vocabulary) -> bool:
    """Whether `part` of a section of `kind` says nothing yet."""
    if kind is SectionKind.ACTION_ITEMS and isinstance(part, Table):
        return _is_blank_list(part, words)
    return _is_blank(part, words)


def mark_standing(sections: list[DraftSection], words: Vocabulary) -> None:
    """Say of references beside blank sections only that they are a template's own, where some of them are blanks."""
    everything = [part for section in sections for part in section.walk()]
    told = [part for part in everything if part.kind not in {None, SectionKind.HEADER, *_POINTING}]
    if len(told) < _ENOUGH or not all(part.placeholder for part in told):
        return
    for part in (part for part in everything if part.kind in _POINTING):
        items = [item for block in part.content if isinstance(block, BulletList) for item in block.items]
        part.placeholder = part.placeholder or any(placeholders.blank_item(item, words) for item in items)


def _introduces(part: object, words: Vocabulary) -> bool:
    """Whether a paragraph only leads over to what stands below it, or tells the zone of the times there."""
    if not isinstance(part, Para | Plain):
        return False
    text = text_of(part.content)
    told = key(text).split()
    return text.rstrip(" *_").endswith((":", "：")) or (len(told) < _NOTE and bool(words.zone_note & set(told)))


def _is_blank_list(table: Table, words: Vocabulary) -> bool:
    """Whether a table of actions says nothing yet: where the action comes first, it is no label of a blank."""
    heads = [words.action_columns.get(key(text_of(head))) for head in table.head]
    at = heads.index("action") if "action" in heads else None
    if at and all(placeholders.is_placeholder(text_of(row.cells[at]), words) for row in table.rows):
        return True  # "1 | | prevent | | YYYY-MM-DD | open"
    if at != 0:
        return placeholders.blank_table(table, words)
    return all(
        placeholders.is_placeholder(text_of(row.cells[0]), words)
        and all(_is_standing(text_of(cell), words) for cell in row.cells[1:])
        for row in table.rows
    )


def _is_standing(text: str, words: Vocabulary) -> bool:
    """Whether a cell of a row without an action says nothing yet: a blank, "High", "To do"."""
    return (
        placeholders.is_placeholder(text, words)
        or severity(text).level is not None
        or words.action_status.get(key(text)) is ActionStatus.NOT_STARTED
    )


def _is_blank(part: object, words: Vocabulary) -> bool:
    match part:
        case FieldRun(fields):
            return all(field.placeholder for field in fields)
        case ActionRun(items):
            return all(item.placeholder for item in items)
        case DraftRun(events):
            return not events
        case DayMark(block):
            return placeholders.blank_block(block, words)
        case Para(content) | Plain(content) if _is_time_note(text_of(content), words):
            return True
        case _:
            return placeholders.blank_block(part, words)  # type: ignore[arg-type]  # the blocks are what is left


def _is_time_note(text: str, words: Vocabulary) -> bool:
    """Whether `text` is "All times in [UTC/timezone]" or "Day: YYYY-MM-DD TZ=UTC", still to be filled in."""
    rest = key(_BLANK.sub(" ", text)).split()
    return bool(_BLANK.search(text)) and len(rest) < 5 and bool(words.zone_note & set(rest))  # noqa: PLR2004
