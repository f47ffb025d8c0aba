"""Plain sentences: what a passage says in whole sentences that hold no code, no handle and nothing left blank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from pmexport.facts.passages import Form, Passage
from pmexport.model import prose
from pmexport.model.prose import Block, Blocks, Code, CodeBlock, Para
from pmexport.report.words import Words

_ENDS = (".", "!", "?", "。", "！", "？", "…", ")", "”", '"', "」")
_NEVER_LAST = (":", ",", ";", "-", "–", "—", "：", "、")
_ASIAN_STOP = re.compile(r"(?<=[。！？])\s*")
_MARKS = " \t\n*_•·-–—"
_AROUND = " .,:;!?()[]\"'“”’"
# A name at the head of what is told of it, and a colon.
_NAME = re.compile(r"([^\W\d_][^.:!?;]{3,60}):\s+\S")
# Where all that is said speaks of what the first words name.
_OF_ONE_THING = (Form.ITEM, Form.FIELD)
_FEWEST_LETTERS = 3
_FEWEST_WORDS, _FEWEST_SIGNS = 3, 8
_PAIRS = (("(", ")"), ("“", "”"), ("「", "」"), ("（", "）"), ("«", "»"))


class Piece(Struct, frozen=True, kw_only=True):
    """Something that a briefing may say: whole words of the author's, with their line in the source."""

    text: str
    label: str = ""
    line: int = 0


class Plain:
    """Tells plain sentences from those with code, handles, addresses or blanks in them, and remembers the latter."""

    def __init__(self, words: Words, pictures: frozenset[str] = frozenset(), title: str = "") -> None:
        self._internal = _any_of(words.sought("briefing", "internal"))
        self._blank = _any_of(words.sought("briefing", "blanks"))
        self._goes_on = re.compile(rf"(?:{'|'.join(words.sought('briefing', 'goes_on'))})\b", re.IGNORECASE)
        self._points_back = re.compile("|".join(words.sought("briefing", "points_back")), re.IGNORECASE)
        self._pictures = pictures
        # What the title names stands on the page already, and may be named below it.
        self._named = frozenset(word.strip(_AROUND) for word in title.split())
        self.passed_over: list[int] = []

    def sentences(self, told: Iterable[Passage], longest: int) -> Iterator[Piece]:
        """Yield the whole, plain sentences of `told` of at most `longest` characters, what follows their labels.

        A sentence that hangs on the one before ("This caused ...") stands only where that one does, and what follows in
        an item only where its first sentence is plain: it speaks of what that one names.
        """
        before, torn = False, False
        for passage in told:
            found = list(_sentences(passage))
            for start, text in found:
                whole = text.endswith(_ENDS) or (len(found) == 1 and not breaks_off(text))
                hangs = not before and (self._goes_on.match(text) or (torn and self.points_back(text)))
                hangs = hangs or (passage.form in _OF_ONE_THING and start != found[0][0] and not before)
                fits = whole and len(text) <= longest and self._is_sentence(text) and not hangs
                before = text not in self._pictures and self._passes(passage, start, text, fits=fits)
                torn = not before
                if before:
                    yield Piece(text=text, line=passage.line_at(start))

    def _is_sentence(self, text: str) -> bool:
        """Tell whether `text` starts as a sentence does, has words enough for one and closes what it opens."""
        first = text.lstrip("\"“‘'«「『")[:1]
        starts = first.isalnum() and (not first.islower() or text.split(maxsplit=1)[0].strip(_AROUND) in self._named)
        fewest = _FEWEST_WORDS if first.isalpha() else _FEWEST_WORDS + 1
        enough = len(text.split()) >= fewest or (not text.isascii() and len(text) >= _FEWEST_SIGNS)
        closed = text.count('"') % 2 == 0 and all(text.count(one) == text.count(other) for one, other in _PAIRS)
        return starts and enough and closed

    def hangs(self, text: str) -> bool:
        """Tell whether `text` goes on from, or points back to, words that stand before it."""
        return bool(self._goes_on.match(text)) or self.points_back(text)

    def points_back(self, text: str) -> bool:
        """Tell whether `text` speaks of something as named before it: "any of these issues"."""
        return bool(self._points_back.search(text))

    def _passes(self, passage: Passage, start: int, text: str, *, fits: bool = True) -> bool:
        if fits and self.is_plain(passage, start, text):
            return True
        self.passed_over.append(passage.line_at(start))
        return False

    def is_plain(self, passage: Passage, start: int, text: str) -> bool:
        """Tell whether `text`, which starts at `start` in `passage`, holds neither code nor handle nor blank."""
        within = [(one, end) for one, end in passage.code if one < start + len(text) and start < end]
        code = any(passage.text[one:end].strip() not in self._named for one, end in within)
        return not code and self.is_plain_text(text) and passage.form is not Form.QUOTE

    def is_plain_text(self, text: str) -> bool:
        """Tell whether `text` holds neither handle nor blank."""
        kept = " ".join(word for word in text.split() if word.strip(_AROUND) not in self._named)
        return not self._internal.search(kept) and not self._blank.search(kept)

    def is_plain_content(self, blocks: Blocks) -> bool:
        """Tell whether no inline of `blocks` is code."""
        return not any(isinstance(block, CodeBlock) or _holds_code(block) for block in blocks)

    def label(self, passage: Passage, longest: int) -> Piece | None:
        """Return the label that `passage` begins with, else all of it where it is short; None where it is not plain."""
        whole = passage.text.strip()
        named = _NAME.match(whole)
        text = passage.label or (named[1] if named else whole if len(whole) <= longest else "")
        if not text:
            return next(self.sentences((passage,), longest), None)
        start = passage.text.find(text)
        if len(text) > longest or not _speaks(text) or breaks_off(text) or text in self._pictures:
            return None
        if not self._passes(passage, max(start, 0), text, fits=not self.points_back(text)):
            return None
        return Piece(text=text.strip(_MARKS), line=passage.line)

    def fact(self, passage: Passage, longest: int) -> Piece | None:
        """Return what `passage` says under its label, whole; None without a label or where it is long or not plain."""
        start, value = _after_label(passage)
        if not passage.label or not value or len(value) > longest or breaks_off(value):
            return None
        if not self.is_plain(passage, start, value) or not self.is_plain_text(passage.label):
            self.passed_over.append(passage.line)
            return None
        return Piece(text=value, label=_words_of(passage.label), line=passage.line)


