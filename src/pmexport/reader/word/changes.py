"""What was changed in a Word document, and the same changes in the source it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from pmexport.reader.word.columns import day_of, plain, row_like
from pmexport.reader.word.letters import Span, letters
from pmexport.reader.word.markdown import as_markdown
from pmexport.reader.word.places import Edit, Places
from pmexport.reader.word.units import Kind, Unit

_DONE = {"done", "closed", "complete", "completed"}
# Signs as people set before a word, with what follows to choose their look.
_SIGN = re.compile(r"(?:[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d]*\s*)*$")
_BOX = re.compile(r"\[[ xX]\]")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_BLANK = re.compile(r"[ \t]*\r?\n")
_MARKS = "*_~`"
_BREAK = "<br>"
_SIGNS = ".!?;:…)"
_ESCAPED = re.compile(r"\\([\\`*\[\]<>|~_])")


class Change(Struct, frozen=True, kw_only=True):
    """One change: what stood there and what stands there now, either perhaps empty; whether the source has it too.

    Both are the same for what was moved.
    """

    before: str
    after: str
    placed: bool


class Merged(Struct, frozen=True, kw_only=True):
    """The source with the changes that found their place in it, and all changes."""

    text: str
    changes: tuple[Change, ...]


class _Opening(Struct, frozen=True):
    """Where a list's first item stands, and its sign."""

    start: int
    sign: str


def merged(source: str, before: Sequence[Unit], after: Sequence[Unit], *, loose: bool = False) -> Merged:
    """Return `source` with what changed from `before`, the document made from it, to `after`, the same one edited.

    `loose` says that what kind of piece one is does not count, since that was lost.
    """
    return _Merge(source, before).of(after, loose=loose)


