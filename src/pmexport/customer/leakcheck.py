"""The finished bytes searched for what did not enter by the rules; makes Sealed, and nothing else does.

What a file may say is known: the words of the report it was made from, and of the theme. Every other word in it that
the internal text holds is a leak, and so is every run of words, every identifier, and every place that can hide one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from pmexport.customer.folding import folded
from pmexport.customer.readback import Readback, read_back
from pmexport.errors import HeldBackError
from pmexport.model.rendering import Rendering, Sealed
from pmexport.shipped import shipped

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?")
_IDENTIFIER = re.compile(r"[^\W_]+(?:[-._/@:#]+[^\W_]+)+|\w*_\w+|(?=\w*\d)(?=\w*[^\W\d_])\w+")
_RUN = 5
# A shorter run is the internal text's own where that many of its words have that many letters. Of the 1,480 harmless
# sentences about the postmortems of tests/customer/guards/rounds 0.8 % hold such a run.
_SHORT_RUNS = ((4, 2, 6), (3, 2, 8))
# A run of five words with fewer letters is anybody's: the root cause was a.
_FEWEST_LETTERS = 18
_SHORTEST_RAW = 6
_FEWEST_DIGITS = 4
_MOST_NAMED = 8
# The page lets its own script run by its hash, whose first letters may be those of any name.
_OF_THE_SCRIPT = re.compile(rb"sha256-[\w+/]{43}=")
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?|\d{1,3}|\d+[smhd]")


class Leak(Struct, frozen=True):
    """Something that must not be in a file: what, and in which part of it."""

    what: str
    place: str


class Knowledge(Struct, frozen=True, kw_only=True):
    """What is internal and what may be said, as sets of words, identifiers and runs of words."""

    internal: frozenset[str]
    identifiers: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    said: frozenset[str]
    said_runs: frozenset[tuple[str, ...]]
    furniture: str
    short_runs: frozenset[tuple[str, ...]] = frozenset()
    allowed: str = ""


def knowledge(internal: Iterable[str], said: Iterable[str], furniture: str = "") -> Knowledge:
    """Return what the check needs of the `internal` texts, of what may be `said`, and of the theme's `furniture`."""
    inside, outside = list(internal), [folded(text) for text in said]
    words_inside = [_words(text) for text in map(folded, inside)]
    words_outside = [_words(text) for text in outside]
    allowed = "\n".join(outside).casefold()
    identifiers = {one for text in inside for one in identifiers_in(text)} - _of_the_format()["identifiers"]
    return Knowledge(
        internal=frozenset(word for words in words_inside for word in words),
        identifiers=frozenset(one for one in identifiers if not _stands_in(one, allowed)),
        runs=frozenset(run for words in words_inside for run in _runs(words)),
        short_runs=frozenset(_short_runs(words_inside)) - frozenset(_short_runs(words_outside)),
        said=frozenset(word for words in words_outside for word in words),
        said_runs=frozenset(run for words in words_outside for run in _runs(words)),
        allowed=allowed,
        furniture=(furniture + _shipped_words()).casefold(),
    )


def seal(rendering: Rendering, suffix: str, known: Knowledge) -> Sealed:
    """Return `rendering` as fit to leave. Raises HeldBackError where it holds what did not enter by the rules."""
    found = list(leaks(read_back(rendering.content, suffix), known))
    if found:
        raise leaked(found, suffix)
    return Sealed(content=rendering.content, pages=rendering.pages, diagnostics=rendering.diagnostics)


def leaked(found: list[Leak], suffix: str) -> HeldBackError:
    """Return the fault that names `found`; the words themselves are named, for they are the author's own."""
    named = ", ".join(f"“{leak.what}” ({leak.place})" for leak in found[:_MOST_NAMED])
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    return HeldBackError(
        f"the finished {suffix} holds what did not come in by the rules: {named}{more}",
        instead="nothing was written; please report it",
    )


def leaks(file: Readback, known: Knowledge) -> Iterator[Leak]:
    """Yield everything in `file` that our own renderings never hold, each once."""
    # What a theme's own templates put there is the team's.
    unusual = (one for one in file.unusual if not _is_of_the_theme(one, known))
    for odd in (*file.odd, *unusual):
        yield Leak(odd, "the file")
    for link in file.links:
        if link.casefold().removeprefix("mailto:").rstrip("/.,;:") not in known.allowed:
            yield Leak(link, "link")
    seen: set[str] = set()
    for place, text in file.texts:
        plain = folded(text)
        for what in (*_strange_words(plain, known), *_strange_runs(_words(plain), known), *_named(plain, known)):
            if what not in seen:
                seen.add(what)
                yield Leak(what, place)
    yield from _in_bytes(file, known, seen)


def _is_of_the_theme(unusual: str, known: Knowledge) -> bool:
    kind, _, name = unusual.rpartition(" ")
    return kind in {"the attribute", "the tag", "the class"} and _stands_in(name, known.furniture)


