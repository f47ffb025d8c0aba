"""Who is named in a postmortem: authors, owners, actors, and whom its text says did something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pmexport.customer.folding import folded
from pmexport.customer.guards.lexicon import is_word, name_lists, ordinary_names
from pmexport.customer.guards.usages import any_of, usage
from pmexport.model.postmortem import Content, EventRun, Postmortem
from pmexport.model.prose import Para, Plain, text_of
from pmexport.model.terms import FieldName, SectionKind

_IN_BRACKETS = re.compile(r"\((?P<name>[A-Z][a-z]{2,20})(?:\s[A-Z][a-z]{1,20})?\)")
_ROLES = frozenset({FieldName.AUTHORS, FieldName.REVIEWERS, FieldName.ROLE, FieldName.MEETING})
_SHORTEST = 2
_SHORTEST_LOGIN = 3


def people_of(postmortem: Postmortem) -> Iterator[str]:
    """Yield what stands where `postmortem` names people, as it is written."""
    yield from (*postmortem.authors, *postmortem.reviewers)
    for field in postmortem.fields:
        if field.name in _ROLES:
            yield text_of(field.value)
    for item in postmortem.action_items:
        yield item.owner or ""
    for text in (*running_text(postmortem), *(item.action for item in postmortem.action_items)):
        yield from (match[1] for match in usage("by").finditer(text) if match[2].casefold() in _every_name())
        yield from usage("written_by").findall(text)
    for event in postmortem.timeline:
        yield event.actor or ""
        found = (match["name"] for pattern in (usage("actor"), _IN_BRACKETS) for match in pattern.finditer(event.text))
        yield from (name for name in found if not _is_a_thing(name.casefold()))


def _is_a_thing(word: str) -> bool:
    """Tell whether what does something in a row, `word` in small letters, is an English word and no name as well."""
    return is_word(word) and word not in ordinary_names()


@cache
def _every_name() -> frozenset[str]:
    return name_lists()["given"] | name_lists()["ordinary"]


def name_words(text: str) -> Iterator[str]:
    """Yield the parts of the names in `text`; of a group or a role nothing is a name."""
    for person in re.split(rf"[,;/&+()|]|{usage('between_people').pattern}|\s[–—-]\s", text):
        words = [word.casefold() for word in re.findall(r"[^\W\d_][\w']*(?:-[^\W\d_]\w*)*", folded(person))]
        handle = folded(person).strip().removeprefix("@")
        if re.fullmatch(r"[a-z][a-z0-9._\-]{2,30}", handle) and words and not set(words) & name_lists()["groups"]:
            yield handle
        words = [word for word in words if word not in name_lists()["titles"]]
        if not words or set(words) & name_lists()["groups"] or len(words) > 4:  # noqa: PLR2004  no longer a name
            continue
        if not any(part[:1].isupper() for part in person.split()):
            continue
        yield from (part for word in words for part in (word, *word.split("-")) if len(part) > _SHORTEST)
        yield from _logins(words)


def _logins(words: list[str]) -> Iterator[str]:
    """Yield how a full name is shortened to a login: jdoe, johnd, john.doe, jdevries."""
    if len(words) < 2:  # noqa: PLR2004  one name is a login by itself
        return
    plain = [re.sub(r"[^\w]", "", word) for word in words]
    first, last, joined = plain[0], plain[-1], "".join(plain[1:])
    bare = words[-1].rpartition("'")[2]
    made = {
        f"{first[:1]}{last}",
        f"{first[:1]}{bare}",
        f"{first[:1]}{joined}",
        f"{first}{last[:1]}",
        f"{first}{joined}",
        first,
        last,
    }
    made |= {f"{first[:2]}{last}", f"{last}{first[:1]}", f"{joined}{first[:1]}", f"{first}{last[:2]}"}
    made.add("".join(part[:1] for part in words[0].split("-")) + last)
    yield from (name for name in made if len(name) > _SHORTEST_LOGIN and not is_word(name))
    yield from (f"{first}{mark}{last}" for mark in "._-")


def initials_of(text: str) -> Iterator[str]:
    """Yield the initials of each full name in `text`, with points between them."""
    for person in re.split(r"[,;/&+()|]|\band\b", text):
        words = folded(person).split()
        is_name = 1 < len(words) <= 3 and all(re.fullmatch(r"[^\W\d_][\w'\-]*", word) for word in words)  # noqa: PLR2004  a full name
        if (
            is_name
            and all(word[0].isupper() for word in words)
            and not {*map(str.casefold, words)} & name_lists()["groups"]
        ):
            yield ".".join(word[0].casefold() for word in words)


def doers(postmortem: Postmortem) -> Iterator[str]:
    """Yield, in small letters, what begins a row of the timeline and does what people do: a name, or a thing."""
    for event in postmortem.timeline:
        for match in _doer().finditer(event.text):
            word = match["name"].casefold()
            if not {word, f"{word}s"} & (
                name_lists()["groups"] | name_lists()["everyday"] | name_lists()["nobody"]
            ) and not (word.endswith(("s", "ing")) or _is_a_thing(word)):
                yield word


@cache
def _deeds() -> str:
    stems = "|".join(sorted(name_lists()["deeds"], key=lambda stem: (-len(stem), stem)))
    return rf"(?:{stems})(?:i?e?s|i?e?d|[a-z]ed)?"


@cache
def _doer() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.;:(]\s*)(?P<name>[A-Z][a-zà-ÿ]{{1,20}})\s(?:{any_of('before_doers')}\s)?{_deeds()}\b")


@cache
def deed() -> re.Pattern[str]:
    """Return what follows a name that begins a sentence: a deed of a person."""
    return re.compile(rf"\s(?:{any_of('before_deeds')}\s){{0,2}}{_deeds()}\b")


def running_text(postmortem: Postmortem) -> Iterator[str]:
    """Yield the paragraphs and the rows of the timeline of `postmortem` as plain text, but what is for customers."""
    for content in inside(postmortem):
        match content:
            case Para(inlines) | Plain(inlines):
                yield text_of(inlines)
            case EventRun(events):
                yield from (event.text for event in events)
            case _:
                pass


def inside(postmortem: Postmortem) -> Iterator[Content]:
    """Yield the contents of `postmortem` but those that its author wrote for customers."""
    yield from postmortem.lead
    waiting = list(reversed(postmortem.sections))
    while waiting:
        section = waiting.pop()
        if section.kind is not SectionKind.CUSTOMER_SUMMARY:
            yield from section.content
            waiting += reversed(section.children)
