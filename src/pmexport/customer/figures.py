"""Facts of a postmortem that carry no free text: how many users, which regions, which known services, which zone."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from pmexport.customer.structure import words_of
from pmexport.model.customer import Count, Month, Region, ZoneName
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import BulletList, Table, text_of
from pmexport.model.terms import FieldName, SectionKind

_IMPACT = frozenset(
    {SectionKind.IMPACT, SectionKind.IMPACT_USER, SectionKind.IMPACT_BUSINESS, SectionKind.IMPACT_TECHNICAL}
)
_LONGEST_NAME = 4
_ABBREVIATION = re.compile(r"[A-Z]{3,4}")


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "figures.toml").read_text(encoding="utf-8"))


@cache
def _number() -> re.Pattern[str]:
    """Return a number of people, with what says that it is not exact before it and a k for thousands after it."""
    about = "|".join(map(re.escape, _words()["numbers"]["about"]))
    return re.compile(
        rf"(?P<about>[~≈]|(?:{about})\s?)?\s*(?P<number>\d{{1,3}}(?:[,.'\s]\d{{3}})+|\d{{1,9}})"
        rf"(?![\d.,]*\d)(?!\s*%)(?P<kilo>\s?k\b)?",
        re.IGNORECASE,
    )


def users(postmortem: Postmortem) -> tuple[Count, int] | None:
    """Return how many users a field or an item of the impact says were affected, and its line."""
    for label, value, line in _labelled(postmortem):
        if label in _words()["labels"]["users"] and (match := _number().match(value.strip())):
            number = int(re.sub(r"\D", "", match["number"])) * (1000 if match["kilo"] else 1)
            return Count(number, about=bool(match["about"])), line
    return None


def regions(postmortem: Postmortem) -> Iterator[tuple[Region, int]]:
    """Yield the regions that a field or an item of the impact names, of those that are known, each with its line."""
    for label, value, line in _labelled(postmortem):
        if label in _words()["labels"]["regions"]:
            plain = value.casefold()
            for name, phrases in _words()["regions"].items():
                if any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", plain) for phrase in phrases):
                    yield Region(name), line
            return


def services(postmortem: Postmortem, names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    """Yield the public name of each service that the postmortem says was affected, with its line.

    `names` are pairs of an internal and a public name, from the settings; a service without one is not named.
    """
    given: set[str] = set()
    told = [(key(text), line) for text, line in named_services(postmortem)]
    for internal, public in names:
        wanted = key(internal)
        line = next((line for text, line in told if re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)), None)
        if line is not None and public not in given:
            given.add(public)
            yield public, line


def unnamed_services(postmortem: Postmortem, names: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield each affected service, as written without what is said of it, to which `names` give no public name."""
    wanted = [key(internal) for internal, _ in names]
    told: set[str] = set()
    for text, _ in named_services(postmortem):
        for part in re.split(r"[\n,;]", text):
            name = re.sub(r"\s*[(:–—].*", "", part).strip(" -*.")
            if name and len(name.split()) <= _LONGEST_NAME and key(name) not in told | set(wanted):
                told.add(key(name))
                yield name


def named_services(postmortem: Postmortem) -> Iterator[tuple[str, int]]:
    """Yield what the fields and the impact say of affected services, with its line."""
    for field in postmortem.fields:
        if field.name is FieldName.SERVICES:
            yield text_of(field.value), field.line
    for label, value, line in _labelled(postmortem):
        if label in _words()["labels"]["services"]:
            yield value, line


def key(name: str) -> str:
    """Return `name` as it is compared: small letters, hyphens and underscores as spaces."""
    return " ".join(re.sub(r"[-_\s]+", " ", name).casefold().split())


def _labelled(postmortem: Postmortem) -> Iterator[tuple[str, str, int]]:
    for field in postmortem.fields:
        yield _label(field.label), text_of(field.value), field.line
    for section in postmortem.walk():
        if section.kind not in _IMPACT:
            continue
        for block in section.content:
            match block:
                case BulletList(items):
                    for item in items:
                        text = "\n".join(words_of(one) for one in item.content)
                        name, _, value = text.partition(":")
                        yield _label(name), value, item.line
                case Table(rows=rows):
                    for row in rows:
                        if len(row.cells) > 1:
                            yield _label(text_of(row.cells[0])), text_of(row.cells[1]), row.line
                case _:
                    pass


def _label(text: str) -> str:
    return " ".join(text.casefold().strip(" :*").split())


def zone_name(moment: dt.datetime) -> ZoneName | None:
    """Return how the zone of `moment` is called: a known abbreviation, else its distance from UTC; None without one."""
    offset = moment.utcoffset()
    if offset is None:
        return None
    name = moment.tzname() or ""
    if _ABBREVIATION.fullmatch(name) and name in _words()["zones"]["abbreviations"]:
        return ZoneName(name)
    minutes = round(offset.total_seconds() / 60)
    if minutes == 0:
        return ZoneName("UTC")
    hours, rest = divmod(abs(minutes), 60)
    return ZoneName(f"UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''}")


def month(day: dt.date) -> Month:
    """Return the month of `day`."""
    return Month(day.year, day.month)