def breaks_off(text: str) -> bool:
    """Tell whether `text` ends as something does that goes on: with a colon, a comma, a dash."""
    return text.endswith(_NEVER_LAST)


def _holds_code(block: Block) -> bool:
    return isinstance(block, Para | prose.Plain) and any(isinstance(inline, Code) for inline in block.content)


def _sentences(passage: Passage) -> Iterator[tuple[int, str]]:
    offset, _ = _after_label(passage)
    for sentence in passage.sentences():
        start = max(sentence.start, offset)
        end = sentence.start + len(sentence.text)
        place = start
        for part in _ASIAN_STOP.split(passage.text[start:end]):
            text = part.strip()
            if text:
                yield passage.text.index(text, place), " ".join(text.split())
                place = passage.text.index(text, place) + len(text)


def _after_label(passage: Passage) -> tuple[int, str]:
    """Return where the words after the label start, and those words."""
    start = 0
    if passage.label and passage.form is not Form.FIELD:
        found = passage.text.find(passage.label)
        start = found + len(passage.label) if found >= 0 else 0
    value = passage.text[start:]
    kept = value.lstrip(" \t:.–—-)") if start else value.lstrip()
    return start + len(value) - len(kept), " ".join(kept.split())


def _speaks(text: str) -> bool:
    return sum(letter.isalnum() for letter in text) >= _FEWEST_LETTERS and text[0] != "("


def _words_of(label: str) -> str:
    words = label if " " in label else label.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}".strip(" :")


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