class _Merge:
    def __init__(self, source: str, before: Sequence[Unit]) -> None:
        self._source = source
        self._places = Places(source)
        self._before = before
        self._spans = list(self._located())
        self._edits: list[Edit] = []
        self._changes: list[Change] = []

    def of(self, after: Sequence[Unit], *, loose: bool) -> Merged:
        """Return the source with the changes up to `after`."""
        was, now = ([_key(unit, loose=loose) for unit in units] for units in (self._before, after))
        matcher = SequenceMatcher(None, was, now, autojunk=False)
        for kind, start, end, new_start, new_end in matcher.get_opcodes():
            if kind == "equal":
                continue
            pairs = min(end - start, new_end - new_start)
            for index in range(pairs):
                self._change(start + index, after[new_start + index])
            for index in range(start + pairs, end):
                self._remove(index)
            self._add(start + pairs - 1 if pairs else start - 1, after[new_start + pairs : new_end])
        text = self._source
        for edit in sorted(self._edits, key=lambda one: (one.span.start, one.span.end), reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        return Merged(text=text, changes=tuple(_with_moves(self._changes)))

    def _located(self) -> Iterator[Span | None]:
        near = 0
        for unit in self._before:
            words = max(unit.cells, key=len) if unit.cells else unit.text
            span = next(filter(None, (self._places.find(said, near) for said in (words, *_lines(words)))), None)
            near = span.start if span else near
            yield span

    def _change(self, index: int, new: Unit) -> None:
        old, span = self._before[index], self._spans[index]
        if old.cells and len(old.cells) == len(new.cells):
            for was, now in zip(old.cells, new.cells, strict=True):
                if plain(was) != plain(now):
                    self._note(was, now, self._cell(was, now, span))
        elif old.kind is Kind.MASTHEAD:
            self._masthead(old, new)
        else:
            self._note(old.text, new.text, self._words(old.text, new.text, span))

    def _masthead(self, old: Unit, new: Unit) -> None:
        was, now = ([plain(text) for _, text in unit.parts if text.strip()] for unit in (old, new))
        for kind, start, end, new_start, new_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            for before, after in zip_longest(was[start:end], now[new_start:new_end], fillvalue=""):
                self._note(before, after, bool(before and after) and self._fact(before, after))

    def _fact(self, before: str, after: str) -> bool:
        """Change what the masthead says where the source's head says it; of a badge, perhaps its code alone."""
        head = Span(0, self._source.find("\n## ") if "\n## " in self._source else len(self._source))
        span = self._places.exact.find(before, within=head) or self._places.exact.find(before)
        if span is not None:
            return self._words(before, plain(after), span)
        was, now = before.split()[:1], after.split()[:1]
        code = self._places.exact.find(was[0], within=head) if was and now and was != now else None
        return code is not None and self._put(code, now[0])

    def _cell(self, was: str, now: str, row: Span | None) -> bool:
        """Change one cell of the row that stands at `row`: its words, its date, or its box."""
        if row is None:
            return self._words(was, now, None)
        if _BREAK in was and len(_lines(was)) == len(_lines(now)):
            placed = [self._piece(*pair, row) for pair in zip(_lines(was), _lines(now), strict=True)]
            return all(placed)
        line = self._places.line(row)
        near = self._places.find(was, row.end, line) if letters(was) else None
        if near is not None and set(was.split()) & set(now.split()):
            return self._words(was, now, near)
        if near is not None:
            return self._put(self._with_sign(self._with_punctuation(near, was)), now)
        day, new_day = day_of(was), day_of(now)
        if day and new_day and (iso := self._places.exact.find(day.isoformat(), line.start, line)):
            return self._put(iso, new_day.isoformat())
        box = _BOX.search(self._source, line.start, line.end)
        if box and now.strip().casefold() in _DONE:
            return self._put(Span(*box.span()), "[x]")
        if box and was.strip().casefold() in _DONE:
            return self._put(Span(*box.span()), "[ ]")
        return False

    def _piece(self, was: str, now: str, row: Span) -> bool:
        """Change one of the lines of a cell, of which the source may not have all, or has other things between."""
        if was == now:
            return True
        span = self._places.find(was, row.start)
        return span is not None and self._words(was, now, span)

    def _with_punctuation(self, span: Span, words: str) -> Span:
        """Return `span` with the signs that end `words`: they go with them."""
        signs = words[len(words.rstrip(_SIGNS)) :]
        return Span(span.start, span.end + len(signs)) if self._source.startswith(signs, span.end) else span

    def _with_sign(self, span: Span) -> Span:
        """Return `span` with the sign before it, as a tick before a status: it belongs to that word."""
        sign = _SIGN.search(self._source, self._places.line(span).start, span.start)
        return span if sign is None or not sign[0].strip() else Span(sign.start(), span.end)

    def _words(self, old: str, new: str, span: Span | None) -> bool:
        edits = self._places.edits(old, new, span) if span else self._places.edits_around(old, new)
        self._edits += edits or ()
        return edits is not None

    def _remove(self, index: int) -> None:
        old, span = self._before[index], self._spans[index]
        if span is None:
            self._note(_said(old), "", placed=False)
            return
        line = self._places.line(span)
        whole = self._places.is_all_of(line, _said(old)) or bool(old.cells)
        gone = self._with_gap(line) if whole else self._with_marks(span)
        self._note(_said(old), "", self._put(gone, ""))

    def _with_gap(self, line: Span) -> Span:
        """Return `line` with its end, and with the blank line behind it where one before it parts what stays."""
        end = min(line.end + 1, len(self._source))
        alone = self._source[: line.start].endswith(("\n\n", "\n\r\n")) or not line.start
        blank = _BLANK.match(self._source, end) if alone else None
        return Span(line.start, blank.end() if blank else end)

    def _with_marks(self, span: Span) -> Span:
        """Return `span` with the marks of emphasis and code right around it, which would be left with nothing."""
        start, end = span.start, span.end
        while self._source[start - 1 : start] and self._source[start - 1] in _MARKS:
            start -= 1
        while self._source[end : end + 1] and self._source[end] in _MARKS:
            end += 1
        return Span(start, end)

    def _add(self, index: int, units: Sequence[Unit]) -> None:
        span = self._spans[index] if 0 <= index < len(self._spans) else None
        following = self._spans[index + 1] if index + 1 < len(self._spans) else None
        for unit in units:
            if span is None and following is not None and not unit.cells:
                start = self._places.line(following).start
                self._note("", _said(unit), self._put(Span(start, start), f"{_alone(unit)}\n\n"))
            elif span is None:
                self._note("", _said(unit), placed=False)
            elif first := self._first_item(unit, index):
                self._note("", _said(unit), self._put(Span(first.start, first.start), f"{first.sign}{unit.text}\n"))
            else:
                line = self._places.line(span)
                self._note("", _said(unit), self._put(Span(line.end, line.end), self._added(unit, index, line)))

    def _first_item(self, unit: Unit, index: int) -> _Opening | None:
        """Return where the list begins that `unit`, an item put behind the piece `index`, is now the first of."""
        after = index + 1
        if unit.kind is not Kind.ITEM or self._before[index].kind is Kind.ITEM or after >= len(self._before):
            return None
        span = self._spans[after] if self._before[after].kind is Kind.ITEM else None
        start = self._places.line(span).start if span else 0
        sign = _ITEM.match(self._source, start) if span else None
        return _Opening(start, _BOX.sub("[ ]", sign[0])) if sign else None

    def _added(self, unit: Unit, index: int, line: Span) -> str:
        before = self._source[line.start : line.end]
        if unit.cells and "|" in before:
            return f"\n{row_like(unit.cells, self._before[index].cells, before)}"
        sign = self._sign(unit, index) or _ITEM.match(before)
        if unit.kind is Kind.ITEM and sign:
            return f"\n{_BOX.sub('[ ]', sign[0])}{unit.text}"
        return f"\n\n{_alone(unit)}"

    def _sign(self, unit: Unit, index: int) -> re.Match[str] | None:
        """Return the sign of the item nearest to the piece `index` that is as deep as `unit`."""
        near = sorted(range(len(self._before)), key=lambda at: abs(at - index))
        like = (at for at in near if self._before[at].kind is Kind.ITEM and self._before[at].level == unit.level)
        span = next((self._spans[at] for at in like), None)
        return _ITEM.match(self._source, self._places.line(span).start) if span else None

    def _put(self, span: Span, text: str) -> bool:
        self._edits.append(Edit(span, text))
        return True

    def _note(self, before: str, after: str, placed: bool) -> None:  # noqa: FBT001  a fact of the change, as in Change
        told = (_ESCAPED.sub(r"\1", plain(text)) for text in (before, after))
        self._changes.append(Change(before=next(told), after=next(told), placed=placed))


def _with_moves(changes: Sequence[Change]) -> Iterator[Change]:
    """Yield `changes` with what was taken away here and added there told once, as moved: the same before and after."""
    added, removed = (
        {one.after for one in changes if not one.before},
        {one.before for one in changes if not one.after},
    )
    moved = (added & removed) - {""}
    told: set[str] = set()
    for one in changes:
        text = one.before or one.after
        if (one.before and one.after) or text not in moved:
            yield one
        elif text not in told:
            told.add(text)
            yield Change(before=text, after=text, placed=all(o.placed for o in changes if text in {o.before, o.after}))


def _lines(text: str) -> list[str]:
    return text.split(_BREAK)


def _alone(unit: Unit) -> str:
    return as_markdown((replace(unit, name=""),)).rstrip()


def _said(unit: Unit) -> str:
    return " | ".join(unit.cells) if unit.cells else unit.text


def _key(unit: Unit, *, loose: bool) -> tuple[str, str]:
    parts = " ".join(text for _, text in unit.parts)
    return "" if loose else unit.kind.value, letters(f"{_said(unit)} {parts}") + _punctuation(_said(unit))


def _punctuation(text: str) -> str:
    return "".join(char for char in plain(text) if not char.isalnum() and not char.isspace() and char != "\\")
