"""The text of one action item to what is to be done, and by whom, by when, in which state."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from pmexport.model.postmortem import ActionItem, Detail
from pmexport.model.prose import Block, Inlines, LineBreak, Para, SoftBreak, Str, Strikeout, text_of
from pmexport.model.terms import ActionStatus
from pmexport.reader import cutting, placeholders
from pmexport.reader.header import labelled
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


_ATTRIBUTES = {"due": "due_text", "status": "status_text"}
TAKEN = frozenset({"owner", "due", "status", "priority", "kind"})


class _Place(NamedTuple):
    """A label within an item: what it names, where the text before it ends and where its value begins."""

    role: str
    label: str
    cut: int
    value: int


class Found:
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
        return name in TAKEN and not getattr(self, _ATTRIBUTES.get(name, name))

    def take(self, name: str, value: str) -> bool:
        """Take `value` as the item's `name`; say whether there was room for it."""
        if name == "link":
            self.links += (value,) if value.startswith(("http://", "https://")) else ()
            return False
        if not value or not self.has_room(name):
            return False
        setattr(self, _ATTRIBUTES.get(name, name), value)
        return True


class ActionText:
    """Reads the text of action items. Due dates without a year follow `anchor`, the incident's day."""

    def __init__(self, words: Vocabulary, anchor: dt.date | None) -> None:
        self._words = words
        self._anchor = anchor

    def told(self, content: Inlines, found: Found) -> Inlines:
        """Return what is to be done, once `found` has taken the rest of `content`."""
        told = self._named(self._marks(content, found), found)
        return self._trailing(self._labels(told, found), found)

    def _marks(self, content: Inlines, found: Found) -> Inlines:
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

    def _named(self, content: Inlines, found: Found) -> Inlines:
        """Take the label off "Action: add an alert"."""
        parts = labelled(content)
        if parts is None or not parts[1] or self._words.action_columns.get(key(parts[0])) != "action":
            return content
        found.labels += (parts[0],)
        return parts[1]

    def _labels(self, content: Inlines, found: Found) -> Inlines:
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

    def _alone(self, owner: str, found: Found) -> str:
        """Take what follows an owner behind a comma, as in "Owner: Sarah, due 12 May"; return the owner alone."""
        name, *others = re.split(r"\s*[,;]\s*", owner)
        read = [(self._bracket_part(part), part) for part in others]
        if not read or any(role not in {"due", "status"} or not found.has_room(str(role)) for role, _ in read):
            return owner
        for role, part in read:
            self._take_unlabelled(str(role), part, found)
        return name

    def _take_unlabelled(self, role: str, part: str, found: Found) -> bool:
        """Take "due 12 May" as the due date 12 May, and keep the word before it as a label."""
        label, value = self._parted(part)
        if not found.take(role, value):
            return False
        found.labels += (label,) if label else ()
        return True

    def _parted(self, part: str) -> tuple[str, str]:
        """Return the label that `part` begins with, such as "due", and what follows; without one, nothing and all."""
        word, _, rest = part.partition(" ")
        return (word, rest.strip()) if rest and self._words.action_labels.get(key(word)) == "due" else ("", part)

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
            if before[-1] in _PARTED or (label[:1].isupper() and role in TAKEN):
                return _Place(role, label, len(before.rstrip(" ([-–—|•→,;\n、，；（")), colon.end())
        return None

    def _trailing(self, content: Inlines, found: Found) -> Inlines:
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

    def _bracket(self, inner: str, found: Found) -> bool:
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
        return all(self._take_unlabelled(str(name), part, found) for name, part in read)

    def _bracket_part(self, part: str) -> str | None:
        if _HANDLE.match(part):
            return "owner"
        if self._words.action_status.get(key(part)):
            return "status"
        if _LOOSE.fullmatch(part) or key(part) in self._words.loose_dues:
            return "due"
        _, date = self._parted(part)
        stamp = scan(date, self._words)
        return "due" if stamp and stamp.date and stamp.length >= len(date) else None

    def made(
        self, found: Found, told: Inlines, rest: tuple[Block, ...], line: int, details: tuple[Detail, ...] = ()
    ) -> ActionItem:
        """Return the item of what was `found` and what is `told`, with `rest` below it."""
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


def _with_breaks(content: Inlines) -> str:
    """Return the plain words of `content`, as long as they are, with line feeds where its lines end."""
    return "".join("\n" if isinstance(part, SoftBreak | LineBreak) else text_of((part,)) for part in content)


def is_struck(content: Inlines) -> bool:
    """Whether all of `content` is struck through."""
    solid = [inline for inline in content if not (isinstance(inline, Str) and not inline.text.strip())]
    return bool(solid) and all(isinstance(inline, Strikeout) for inline in solid)


def _next_year(date: dt.date) -> dt.date | None:
    try:
        return date.replace(year=date.year + 1)
    except ValueError:
        return None
