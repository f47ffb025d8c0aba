"""Tables, check lists, bullets and groups of an action section to action items."""

from __future__ import annotations

import datetime as dt
import re
from itertools import zip_longest
from typing import NamedTuple

from pmexport.model.postmortem import ActionItem, ActionRun, Detail
from pmexport.model.prose import (
    Block,
    BlockQuote,
    BulletList,
    Inlines,
    LineBreak,
    ListItem,
    OrderedList,
    Para,
    Plain,
    Row,
    SoftBreak,
    Str,
    Strikeout,
    Strong,
    Table,
    text_of,
)
from pmexport.model.terms import ActionStatus
from pmexport.reader import cutting, placeholders
from pmexport.reader.drafts import DraftContent, DraftSection
from pmexport.reader.emphasis import style_of
from pmexport.reader.header import joined, labelled
from pmexport.reader.statuses import action_status
from pmexport.reader.timestamps import scan
from pmexport.reader.vocabulary import Vocabulary, key

_COLON = re.compile(r"\s*[:：]\s*")
_LABEL_WORD = re.compile(r"[^\s.,;|()\[\]*→–—:：、，；（）-]+")
_LABEL_WORDS = 3
_LABEL_LENGTH = 40
_PARTED = "-–—|•→,;.([\n、，；（"
"""What ends one thing before the next label; behind a mere space a label begins with a capital letter."""
_PRIORITY = re.compile(
    r"^\s*[\[(]?(?P<priority>P[0-5]|S[0-4]|SEV-?[0-5]|high|medium|low|critical)[\])]?\s*"
    r"(?:[:：\-–—]\s*|(?<=[\])])\s+)",
    re.IGNORECASE,
)
_LAST = re.compile(r"\s*[(\[](?P<inner>[^()\[\]]{1,60})[)\]]\s*\.?\s*$")
_HANDLE = re.compile(r"^@[\w.-]+(?:\s*(?:,|and|&|\+|/)\s*@[\w.-]+)*$")
_LAST_DASH = re.compile(r"\s(?:[-–—→|]|->|=>)\s+(?P<inner>[^–—→|()\[\]]{1,60}?)\s*\.?\s*$")
_LAST_PIPES = re.compile(r"\s\|\s+(?P<inner>[^()\[\]]{1,90})$")
_FIRST_HANDLE = re.compile(r"^\s*[\[(]?(?P<handle>@[\w.-]*\w)(?:[\])]?\s*(?:[:–—]|\s-)|[\])])\s*(?=\S)")
_LAST_STATUS = re.compile(r"\s(?:[-–—:]\s*)(?P<inner>[A-Za-z ]{3,14})\s*\.?\s*$")
_LOOSE = re.compile(r"Q[1-4](?:[ /-]?(?:20)?\d\d)?|20\d\d-(?:0\d|1[0-2]|Q[1-4])", re.IGNORECASE)
_SHORT = 60


