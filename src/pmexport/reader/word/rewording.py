"""A source put together from its page, of which some words may have changed, and what was kept of its own wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from pmexport.reader.word.columns import row_like
from pmexport.reader.word.pairing import paired
from pmexport.reader.word.wording import OwnWords, covered, exact_of, marks_of, tokens_of

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# What stands for words of the page, and was changed there, is given way to them; a longer stretch is something else.
_LONGEST_GAP = 60
_BULLET = re.compile(r"(?m)^(\s*)-[ ]")
_OTHER_BULLET = re.compile(r"(?:^|\n)[ \t]*([*+])(?:[ ]|$)")
# What parts an added row from that of the page above it, and bounds added paragraphs: no document holds such signs.
_ROW = "\0"
_FROM, _TO = "\1", "\2"
_BEGIN, _END = re.compile(f"(\n{{0,2}}){_FROM}"), re.compile(f"{_TO}(\n*)")
_ADDED_ROW = re.compile(f"{_ROW}([^{_ROW}]*){_ROW}([^\n]*\n?)")
_TIGHT = re.compile(r"[ \t]*(?:[-*+|]|\d+[.)])[ ]")


def reworded(page: str, kept: bytes) -> str:
    """Return the source that `kept` was made of, with what was changed on its `page` since; `page` where it cannot."""
    try:
        found = msgspec.json.decode(kept, type=OwnWords)
    except msgspec.DecodeError:
        return page
    return _Rewording(tokens_of(page), found).text()


class _Rewording:
    """A page of which some words may have changed, and the source that is put together from it.

    Lines that are gone take along what the source says in its own words on them; lines that were added stand whole.
    """

    def __init__(self, words: Sequence[str], kept: OwnWords) -> None:
        self._parts = kept.parts
        self._marks = kept.marks
        self._size = len(kept.marks)
        self._kept: dict[int, str] = {}
        self._added: dict[int, str] = {}
        self._lines: dict[int, str] = {}
        self._gone: set[int] = set()
        self._covered = covered(kept.parts)
        self._sign = _bullet(kept.parts)
        self._align(kept.marks, marks_of(words), words)
        self._look_closer(kept.exact)

    def text(self) -> str:
        """Return the source, put together from the page as it is now."""
        self._settle()
        said: list[str] = []
        end = 0
        own = ""
        for part in self._parts:
            if isinstance(part, str):
                own = part
                continue
            start, length = part
            said += [self._between(end, start, own), *map(self._word, range(start, start + length))]
            end, own = start + length, ""
        said.append(self._between(end, self._size, own) if own else "")
        left = [self._take(place) for place in sorted({*self._added, *self._lines})]
        return _parted(_with_rows("".join((*said, *filter(str.strip, left)))))

    def _align(self, before: str, after: str, words: Sequence[str]) -> None:
        """Find for each word that the page had what it is now, and what was added before it, line by line first."""
        old, new = _LINE.findall(before), _LINE.findall(after)
        olds, news = _starts(old), _starts(new)

        def line(number: int) -> str:
            return "".join(words[news[number] : news[number + 1]])

        def added(place: int, number: int) -> None:
            said = self._signed(line(number))
            above = line(number - 1) if number and said.startswith("|") else ""
            said = f"{_ROW}{above}{_ROW}{said}" if above.startswith("|") else said
            self._lines[place] = self._lines.get(place, "") + said

        for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                self._same(olds[i], news[k], olds[j] - olds[i], words)
                continue
            for one, other in paired(old[i:j], new[k:m]):
                if one is None and other is not None:
                    added(olds[i + other[0]], k + other[1])
                elif one is not None and other is None:
                    self._gone |= set(range(olds[i + one], olds[i + one + 1]))
                elif one is not None and other is not None:
                    self._within(olds[i + one], old[i + one], news[k + other[1]], new[k + other[1]], words)

    def _within(self, start: int, before: str, now: int, after: str, words: Sequence[str]) -> None:
        """Find what became of the words of one line, which begins at `start` and now at `now`."""
        inner = SequenceMatcher(None, before, after, autojunk=False)
        for kind, a, b, c, d in inner.get_opcodes():
            if kind == "equal":
                self._same(start + a, now + c, b - a, words)
            elif d > c:
                # A word that was added before a space brought a space along: it stands behind the word before both.
                back = int(a > 0 and before[a - 1].isspace() and words[now + c - 1] == words[now + d - 1])
                place, first, last = start + a - back, now + c - back, now + d - back
                self._added[place] = self._added.get(place, "") + "".join(words[first:last])

    def _same(self, old: int, new: int, count: int, words: Sequence[str]) -> None:
        self._kept.update((old + index, words[new + index]) for index in range(count))

    def _look_closer(self, exact: str) -> None:
        """See where a word that only the page has became another one of the same mark."""
        bare = (place for place in range(self._size) if place not in self._covered)
        for place, mark in zip(bare, exact, strict=False):
            if place in self._kept and exact_of(self._kept[place]) != mark:
                self._added[place] = self._added.pop(place, "") + self._kept.pop(place)

    def _settle(self) -> None:
        """Let what was added where the source has nothing of the page stand behind the words before it."""
        reached = set(self._covered)
        end = 0
        for part in self._parts:
            if not isinstance(part, str):
                reached |= set(range(end, part[0] + 1)) if end <= part[0] <= end + _LONGEST_GAP else set()
                end = sum(part)
        lost = {*self._added, *self._lines} - reached - {self._size}
        for place in sorted(lost):
            behind = max((one for one in self._covered if one < place and one in self._kept), default=None)
            if behind is not None:
                self._kept[behind] += _behind(self._lines.pop(place, "")) + self._added.pop(place, "")

    def _take(self, place: int) -> str:
        return self._whole(place) + self._added.pop(place, "")

    def _whole(self, place: int) -> str:
        """Return the lines that were added before `place`, for once: a paragraph keeps apart."""
        lines = self._lines.pop(place, "")
        tight = not lines.strip() or lines.startswith(_ROW) or _TIGHT.match(lines)
        return lines if tight else f"{_FROM}{lines.strip(chr(10))}{_TO}"

    def _word(self, place: int) -> str:
        return self._take(place) + self._kept.get(place, "")

    def _qualified(self, start: int, own: str) -> range:
        """Return the places of the word after `own` that it may qualify, as a sign does a status."""
        return range(start, min(start + 2, self._size)) if own.strip(" *+-") and "\n" not in own else range(0)

    def _is_changed(self, place: int) -> bool:
        """Say whether the page has another word at `place` now, or more; where its line went, nothing is said there."""
        if place in self._gone or self._marks[place : place + 1].isspace():
            return False
        return place not in self._kept or bool(self._added.get(place, "").strip())

    def _is_other(self, end: int, start: int, gap: Sequence[int], own: str) -> bool:
        """Say whether the page says something else in `gap` now than what `own` stands for.

        What was added right behind the word before it is that word's.
        """
        first = gap[:1] if gap[:1] == [end] else []
        others = (place for place in (*gap, *self._qualified(start, own)) if place not in first)
        return any(map(self._is_changed, others)) or any(
            place not in self._kept and place not in self._gone and not self._marks[place].isspace() for place in first
        )

    def _between(self, end: int, start: int, own: str) -> str:
        """Return what stands between two stretches: the source's own words, or the page's where they were changed."""
        near = end <= start <= end + _LONGEST_GAP
        # What stands there and is the source's elsewhere is said there.
        gap = [place for place in range(end, start) if place not in self._covered] if near else []
        if self._is_other(end, start, gap, own):
            return self._signed("".join(map(self._word, gap))) + self._take(start)
        behind = "".join(self._added.pop(place, "") for place in gap)  # but at the first place nothing but space
        return (behind if behind.strip() else "") + self._with_lines(end, gap, start, self._halves(end, start, own))

    def _with_lines(self, end: int, gap: Sequence[int], start: int, own: tuple[str, str, str]) -> str:
        """Return the parts of `own` with the lines that were added in `gap`, or before what stands at `start`."""
        head, middle, tail = own
        if not head + middle:
            begins = self._marks[end - 1 : end] == "\n"
            return "".join(self._whole(place) for place in (*gap, start) if begins) + tail
        last = next((place + 1 for place in reversed(gap) if self._marks[place] == "\n"), end)
        before = "".join(self._whole(place) for place in gap if place < last)
        after = "".join(self._whole(place) for place in (*gap, start) if place >= last)
        return head + before + middle + after + tail

    def _halves(self, end: int, start: int, own: str) -> tuple[str, str, str]:
        """Return `own` as what ends a line, what stands between lines, and what begins one; nothing of lines gone."""
        before, after = end - 1 in self._gone, start in self._gone
        if "\n" not in own:
            return "", "", "" if before and after else own
        head, tail = own.partition("\n"), own.rpartition("\n")
        middle = own[len(head[0]) + 1 : len(own) - len(tail[2])]
        return "" if before else f"{head[0]}\n", middle, "" if after else tail[2]

    def _signed(self, text: str) -> str:
        """Return `text` of the page with the sign that the source has for its lists: another would begin a new one."""
        return _BULLET.sub(rf"\1{self._sign} ", text) if self._sign != "-" else text


def _with_rows(text: str) -> str:
    """Return `text` with each row that was added in the form of the source's rows: that of the one above it."""
    said, *rows = _ADDED_ROW.split(text)
    for above, row, rest in zip(rows[::3], rows[1::3], rows[2::3], strict=True):
        start, end = said.rstrip("\n").rfind("\n") + 1, len(said.rstrip("\n"))
        model = said[start:end]
        cells = [[cell.strip() for cell in one.strip().strip("|").split("|")] for one in (row, above)]
        like = f"{row_like(cells[0], cells[1], model)}\n" if "|" in model and len(cells[0]) == len(cells[1]) else row
        said += like + rest
    return said


def _bullet(parts: Sequence[str | tuple[int, int]]) -> str:
    signs = [sign for part in parts if isinstance(part, str) for sign in _OTHER_BULLET.findall(part)]
    return max(signs, key=signs.count, default="-")


def _behind(lines: str) -> str:
    """Return added `lines` so that they may stand behind a word: an item or row right below it, a paragraph apart."""
    said = lines.strip("\n")
    return "" if not said else f"\n{said}" if _TIGHT.match(said) else f"\n\n{said}"


def _parted(text: str) -> str:
    """Return `text` with blank lines around the paragraphs that were added, as many as it takes."""
    before = _BEGIN.sub(lambda found: found[1] + "\n" * (2 - len(found[1])), text.lstrip(_FROM))
    return _END.sub(lambda found: "\n" * max(2, len(found[1])) if found.end() < len(before) else "\n", before)


def _starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts
