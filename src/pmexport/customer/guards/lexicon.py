"""Which words customers know (English, places, products, marks that identify nothing inside), and which are names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

_HERE = Path(__file__).parent
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# The regular endings of English and what stood before each of them.
_ENDINGS = (
    *(("iness", ("y",)), ("ness", ("",)), ("iest", ("y",)), ("est", ("", "e")), ("ies", ("y",)), ("ied", ("y",))),
    *(("ier", ("y",)), ("ily", ("y",)), ("ers", ("", "e")), ("ing", ("", "e")), ("ed", ("", "e")), ("es", ("", "e"))),
    *(("er", ("", "e")), ("ly", ("",)), ("s", ("",))),
)
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ]"
"""A Latin capital, of any language's."""
_CALENDARS = ("de", "en", "es", "fr", "pt")
_SHORTEST_STEM, _MOST_ENDINGS = 3, 3
# That share of a sentence's small words are English where it is an English sentence.
_ENGLISH = 0.6


@cache
def words() -> frozenset[str]:
    """Return English words, without most of their endings, and what stands on any page of the web."""
    lines = (_HERE / "english.txt").read_text(encoding="utf-8").splitlines()
    own = " ".join(line for line in lines if not line.startswith("#"))
    return frozenset(own.split()) | _list("words")


def is_word(word: str, endings: int = _MOST_ENDINGS) -> bool:
    """Tell whether `word`, in small letters, is an English word, with any regular ending."""
    if word in words():
        return True
    return endings > 0 and any(is_word(stem, endings - 1) for stem in _stems(word.removesuffix("'s")))


def _stems(word: str) -> Iterator[str]:
    for ending, before in _ENDINGS:
        bare = word.removesuffix(ending)
        if len(bare) < _SHORTEST_STEM or bare == word:
            continue
        yield from (bare + letter for letter in before)
        if bare[-1] == bare[-2] and len(bare) > _SHORTEST_STEM:
            yield bare[:-1]


def is_compound(word: str) -> bool:
    """Tell whether all parts of `word`, which hyphens may part, are English words."""
    return all(is_word(part) for part in word.casefold().split("-") if part)


def is_english(text: str) -> bool:
    """Tell whether `text` is English, by its small words; without one it is not told.

    Languages share words: where not all are English, one must be a word of grammar that is of no other language here.
    """
    small = [word for word in _WORD.findall(text) if word[0].islower()]
    known = sum(is_word(word) for word in small)
    told = any(word in _list("grammar") for word in map(str.casefold, _WORD.findall(text)))
    return bool(small) and (known == len(small) or (told and known >= len(small) * _ENGLISH))


@cache
def public_names() -> frozenset[str]:
    """Return, in small letters, the words of places, languages, currencies, days and products."""
    english = Locale.parse("en")
    told = " ".join(str(name) for table in (english.languages, english.currencies) for name in table.values())
    calendar = " ".join(str(name) for names in (english.months, english.days) for name in _all_of(names["format"]))
    found = frozenset(word.casefold() for word in _WORD.findall(f"{told} {calendar}"))
    return found | place_names() | _list("products") | name_lists()["standards"]


@cache
def place_names() -> frozenset[str]:
    """Return, in small letters, the words of countries, regions and cities."""
    told = " ".join(map(str, Locale.parse("en").territories.values()))
    return (frozenset(word.casefold() for word in _WORD.findall(told)) - words()) | _list("places")


@cache
def town_names() -> frozenset[str]:
    """Return, in small letters without marks, the words of the names of towns: many are people's names as well."""
    lines = (_HERE / "places.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())


@cache
def calendar_words() -> frozenset[str]:
    """Return, in small letters, the words for days and months in the languages of reports."""
    calendars = (table["format"] for tag in _CALENDARS for table in (Locale.parse(tag).days, Locale.parse(tag).months))
    return frozenset(word.casefold() for one in calendars for name in _all_of(one) for word in _WORD.findall(name))


def _all_of(widths: Any) -> Iterator[str]:  # noqa: ANN401  Babel gives its tables no type
    return (str(name) for width in ("wide", "abbreviated") for name in widths[width].values())


@cache
def codenames() -> frozenset[str]:
    """Return what stands before the name of something inside: project, operation."""
    return _list("codenames")


@cache
def landforms() -> frozenset[str]:
    """Return what a place is called by, after its name: sea, valley."""
    return _list("landforms")


@cache
def file_endings() -> frozenset[str]:
    """Return the endings of files that customers get."""
    return _list("files")


@cache
def ordinary_mark() -> re.Pattern[str]:
    """Return what a mark with digits looks like that identifies nothing: a number, a time, a unit, a standard."""
    return re.compile("|".join(f"(?:{one})" for one in _table()["marks"]), re.IGNORECASE)


@cache
def name_lists() -> dict[str, frozenset[str]]:
    """Return the lists of words about names, by what they are."""
    table = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
    return {key: frozenset(words.split()) for key, words in table.items()}


@cache
def given_names() -> frozenset[str]:
    """Return given names that mean nothing else."""
    return name_lists()["given"] - ordinary_names() - name_lists()["words_elsewhere"]


@cache
def ordinary_names() -> frozenset[str]:
    """Return names that are ordinary words, or places, as well."""
    return name_lists()["ordinary"] | name_lists()["words_elsewhere"] | (name_lists()["given"] & words())


def _list(name: str) -> frozenset[str]:
    return frozenset(_table()[name].split())


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((_HERE / "ordinary.toml").read_text(encoding="utf-8"))
