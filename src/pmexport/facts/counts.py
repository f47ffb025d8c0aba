"""Counts that the text states, held against the list that follows: "four services" and three names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from pmexport.facts.mentions import Moment, stems
from pmexport.facts.numbers import any_of, number, number_pattern
from pmexport.facts.passages import Form, Passage
from pmexport.facts.patterns import load
from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import BulletList, OrderedList, Para, Plain, text_of

_LONGEST_ITEM = 6
_MOST = 40
_SHORT_ITEM = 3
_NOT_WORDS = re.compile(r"[^\w -]+|^\d+\.")
_MARK = "\N{CYRILLIC LETTER MULTIOCULAR O}"
"""A letter that no text holds: it stands in place of each of a number's, so that no pattern has to know numbers."""


class _Counts(Struct, frozen=True):
    """The file of patterns."""

    lists: dict[str, str]
    totals: dict[str, str]
    parts: dict[str, str]
    context: dict[str, str]
    ordinals: dict[str, int]
    sizes: dict[str, int]


def counted(passage: Passage, postmortem: Postmortem) -> Iterator[Comparison]:
    """Yield the counts in `passage` of what is listed after them, and of the action items."""
    if passage.form is Form.QUOTE:
        return
    text = passage.text
    marked = _number().sub(lambda match: _MARK * len(match.group()), text)
    for name in ("before_list", "any_list", "hyphened_list", "bracketed_list"):
        match = _last(_pattern("lists", name), marked) if passage.items else None
        said = _stated(match, text, alone=name == "hyphened_list") if match else None
        if match and said and not _context("reason").search(match.group()):
            yield _comparison(passage, match, said, len(passage.items))
            break
    for match in _pattern("lists", "inline").finditer(marked):
        listed = text[match.start("items") : match.end("items")]
        items = _pattern("lists", "item_end").split(listed.strip())
        stated = _stated(match, text)
        if stated and _is_list(items, listed):
            yield _comparison(passage, match, stated, len(items))
    for match in _pattern("lists", "one_by_one").finditer(marked):
        if (stated := _stated(match, text)) and (count := len(_pattern("lists", "one").findall(match["items"]))) > 1:
            yield _comparison(passage, match, stated, count)
    if passage.form is Form.EVENT:
        return
    for match in _pattern("totals", "actions").finditer(marked):
        count = sum(not item.placeholder for item in postmortem.action_items)
        if count and (stated := _stated(match, text)):
            yield _comparison(passage, match, stated, count)


def _last(pattern: re.Pattern[str], marked: str) -> re.Match[str] | None:
    """Return the match whose number stands closest to the list."""
    places = [one.start() for one in re.finditer(rf"(?<!{_MARK}){_MARK}|(?=\()", marked)]
    found = (pattern.match(marked, place) for place in reversed(places))
    return next((one for one in found if one), None) or pattern.search(marked)


def counted_elsewhere(passage: Passage, known: Mapping[str, int]) -> Iterator[Comparison]:
    """Yield the counts in `passage` of what a field or a section of that name lists: "four contributing factors"."""
    if passage.form in (Form.QUOTE, Form.EVENT, Form.ACTION, Form.HEADING) or not known or passage.items:
        return
    marked = _number().sub(lambda match: _MARK * len(match.group()), passage.text)
    for match in _pattern("totals", "named").finditer(marked):
        name = " ".join(match["name"].casefold().split())
        count = known.get(name)
        stated = _stated(match, passage.text) if count else None
        if count and stated and passage.title.casefold() != name:
            yield _comparison(passage, match, stated, count)


def lists_of(postmortem: Postmortem) -> dict[str, int]:
    """Return how many a field or a section lists, by its name."""
    found: dict[str, int] = {}
    for field in postmortem.fields:
        items = [item for item in _pattern("lists", "item_end").split(text_of(field.value).strip()) if item.strip()]
        if len(items) > 1 and all(len(item.split()) <= _SHORT_ITEM for item in items):
            found[_pattern("totals", "affected").sub("", _named(field.label)).strip()] = len(items)
    for section in postmortem.walk():
        lists = [block for block in section.content if isinstance(block, BulletList | OrderedList)]
        others = [block for block in section.content if not isinstance(block, BulletList | OrderedList | Para | Plain)]
        if len(lists) == 1 and not others and not section.children:
            found[_named(section.title)] = len(lists[0].items)
    return found


def _named(title: str) -> str:
    return " ".join(_NOT_WORDS.sub(" ", title.casefold()).split())


def counted_events(passage: Passage, moments: tuple[Moment, ...]) -> Iterator[Comparison]:
    """Yield the counts in `passage` of what several events of the timeline tell: "four alerts were triggered"."""
    if passage.form in (Form.QUOTE, Form.EVENT, Form.ACTION) or not moments:
        return
    marked = _number().sub(lambda match: _MARK * len(match.group()), passage.text)
    for match in _pattern("totals", "events").finditer(marked):
        noun, verb = stems(match["noun"]), stems(match["verb"])
        count = sum(noun <= stems(one.text) and verb <= stems(one.text) for one in moments)
        stated = _stated(match, passage.text)
        if count > 1 and noun and verb and stated:
            yield _comparison(passage, match, stated, count)
    yield from _numbered(passage, moments)


