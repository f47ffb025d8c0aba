"""Which concept a heading, a column or a label names; the words come from the TOML files beside this module."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import TypeVar

from msgspec import Struct

from pmexport.model.terms import (
    ActionStatus,
    DocumentStatus,
    FieldName,
    IncidentStatus,
    SectionKind,
)

Words = dict[str, dict[str, str]]

_BRACKETED = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]")
_BRACED = re.compile(r"(?<=\S)\s+\{[^{}]*\}\s*$")
"""A remark or an anchor behind a heading: "Timeline {WIP}"."""
_NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?|[ivx]+[.)]|[a-h][.)])\s+(?=\w)")
_ELIDED = re.compile(r"\b(qu|[cdjlmnst])['’‘`´](?=\w)")
"""An article or a pronoun that lost its vowel: "l'incident"."""
_APOSTROPHE = re.compile(r"['’‘`´]")
_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")
_NO_WORD = re.compile(r"[\W_]+")
_BETWEEN = re.compile(r"\s*(?:[:：/&,|・、／＆]|\s[-–—]\s|\band\b|\s(?:et|und|y|e|og)\s)\s*")
_LONG = 6
_REMARK = re.compile(r"[(（]([^()（）]+)[)）]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{2}")
_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a"})
_OPENING = 6
"""The most words of an opening."""


class Heading(Struct, frozen=True):
    """What a heading was found to say. `guessed` names the known phrase it was a misspelling of."""

    kind: SectionKind | None
    narrative: bool = False
    guessed: str = ""


class Vocabulary(Struct, frozen=True, kw_only=True):
    """The words of one or more languages, ready to be looked up by their `key`.

    `noun_first` says that what a heading is about stands at its beginning: "Causas probables". `day_first` says how
    this document, or else its language, writes 03/04/2024; None where neither tells.
    """

    languages: tuple[str, ...]
    day_first: bool | None = None
    noun_first: bool = False
    sections: dict[str, SectionKind]
    openings: dict[str, SectionKind]
    narrative: frozenset[str]
    recount: frozenset[str]
    closing: frozenset[str]
    causing: tuple[str, ...]
    below: frozenset[str]
    groups: frozenset[str]
    filler: frozenset[str]
    alone: frozenset[str]
    tracked: frozenset[str]
    measures: frozenset[str]
    remedies: frozenset[str]
    follow_ups: frozenset[str]
    title_kinds: tuple[str, ...]
    title_links: frozenset[str]
    fields: dict[str, FieldName]
    event_columns: dict[str, str]
    action_columns: dict[str, str]
    action_labels: dict[str, str]
    action_status: dict[str, ActionStatus]
    action_marks: dict[str, ActionStatus]
    document_status: dict[str, DocumentStatus]
    incident_status: dict[str, IncidentStatus]
    months: dict[str, int]
    weekdays: frozenset[str]
    loose_dues: frozenset[str]
    zone_note: frozenset[str]
    time_words: dict[str, tuple[str, ...]]
    lengths: dict[str, str]
    length_from: dict[str, str]
    placeholders: frozenset[str]
    guidance: tuple[str, ...]
    requests: tuple[str, ...]
    examples: tuple[str, ...]
    inapplicable: frozenset[str]
    severities: dict[str, int] = {}

    def heading(self, text: str) -> Heading:
        """Return what the heading `text` says: the whole phrase, the phrase without filler, its parts, its typos."""
        text = _BRACED.sub("", text)
        wanted = key(text)
        if wanted in self.narrative:
            return Heading(None, narrative=True)
        if found := self.sections.get(wanted):
            return Heading(found)
        if found := self._reduced(wanted) or self._opening(wanted) or self._part(text) or self._end(wanted):
            return Heading(found)
        if found := self._in_brackets(text) or self._unspaced(wanted) or _anywhere().get(wanted):
            return Heading(found)
        return self._misspelt(wanted)

    def _reduced(self, wanted: str) -> SectionKind | None:
        words = [word for word in wanted.split() if word not in self.filler and not word.isdigit()]
        return self.sections.get(" ".join(words)) if words else None

    def _opening(self, wanted: str) -> SectionKind | None:
        """Return what a question or a sentence begins with: "How did we fix it?"."""
        words = wanted.split()
        for length in range(min(len(words), _OPENING), 1, -1):
            if found := self.openings.get(" ".join(words[:length])):
                return found
        return None

    def _in_brackets(self, text: str) -> SectionKind | None:
        """Return what the remark says behind a heading in another language: "真因 (Root cause)"."""
        return next((found for part in _REMARK.findall(text) if (found := self.sections.get(key(part)))), None)

    def _unspaced(self, wanted: str) -> SectionKind | None:
        """Return what a heading begins or ends with, in a language that puts no spaces between words."""
        if not _UNSPACED.search(wanted):
            return None
        for length in range(len(wanted) - 1, 1, -1):
            if found := self.sections.get(wanted[:length].strip()) or self.sections.get(wanted[-length:].strip()):
                return found
        return None

    def _part(self, text: str) -> SectionKind | None:
        """Return what the first known part of a heading says; of a response with next steps the steps count."""
        parts = [key(part) for part in _BETWEEN.split(text)]
        known = [found for part in parts if (found := self.sections.get(part) or self._reduced(part))]
        if known[:1] == [SectionKind.RESPONSE] and SectionKind.ACTION_ITEMS in known:
            return SectionKind.ACTION_ITEMS
        return known[0] if known else None

    def _end(self, wanted: str) -> SectionKind | None:
        """Return what the last words or the first two say: "Postgres root cause", "Timeline of the release"."""
        words = wanted.split()
        if not 1 < len(words) <= 7:  # noqa: PLR2004 - a longer heading is a sentence of its own
            return None
        last, first = [words[-3:], words[-2:], words[-1:]], [words[:3], words[:2]]
        if self.noun_first or (len(words) > 2 and words[1] in self.filler):  # noqa: PLR2004
            first.append(words[:1])
        for end in (*first, *last) if self.noun_first else (*last, *first):
            phrase = " ".join(end)
            if end[0] == "the" or phrase in self.alone:
                continue  # "Security related" and "During the incident" name nothing by their ends
            if len(end) < len(words) and (found := self.sections.get(phrase)):
                long = len(phrase) > _LONG or (self.noun_first and len(phrase) == _LONG)
                return found if long or found is SectionKind.IMPACT else None
        return None

    def _misspelt(self, wanted: str) -> Heading:
        if len(wanted) <= _LONG or not wanted.isascii():
            return Heading(None)
        for known, kind in self.sections.items():
            if abs(len(known) - len(wanted)) < 2 and known[0] == wanted[0] and _near(known, wanted):  # noqa: PLR2004
                return Heading(kind, guessed=known)
        return Heading(None)

    def field(self, label: str) -> FieldName | None:
        """Return which header field `label` names, also with its unit or remark in brackets."""
        return self.fields.get(key(label))


def key(text: str) -> str:
    """Return `text` as it is looked up: lower case, no numbering, brackets, marks or punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = _NUMBERING.sub("", _BRACKETED.sub(" ", plain)).replace("ё", "е")  # many write Russian without its dots
    plain = _APOSTROPHE.sub("", _ELIDED.sub(r"\1 ", plain)).replace("&", " and ").replace("#", " no ")
    return _NO_WORD.sub(" ", plain).strip()