def leaks_in_edited(file: Readback, known: Knowledge) -> Iterator[Leak]:
    """Yield what an edited `file` says in the internal text's own words: runs of words and identifiers."""
    for odd in file.odd:
        yield Leak(odd, "the file")
    seen: set[str] = set()
    for place, text in file.texts:
        plain = folded(text)
        for what in (*_passages(_words(plain), known), *_named(plain, known)):
            if what not in seen and (" " in what or not _is_compound(what)):
                seen.add(what)
                yield Leak(what, place)
    yield from (leak for leak in _in_bytes(file, known, seen) if not _is_compound(leak.what))


def _passages(words: list[str], known: Knowledge) -> Iterator[str]:
    """Yield each passage of `words` that the internal text's own runs make up, once and whole."""
    taken = [False] * len(words)
    for length in (_RUN, *(length for length, _, _ in _SHORT_RUNS)):
        for at in range(len(words) - length + 1):
            run = tuple(words[at : at + length])
            if length == _RUN:
                is_theirs = run in known.runs and run not in known.said_runs and _letters(run) >= _FEWEST_LETTERS
            else:
                is_theirs = run in known.short_runs and bool({*run} - known.said)
            if is_theirs:
                taken[at : at + length] = [True] * length
    for is_theirs, group in groupby(range(len(words)), key=taken.__getitem__):
        if is_theirs:
            yield " ".join(words[at] for at in group)


def _letters(run: tuple[str, ...]) -> int:
    return sum(len(word) for word in run if word.isalpha())


def _is_compound(identifier: str) -> bool:
    """Tell whether `identifier` may be ordinary language: ``follow-up``, ``and/or``, ``16:57``."""
    return bool(re.fullmatch(r"[^\W\d_]+(?:[-/.:'][^\W\d_]+)*|[\d.,:/-]+", identifier))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _short_runs(texts: Iterable[list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of fewer words in `texts` that hardly anybody else would write: two long words side by side."""
    for words in texts:
        for length, fewest, letters in _SHORT_RUNS:
            for at in range(len(words) - length + 1):
                run = tuple(words[at : at + length])
                if sum(len(word) >= letters and word.isalpha() for word in run) >= fewest:
                    yield run


def identifiers_in(text: str) -> set[str]:
    """Return what in `text` is a name rather than a word: with digits, underscores, dots or hyphens within."""
    return {match.casefold() for match in _IDENTIFIER.findall(folded(text)) if not _TIME.fullmatch(match)}


def _strange_words(text: str, known: Knowledge) -> Iterator[str]:
    allowed = known.said | _of_the_format()["words"]
    for word in _words(text):
        if word in known.internal and word not in allowed and _is_telling(word):
            yield word


def _is_telling(word: str) -> bool:
    """Tell whether `word` is more than a figure on an axis: letters, or a number of some length."""
    if _TIME.fullmatch(word) or (len(word) == 1 and word.isascii()):
        return False
    return any(mark.isalpha() for mark in word) or sum(mark.isdigit() for mark in word) >= _FEWEST_DIGITS


def _strange_runs(words: list[str], known: Knowledge) -> Iterator[str]:
    for run in _runs(words):
        if run in known.runs and run not in known.said_runs and any(any(map(str.isalpha, word)) for word in run):
            yield " ".join(run)


def _named(text: str, known: Knowledge) -> Iterator[str]:
    plain = text.casefold()
    yield from (one for one in identifiers_in(text) if one in known.identifiers)
    yield from (one for one in known.identifiers if len(one) >= _SHORTEST_RAW and one in plain)


def _in_bytes(file: Readback, known: Knowledge, seen: set[str]) -> Iterator[Leak]:
    """Yield identifiers in the unpacked bytes, in one byte a letter or two, but not those of sheets and scripts."""
    wanted = [one for one in known.identifiers if len(one) >= _SHORTEST_RAW and one not in known.furniture]
    spelt = [
        (one, spelling)
        for one in wanted
        for spelling in (one.encode(), one.encode("utf-16-be"), one.encode("utf-16-le"))
    ]
    for place, data in file.raw:
        lowered = _OF_THE_SCRIPT.sub(b"", data).lower()
        for one, spelling in spelt:
            if one not in seen and spelling in lowered:
                seen.add(one)
                yield Leak(one, place)


def _stands_in(identifier: str, allowed: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(identifier)}(?!\w)", allowed) is not None


@cache
def _of_the_format() -> dict[str, frozenset[str]]:
    """Return the words and identifiers that every file of a format holds, whatever it says."""
    table = tomllib.loads((Path(__file__).parent / "furniture.toml").read_text(encoding="utf-8"))
    return {key: frozenset(words.split()) for key, words in table.items()}


@cache
def _shipped_words() -> str:
    """Return the text of the shipped templates and sheets, whose words any page may hold unseen."""
    files = (path for path in sorted(shipped("templates").rglob("*")) if path.is_file())
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in files)


def every_string(value: object) -> Iterator[str]:
    """Yield every string in `value`, whatever it is built of; closed sets say nothing of their own."""
    match value:
        case Enum():
            return
        case str():
            yield value
        case Struct():
            for name in value.__struct_fields__:
                yield from every_string(getattr(value, name))
        case dict():
            for key, one in value.items():
                yield from every_string(key)
                yield from every_string(one)
        case tuple() | list():
            for one in value:
                yield from every_string(one)
        case _:
            return
