"""The data files of words: which there are, what they hold, how a phrase is looked up in them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import TypeVar

from pmexport.model.terms import ActionStatus, DocumentStatus, FieldName, IncidentStatus, SectionKind

Words = dict[str, dict[str, str]]

_BRACKETED = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]")
_NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?|[ivx]+[.)]|[a-h][.)])\s+(?=\w)")
_ELIDED = re.compile(r"\b(qu|[cdjlmnst]|(?:d?e?|a|ne|su|da)ll|quell)['’‘`´](?=\w)")
"""An article or a pronoun that lost its vowel: "l'incident"."""
_APOSTROPHE = re.compile(r"['’‘`´]")
_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_NO_WORD = re.compile(r"[\W_]+")
_PARTING = "|\n'\""
"""What parts the phrases of a data file that is not parsed yet."""
_AROUND, _NUMBER = " .,:;?!…", "0123456789"
_NEAR = 8
# The same headings, labels and cells are looked up in one table after the other.
_REMEMBERED = 2048
_DIGRAPHS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a"}


@lru_cache(maxsize=_REMEMBERED)
def key(text: str) -> str:
    """Return `text` as it is looked up: lower case, no numbering, brackets, marks or punctuation."""
    if _PLAIN.fullmatch(text):
        return text
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = _NUMBERING.sub("", _BRACKETED.sub(" ", plain)).replace("ё", "е")  # many write Russian without its dots
    plain = _APOSTROPHE.sub("", _ELIDED.sub(r"\1 ", plain)).replace("&", " and ").replace("#", " no ")
    return _NO_WORD.sub(" ", plain).strip()


@cache
def read_words(name: str) -> Words:
    """Return the tables of the data file `name`."""
    words: Words = tomllib.loads(_text(name))
    return words


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")


@cache
def _glimpse(language: str) -> str:
    """Return what the file of `language` says, as it is and without accents, to look into before it is parsed."""
    text = _text(language)
    return "\n".join((text, *unaccented(text, wholly=False)))


def hold(language: str, wanted: frozenset[str]) -> frozenset[str]:
    """Return those of `wanted` that `language` knows as a heading or a label; most files need not be parsed for it."""
    likely = frozenset(phrase for phrase in wanted if phrase and lists(language, phrase))
    return likely & phrases(language) if likely else likely


def lists(language: str, phrase: str) -> bool:
    """Tell whether `phrase` stands by itself somewhere in the file of `language`, whatever it may mean there."""
    glimpse = _glimpse(language)
    at = glimpse.find(phrase)
    while at >= 0:
        before = glimpse[max(0, at - _NEAR) : at].rstrip(_AROUND + _NUMBER)
        behind = glimpse[at + len(phrase) : at + len(phrase) + _NEAR].lstrip(_AROUND)
        if before[-1:] in _PARTING and behind[:1] in _PARTING:
            return True
        at = glimpse.find(phrase, at + 1)
    return False


@cache
def phrases(language: str) -> frozenset[str]:
    """Return all that `language` knows as a heading or a label."""
    words = read_words(language)
    return frozenset((*named([words], "sections"), *named([words], "fields")))


def anywhere(phrase: str, *, beside: tuple[str, ...] = ()) -> SectionKind | None:
    """Return what `phrase` names in any language: the headings of a text are not always in the text's own.

    The languages `beside` it have been asked already.
    """
    likely = (language for language in languages() if language not in beside and lists(language, phrase))
    known = (members([read_words(language)], "sections", SectionKind).get(phrase) for language in likely)
    return next((kind for kind in known if kind), None)


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there are words of, English first."""
    names = (path.name for path in resources.files(__package__).iterdir())
    codes = sorted(name[:-5] for name in names if re.fullmatch(r"[a-z]{2}\.toml", name))
    return tuple(sorted(codes, key=lambda code: code != "en"))


def split(words: str) -> list[str]:
    """Return the phrases in a value."""
    return [word.strip() for word in words.replace("\n", " ").split("|") if word.strip()]


def named(files: list[Words], table: str) -> dict[str, str]:
    """Return every phrase in a table of `files` with its name; the first file that knows it decides."""
    found: dict[str, str] = {}
    bare: dict[str, str] = {}
    for words in files:
        for name, phrases in words.get(table, {}).items():
            for phrase in split(phrases):
                if _PLAIN.fullmatch(phrase):
                    found.setdefault(phrase, name)
                    continue
                known = key(phrase) or phrase
                found.setdefault(known, name)
                for plain in unaccented(known):
                    bare.setdefault(plain, name)
    # A word of its own comes before one that lost its accent.
    return bare | found


def unaccented(phrase: str, *, wholly: bool = True) -> list[str]:
    """Return `phrase` as those write it who have no accents on their keyboard: "acoes", "massnahmen", "naechste".

    `wholly` leaves out what has letters of another script left.
    """
    if phrase.isascii():
        return []
    bare = _ACCENT.sub("", unicodedata.normalize("NFD", phrase))
    spelt = phrase
    for mark, letters in _DIGRAPHS.items():
        spelt = spelt.replace(mark, letters)  # faster than str.translate on a whole file
    return [plain for plain in dict.fromkeys((bare, spelt)) if plain.isascii() or not wholly]


def raw(files: list[Words], table: str) -> dict[str, str]:
    """Return every phrase in a table as it is written, with the name that it belongs to."""
    return {mark: name for words in files for name, marks in words.get(table, {}).items() for mark in split(marks)}


Member = TypeVar("Member", SectionKind, FieldName, ActionStatus, DocumentStatus, IncidentStatus)


def members(files: list[Words], table: str, kind: type[Member]) -> dict[str, Member]:
    """Return every phrase in a table whose name is a member of `kind`, with the member."""
    known = {str(member) for member in kind}
    return {phrase: kind(name) for phrase, name in named(files, table).items() if name in known}


def word_set(files: list[Words], table: str, name: str) -> frozenset[str]:
    """Return the phrases of one name."""
    return frozenset(key(phrase) for words in files for phrase in split(words.get(table, {}).get(name, "")))


def months(files: list[Words]) -> dict[str, int]:
    """Return the names of the months with their numbers."""
    found: dict[str, int] = {}
    for words in files:
        for number, names in enumerate(split(words.get("dates", {}).get("months", "")), start=1):
            for name in names.split():
                found.setdefault(name, number)
    return found
