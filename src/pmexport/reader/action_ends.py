"""The end of an action item's text: "(done)", "(@handle, 3 May)", "[@owner]", " - done", "by 12 May"."""

from __future__ import annotations

import re

from pmexport.model.prose import Inlines, text_of
from pmexport.reader import cutting
from pmexport.reader.action_found import Found
from pmexport.reader.timestamps import scan
from pmexport.reader.vocabulary import Vocabulary, key

_LAST = re.compile(r"\s*[(\[](?P<inner>[^()\[\]]{1,60})[)\]]\s*\.?\s*$")
_HANDLE = re.compile(r"^@[\w.-]+(?:\s*(?:,|and|&|\+|/)\s*@[\w.-]+)*$")
_LAST_DASH = re.compile(r"\s(?:[-–—→|]|->|=>)\s+(?P<inner>(?:(?!\s-\s)[^–—→|()\[\]]){1,60}?)\s*\.?\s*$")
_LAST_PIPES = re.compile(r"\s\|\s+(?P<inner>[^()\[\]]{1,90})$")
_LAST_STATUS = re.compile(r"\s(?:[-–—:]\s*)(?P<inner>[A-Za-z ]{3,14})\s*\.?\s*$")
_LOOSE = re.compile(r"Q[1-4](?:[ /-]?(?:20)?\d\d)?|20\d\d-(?:0\d|1[0-2]|Q[1-4])", re.IGNORECASE)
_WORD = re.compile(r"(?<=\s)[^\W\d_]+(?=\s)")
_DUE = 40
"""So far from the end a due date begins."""
_NAMES = 3


class ActionEnds:
    """Takes what stands at the end of action items."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words

    def trailing(self, content: Inlines, found: Found) -> Inlines:
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
            if dashed and self._is_name_before_date(dashed["inner"], found):
                found.take("owner", dashed["inner"].strip())
                content = cutting.cut(content, dashed.start())[0]
                continue
            if (at := self._last_due(text, found)) is not None:
                content = cutting.cut(content, at)[0]
                continue
            match = _LAST_STATUS.search(text)
            status = self._words.action_status.get(key(match["inner"])) if match else None
            if match and status and found.status is None:
                found.status, found.status_text = status, match["inner"].strip()
                content = cutting.cut(content, match.start())[0]
                continue
            break
        return content

    def _is_name_before_date(self, inner: str, found: Found) -> bool:
        """Whether `inner` is the name in "Add an alert - Kim Lee - 3 May", whose date was taken."""
        names = inner.split()
        named = 0 < len(names) <= _NAMES and all(name[0].isupper() for name in names)
        return named and found.due_text is not None and found.has_room("owner") and self.role_of(inner) is None

    def _last_due(self, text: str, found: Found) -> int | None:
        """Take "due 12 May" and "by 12 May" without a bracket; return where it began."""
        if not found.has_room("due"):
            return None
        for match in _WORD.finditer(text, max(0, len(text) - _DUE)):
            part = text[match.start() :].strip(" .")
            label, value = self._parted(part)
            if label and self.role_of(part) == "due" and key(value) not in self._words.loose_dues:
                self.take_unlabelled("due", part, found)
                return match.start()
        return None

    def _last_mark(self, text: str) -> str | None:
        end = text.rstrip(" .")
        return next((m for m in self._words.action_marks if end.endswith(m) and end != m and not m[0].isalnum()), None)

    def _bracket(self, inner: str, found: Found) -> bool:
        """Take what stands in brackets, if all of it is owner, date or status."""
        parts = [part.strip() for part in re.split(r"\s*[,;/|]\s*|\s+by\s+", inner) if part.strip()]
        read = [(self.role_of(part), part) for part in parts]
        if not parts or any(name is None for name, _ in read):
            rest = [name for name, _ in read[1:]]
            if not parts or read[0][0] is not None or None in rest or "due" not in rest:
                return False
            read[0] = ("owner", parts[0])  # as in "(Sarah, 12 May)" and "(Sarah, 12 May, done)"
        names = [str(name) for name, _ in read]
        if len(set(names)) < len(names) or not all(found.has_room(name) for name in names):
            return False
        return all(self.take_unlabelled(str(name), part, found) for name, part in read)

    def role_of(self, part: str) -> str | None:
        """Return what all of `part` is: an owner's handle, a state, a due date; None for other words."""
        if _HANDLE.match(part):
            return "owner"
        if self._words.action_status.get(key(part)):
            return "status"
        _, date = self._parted(part)
        if _LOOSE.fullmatch(date) or key(date) in self._words.loose_dues:
            return "due"
        stamp = scan(date, self._words)
        return "due" if stamp and stamp.date and stamp.length >= len(date) else None

    def take_unlabelled(self, role: str, part: str, found: Found) -> bool:
        """Take "due 12 May" as the due date 12 May, and keep the word before it as a label."""
        label, value = self._parted(part)
        if not found.take(role, value):
            return False
        found.labels += (label,) if label else ()
        return True

    def _parted(self, part: str) -> tuple[str, str]:
        """Return the label that `part` begins with, such as "due", and what follows; without one, nothing and all."""
        word, _, rest = part.partition(" ")
        named = key(word) in self._words.due_words or self._words.action_labels.get(key(word)) == "due"
        return (word, rest.strip()) if rest and named else ("", part)
