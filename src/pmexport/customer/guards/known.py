"""What one postmortem is known to call by name: people, services, tables and identifiers in its code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from pmexport.customer import figures
from pmexport.customer.guards.inside import spelt_marks
from pmexport.customer.guards.languages import is_foreign
from pmexport.customer.guards.lexicon import given_names, is_word, name_lists
from pmexport.customer.guards.people import deed
from pmexport.customer.guards.proper import places
from pmexport.customer.guards.spellings import spellings
from pmexport.customer.guards.usages import any_of, listed, usage

_NAME = re.compile(r"[^\W\d_][\w'\-]{1,30}")
_AFTER_MONTH = re.compile(r"^\s*(?:\d|,)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n]\s*|[-*]\s)$")
_SHORTEST_PART = 3
_AMOUNT = re.compile(r"(?<![\w.,:])\d[\d.,']*\d(?![\w:%]|\s?%)")


class Known(Struct, frozen=True, kw_only=True):
    """Names of one postmortem in small letters.

    `people` are names in any case; `ambiguous` are names that are ordinary words too; `services` are phrases; `codes`
    are identifiers in any place; `tables` are ordinary words that name a table, a service or the like; `initials` are
    those of full names, as r.d.; `trackers` are the letters before the number of a ticket, as pay;
    `spoken` are those of `codes` that colleagues also say as plain words, as feature flags, and that are no code then.
    `language` is that of the report, since no word list is at hand for most. `proper` are other words that it uses as
    names; `marks` are its identifiers and channels, `amounts` and `phones` the digits of its sums of money and of
    the numbers of phones in it, `places` the places it names, `small` what it writes
    small and German would not, `releases` its versions of two numbers, `kanji` Japanese names,
    `written` those of `people` that it writes with a capital.
    """

    people: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    trackers: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    releases: frozenset[str] = frozenset()
    kanji: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    language: str = "en"

    def hits(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield the rule, start and end of every name in the folded `text`."""
        on_a_map = frozenset(places(text)) if self.proper else frozenset()
        for match in _NAME.finditer(text):
            word = match[0]
            plain = word.casefold().removesuffix("'s").removesuffix("'").replace("-", " ")
            parts = {spelt for part in (plain, *plain.split()) for spelt in spellings(part)}
            is_given = word[0].isupper() and parts & given_names() and not _is_on_a_map(text, match)
            # A word in small letters may be one of any language that no word list is at hand for.
            is_word_there = plain in self.written and word[0].islower() and is_foreign(text)
            is_known = (parts & self.people and not is_word_there) or is_given
            perhaps = parts & (self.ambiguous | _given_words())
            if is_known or (perhaps and not re.search(r"-[a-z]", word) and _is_name(text, match)):
                yield "person", match.start(), match.end()
            elif word.casefold() not in on_a_map and self._is_proper(text, match, plain):
                yield "proper", match.start(), match.end()
        for match in _AMOUNT.finditer(text):
            if match[0] in self.releases:
                yield "version", match.start(), match.end()
            if re.sub(r"\D", "", match[0]) in self.amounts:
                yield "money", match.start(), match.end()
        for rule, pattern in self._patterns():
            for match in pattern.finditer(text):
                key = figures.key(match[0])
                is_spoken = {key, key.removesuffix("s")} & self.spoken and not re.search(r"[_\-]", match[0])
                if rule == "code" and is_spoken:
                    continue
                if rule != "service" or " " in match[0] or _is_the_service(text, match):
                    yield rule, match.start(), match.end()

    def _is_proper(self, text: str, match: re.Match[str], plain: str) -> bool:
        """Tell whether a word, `plain` in small letters, is one that the postmortem uses as a name."""
        if plain in self.small and match[0][0].isupper() and not _SENTENCE_START.search(text, 0, match.start()):
            return True
        return plain in self.proper and (not is_word(plain) or _is_name(text, match))

    def _patterns(self) -> Iterator[tuple[str, re.Pattern[str]]]:
        if self.kanji:
            names = "|".join(map(re.escape, sorted(self.kanji, key=lambda one: (-len(one), one))))
            yield "person", re.compile(rf"(?:{names})(?!{usage('of_a_region').pattern})")
        if self.initials:
            marks = "|".join(r"\.\s?".join(one.split(".")) for one in sorted(self.initials))
            yield "person", re.compile(rf"(?<![\w.])(?<![ap]\. )(?:{marks})\.?(?![\w.]\w)", re.IGNORECASE)
        if self.trackers:
            yield (
                "ticket",
                re.compile(
                    rf"(?<!\w)(?:{'|'.join(sorted(self.trackers))})[\s_\-#]{{0,3}}\d{{2,7}}(?!\w)", re.IGNORECASE
                ),
            )
        spelt = spelt_marks(self.marks)
        if spelt:
            yield "identifier", spelt
        if self.services:
            yield "service", _phrases(self.services)
        if self.codes:
            yield "code", _phrases(self.codes)
        if self.tables:
            names = "|".join(map(re.escape, sorted(self.tables)))
            yield (
                "database",
                re.compile(
                    rf"(?<!\w)(?:{names})\s{any_of('columns')}(?!\w)|(?<!\w){any_of('stores')}\s(?:{names})(?!\w)",
                    re.IGNORECASE,
                ),
            )