class ActionReader:
    """Reads the action items of one postmortem. Due dates without a year follow `anchor`, the incident's day."""

    def __init__(self, words: Vocabulary, anchor: dt.date | None) -> None:
        self._words = words
        self._anchor = anchor

    def section(self, section: DraftSection) -> None:
        """Turn what stands in `section` and below it into action items, in place."""
        section.content = self._contents(section.content)
        told = next((n for n, child in enumerate(section.children) if not self._is_told(child)), len(section.children))
        if told:
            items = tuple(self._headed(child) for child in section.children[:told])
            section.content.append(ActionRun(items))
            section.children = section.children[told:]

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
        taken = False
        for part, following in zip_longest(content, content[1:]):
            if taken:
                taken = False
                continue
            match part:
                case Para(first) if isinstance(following, BulletList) and self._is_owned(part, following):
                    taken = True
                    blocks = (Plain(first, line=part.line), following)
                    done.append(ActionRun((self._item(ListItem(blocks, line=part.line)),)))
                case BulletList() | OrderedList():
                    done += self._list(part)
                case Table():
                    done += self._table(part)
                case BlockQuote(inner) if any(isinstance(block, BulletList | OrderedList | Table) for block in inner):
                    done += self._contents(list(inner))
                case Para() if item := self._told_in_lines(part):
                    done.append(ActionRun((item,)))
                case Para() | Plain() if self._is_marked(part) and (marked > 1 or len(cutting.lines(part.content)) > 1):
                    lines = enumerate(cutting.lines(part.content))
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
        """Whether a paragraph is a list whose bullets are check marks."""
        lines = [text_of(line).lstrip() for line in cutting.lines(block.content)]
        marks = tuple(self._words.action_marks)
        return all(line.startswith(marks) and not line.rstrip().endswith(":") for line in lines)

    def _is_owned(self, block: Para, below: BulletList) -> bool:
        """Whether a bold line is an item whose owner and the like stand in the list below it."""
        return style_of(block.content) is Strong and all(self._attribute(item) for item in below.items)

    # -- lists

    def _list(self, block: BulletList | OrderedList) -> list[DraftContent]:
        items = [item for item in block.items if item.content]
        if not items or all(placeholders.blank_item(item, self._words) for item in items):
            return [block]
        if any(self._is_group(item, bold=True) for item in items) or all(self._is_group(item) for item in items):
            return self._groups(items)
        return [ActionRun(tuple(self._item(item) for item in items))]

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
        found = _Found()
        told = self._named(self._marks(first.content, found), found)
        told = self._labels(told, found)
        told = self._trailing(told, found)
        kept: list[Block] = []
        for block in rest:
            kept += self._below(block, found)
        if item.checked is not None and found.status is None:
            found.status = ActionStatus.DONE if item.checked else ActionStatus.NOT_STARTED
        return self._made(found, cutting.trimmed(told), tuple(kept), item.line or first.line)

    def _below(self, block: Block, found: _Found) -> list[Block]:
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

    def _marks(self, content: Inlines, found: _Found) -> Inlines:
        """Take a priority or a status mark that the item begins with."""
        if len(content) == 1 and isinstance(content[0], Strikeout):
            found.status = ActionStatus.DONE
        text = text_of(content)
        for mark, status in self._words.action_marks.items():
            if text.lstrip().startswith(mark):
                found.status, found.status_text = status, mark
                at = text.index(mark) + len(mark)
                content = cutting.trimmed(cutting.cut(content, at)[1])
                text = text_of(content)
                break
        if match := _PRIORITY.match(text):
            found.priority = match["priority"]
            content = cutting.cut(content, match.end())[1]
        if match := _FIRST_HANDLE.match(text_of(content)):
            found.owner = match["handle"]
            content = cutting.cut(content, match.end())[1]
        return content

    def _named(self, content: Inlines, found: _Found) -> Inlines:
        """Take the label off "Action: add an alert"."""
        parts = labelled(content)
        if parts is None or not parts[1] or self._words.action_columns.get(key(parts[0])) != "action":
            return content
        found.labels += (parts[0],)
        return parts[1]

    def _labels(self, content: Inlines, found: _Found) -> Inlines:
        """Take "Owner: x", "Due: d" and the like from the end of the item."""
        text = _with_breaks(content)
        places = [place for colon in _COLON.finditer(text) if (place := self._label_before(text, colon))]
        if not places:
            return content
        ends = [place.cut for place in places[1:]] + [len(text)]
        for place, end in zip(places, ends, strict=True):
            value = " ".join(text[place.value : end].split()).strip(" -–—|,;()[].、，；（）")
            found.links += cutting.targets(cutting.between(content, place.value, end))
            if place.role == "owner":
                value = self._alone(value, found)
            if found.take(place.role, value):
                found.labels += (place.label,)
            else:
                found.details.append(Detail(label=place.label, value=cutting.between(content, place.value, end)))
        return cutting.cut(content, places[0].cut)[0]

    def _alone(self, owner: str, found: _Found) -> str:
        """Take what follows an owner behind a comma, as in "Owner: Sarah, due 12 May"; return the owner alone."""
        name, *others = re.split(r"\s*[,;]\s*", owner)
        read = [(self._bracket_part(part), part) for part in others]
        if not read or any(role not in ("due", "status") for role, _ in read):
            return owner
        for role, part in read:
            found.take(str(role), self._without_label(part))
        return name

    def _without_label(self, part: str) -> str:
        """Return "12 May" of "due 12 May"."""
        word, _, rest = part.partition(" ")
        return rest.strip() if rest and self._words.action_labels.get(key(word)) == "due" else part

    def _label_before(self, text: str, colon: re.Match[str]) -> _Place | None:
        """Return the known label that ends at `colon`, where something ends before it."""
        at = max(0, colon.start() - _LABEL_LENGTH)
        starts = [at + word.start() for word in _LABEL_WORD.finditer(text[at : colon.start()])]
        for start in starts[-_LABEL_WORDS:]:
            label = text[start : colon.start()]
            role = self._words.action_labels.get(key(label))
            before = text[:start].rstrip(" *_")
            if role is None or not before.strip(" ([-–—|•→,;"):
                continue
            if before[-1] in _PARTED or (label[:1].isupper() and role in _TAKEN):
                return _Place(role, label, len(before.rstrip(" ([-–—|•→,;\n、，；（")), colon.end())
        return None

    def _trailing(self, content: Inlines, found: _Found) -> Inlines:
        """Take "(done)", "(@handle, 3 May)", "[@owner]" and " - done" from the item's end."""
        for _ in range(3):
            text = text_of(content)
            if found.status is None and (mark := self._last_mark(text)):
                found.status, found.status_text = self._words.action_marks[mark], mark
                content = cutting.cut(content, text.rindex(mark))[0]
                continue
            dashed = _LAST_PIPES.search(text) or _LAST_DASH.search(text)
            if (
                dashed
                and not cutting.targets(cutting.cut(content, dashed.start())[1])
                and self._bracket(dashed["inner"], found)
            ):
                content = cutting.cut(content, dashed.start())[0]
                continue
            match = _LAST.search(text)
            if (
                match
                and not cutting.targets(cutting.cut(content, match.start())[1])
                and self._bracket(match["inner"], found)
            ):
                content = cutting.cut(content, match.start())[0]
                continue
            match = _LAST_STATUS.search(text)
            status = self._words.action_status.get(key(match["inner"])) if match else None
            if match and status and found.status is None:
                found.status, found.status_text = status, match["inner"].strip()
                content = cutting.cut(content, match.start())[0]
                continue
            break
        return content

    def _last_mark(self, text: str) -> str | None:
        end = text.rstrip(" .")
        return next((m for m in self._words.action_marks if end.endswith(m) and end != m and not m[0].isalnum()), None)

    def _bracket(self, inner: str, found: _Found) -> bool:
        """Take what stands in brackets, if all of it is owner, date or status."""
        parts = [part.strip() for part in re.split(r"\s*[,;/|]\s*|\s+by\s+", inner) if part.strip()]
        read = [(self._bracket_part(part), part) for part in parts]
        if not parts or any(name is None for name, _ in read):
            rest = [name for name, _ in read[1:]]
            if not parts or read[0][0] is not None or None in rest or "due" not in rest:
                return False
            read[0] = ("owner", parts[0])  # as in "(Sarah, 12 May)" and "(Sarah, 12 May, done)"
        names = [str(name) for name, _ in read]
        if len(set(names)) < len(names) or not all(found.has_room(name) for name in names):
            return False
        return all(found.take(str(name), self._without_label(part)) for name, part in read)

    def _bracket_part(self, part: str) -> str | None:
        if _HANDLE.match(part):
            return "owner"
        if self._words.action_status.get(key(part)):
            return "status"
        if _LOOSE.fullmatch(part) or key(part) in self._words.loose_dues:
            return "due"
        part = self._without_label(part)
        stamp = scan(part, self._words)
        return "due" if stamp and stamp.date and stamp.length >= len(part) else None

    # -- tables

    def _table(self, table: Table) -> list[DraftContent]:
        roles = self._roles(table)
        rows = [row for row in table.rows if any(text_of(cell).strip() for cell in row.cells)]
        if "action" not in roles or not rows:
            return [table]
        heads = tuple(text_of(head).strip() for head in table.head)
        items = tuple(self._row(row, roles, heads) for row in rows)
        if all(item.placeholder for item in items):
            return [table]
        return [ActionRun(items, heads)]

    def _roles(self, table: Table) -> list[str]:
        """Return what each column holds; where no heading says "action", the longest text is the action."""
        roles = [""] * len(table.head)
        heads = [key(text_of(head)) for head in table.head]
        for wanted in (heads, [head.split()[-1:] for head in heads], [head.split()[:1] for head in heads]):
            for number, words in enumerate(wanted):
                role = self._words.action_columns.get(words if isinstance(words, str) else " ".join(words))
                if role and not roles[number] and role not in roles:
                    roles[number] = role
        if "action" not in roles and sum(bool(role) for role in roles):
            free = [n for n, role in enumerate(roles) if role in {"", "link", "kind"} and not self._is_dated(table, n)]
            if free:
                roles[max(free, key=lambda n: sum(len(text_of(row.cells[n])) for row in table.rows))] = "action"
        return roles

    def _is_dated(self, table: Table, column: int) -> bool:
        cells = [text_of(row.cells[column]) for row in table.rows]
        return all((stamp := scan(cell, self._words)) and stamp.length == len(cell) for cell in cells if cell.strip())

    def _row(self, row: Row, roles: list[str], heads: tuple[str, ...]) -> ActionItem:
        found = _Found()
        told: Inlines = ()
        details: list[Detail] = []
        for cell, role, head in zip(row.cells, roles, heads, strict=True):
            text = text_of(cell).strip()
            if role == "action":
                told = cutting.trimmed(cell)
            elif not text or (role in _TAKEN and found.take(role, text)):
                found.links += cutting.targets(cell)
            else:
                details.append(Detail(label=head, value=cell))
                found.links += cutting.targets(cell)
                if role == "link" and "status" not in roles:
                    found.status = self._words.action_status.get(key(text.split()[-1]))  # "Bug 123 DONE"
        if _struck(told) and found.status is None:
            found.status = ActionStatus.DONE
        return self._made(found, told, (), row.line, tuple(details))

    # -- both

    def _made(
        self, found: _Found, told: Inlines, rest: tuple[Block, ...], line: int, details: tuple[Detail, ...] = ()
    ) -> ActionItem:
        action = text_of(told).strip()
        status = found.status
        if status is None and found.status_text:
            status = action_status(found.status_text, self._words)
        own: tuple[Block, ...] = (Para(told, line=line),) if told else ()
        blank = not found.links and placeholders.is_blank(told, self._words)
        return ActionItem(
            priority=found.priority,
            kind=found.kind,
            action=action,
            content=(*own, *rest),
            owner=found.owner,
            due=self._due(found.due_text),
            due_text=found.due_text,
            status=status,
            status_text=found.status_text,
            links=tuple(dict.fromkeys((*cutting.targets(told), *found.links))),
            labels=found.labels,
            details=(*details, *found.details),
            line=line,
            placeholder=blank,
        )

    def _due(self, text: str | None) -> dt.date | None:
        """Return the day that `text` names for certain; a missing year is the one on or after the incident."""
        stamp = scan(text, self._words) if text else None
        if not text or not stamp or not stamp.date or stamp.end_date or stamp.approximate or stamp.date.swapped:
            return None
        if text[stamp.length :].strip(" .()"):
            return None
        date = stamp.date.near(self._anchor)
        if date and stamp.date.year is None and self._anchor and date < self._anchor:
            date = _next_year(date)
        return date


