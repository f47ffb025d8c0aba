"""Which concept a heading, a column or a label names; the words come from the TOML files beside this module."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from pmexport.model.terms import (
    ActionStatus,
    DocumentStatus,
    FieldName,
    IncidentStatus,
    SectionKind,
)
from pmexport.reader.vocabulary.files import (
    Words,
    anywhere,
    key,
    languages,
    members,
    months,
    named,
    raw,
    read_words,
    split,
    word_set,
)
from pmexport.reader.vocabulary.own import SEVERITIES, OwnWords, table_of, tables
from pmexport.reader.vocabulary.typos import near

_BRACED = re.compile(r"(?<=\S)\s+\{[^{}]*\}\s*$")
"""A remark or an anchor behind a heading: "Timeline {WIP}"."""
_BETWEEN = re.compile(r"\s*(?:[:：/&,|・、／＆]|\s[-–—]\s|\band\b|\s(?:et|und|y|e|og)\s)\s*")
_LONG = 6
_REMARK = re.compile(r"[(（]([^()（）]+)[)）]")
_UNSPACED = r"[\u3040-\u30ff\u4e00-\u9fff]{2}"
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
    generic: frozenset[str]
    starts: frozenset[str]
    why: tuple[str, ...]
    alone: frozenset[str]
    tracked: frozenset[str]
    measures: frozenset[str]
    remedies: frozenset[str]
    follow_ups: frozenset[str]
    title_kinds: tuple[str, ...]
    title_links: frozenset[str]
    title_ordinary: frozenset[str]
    title_marks: frozenset[str]
    title_templates: frozenset[str]
    fields: dict[str, FieldName]
    event_columns: dict[str, str]
    action_columns: dict[str, str]
    action_labels: dict[str, str]
    action_status: dict[str, ActionStatus]
    action_marks: dict[str, ActionStatus]
    priorities: tuple[str, ...]
    document_status: dict[str, DocumentStatus]
    incident_status: dict[str, IncidentStatus]
    months: dict[str, int]
    weekdays: frozenset[str]
    loose_dues: frozenset[str]
    due_words: frozenset[str]
    zone_note: frozenset[str]
    plain_dates: frozenset[str]
    yesterday: frozenset[str]
    published: frozenset[str]
    trouble: frozenset[str]
    beforehand: frozenset[str]
    afterwards: frozenset[str]
    time_words: dict[str, tuple[str, ...]]
    lengths: dict[str, str]
    length_from: dict[str, str]
    placeholders: frozenset[str]
    guidance: tuple[str, ...]
    leads: dict[str, SectionKind]
    requests: tuple[str, ...]
    examples: tuple[str, ...]
    inapplicable: frozenset[str]
    nothing: frozenset[str]
    severities: dict[str, int] = {}

    def heading(self, text: str) -> Heading:
        """Return what the heading `text` says: the whole phrase, the phrase without filler, its parts, its typos."""
        text = _BRACED.sub("", text)
        wanted = key(text)
        if wanted in self.narrative:
            return Heading(None, narrative=True)
        listed = self._in_brackets(text) is SectionKind.ACTION_ITEMS  # "Remediation (action items)"
        if found := self.sections.get(wanted):
            return Heading(SectionKind.ACTION_ITEMS if listed and found is SectionKind.RESPONSE else found)
        if (
            found := self._reduced(wanted)
            or self._before_generic(wanted)
            or self._opening(wanted)
            or self._part(text)
            or self._end(wanted)
        ):
            return Heading(found)
        if found := self._in_brackets(text) or self._unspaced(wanted) or anywhere(wanted, beside=self.languages):
            return Heading(found)
        return Heading(None) if wanted in self.fields else self._misspelt(wanted)

    def _reduced(self, wanted: str) -> SectionKind | None:
        words = [word for word in wanted.split() if word not in self.filler and not word.isdigit()]
        return self.sections.get(" ".join(words)) if words else None

    def _before_generic(self, wanted: str) -> SectionKind | None:
        """Return what stands before a last word that says little: "Response summary"."""
        subject, _, last = wanted.rpartition(" ")
        return self.sections.get(subject) or self._reduced(subject) if subject and last in self.generic else None

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
        if wanted.isascii() or not re.search(_UNSPACED, wanted):
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

    def names_too(self, text: str, kind: SectionKind) -> bool:
        """Whether a part of the heading `text` names `kind`: "Lessons learned and action items"."""
        parts = [key(part) for part in _BETWEEN.split(text)]
        return len(parts) > 1 and any(kind in {self.sections.get(part), self._reduced(part)} for part in parts)

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
            if abs(len(known) - len(wanted)) < 2 and known[0] == wanted[0] and near(known, wanted):  # noqa: PLR2004
                return Heading(kind, guessed=known)
        return Heading(None)

    def field(self, label: str) -> FieldName | None:
        """Return which header field `label` names, also with its unit or remark in brackets; of two, the first."""
        if found := self.fields.get(key(label)):
            return found
        first, parted, other = label.partition("/")
        return self.fields.get(key(first)) if parted and self.fields.get(key(other)) else None


_UNITS = frozenset({"week", "day", "hour", "minute", "second"})


@cache
def load(*languages: str, own: OwnWords = ()) -> Vocabulary:
    """Return the vocabulary of `languages` and a team's `own`; where two know a word, the first one's meaning holds.

    A team's words come first.
    """
    files = [*([table_of(own)] if own else []), *(read_words(language) for language in languages)]
    return Vocabulary(
        languages=languages,
        day_first=True if read_words(languages[0]).get("dates", {}).get("order") == "day first" else None,
        noun_first=read_words(languages[0]).get("sections", {}).get("order") == "noun first",
        sections=members(files, "sections", SectionKind),
        openings=members(files, "openings", SectionKind),
        narrative=word_set(files, "sections", "narrative"),
        recount=word_set(files, "sections", "recount"),
        closing=word_set(files, "sections", "closing"),
        causing=tuple(word_set(files, "sections", "causing")),
        below=word_set(files, "sections", "below"),
        groups=word_set(files, "sections", "groups"),
        filler=word_set(files, "sections", "filler"),
        generic=word_set(files, "sections", "generic"),
        starts=word_set(files, "sections", "starts"),
        why=tuple(word_set(files, "sections", "why")),
        alone=word_set(files, "sections", "alone"),
        tracked=word_set(files, "sections", "tracked"),
        measures=word_set(files, "sections", "measures"),
        remedies=word_set(files, "sections", "remedies"),
        follow_ups=word_set(files, "sections", "follow_ups"),
        title_kinds=tuple(sorted(word_set(files, "titles", "kinds"), key=len, reverse=True)),
        title_links=word_set(files, "titles", "links"),
        title_ordinary=word_set(files, "titles", "ordinary"),
        title_marks=word_set(files, "titles", "marks"),
        title_templates=word_set(files, "titles", "templates"),
        fields=members(files, "fields", FieldName),
        event_columns=named(files, "event_columns"),
        action_columns=named(files, "action_columns"),
        action_labels=named(files, "action_labels"),
        action_status=members(files, "action_status", ActionStatus),
        action_marks={mark: ActionStatus(name) for mark, name in raw(files, "action_marks").items()},
        priorities=tuple(sorted(word_set(files, "priorities", "words"))),
        document_status=members(files, "document_status", DocumentStatus),
        incident_status=members(files, "incident_status", IncidentStatus),
        months=months(files),
        weekdays=frozenset(word for phrase in word_set(files, "dates", "weekdays") for word in phrase.split()),
        loose_dues=word_set(files, "dates", "loose"),
        due_words=word_set(files, "dates", "due"),
        zone_note=word_set(files, "dates", "zone_note"),
        plain_dates=word_set(files, "dates", "plain"),
        yesterday=word_set(files, "dates", "yesterday"),
        published=word_set(files, "dates", "published"),
        trouble=word_set(files, "dates", "trouble"),
        beforehand=word_set(files, "dates", "beforehand"),
        afterwards=word_set(files, "dates", "afterwards"),
        time_words={
            name: tuple(
                dict.fromkeys(word for words in files for word in split(words.get("time_words", {}).get(name, "")))
            )
            for name in ("approximate", "behind", "remarks", "before", "range", "links", "after", "clock")
        },
        lengths={word: name for word, name in named(files, "lengths").items() if name in _UNITS},
        length_from={word: name for word, name in named(files, "lengths").items() if name in {"impact", "change"}},
        placeholders=word_set(files, "placeholders", "words"),
        inapplicable=word_set(files, "placeholders", "inapplicable"),
        nothing=word_set(files, "placeholders", "nothing"),
        leads=members(files, "leads", SectionKind),
        requests=tuple(f"{phrase} " for phrase in word_set(files, "placeholders", "requests")),
        examples=tuple(word for words in files for word in split(words.get("placeholders", {}).get("examples", ""))),
        severities={word: int(name) for word, name in named(files, SEVERITIES).items()},
        guidance=tuple(word for words in files for word in split(words.get("placeholders", {}).get("guidance", ""))),
    )


__all__ = [
    "SEVERITIES",
    "Heading",
    "OwnWords",
    "Vocabulary",
    "Words",
    "key",
    "languages",
    "load",
    "read_words",
    "tables",
]
