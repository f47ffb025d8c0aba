"""Names that nobody listed: capitalised words that are no English word, place, day or product that customers use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmexport.customer.guards.lexicon import (
    CAPITAL,
    codenames,
    given_names,
    is_english,
    is_word,
    landforms,
    name_lists,
    ordinary_names,
    place_names,
    public_names,
    town_names,
)
from pmexport.customer.guards.spellings import spellings
from pmexport.customer.guards.usages import usage

Place = tuple[str, int, int]
_CAPITAL = re.compile(rf"(?<![\w.@/#\\\-]){CAPITAL}[^\W\d_]*(?:['\-][^\W\d_]+)*(?![\w@/\\]|\.\w|-\d)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n][\s\"'(\[]*|[-*\"(]\s?)$")
_LONGEST_ACRONYM = 8
_SHORTEST = 2


def names(text: str, allowed: frozenset[str]) -> Iterator[Place]:
    """Yield each name in the folded `text`, with where it starts and ends; words of `allowed` may be named.

    In a language that has no word list here nothing is one: there the names that a postmortem uses must do.
    """
    if not is_english(text):
        return
    words = list(_CAPITAL.finditer(text))
    found = [is_name(word[0], allowed) for word in words]
    for number in (*_programs(text, words), *list(_places(text, words, found))):
        found[number] = False
    for number, word in enumerate(words):
        if found[number] or _is_called(text, words, number, allowed):
            start, end = word.span()
            following = words[number + 1] if number + 1 < len(words) else None
            if following and found[number + 1] and usage("between_names").fullmatch(text, end, following.start()):
                found[number + 1], end = False, following.end()
            yield text[start:end], start, end


def places(text: str) -> Iterator[str]:
    """Yield, in small letters, each name of the folded `text` that is a place by a list or by what stands around it."""
    if is_english(text):
        words = list(_CAPITAL.finditer(text))
        yield from (words[one][0].casefold() for one in _places(text, words, [is_name(word[0]) for word in words]))


def is_name(word: str, allowed: frozenset[str] = frozenset()) -> bool:
    """Tell whether `word`, which begins with a capital, is neither a word nor public; an acronym may stand for any."""
    bare = word.removesuffix("'s").removesuffix("'")
    if bare.removesuffix("s").isupper() and len(bare) <= _LONGEST_ACRONYM:
        return False
    plain = bare.casefold()
    if plain in allowed or usage("format").fullmatch(bare) or is_word(plain) or is_word(word.casefold()):
        return False
    parts = [part for part in re.split(r"[-']", plain) if len(part) >= _SHORTEST]
    return any(not _is_public(part, allowed) for part in parts)


def _is_public(word: str, allowed: frozenset[str]) -> bool:
    if word in given_names() - public_names():
        return False
    spelt = {*spellings(word), *spellings(word.removesuffix("s"))}
    return any(one in allowed or one in public_names() or is_word(one) for one in spelt)


def _places(text: str, words: list[re.Match[str]], found: list[bool]) -> Iterator[int]:
    """Yield the number of each name that is a place by what stands beside it: Barents Sea; Tromsø, Kiruna and Bodø.

    A shop is one too.
    """
    for number, word in enumerate(words):
        if not found[number]:
            continue
        following = words[number + 1] if number + 1 < len(words) else None
        if (
            following and following[0].casefold() in landforms() and text[word.end() : following.start()] == " "
        ) or any(_stands_as_one(text, words[other]) for other in (number, *_listed_with(text, words, number))):
            yield number


def _programs(text: str, words: list[re.Match[str]]) -> Iterator[int]:
    """Yield the number of each word that names a program which customers have: the Mirador app."""
    for number, word in enumerate(words):
        if usage("ours").search(text, 0, word.start()) and usage("called_an_app").match(text, word.end()):
            yield number


def _listed_with(text: str, words: list[re.Match[str]], number: int) -> Iterator[int]:
    """Yield the numbers of the names that a list joins to that of `number`."""
    for step in (-1, 1):
        at = number
        while 0 <= at + step < len(words):
            first, second = sorted((at, at + step))
            if not usage("listed").fullmatch(text, words[first].end(), words[second].start()):
                break
            at += step
            if text[words[first].end() : words[second].start()] != " ":
                yield at


def _stands_as_one(text: str, word: re.Match[str]) -> bool:
    """Tell whether `word` is a place, by a list or by what stands around it."""
    return bool(
        any(one in place_names() for one in spellings(word[0].casefold()))
        or usage("before_a_place").search(text, 0, word.start())
        or usage("after_a_place").match(text, word.end())
        or usage("after_a_shop").match(text, word.end())
        or (
            (usage("before_a_town").search(text, 0, word.start()) or usage("after_a_town").match(text, word.end()))
            and any(one in town_names() for one in spellings(word[0].casefold()))
        )
    )


def _is_called(text: str, words: list[re.Match[str]], number: int, allowed: frozenset[str]) -> bool:
    """Tell whether an ordinary word is a name by what stands beside it: Project Osprey, Grace Hill."""
    word = words[number]
    plain = word[0].casefold().removesuffix("'s")
    if plain in allowed or _SENTENCE_START.search(text, 0, word.start()):
        return False
    before = words[number - 1] if number else None
    if before and before[0].casefold() in codenames() and text[before.end() : word.start()] == " ":
        return True
    following = words[number + 1] if number + 1 < len(words) else None
    is_pair = following is not None and text[word.end() : following.start()] == " "
    if not is_pair or word[0].isupper() or following is None or following[0].casefold() in name_lists()["everyday"]:
        return False
    return plain in ordinary_names() - public_names()