_ATTRIBUTES = {"due": "due_text", "status": "status_text"}
_TAKEN = frozenset({"owner", "due", "status", "priority", "kind"})


class _Place(NamedTuple):
    """A label within an item: what it names, where the text before it ends and where its value begins."""

    role: str
    label: str
    cut: int
    value: int


class _Found:
    """What was read of one item so far."""

    def __init__(self) -> None:
        self.priority: str | None = None
        self.kind: str | None = None
        self.owner: str | None = None
        self.due_text: str | None = None
        self.status: ActionStatus | None = None
        self.status_text: str | None = None
        self.links: tuple[str, ...] = ()
        self.labels: tuple[str, ...] = ()
        self.details: list[Detail] = []

    def has_room(self, name: str) -> bool:
        """Whether nothing was taken as the item's `name` so far."""
        return name in _TAKEN and not getattr(self, _ATTRIBUTES.get(name, name))

    def take(self, name: str, value: str) -> bool:
        """Take `value` as the item's `name`; say whether there was room for it."""
        if name == "link":
            self.links += (value,) if value.startswith(("http://", "https://")) else ()
            return False
        if not value or not self.has_room(name):
            return False
        setattr(self, _ATTRIBUTES.get(name, name), value)
        return True


def _with_breaks(content: Inlines) -> str:
    """Return the plain words of `content`, as long as they are, with line feeds where its lines end."""
    return "".join("\n" if isinstance(part, SoftBreak | LineBreak) else text_of((part,)) for part in content)


def _struck(content: Inlines) -> bool:
    solid = [inline for inline in content if not (isinstance(inline, Str) and not inline.text.strip())]
    return bool(solid) and all(isinstance(inline, Strikeout) for inline in solid)


def _next_year(date: dt.date) -> dt.date | None:
    try:
        return date.replace(year=date.year + 1)
    except ValueError:
        return None
