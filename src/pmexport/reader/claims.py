"""What an event's words claim it to be: each claim with its weight, none that is denied, guessed or planned."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from pmexport.model.terms import Milestone
from pmexport.reader.vocabulary import Words, languages, read_words

NAMED = 100
"""The author names the milestone."""
STRONG = 80
"""The words say it by themselves."""
DONE = 70
"""What was done is told as done."""
WEAK = 60
"""The words need a place in the order of events that makes sense."""

_TEXT = 600
_LONG = 8
_ASIDE = "\N{ONE DOT LEADER}"
_INNER_DOT = re.compile(r"\.(?=\S)")
_PLACEHOLDER = re.compile(r"%(\w+)%")
_SENTENCE = ".;!?"
_CLAUSE = f"{_SENTENCE},"


class Claim(Struct, frozen=True):
    """An event's claim to be a milestone: how heavy it is, the words that make it, and where they stand."""

    milestone: Milestone
    weight: int
    words: str
    at: int

    @property
    def basis(self) -> str:
        """What decided, in words for the author."""
        return f"the {'marker' if self.weight >= NAMED else 'words'} “{self.words}”"


def claims(text: str, language: str = "en") -> dict[Milestone, Claim]:
    """Return the heaviest claim to each milestone that an event's `text` makes, in English or in `language`."""
    told = _Told(_plain(text), language)
    found: dict[Milestone, Claim] = {}
    for milestone, weight, pattern in _patterns(language):
        if milestone in found:
            continue
        for match in pattern.finditer(told.text):
            if told.counts(milestone, weight, match):
                found[milestone] = Claim(milestone, weight, _short(match.group()), match.start())
                break
    return found


def shows(sign: str, text: str, language: str = "en") -> bool:
    """Whether an event's `text` shows the sign of that name in the data files."""
    return bool(_words("signs", sign, language).search(_plain(text)))


def window_pattern() -> re.Pattern[str]:
    """Return what tells a span of impact within a sentence; its groups are `start` and `end`."""
    return _words("signs", "window", "en")


class _Told(Struct, frozen=True):
    """The words of one event, ready to be matched, and the language that they may be written in beside English."""

    text: str
    language: str

    def counts(self, milestone: Milestone, weight: int, match: re.Match[str]) -> bool:
        """Whether the words of `match` say what they seem to say, here."""
        if weight >= NAMED and match.start() == 0:
            return not self._partly(milestone)
        before = _before(_end(_CLAUSE, self.language), self.text, match.start())
        if self._denied(before, match.group()) or self._spoilt("referring", before):
            return False
        if weight < NAMED and self._spoilt("nothing", match.group()):
            return False
        if milestone is Milestone.CAUSE_FOUND and self._uncertain(weight, match.end()):
            return False
        if weight < STRONG and milestone in _FIRSTS and self._spoilt("later", _around(self.text, match, self.language)):
            return False
        if milestone in _OWN and self._spoilt("outside", before):
            return False
        return self._effective(milestone, weight) and not self._partly(milestone)

    def _denied(self, before: str, words: str) -> bool:
        """Whether what stands before the words in their clause, or a guess within them, takes back what they say."""
        return (
            self._spoilt("negated", before)
            or self._spoilt("guessed", before)
            or self._spoilt("guessed", words)
            or self._spoilt("planned", f"{before.rstrip()} ")
        )

    def _uncertain(self, weight: int, at: int) -> bool:
        """Whether a cause is only guessed after all, or what was found out is that a remedy did not work."""
        return self._spoilt("doubted", self.text[at:]) or (weight < DONE and shows("relapse", self.text, self.language))

    def _effective(self, milestone: Milestone, weight: int) -> bool:
        """Whether a step is told as done and as of use; a change is none that undoes another."""
        match milestone:
            case Milestone.MITIGATED:
                failed = weight < NAMED and self._spoilt("failed", self.text)
                return not (failed or (weight < STRONG and self._spoilt("begun", self.text)))
            case Milestone.RESOLVED:
                return weight >= NAMED or not self._spoilt("failed", self.text)
            case Milestone.CHANGE:
                return not (self._spoilt("undone", self.text) or self._spoilt("failed", self.text))
            case _:
                return True

    def _partly(self, milestone: Milestone) -> bool:
        return milestone is Milestone.RESOLVED and self._spoilt("partly", self.text)

    def _spoilt(self, name: str, text: str) -> bool:
        return bool(_words("spoils", name, self.language).search(text))


_FIRSTS = frozenset(
    {Milestone.IMPACT_START, Milestone.DETECTED, Milestone.DECLARED, Milestone.ACKNOWLEDGED, Milestone.CAUSE_FOUND}
)
_OWN = frozenset({Milestone.ACKNOWLEDGED, Milestone.RESOLVED})


@cache
def _files(language: str) -> tuple[Words, ...]:
    """Return the English words and, where there are any, those of `language`."""
    own = (read_words(f"milestones_{language}"),) if language != "en" and language in languages() else ()
    return (read_words("milestones"), *own)


@cache
def _patterns(language: str) -> tuple[tuple[Milestone, int, re.Pattern[str]], ...]:
    """Return every pattern with its milestone and weight, the heaviest first."""
    files = _files(language)
    objects = {name: words for file in files for name, words in file.get("objects", {}).items()}
    found = [
        (milestone, int(weight), re.compile(_PLACEHOLDER.sub(lambda match: objects[match[1]], pattern)))
        for milestone in Milestone
        for file in files
        for weight, pattern in file.get(milestone, {}).items()
    ]
    return tuple(sorted(found, key=lambda entry: -entry[1]))


@cache
def _words(table: str, name: str, language: str) -> re.Pattern[str]:
    """Return what matches the words of that name in any of the files."""
    told = [file[table][name] for file in _files(language) if name in file.get(table, {})]
    return re.compile("|".join(told), re.IGNORECASE)


@cache
def _end(marks: str, language: str) -> re.Pattern[str]:
    """Return what ends a part of an event's text: one of `marks`, a dash, a word that turns to something else."""
    return re.compile(rf"[{marks}](?=\s)|\n|\s[-–—]\s|{_words('signs', 'turn', language).pattern}")


def _plain(text: str) -> str:
    """Return `text` as the patterns read it; a dot within a name or a number ends no sentence and is put aside."""
    return _INNER_DOT.sub(_ASIDE, text[:_TEXT].casefold().replace("\\", "").replace("’", "'"))


def _short(words: str) -> str:
    """Return the words that decided, of a long stretch those at its ends."""
    every = words.replace(_ASIDE, ".").strip(" :[]<>().;,-").split()
    return " ".join(every if len(every) <= _LONG else [*every[:3], "…", *every[-3:]])


def _before(boundary: re.Pattern[str], text: str, at: int) -> str:
    """Return what stands before `at` in its clause."""
    start = max((found.end() for found in boundary.finditer(text, 0, at)), default=0)
    return text[start:at]


def _around(text: str, match: re.Match[str], language: str) -> str:
    """Return the sentence that `match` stands in."""
    stop = _end(_SENTENCE, language)
    end = stop.search(text, match.end())
    return _before(stop, text, match.start()) + text[match.start() : end.start() if end else len(text)]