def _numbered(passage: Passage, moments: tuple[Moment, ...]) -> Iterator[Comparison]:
    """Yield what is numbered beyond the last of its kind: a "third attempt" where events tell of two."""
    found = [*_ordinal().finditer(passage.text)]
    ranks: dict[frozenset[str], int] = {}
    for one in (one for moment in moments for one in _ordinal().finditer(moment.text) if found):
        noun = stems(one["noun"])
        ranks[noun] = max(_rank(one["rank"]), ranks.get(noun, 0))
    for match in found:
        noun = stems(match["noun"])
        rank, most = _rank(match["rank"]), ranks.get(noun, 0)
        if noun and most > 1 and rank > most:
            yield Comparison(
                kind=ClaimKind.COUNT,
                agrees=False,
                quote=match.group(),
                line=passage.line_at(match.start()),
                stated=rank,
                computed=most,
                noun=match["noun"],
            )


def _rank(written: str) -> int:
    plain = written.casefold()
    return int(plain[:-2]) if plain[0].isdecimal() else _words().ordinals[plain]


def parts_over_whole(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield line and words of every "9 of 8"."""
    found = [*_pattern("parts", "of").finditer(passage.text), *_pattern("parts", "words").finditer(passage.text)]
    for match in {one.start(): one for one in found}.values():
        part, whole = (number(match[name]) or 0 for name in ("part", "whole"))
        if part > whole > 0 and not passage.is_code(match.start()):
            yield passage.line_at(match.start()), match.group().strip()


def wrong_shares(passage: Passage) -> Iterator[tuple[int, str, str]]:
    """Yield line, words and the right percentage of every "1,200 of 3,400 (45 %)"."""
    for match in _pattern("parts", "share").finditer(passage.text):
        part, whole = (number(match[name]) or 0 for name in ("part", "whole"))
        said = float(match["share"].replace(",", "."))
        if (
            0 < part <= whole
            and abs(100 * part / whole - said) > max(1.5, said / 20)
            and not passage.is_code(match.start())
        ):
            yield passage.line_at(match.start()), match.group().strip(), f"{100 * part / whole:.1f}".removesuffix(".0")


def wrong_sizes(passage: Passage) -> Iterator[tuple[int, str, str]]:
    """Yield the same of sizes: "6,206 bytes of 677 KB (0.9 %)"; units may count in thousands or in 1,024s."""
    for match in _pattern("parts", "sizes").finditer(passage.text) if "%" in passage.text else ():
        units = _words().sizes
        part, whole = (
            float(match[name].replace(",", ".")) * units[match[unit].casefold()]
            for name, unit in (("part", "small"), ("whole", "large"))
        )
        said = float(match["share"].replace(",", "."))
        if (
            0 < part <= whole
            and abs(100 * part / whole - said) > max(1.5, said / 5)
            and not passage.is_code(match.start())
        ):
            yield passage.line_at(match.start()), match.group().strip(), f"{100 * part / whole:.1f}".removesuffix(".0")


def _stated(match: re.Match[str], text: str, *, alone: bool = False) -> int | None:
    """Return the number, None where it counts something else than a list can show."""
    said = number(text[match.start("number") : match.end("number")])
    before = "" if alone else text[max(0, match.start() - 14) : match.start()]
    if said is None or not 1 < said <= _MOST or _context("unit").match(match["noun"].casefold()):
        return None
    between = match.group()[: match.end("noun") - match.start()]
    return None if _context("sample").search(f"{before} {between}") else said


def _is_list(items: list[str], text: str) -> bool:
    if _context("place").match(text):
        return False
    short = all(item.strip() and len(item.split()) <= _LONGEST_ITEM for item in items)
    return len(items) > 1 and short and not _context("sample").search(text)


def _comparison(passage: Passage, match: re.Match[str], stated: int, count: int) -> Comparison:
    start, end = match.start("number"), match.end("noun")
    return Comparison(
        kind=ClaimKind.COUNT,
        agrees=stated == count,
        quote=passage.text[min(start, match.start("noun")) : max(end, match.end("number"))],
        line=passage.line_at(start),
        stated=stated,
        computed=count,
        noun=match["noun"],
    )


@cache
def _words() -> _Counts:
    return load("counts", _Counts)


@cache
def _pattern(table: str, name: str) -> re.Pattern[str]:
    written = {"lists": _words().lists, "totals": _words().totals, "parts": _words().parts}[table][name]
    written = written.replace("{size}", any_of(_words().sizes))
    written = written.replace("{some}", rf"(?:{number_pattern()})")
    return re.compile(written.replace("{number}", f"(?P<number>{_MARK}+)"), re.IGNORECASE)


@cache
def _ordinal() -> re.Pattern[str]:
    ranks = "|".join(_words().ordinals)
    return re.compile(rf"\b(?P<rank>[1-9](?:st|nd|rd|th)|{ranks})\s+(?P<noun>[^\W\d_]{{4,}})", re.IGNORECASE)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.])\b(?:{number_pattern()})", re.IGNORECASE)


@cache
def _context(name: str) -> re.Pattern[str]:
    return re.compile(rf"{_words().context[name]}", re.IGNORECASE)