def _is_the_service(text: str, match: re.Match[str]) -> bool:
    """Tell whether the one word of a service's name means the service: no word else, or as only the service may."""
    if _is_a_noun(text, match):
        return False
    if not is_word(match[0].casefold()):
        return True
    if usage("a_thing").search(text[: match.start()]) or usage("of").match(text, match.end()):
        return False
    is_named = not usage("determined").search(text, 0, match.start())
    return is_named or bool(usage("of_a_machine").match(text, match.end()))


def _is_on_a_map(text: str, match: re.Match[str]) -> bool:
    """Tell whether a name is that of a street or a feast: place Victor-Hugo, la Saint-Jean, Albert Road."""
    first = match[0].partition("-")[0].casefold()
    return bool(
        first in listed("streets")
        or usage("on_a_map").search(text, 0, match.start())
        or usage("on_a_map_after").match(text, match.end())
    )


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether an ordinary word is used as a name here: a capital within a sentence, or one that does something."""
    word, before, after = match[0], text[: match.start()], text[match.end() :]
    if not word[0].isupper() or _is_a_noun(text, match):
        return False
    if usage("before_a_person").search(before) and not re.match(r"\s?\d", after):
        return True
    if word.casefold() in listed("months") and (usage("month").search(before) or _AFTER_MONTH.match(after)):
        return False
    if word.endswith("'s") and re.match(r"\s[A-Z]", after):
        # What bears a title: the Robin's Nest.
        return False
    if word.endswith("'s") and word.casefold().removesuffix("'s") not in listed("verbs_too"):
        return True
    if _SENTENCE_START.search(before) and is_foreign(text) and len(word) > _SHORTEST_PART:
        # There an English word is no word.
        return word.casefold() not in name_lists()["words_elsewhere"] and not usage("and_so").match(after)
    if _SENTENCE_START.search(before):
        if usage("plural").match(after):
            return False
        if deed().match(after):
            return True
        is_doer = usage("verb").match(after) or usage("apposition").match(after)
        return bool(is_doer) and not usage("after_a_word").match(after)
    return True


def _is_a_noun(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word with a capital is a noun, as German writes them all: ein Koch, bei Sturm."""
    if not is_foreign(text):
        return False
    before = text[: match.start()]
    if match[0].casefold() in name_lists()["words_elsewhere"]:
        return not usage("before_a_bearer").search(before) and not usage("bearer").match(text, match.end())
    return bool(usage("before_a_noun").search(before))


@cache
def _given_words() -> frozenset[str]:
    """Return given names that are words too, and that hardly anybody means as the word: Jack, Victor."""
    return name_lists()["given"] - given_names() - name_lists()["ordinary"]


@cache
def _phrases(phrases: frozenset[str]) -> re.Pattern[str]:
    patterns = map(_phrase, sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<![\w\-])(?:{'|'.join(patterns)})(?![\w\-])", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    """Return an expression for `phrase`, also of several things, and in one word unless that is another: checkout."""
    parts = re.split(r"[\s_\-]+", phrase)
    if len(parts) == 1:
        return re.escape(phrase)
    fewest = 1 if is_word("".join(parts)) else 0
    # Other languages say first what a thing is: l'API Borne, el servicio de pagos.
    turned = [parts[-1], *parts[:-1]] if parts[-1] in name_lists()["machinery"] else parts
    gap = rf"[\s_\-]{{{fewest},3}}"
    return "|".join(dict.fromkeys(gap.join(map(re.escape, one)) + "s?" for one in (parts, turned)))
