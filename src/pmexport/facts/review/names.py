"""Names of people: owners whom nobody else mentions, and names with a slip of the pen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from pmexport.facts.passages import Form, Passage, titles
from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Found
from pmexport.facts.review.words import pattern
from pmexport.model.prose import text_of

_PERSON = re.compile(r"^@?[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,2}$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*\w")
_ACCOUNT = re.compile(r"\b[a-z]{3,}\d{1,4}\b")
_HANDLE = re.compile(r"(?<=@)[\w-]+\w")
# As difflib measures it: of five letters one may differ.
_ALIKE = 0.8
_LONG_ENOUGH = 4
_SWAPPED = 2
_OFTEN = 3
# No document tells of more people whose names begin alike.
_MOST = 300


def unknown_owner(case: Case) -> Iterator[Found]:
    """Find people who own an action and appear nowhere else in the document, or only under nearly the same name."""
    told = _told(case)
    misspelt = {found.line: found for found in (*_misspelt_owners(case, told), *_swapped(case))}
    yield from misspelt.values()
    owners = [item.owner or "" for item in case.actions]
    people = " ".join((*case.postmortem.authors, *case.postmortem.reviewers))
    if len(told.split()) < len(owners) or not people:
        return
    for item in case.actions:
        owner = (item.owner or "").strip()
        named = owner.lstrip("@").split()
        if not _PERSON.match(owner) or pattern("actions", "group").search(owner) or owners.count(item.owner or "") > 1:
            continue
        # Of three names the middle one says too little.
        known = any(re.search(rf"\b{re.escape(name.casefold())}\b", told.casefold()) for name in (named[0], named[-1]))
        if not known and item.line not in misspelt:
            values = {"action": phrases.short(item.action), "owner": owner}
            yield Found(line=item.line, quote=owner, values=values)


def _told(case: Case) -> str:
    """Return all that the document says outside its actions."""
    people = " ".join((*case.postmortem.authors, *case.postmortem.reviewers))
    fields = " ".join(text_of(field.value) for field in case.postmortem.fields)
    events = " ".join(f"{event.text} {event.actor or ''}" for event in case.postmortem.timeline)
    return f"{people} {fields} {events} {' '.join(one.text for one in case.passages if one.form is not Form.ACTION)}"


def _misspelt_owners(case: Case, told: str) -> Iterator[Found]:
    """Find owners of whom a word stands at no other place, while one that is nearly the same does."""
    written = [word for item in case.actions for word in _WORD.findall(item.owner or "")]
    words = _WORD.findall(told)
    often = (word for word, count in Counter(written).items() if count > 1)
    known = {word.casefold() for word in (*words, *often)}
    names: dict[str, list[str]] = {}
    for name in sorted({*(word for word in words if word[0].isupper()), *written, *_HANDLE.findall(told)}):
        names.setdefault(name[0], []).append(name)
    for item in case.actions:
        for word in _WORD.findall(item.owner or ""):
            near = _near(word, names.get(word[0], [])) if word.casefold() not in known else None
            if near is not None:
                values = {"action": phrases.short(item.action), "owner": item.owner or "", "near": near}
                yield Found(line=item.line, quote=word, variant="misspelt", values=values)
                break


def _near(word: str, names: list[str]) -> str | None:
    """Return which of `names`, that begin alike, is `word` but for a letter too many, too few, wrong or swapped."""
    alike = [one for one in names if one != word and abs(len(one) - len(word)) <= 1]
    close = get_close_matches(word, alike[:_MOST], n=3, cutoff=_ALIKE) if len(word) >= _LONG_ENOUGH else []
    return next((one for one in close if one.rstrip("s") != word.rstrip("s")), None)


def _swapped(case: Case) -> Iterator[Found]:
    """Find names, told once, that are those of a person of the document but for two letters swapped."""
    passages: tuple[Passage, ...] = (*case.passages, *titles(case.postmortem))
    counts = Counter(word.casefold() for one in passages for word in _WORD.findall(one.text))
    people: dict[str, list[str]] = {}
    for name in _people(case, passages) | _often_named(passages):
        people.setdefault(_letters(name), []).append(name)
    for passage in passages:
        for match in _WORD.finditer(passage.text):
            word = match.group()
            if len(word) < _LONG_ENOUGH or counts[word.casefold()] > 1 or not _may_be_name(match, passage):
                continue
            near = next((one for one in people.get(_letters(word), ()) if _are_swapped(word, one)), None)
            if near is not None:
                line = passage.line_at(match.start())
                yield Found(line=line, quote=word, variant="swapped", values={"near": near, "owner": "", "action": ""})


def _people(case: Case, passages: tuple[Passage, ...]) -> set[str]:
    """Return the words of which the names of the document's people are made."""
    names = (
        *case.postmortem.authors,
        *case.postmortem.reviewers,
        *(item.owner or "" for item in case.actions),
        *(event.actor or "" for event in case.postmortem.timeline),
    )
    words = {word for name in names for word in _WORD.findall(name)}
    # Names with figures at their end, told more than once, as of accounts.
    told = Counter(word for one in passages for word in _ACCOUNT.findall(one.text))
    words |= {word for word, count in told.items() if count > 1}
    return words | {handle for one in passages for handle in _HANDLE.findall(one.text)}


def _often_named(passages: tuple[Passage, ...]) -> set[str]:
    """Return words that stand often, with a capital wherever they do: names, even where nobody lists them."""
    words = Counter(word for one in passages for word in _WORD.findall(one.text))
    names = {word for word, count in words.items() if count >= _OFTEN and word[0].isupper() and not word.isupper()}
    return {name for name in names if name.casefold() not in words}


def _may_be_name(match: re.Match[str], passage: Passage) -> bool:
    word = match.group()
    account = passage.form is Form.FIELD and _ACCOUNT.fullmatch(word) is not None
    return word[0].isupper() or account or passage.text[: match.start()].endswith("@")


def _letters(word: str) -> str:
    return "".join(sorted(word.casefold()))


def _are_swapped(one: str, other: str) -> bool:
    """Tell whether two neighbouring letters or figures of `one` stand the other way round in `other`."""
    if len(one) != len(other) or one.casefold() == other.casefold():
        return False
    first, second = one.casefold(), other.casefold()
    places = [place for place, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(places) != _SWAPPED or places[1] - places[0] != 1:
        return False
    return first[places[0]] == second[places[1]] and first[places[1]] == second[places[0]]
