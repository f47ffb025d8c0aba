"""What an event's words claim it to be: each claim with its weight, none that is denied, guessed or planned."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from pmexport.model.terms import Milestone
from pmexport.reader.vocabulary import read_words

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
_PLACEHOLDER = re.compile(r"%(\w+)%")
_SENTENCE = re.compile(r"[.;!?](?=\s)|\n|\s[-–—]\s|\b(?:but|though|although|however)\b")  # noqa: RUF001 - dashes as written
_CLAUSE = re.compile(r"[.;!?,](?=\s)|\n|\s[-–—]\s|\b(?:but|though|although|however)\b")  # noqa: RUF001 - dashes as written


class Claim(Struct, frozen=True):
    """An event's claim to be a milestone: how heavy it is, and the words that make it."""

    milestone: Milestone
    weight: int
    words: str

    @property
    def basis(self) -> str:
        """What decided, in words for the author."""
        return f"the {'marker' if self.weight >= NAMED else 'words'} “{self.words}”"


def claims(text: str) -> dict[Milestone, Claim]:
    """Return the heaviest claim to each milestone that an event's `text` makes."""
    plain = _plain(text)
    found: dict[Milestone, Claim] = {}
    for milestone, weight, pattern in _patterns():
        if milestone in found:
            continue
        for match in pattern.finditer(plain):
            if _counts(milestone, weight, plain, match):
                found[milestone] = Claim(milestone, weight, _short(match.group()))
                break
    return found


def _short(words: str) -> str:
    """Return the words that decided, of a long stretch those at its ends."""
    every = words.strip(" :[]<>().;,-").split()
    return " ".join(every if len(every) <= _LONG else [*every[:3], "…", *every[-3:]])


def shows(sign: str, text: str) -> bool:
    """Whether an event's `text` shows the sign of that name in the data file."""
    return bool(_words("signs", sign).search(_plain(text)))


def window_pattern() -> re.Pattern[str]:
    """Return what tells a span of impact within a sentence; its groups are `start` and `end`."""
    return _words("signs", "window")


def _plain(text: str) -> str:
    return text[:_TEXT].casefold().replace("\\", "").replace("’", "'")


@cache
def _patterns() -> tuple[tuple[Milestone, int, re.Pattern[str]], ...]:
    """Return every pattern with its milestone and weight, the heaviest first."""
    words = read_words("milestones")
    objects = _objects()
    found = [
        (milestone, int(weight), re.compile(_PLACEHOLDER.sub(lambda match: objects[match[1]], pattern)))
        for milestone in Milestone
        for weight, pattern in words[milestone].items()
    ]
    return tuple(sorted(found, key=lambda entry: -entry[1]))


def _objects() -> dict[str, str]:
    return read_words("milestones")["objects"]


@cache
def _words(table: str, name: str) -> re.Pattern[str]:
    return re.compile(read_words("milestones")[table][name], re.IGNORECASE)


def _counts(milestone: Milestone, weight: int, text: str, match: re.Match[str]) -> bool:
    """Whether the words of `match` say what they seem to say, here."""
    if weight >= NAMED and match.start() == 0:
        return not _partly(milestone, text)
    before = _before(_CLAUSE, text, match.start())
    if _denied(before, match.group()) or _spoilt("referring", before):
        return False
    if weight < STRONG and _spoilt("nothing", match.group()):
        return False
    if milestone is Milestone.CAUSE_FOUND and _spoilt("doubted", text[match.end() :]):
        return False
    if weight < STRONG and _spoilt("later", _around(text, match)) and milestone in _FIRSTS:
        return False
    if milestone in _OWN and _spoilt("outside", before):
        return False
    return _effective(milestone, weight, text) and not _partly(milestone, text)


_FIRSTS = frozenset(
    {Milestone.IMPACT_START, Milestone.DETECTED, Milestone.DECLARED, Milestone.ACKNOWLEDGED, Milestone.CAUSE_FOUND}
)
_OWN = frozenset({Milestone.ACKNOWLEDGED, Milestone.RESOLVED})


def _denied(before: str, words: str) -> bool:
    """Whether what stands before the words in their clause, or a guess within them, takes back what they say."""
    return (
        _spoilt("negated", before)
        or _spoilt("guessed", before)
        or _spoilt("guessed", words)
        or _spoilt("planned", f"{before.rstrip()} ")
    )


def _effective(milestone: Milestone, weight: int, text: str) -> bool:
    """Whether a step is told as done and as of use; a change is none that undoes another."""
    match milestone:
        case Milestone.MITIGATED:
            failed = weight < NAMED and _spoilt("failed", text)
            return not (failed or (weight < STRONG and _spoilt("begun", text)))
        case Milestone.RESOLVED:
            return weight >= NAMED or not _spoilt("failed", text)
        case Milestone.CHANGE:
            return not (_spoilt("undone", text) or _spoilt("failed", text))
        case _:
            return True


def _partly(milestone: Milestone, text: str) -> bool:
    return milestone is Milestone.RESOLVED and _spoilt("partly", text)


def _spoilt(name: str, text: str) -> bool:
    return bool(_words("spoils", name).search(text))


def _before(boundary: re.Pattern[str], text: str, at: int) -> str:
    """Return what stands before `at` in its clause."""
    start = max((found.end() for found in boundary.finditer(text, 0, at)), default=0)
    return text[start:at]


def _around(text: str, match: re.Match[str]) -> str:
    """Return the sentence that `match` stands in."""
    end = _SENTENCE.search(text, match.end())
    return _before(_SENTENCE, text, match.start()) + text[match.start() : end.start() if end else len(text)]
