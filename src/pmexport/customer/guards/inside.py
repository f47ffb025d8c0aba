"""What a postmortem calls by names, marks and amounts of its own, wherever in it they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from pmexport.customer.folding import folded
from pmexport.customer.guards.languages import is_foreign, is_small_word, may_be
from pmexport.customer.guards.lexicon import (
    CAPITAL,
    is_english,
    is_word,
    name_lists,
    ordinary_names,
    place_names,
    public_names,
)
from pmexport.customer.guards.patterns import rules
from pmexport.customer.guards.people import running_text
from pmexport.customer.guards.proper import is_name, places
from pmexport.customer.guards.shapes import marks
from pmexport.customer.guards.usages import any_of, listed, usage
from pmexport.model.postmortem import Postmortem

_CAPITAL = re.compile(rf"(?<![\w.@/#\-]){CAPITAL}[a-zß-öø-ÿ]{{2,24}}(?![\w@/]|\.\w)")
_STARTS = re.compile(r"(?:^|[.!?:;\n|(\[\"]\s*|[-*]\s)$")
_FULL = re.compile(
    rf"(?<![\w.@/#\-]){CAPITAL}[\w'\-]{{1,24}}(?:\s(?:{any_of('particles')}\s){{0,2}}{CAPITAL}[\w'\-]{{1,24}}){{1,2}}"
)
_SHORTEST_MARK, _FEWEST_DIGITS, _FEWEST_LISTED, _MOST_SMALL = 4, 3, 3, 6
_SMALL = re.compile(r"(?<![\w@])[a-z]{4,24}(?![\w@])")
# Words that hyphens join, which most languages do with few of theirs.
_JOINED = re.compile(r"(?<![\w@./\-])[a-z]{2,20}(?:-[a-z]{2,20}){1,4}(?![\w\-/@]|\.\w)")
_LONG_SMALL = re.compile(r"(?<![\w@./\-])[a-zäöüß]{7,24}(?![\w@/\-]|\.\w)")
_CHANNEL = re.compile(r"(?<![\w&/#])#([A-Za-z][\w\-]{2,60})")


def own_names(postmortem: Postmortem) -> frozenset[str]:
    """Return, in small letters, what `postmortem` writes with a capital within its sentences and never without."""
    texts = [folded(text) for text in running_text(postmortem)]
    small = {word for text in texts for word in re.findall(r"\b[a-z]{2,24}\b", text)}
    found: Counter[str] = Counter()
    for text in texts:
        if not is_english(text):
            continue
        for match in _CAPITAL.finditer(text):
            if not _STARTS.search(text, 0, match.start()) or is_name(match[0]):
                found[match[0].casefold()] += 1
    lists = name_lists()
    ordinary = lists["everyday"] | lists["groups"] | lists["nobody"] | public_names()
    return frozenset(name for name in found if not {name, f"{name}s", name.removesuffix("s")} & (small | ordinary))


def own_places(texts: Iterable[str]) -> frozenset[str]:
    """Return, in small letters, the places that English `texts` name."""
    return frozenset(place for text in map(folded, texts) for place in places(text))


def full_names(texts: Iterable[str], known: AbstractSet[str] = frozenset()) -> Iterator[str]:
    """Yield two or three capitalised words of `texts` that are a person, mostly.

    In English one of them is no word; elsewhere they are listed with one that begins with a given name or is `known`.
    """
    for text in map(folded, texts):
        if is_english(text):
            for match in _FULL.finditer(text):
                words = match[0].split()
                # A word before a name is no part of it: The Chia, Engineer Ada.
                while words and is_word(words[0].casefold()) and words[0].casefold() not in ordinary_names():
                    words.pop(0)
                if len(words) > 1 and any(map(is_name, words)):
                    yield " ".join(words)
        else:
            yield from _listed_people(text, known)


def _listed_people(text: str, known: AbstractSet[str]) -> Iterator[str]:
    """Yield the full names in a list of them, in any language, where one of them begins with a given name."""
    given = known | name_lists()["given"] | name_lists()["ordinary"]
    for run, start in _runs_of_names(text):
        firsts = {name.split()[0].casefold().partition("-")[0] for name in run}
        if firsts & given or (usage("attended").search(text, 0, start) and _may_be_people(run)):
            yield from run


def _may_be_people(run: list[str]) -> bool:
    """Tell whether the names of a list may all be people's: three or more, of words that are hardly any known ones."""
    words = [word.casefold() for name in run for word in name.split()]
    others = [word for word in words if is_word(word) or word in public_names() or word in place_names()]
    return len(run) >= _FEWEST_LISTED and len(others) <= 1