def _near(known: str, wanted: str) -> bool:
    """Whether one letter was missed, doubled, swapped or wrong."""
    start = next((i for i, (a, b) in enumerate(zip(known, wanted, strict=False)) if a != b), None)
    if start is None:
        return abs(len(known) - len(wanted)) == 1
    a, b = known[start:], wanted[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


OwnWords = tuple[tuple[str, str, str], ...]
"""A team's words: the table and the name that each belongs to, and the word."""

SEVERITIES = "severity"
_LEAST = 4


@cache
def load(*languages: str, own: OwnWords = ()) -> Vocabulary:
    """Return the vocabulary of `languages` and a team's `own`; where two know a word, the first one's meaning holds.

    A team's words come first.
    """
    files = [*([_table_of(own)] if own else []), *(read_words(language) for language in languages)]
    return Vocabulary(
        languages=languages,
        day_first=True if read_words(languages[0]).get("dates", {}).get("order") == "day first" else None,
        noun_first=read_words(languages[0]).get("sections", {}).get("order") == "noun first",
        sections=_members(files, "sections", SectionKind),
        openings=_members(files, "openings", SectionKind),
        narrative=_set(files, "sections", "narrative"),
        recount=_set(files, "sections", "recount"),
        closing=_set(files, "sections", "closing"),
        causing=tuple(_set(files, "sections", "causing")),
        below=_set(files, "sections", "below"),
        groups=_set(files, "sections", "groups"),
        filler=_set(files, "sections", "filler"),
        alone=_set(files, "sections", "alone"),
        tracked=_set(files, "sections", "tracked"),
        measures=_set(files, "sections", "measures"),
        remedies=_set(files, "sections", "remedies"),
        follow_ups=_set(files, "sections", "follow_ups"),
        title_kinds=tuple(sorted(_set(files, "titles", "kinds"), key=len, reverse=True)),
        title_links=_set(files, "titles", "links"),
        fields=_members(files, "fields", FieldName),
        event_columns=_named(files, "event_columns"),
        action_columns=_named(files, "action_columns"),
        action_labels=_named(files, "action_labels"),
        action_status=_members(files, "action_status", ActionStatus),
        action_marks={mark: ActionStatus(name) for mark, name in _raw(files, "action_marks").items()},
        document_status=_members(files, "document_status", DocumentStatus),
        incident_status=_members(files, "incident_status", IncidentStatus),
        months=_months(files),
        weekdays=frozenset(word for phrase in _set(files, "dates", "weekdays") for word in phrase.split()),
        loose_dues=_set(files, "dates", "loose"),
        zone_note=_set(files, "dates", "zone_note"),
        time_words={
            name: tuple(
                dict.fromkeys(word for words in files for word in _split(words.get("time_words", {}).get(name, "")))
            )
            for name in ("approximate", "before", "range", "links", "after")
        },
        lengths={word: name for word, name in _named(files, "lengths").items() if name in _UNITS},
        length_from={word: name for word, name in _named(files, "lengths").items() if name in {"impact", "change"}},
        placeholders=_set(files, "placeholders", "words"),
        inapplicable=_set(files, "placeholders", "inapplicable"),
        requests=tuple(f"{phrase} " for phrase in _set(files, "placeholders", "requests")),
        examples=tuple(word for words in files for word in _split(words.get("placeholders", {}).get("examples", ""))),
        severities={word: int(name) for word, name in _named(files, SEVERITIES).items()},
        guidance=tuple(word for words in files for word in _split(words.get("placeholders", {}).get("guidance", ""))),
    )


def _table_of(own: OwnWords) -> Words:
    words: Words = {}
    for table, name, word in own:
        names = words.setdefault(table, {})
        names[name] = f"{names[name]}|{word}" if name in names else word
    return words


def tables() -> dict[str, tuple[str, ...]]:
    """Return the tables that a team may add words to, and the names in each; for severities the levels."""
    known = {table: tuple(names) for table, names in read_words("en").items()}
    known["sections"] = (*dict.fromkeys((*SectionKind, *known["sections"])),)
    known["fields"] = (*FieldName,)
    # The months are a list in order, to which nothing can be added.
    known["dates"] = tuple(name for name in known["dates"] if name not in {"months", "order"})
    return known | {SEVERITIES: tuple(str(level) for level in range(_LEAST + 1))}


@cache
def _anywhere() -> dict[str, SectionKind]:
    """Return the sections' names in every language: the headings of a text are not always in the text's own."""
    return _members([read_words(language) for language in languages()], "sections", SectionKind)


_UNITS = frozenset({"week", "day", "hour", "minute", "second"})


@cache
def read_words(name: str) -> Words:
    """Return the tables of the data file `name`."""
    content = resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    words: Words = tomllib.loads(content)
    return words


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there are words of, English first."""
    names = (path.name for path in resources.files(__package__).iterdir())
    codes = sorted(name[:-5] for name in names if re.fullmatch(r"[a-z]{2}\.toml", name))
    return tuple(sorted(codes, key=lambda code: code != "en"))


@cache
def phrases(language: str) -> frozenset[str]:
    """Return every phrase of `language` that may stand as a heading or a label."""
    words = read_words(language)
    return frozenset((*_named([words], "sections"), *_named([words], "fields")))


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.replace("\n", " ").split("|") if word.strip()]


def _named(files: list[Words], table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    unaccented: dict[str, str] = {}
    for words in files:
        for name, phrases in words.get(table, {}).items():
            for phrase in _split(phrases):
                if _PLAIN.fullmatch(phrase):
                    found.setdefault(phrase, name)
                    continue
                known = key(phrase) or phrase
                found.setdefault(known, name)
                for plain in _unaccented(known):
                    unaccented.setdefault(plain, name)
    # A word of its own comes before one that lost its accent.
    return unaccented | found


def _unaccented(phrase: str) -> list[str]:
    """Return `phrase` as those write it who have no accents on their keyboard: "acoes", "massnahmen", "naechste"."""
    if phrase.isascii():
        return []
    bare = "".join(mark for mark in unicodedata.normalize("NFD", phrase) if not unicodedata.combining(mark))
    spelt = phrase.translate(_DIGRAPHS)
    return [plain for plain in dict.fromkeys((bare, spelt)) if plain.isascii()]


def _raw(files: list[Words], table: str) -> dict[str, str]:
    return {mark: name for words in files for name, marks in words.get(table, {}).items() for mark in _split(marks)}


Member = TypeVar("Member", SectionKind, FieldName, ActionStatus, DocumentStatus, IncidentStatus)


def _members(files: list[Words], table: str, kind: type[Member]) -> dict[str, Member]:
    known = {str(member) for member in kind}
    return {phrase: kind(name) for phrase, name in _named(files, table).items() if name in known}


def _set(files: list[Words], table: str, name: str) -> frozenset[str]:
    return frozenset(key(phrase) for words in files for phrase in _split(words.get(table, {}).get(name, "")))


def _months(files: list[Words]) -> dict[str, int]:
    found: dict[str, int] = {}
    for words in files:
        for number, names in enumerate(_split(words.get("dates", {}).get("months", "")), start=1):
            for name in names.split():
                found.setdefault(name, number)
    return found
