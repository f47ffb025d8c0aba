"""The text of one action item to what is to be done, and by whom, by when, in which state."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from pmexport.model.postmortem import ActionItem, Detail
from pmexport.model.prose import Block, Inlines, LineBreak, Para, SoftBreak, Str, Strikeout, text_of
from pmexport.model.terms import ActionStatus
from pmexport.reader import cutting, placeholders
from pmexport.reader.action_ends import ActionEnds
from pmexport.reader.action_found import TAKEN, Found
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
_FIRST_KIND = re.compile(r"^\s*[\[(](?P<kind>[^\W\d]{3,12})[\])]\s+(?=\S)")
_FIRST_HANDLE = re.compile(r"^\s*[\[(]?(?P<handle>@[\w.-]*\w)(?:[\])]?\s*(?:[:–—]|\s-)|[\])])\s*(?=\S)")


class _Place(NamedTuple):
    """A label within an item: what it names, where the text before it ends and where its value begins."""

    role: str
    label: str
    cut: int
    value: int


class ActionText:
    """Reads the text of action items. Due dates without a year follow `anchor`, the incident's day."""

    def __init__(self, words: Vocabulary, anchor: dt.date | None) -> None:
        self._words = words
        self._anchor = anchor
        self._ends = ActionEnds(words)

    def told(self, content: Inlines, found: Found) -> Inlines:
        """Return what is to be done, once `found` has taken the rest of `content`."""
        told = self._named(self._marks(content, found), found)
        return self._ends.trailing(self._labels(told, found), found)

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
        if match := _priority(self._words.priorities).match(text):
            found.priority = match["priority"]
            content = cutting.cut(content, match.end())[1]
        if (match := _FIRST_KIND.match(text_of(content))) and key(match["kind"]) in self._words.groups:
            found.kind = match["kind"]
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
        colons = list(_COLON.finditer(text))
        places = [place for colon in colons if (place := self._label_before(text, colon))]
        if not places:
            places = [place for colon in colons if (place := self._label_before(text, colon, within=True))]
            if not {"owner", "due"} <= {place.role for place in places}:
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
        read = [(self._ends.role_of(part), part) for part in others]
        if not read or any(role not in {"due", "status"} or not found.has_room(str(role)) for role, _ in read):
            return owner
        for role, part in read:
            self._ends.take_unlabelled(str(role), part, found)
        return name

    def _label_before(self, text: str, colon: re.Match[str], *, within: bool = False) -> _Place | None:
        """Return the known label that ends at `colon`, where something ends before it, or `within` a sentence."""
        at = max(0, colon.start() - _LABEL_LENGTH)
        starts = [at + word.start() for word in _LABEL_WORD.finditer(text[at : colon.start()])]
        for start in starts[-_LABEL_WORDS:]:
            label = text[start : colon.start()]
            role = self._words.action_labels.get(key(label))
            before = text[:start].rstrip(" *_")
            if role is None or not before.strip(" ([-–—|•→,;"):
                continue
            if within or before[-1] in _PARTED or (label[:1].isupper() and role in TAKEN):
                return _Place(role, label, len(before.rstrip(" ([-–—|•→,;\n、，；（")), colon.end())
        return None

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


@cache
def _priority(words: tuple[str, ...]) -> re.Pattern[str]:
    grades = "|".join(("P[0-5]", "S[0-4]", "SEV-?[0-5]", *map(re.escape, words)))
    return re.compile(
        rf"^\s*[\[(]?(?P<priority>{grades})[\])]?\s*(?:[:：\-–—]\s*|(?<=[\])])\s+)",
        re.IGNORECASE,
    )
