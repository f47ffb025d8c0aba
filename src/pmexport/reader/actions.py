"""Check lists, bullets, numbered lists and groups of an action section to action items."""

from __future__ import annotations

import datetime as dt
import re
from itertools import zip_longest

from msgspec.structs import replace

from pmexport.model.postmortem import ActionItem, ActionRun
from pmexport.model.prose import (
    Block,
    BlockQuote,
    BulletList,
    ListItem,
    OrderedList,
    Para,
    Plain,
    Strong,
    Table,
    text_of,
)
from pmexport.model.terms import ActionStatus
from pmexport.reader import cutting, numbered, placeholders
from pmexport.reader.action_found import Found
from pmexport.reader.action_tables import ActionTables
from pmexport.reader.action_text import ActionText
from pmexport.reader.drafts import DraftContent, DraftSection
from pmexport.reader.emphasis import style_of
from pmexport.reader.header import joined, labelled
from pmexport.reader.severity import severity
from pmexport.reader.vocabulary import Vocabulary, key

_SHORT = 60
_TERM = re.compile(r"(?P<term>\w+)\s*(?:\s[-–—]|:)\s")
_COUNTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=[^\W\d])")


class ActionReader:
    """Reads the action items of one postmortem. Due dates without a year follow `anchor`, the incident's day."""

    def __init__(self, words: Vocabulary, anchor: dt.date | None) -> None:
        self._words = words
        self._text = ActionText(words, anchor)
        self._tables = ActionTables(words, self._text)

    def section(self, section: DraftSection) -> None:
        """Turn what stands in `section` and below it into action items, in place."""
        section.content = self._with_states(self._contents(section.content), self._state_of(section))
        told = next((n for n, child in enumerate(section.children) if not self._is_told(child)), len(section.children))
        if told:
            items = tuple(self._headed(child) for child in section.children[:told])
            section.content.append(ActionRun(items))
            section.children = section.children[told:]

    def _state_of(self, section: DraftSection) -> ActionStatus | None:
        """Return the state that a heading gives all below it: "Completed", "Immediate (done)"."""
        states = self._words.action_status
        return states.get(key(section.title)) or states.get(key(section.qualifier))

    def _with_states(self, content: list[DraftContent], state: ActionStatus | None) -> list[DraftContent]:
        """Return `content`, the items without a state of their own in that of the line above them: "Done:"."""
        done: list[DraftContent] = []
        for part in content:
            if isinstance(part, ActionRun) and state:
                part = ActionRun(tuple(_in_state(item, state) for item in part.items), part.columns)  # noqa: PLW2901
            elif isinstance(part, Para | Plain):
                state = self._state_told(part) or (None if _ends_with_colon(part) else state)
            done.append(part)
        return done

    def _state_told(self, block: Para | Plain) -> ActionStatus | None:
        """Return the state that a line such as "✅ Done:" names."""
        text = text_of(block.content).strip()
        if state := self._words.action_status.get(key(text)):
            return state
        marks = self._words.action_marks.items()
        return next((state for mark, state in marks if text.startswith(mark)), None) if text.endswith(":") else None

    def _is_told(self, child: DraftSection) -> bool:
        """Whether a sub-heading is an action item itself: its owner and the like stand below it."""
        return not child.children and any(
            self._is_attributes(block) or (isinstance(block, Para) and bool(self._attribute_lines(block)))
            for block in child.content
            if isinstance(block, Para | BulletList)
        )

    def _headed(self, child: DraftSection) -> ActionItem:
        blocks = (Plain(child.heading, line=child.line), *child.flat())
        return self._item(ListItem(blocks, line=child.line))

    def _contents(self, content: list[DraftContent]) -> list[DraftContent]:
        done: list[DraftContent] = []
        marked = sum(isinstance(part, Para) and self._is_marked(part) for part in content)
        tabled = any(isinstance(part, Table) and self._tables.names_actions(part) for part in content)
        taken = False
        content = numbered.rejoined(content)
        for part, following in zip_longest(content, content[1:]):
            if taken:
                taken = False
                continue
            match part:
                case Para(first) if isinstance(following, BulletList) and self._is_owned(part, following):
                    taken = True
                    blocks = (Plain(first, line=part.line), following)
                    done.append(ActionRun((self._item(ListItem(blocks, line=part.line)),)))
                case BulletList() | OrderedList() if tabled and self._is_legend(part):
                    done.append(part)
                case BulletList() | OrderedList():
                    done += self._list(part)
                case Table():
                    done += self._tables.read(part)
                case BlockQuote(inner) if any(isinstance(block, BulletList | OrderedList | Table) for block in inner):
                    done += self._contents(list(inner))
                case Para() if item := self._told_in_lines(part):
                    done.append(ActionRun((item,)))
                case Para() | Plain() if self._is_marked(part) and (marked > 1 or len(cutting.lines(part.content)) > 1):
                    counted = _COUNTED.match(text_of(part.content))
                    lines = enumerate([part.content] if counted else cutting.lines(part.content))
                    items = [ListItem((Plain(line, line=part.line + n),), line=part.line + n) for n, line in lines]
                    done.append(ActionRun(tuple(self._item(item) for item in items)))
                case _:
                    done.append(part)
        return done

    def _told_in_lines(self, block: Para) -> ActionItem | None:
        """Return the item of a paragraph whose lines are "Action: …", "Owner: …" and the like."""
        first, *rest = cutting.lines(block.content)
        parts = labelled(first)
        below = Para(cutting.joined(rest), line=block.line)
        named = parts is not None and self._words.action_columns.get(key(parts[0])) == "action"
        if not rest or not (named or style_of(first) is Strong):
            return None
        if not self._attribute_lines(below):
            return None
        return self._item(ListItem((Plain(first, line=block.line), below), line=block.line))

    def _is_marked(self, block: Para | Plain) -> bool:
        """Whether a paragraph is a list whose bullets are check marks, or an item counted as "6.1"."""
        lines = [text_of(line).lstrip() for line in cutting.lines(block.content)]
        marks = tuple(self._words.action_marks)
        listed = all(line.startswith(marks) and not line.rstrip().endswith(":") for line in lines)
        return listed or bool(_COUNTED.match(lines[0]))

    def _is_legend(self, block: BulletList | OrderedList) -> bool:
        """Whether a list beside a table explains the words in it: "Prevent - …", "P0 - …"."""
        firsts = [item.content[0] if item.content else None for item in block.items]
        terms = [
            match["term"] if isinstance(first, Para | Plain) and (match := _TERM.match(text_of(first.content))) else ""
            for first in firsts
        ]
        plain = [key(term) for term in terms]
        return len(set(plain)) == len(plain) > 1 and all(
            term in self._words.groups or severity(term).level is not None for term in plain
        )

    def _is_owned(self, block: Para, below: BulletList) -> bool:
        """Whether a bold line is an item whose owner and the like stand in the list below it."""
        return style_of(block.content) is Strong and all(self._attribute(item) for item in below.items)

    # -- lists

    def _list(self, block: BulletList | OrderedList) -> list[DraftContent]:
        items = [item for item in block.items if item.content]
        if not items or placeholders.blank_block(block, self._words) or all(map(self._says_nothing, items)):
            return [block]
        if any(self._is_group(item, bold=True) for item in items) or all(self._is_group(item) for item in items):
            return self._groups(items)
        return [ActionRun(tuple(self._item(item) for item in items))]

    def _says_nothing(self, item: ListItem) -> bool:
        """Whether an item only says that there is none."""
        match item.content:
            case (Para(content) | Plain(content),):
                return key(text_of(content)) in self._words.nothing
            case _:
                return False

    def _groups(self, items: list[ListItem]) -> list[DraftContent]:
        """Return what stands in the lists below headings such as "Short term:", and the items between them."""
        done: list[DraftContent] = []
        for item in items:
            last = done[-1] if done else None
            if self._is_group(item):
                done += self._group(item)
            elif isinstance(last, ActionRun) and not last.columns:
                done[-1] = ActionRun((*last.items, self._item(item)))
            else:
                done.append(ActionRun((self._item(item),)))
        return done

    def _is_group(self, item: ListItem, *, bold: bool = False) -> bool:
        """Whether an item is only a heading for the list below it: "Short term:"; `bold` asks for one in bold."""
        first, *rest = item.content
        if not isinstance(first, Para | Plain) or not first.content or item.checked is not None or len(rest) != 1:
            return False
        text = text_of(first.content).strip()
        if not isinstance(rest[0], BulletList | OrderedList) or self._is_attributes(rest[0]):
            return False
        if not text.endswith(":"):
            return not bold and key(text) in self._words.groups
        strong = isinstance(first.content[0], Strong) and text_of(first.content[:1]).strip().rstrip(":")
        if bold:
            return bool(strong) and text.rstrip(" :") == strong and len(rest[0].items) > 1
        return bool(strong) or len(text) < _SHORT

    def _group(self, item: ListItem) -> list[DraftContent]:
        first, *rest = item.content
        return [first, *self._contents(list(rest))]

    def _is_attributes(self, block: Block) -> bool:
        if not isinstance(block, BulletList | OrderedList):
            return False
        return any(self._attribute(item) for item in block.items)

    def _attribute_lines(self, block: Para) -> tuple[ListItem, ...]:
        """Return the lines of a paragraph as items, where each is "Owner: x" or the like."""
        parts = [part for line in cutting.lines(block.content) for part in joined(line, self._words)]
        lines = [ListItem((Plain(part, line=block.line),), line=block.line) for part in parts]
        return tuple(lines) if all(self._attribute(line) for line in lines) else ()

    def _attribute(self, item: ListItem) -> tuple[str, str] | None:
        if len(item.content) != 1 or not isinstance(item.content[0], Para | Plain):
            return None
        label, parted, value = text_of(item.content[0].content).partition(":")
        name = self._words.action_labels.get(key(label))
        return (name, value.strip()) if parted and name else None

    def _item(self, item: ListItem) -> ActionItem:
        first, *rest = item.content
        if not isinstance(first, Para | Plain):
            return ActionItem(action="", content=item.content, line=item.line)
        found = Found()
        told = self._text.told(first.content, found)
        kept: list[Block] = []
        for block in rest:
            kept += self._below(block, found)
        if item.checked is not None and found.status is None:
            found.status = ActionStatus.DONE if item.checked else ActionStatus.NOT_STARTED
        return self._text.made(found, cutting.trimmed(told), tuple(kept), item.line or first.line)

    def _below(self, block: Block, found: Found) -> list[Block]:
        """Take owner, due date and the like from a nested list; return what stays with the item."""
        if isinstance(block, Para) and (items := self._attribute_lines(block)):
            block = BulletList(items, line=block.line)
        if not isinstance(block, BulletList) or not self._is_attributes(block):
            return [block]
        left: list[ListItem] = []
        for item in block.items:
            attribute = self._attribute(item)
            first = item.content[0] if item.content else None
            if attribute is None or not found.take(*attribute):
                left.append(item)
            else:
                found.labels += (text_of(first.content).partition(":")[0],) if isinstance(first, Para | Plain) else ()
                found.links += cutting.targets(first.content) if isinstance(first, Para | Plain) else ()
        return [BulletList(tuple(left), line=block.line)] if left else []


def _in_state(item: ActionItem, state: ActionStatus) -> ActionItem:
    return item if item.status or item.placeholder else replace(item, status=state)


def _ends_with_colon(block: Para | Plain) -> bool:
    return text_of(block.content).rstrip(" *_").endswith((":", "："))
