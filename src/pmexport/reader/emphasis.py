"""Bold and italic lines that stand for headings: the title, the sections, a label before its section's text."""

from __future__ import annotations

import re

from pmexport.model.prose import (
    Block,
    Blocks,
    BulletList,
    Emph,
    Header,
    HorizontalRule,
    Image,
    Inlines,
    ListItem,
    Para,
    Plain,
    Str,
    Strong,
    text_of,
)
from pmexport.model.terms import SectionKind
from pmexport.reader import cutting
from pmexport.reader.header import known_label, labelled
from pmexport.reader.timestamps import scan
from pmexport.reader.titles import read_title
from pmexport.reader.vocabulary import Vocabulary, key

_REMARK = re.compile(r"\s*(?:[(（][^()（）]*[)）]|\[[^\[\]]*\?\])?[\s:：]*")
_DASH = re.compile(r"\s*[-–—]\s+")
_LONGEST = 8
_LONGEST_TITLE = 20
_ENOUGH = 2
"""So many lines that name a section make headings of the other lines in the same style."""

Style = type[Strong] | type[Emph]


def with_headings(blocks: Blocks, words: Vocabulary) -> Blocks:
    """Return `blocks` with headings where a line in bold or italics, or a bold label before a paragraph, is one."""
    blocks = _with_title(blocks, words)
    styles = _Styles(blocks, words)
    done: list[Block] = []
    level, headings, in_section = 1, 0, False
    labels = [block for block in blocks if isinstance(block, Para) and _label_over_text(block, words, plain=False)]
    bare = len(labels) > _ENOUGH and not any(isinstance(block, Header) and block.level > 1 for block in blocks)
    plain_labels = sum(isinstance(block, Para) and _is_plain_label(block, words) for block in blocks) >= _ENOUGH
    for block in blocks:
        if isinstance(block, Header):
            level, headings = block.level, headings + 1
            in_section = words.sections.get(key(text_of(block.content))) not in {None, SectionKind.HEADER}
        if isinstance(block, Para) and (depth := styles.depth(block)):
            headings += 1
            in_section = in_section or words.sections.get(key(text_of(block.content))) not in {None, SectionKind.HEADER}
            done.append(Header(min(level + depth, 6), _without_colon(block.content), line=block.line))
        elif isinstance(block, BulletList) and _is_outline(block, words):
            for item in block.items:
                first, *rest = item.content
                heading = first.content if isinstance(first, Para | Plain) else ()
                done += [Header(min(level + 1, 6), _without_colon(heading), line=item.line or first.line), *rest]
        elif isinstance(block, Para) and headings and (parts := _labelled_section(block, words, fields_too=in_section)):
            done += [Header(min(level + 1, 6), parts[0], line=block.line), Para(parts[1], line=block.line)]
        elif (
            isinstance(block, Para)
            and (headings > 1 or bare)
            and (parts := _label_over_text(block, words, plain=plain_labels))
        ):
            depth = styles.rank(Strong)
            done += [Header(min(level + depth, 6), parts[0], line=block.line), Para(parts[1], line=block.line + 1)]
        else:
            done.append(block)
    return tuple(done)


def style_of(content: Inlines) -> Style | None:
    """Return the style of a paragraph that is one emphasised line and nothing else but a remark in brackets."""
    solid = [inline for inline in content if not (isinstance(inline, Str) and not inline.text.strip(" :"))]
    if not solid or not isinstance(solid[0], Strong | Emph) or len(cutting.lines(content)) > 1:
        return None
    return type(solid[0]) if _REMARK.fullmatch(text_of(tuple(solid[1:]))) else None


def _with_title(blocks: Blocks, words: Vocabulary) -> Blocks:
    """Return `blocks` with a heading for the title where the first line is one and no heading says it."""
    if any(isinstance(block, Header) and block.level == 1 for block in blocks):
        return blocks
    for number, block in enumerate(blocks):
        if isinstance(block, HorizontalRule):
            continue
        if isinstance(block, Para) and _is_title(block.content, words):
            return (*blocks[:number], Header(1, block.content, line=block.line), *blocks[number + 1 :])
        if isinstance(block, Para) and (parts := _title_over_day(block.content, words)):
            day = Para(parts[1], line=block.line + 1)
            return (*blocks[:number], Header(1, parts[0], line=block.line), day, *blocks[number + 1 :])
        break
    return blocks


def _is_title(content: Inlines, words: Vocabulary) -> bool:
    """Whether a paragraph is one line that names the document: in bold, or behind "Postmortem:"."""
    text = text_of(content).strip()
    if len(cutting.lines(content)) > 1 or not text or len(text.split()) > _LONGEST_TITLE or text.endswith((":", ".")):
        return False
    if known_label(text, words) or any(isinstance(inline, Image) for inline in content):
        return False
    return style_of(content) is Strong or bool(read_title(text, words).kind)