def _runs_of_names(text: str) -> Iterator[tuple[list[str], int]]:
    """Yield each list of full names in `text`, without their titles, and where it starts."""
    run: list[str] = []
    start = end = 0
    for match in (*_FULL.finditer(text), None):
        if match is None or (run and not usage("between_listed").fullmatch(text, end, match.start())):
            yield run, start
            run = []
        if match is not None:
            words = match[0].split()
            while words and words[0].casefold() in name_lists()["titles"] | name_lists()["groups"]:
                words.pop(0)
            start, end = (match.start() if not run else start), match.end()
            run += [" ".join(words)] if len(words) > 1 else []


def logins(texts: Iterable[str]) -> Iterator[str]:
    """Yield what stands in brackets after a name and is no word: Ada Lovelace (adalove)."""
    found = (login for text in map(folded, texts) for login in usage("a_login").findall(text))
    yield from (f"@{login}" for login in found if not is_word(login))


def small_nouns(texts: Iterable[str]) -> frozenset[str]:
    """Return what German `texts` write with a small letter only and that has no ending of a verb or an adjective."""
    told = [text for text in map(folded, texts) if may_be(text, "de")]
    large = {word.casefold() for text in told for word in _CAPITAL.findall(text)}
    found = {word for text in told for word in _LONG_SMALL.findall(text)}
    named = {word for text in told for word in usage("contracted").findall(text)}
    bare = {word for word in found - large if not is_word(word) and not usage("inflected").search(word)}
    # Who writes many nouns small writes all of them so.
    return frozenset(bare if len(bare) <= _MOST_SMALL else ()) | named


def releases(texts: Iterable[str]) -> frozenset[str]:
    """Return the versions of two numbers that stand in `texts` after something that is no word: lootd 0.77."""
    found = (one for text in map(folded, texts) if is_english(text) for one in usage("a_release").findall(text))
    return frozenset(number for name, number in found if not is_word(name))


def released(texts: Iterable[str]) -> frozenset[str]:
    """Return what stands in `texts` before a version of three numbers and is no word here: rutero 2.31.4."""
    found = {name for text in map(folded, texts) for name in usage("released").findall(text)}
    ordinary = listed("products") | listed("programs") | listed("releases") | public_names()
    return frozenset(name for name in found if not is_word(name) and name not in ordinary and not is_small_word(name))


def names_in_kanji(texts: Iterable[str]) -> frozenset[str]:
    """Return the Japanese names in `texts`: whole, and each part of two letters or more that are kanji."""
    found: set[str] = set()
    for text in map(folded, texts):
        for family, given in usage("name_in_kanji").findall(text):
            found |= {family + given, *(part for part in (family, given) if len(part) > 1 and part[0] >= "一")}
    return frozenset(found)


def own_marks(texts: Iterable[str]) -> frozenset[str]:
    """Return the identifiers and the channels in `texts`, in small letters."""
    found: set[str] = set()
    for text in map(folded, texts):
        found |= {token.casefold() for token, _, _ in marks(text) if len(token) >= _SHORTEST_MARK}
        found |= {name.casefold() for name in usage("base_name").findall(text)}
        found |= {channel.casefold() for channel in _CHANNEL.findall(text)}
        found |= {one.casefold() for told in ("numbered_release", "machine") for one in usage(told).findall(text)}
        found |= {
            word for word in _JOINED.findall(text) if is_foreign(text) and not usage("joined_elsewhere").search(word)
        }
        found |= {
            "".join(names).casefold() for names in (*usage("room").findall(text), *usage("joined_name").findall(text))
        }
    return frozenset(mark for mark in found if any(map(str.isalpha, mark)) and not is_word(mark))


def amounts(texts: Iterable[str]) -> frozenset[str]:
    """Return the digits of each amount of money in `texts`."""
    found = {re.sub(r"\D", "", one or other) for text in texts for one, other in usage("money").findall(folded(text))}
    return frozenset(digits for digits in found if len(digits) >= _FEWEST_DIGITS)


def phones(texts: Iterable[str]) -> frozenset[str]:
    """Return the digits of each phone number in `texts`."""
    finds = next(rule.find for rule in rules() if rule.name == "phone")
    numbers = (match[0] for text in map(folded, texts) for find in finds for match in find.finditer(text))
    return frozenset(re.sub(r"\D", "", number) for number in numbers)


@cache
def spelt_marks(found: frozenset[str]) -> re.Pattern[str] | None:
    """Return a pattern for marks in any spelling: im-55120 as IM 55120 and im55120."""
    parts = [re.findall(r"[^\W\d_]+|\d+", mark) for mark in sorted(found, key=lambda mark: (-len(mark), mark))]
    spelt = [r"[\s_\-./:#]{0,2}".join(map(re.escape, one)) for one in parts if len(one) > 1]
    return re.compile(rf"(?<![\w\-])(?:{'|'.join(spelt)})(?![\w\-])", re.IGNORECASE) if spelt else None


def own_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words in small letters of English `texts` that are no English words: names of things, mostly."""
    found: set[str] = set()
    for text in map(folded, texts):
        if is_english(text):
            found |= {word for word in _SMALL.findall(text) if not is_word(word) and word not in public_names()}
    return frozenset(found)