def _title_over_day(content: Inlines, words: Vocabulary) -> tuple[Inlines, Inlines] | None:
    """Return the two lines of a paragraph that is a title over a day."""
    lines = cutting.lines(content)
    if len(lines) != 2 or not _is_title(lines[0], words):  # noqa: PLR2004 - the title and the day
        return None
    day = text_of(lines[1]).strip()
    stamp = scan(day, words)
    return (lines[0], lines[1]) if stamp and stamp.date and stamp.length >= len(day) else None


def _is_outline(block: BulletList, words: Vocabulary) -> bool:
    """Whether a list's items are headings: each names something over blocks of its own, most of them a section."""
    known = sum(_names_section(item, words) for item in block.items)
    return bool(known) and known * 2 >= len(block.items) and all(map(_heads_blocks, block.items))


def _heads_blocks(item: ListItem) -> bool:
    first, *rest = item.content or (None,)
    return isinstance(first, Para | Plain) and item.checked is None and bool(rest) and style_of(first.content) is Strong


def _names_section(item: ListItem, words: Vocabulary) -> bool:
    first = item.content[0] if item.content else None
    return isinstance(first, Para | Plain) and key(text_of(first.content)) in words.sections


class _Styles:
    """Which emphasised lines are headings, and how deep: the first style seen stands above the second."""

    def __init__(self, blocks: Blocks, words: Vocabulary) -> None:
        self._words = words
        lines = [(style, block) for block in blocks if isinstance(block, Para) and (style := style_of(block.content))]
        named = [style for style, block in lines if known_label(text_of(block.content), words)]
        self._order: list[Style] = list(dict.fromkeys(named))
        bare = not any(isinstance(block, Header) and block.level > 1 for block in blocks)
        self._all = {style for style in self._order if bare and named.count(style) > _ENOUGH}

    def rank(self, style: Style) -> int:
        """Return how many levels below the heading before it a line in `style` is one."""
        return self._order.index(style) + 1 if style in self._order else len(self._order) + 1

    def depth(self, block: Para) -> int:
        """Return how many levels below the heading before it `block` is a heading, 0 where it is none."""
        style, text = style_of(block.content), text_of(block.content).strip()
        if style is None:
            return 0
        other = style in self._all and len(text.split()) <= _LONGEST and not text.endswith(".")
        return self.rank(style) if known_label(text, self._words) or other else 0


def _without_colon(content: Inlines) -> Inlines:
    return cutting.cut(content, len(text_of(content).rstrip(" :：")))[0]


def _labelled_section(block: Para, words: Vocabulary, *, fields_too: bool) -> tuple[Inlines, Inlines] | None:
    """Return the label and the text of "**Root cause:** …" where the paragraph is no line of header fields.

    `fields_too` says that the header is over, so that a label which may be a field is none.
    """
    if not block.content or not isinstance(block.content[0], Strong):
        return None
    first, *others = cutting.lines(block.content)
    if len(text_of(first).strip()) <= len(text_of(first[:1]).strip(" :")) + 1 or any(
        _is_labelled(line, words) for line in others
    ):
        return None
    told = labelled(block.content)
    parts = told or _dashed(block.content, words)
    if parts is None or not parts[1] or words.sections.get(key(parts[0])) is None:
        return None
    if told and words.field(parts[0]) and not fields_too:
        return None
    return (Strong(tuple(_plain(block.content[0]))),), parts[1]


def _is_labelled(line: Inlines, words: Vocabulary) -> bool:
    """Whether a further line of a paragraph begins with a label of its own, as those of a header do."""
    parts = labelled(line)
    return parts is not None and (isinstance(line[0], Strong) or words.field(parts[0]) is not None)


def _dashed(content: Inlines, words: Vocabulary) -> tuple[str, Inlines] | None:
    """Return the label and the rest of "**Impact** - nobody", "**Impact.** Nobody", "**TL;DR** it broke"."""
    label = text_of(content[:1]).strip()
    rest = content[1:]
    text = text_of(rest)
    parted = _DASH.match(text)
    if not parted and key(label) not in words.starts and not label.endswith("."):
        return None
    return label, cutting.trimmed(cutting.cut(rest, parted.end() if parted else 0)[1])


def _is_plain_label(block: Para, words: Vocabulary) -> bool:
    """Whether the first line of a paragraph is "Root cause:", not in bold, and text follows."""
    first, *rest = cutting.lines(block.content)
    text = text_of(first).strip()
    return bool(rest) and text.endswith((":", "：")) and text[:1].isupper() and key(text) in words.sections


def _label_over_text(block: Para, words: Vocabulary, *, plain: bool) -> tuple[Inlines, Inlines] | None:
    """Return the label and the text of a paragraph whose first line is "**Impact:**" and nothing else.

    `plain` says that in this document such a label need not be bold.
    """
    first, *rest = cutting.lines(block.content)
    labels = style_of(first) is Strong or (plain and _is_plain_label(block, words))
    if not rest or not labels or words.sections.get(key(text_of(first))) is None:
        return None
    return _without_colon(first), cutting.joined(rest)


def _plain(strong: Strong) -> Inlines:
    return cutting.cut(strong.content, len(text_of(strong.content).rstrip(" :：.")))[0]
