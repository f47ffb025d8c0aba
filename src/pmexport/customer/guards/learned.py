"""What one postmortem calls by name, learned from the whole of it: people, services, tables, marks, sums, places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pmexport.customer import figures
from pmexport.customer.folding import folded
from pmexport.customer.guards.coded import names_in_code
from pmexport.customer.guards.inside import (
    amounts,
    full_names,
    logins,
    names_in_kanji,
    own_marks,
    own_names,
    own_places,
    own_words,
    phones,
    released,
    releases,
    small_nouns,
)
from pmexport.customer.guards.known import Known
from pmexport.customer.guards.lexicon import calendar_words, is_word, name_lists, ordinary_names, public_names
from pmexport.customer.guards.people import doers, initials_of, inside, name_words, people_of, running_text
from pmexport.customer.guards.spellings import spellings
from pmexport.customer.leakcheck import every_string
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import text_of

_SHORTEST_PART, _SHORTEST_ALONE = 3, 5
_TICKET = re.compile(r"\b([A-Z][A-Z0-9]{1,9})-\d{1,7}\b")


def known_of(postmortem: Postmortem, services: Iterable[tuple[str, str]] = ()) -> Known:
    """Return what `postmortem` calls by name; `services` are pairs of an internal and a public name."""
    lowered = _lower_case_words(postmortem)
    told = [text for content in inside(postmortem) for text in every_string(content)]
    people = list(people_of(postmortem))
    people += [*full_names(told, {word for one in people for word in name_words(one)}), *logins(told)]
    names = {spelt for text in people for name in name_words(text) for spelt in spellings(name)}
    names -= name_lists()["standards"] | calendar_words()
    written = " ".join(map(folded, people))
    ordinary = {
        name
        for name in names
        if name in ordinary_names()
        or is_word(name)
        # A login is written small, and is nobody else's word.
        or ({name, f"{name}s"} & lowered and name.capitalize() in written)
    }
    pairs = list(services)
    public = {figures.key(name) for _, name in pairs}
    codes, tables = names_in_code(postmortem)
    words = _service_words(postmortem)
    places = own_places(told) - names
    machines = {f"{word} {noun}" for word in words - public for noun in name_lists()["machinery"]}
    return Known(
        people=frozenset(names - ordinary),
        ambiguous=frozenset(ordinary | (set(doers(postmortem)) - lowered - public - names)),
        services=frozenset((_services(postmortem, pairs) | machines | (words - name_lists()["everyday"])) - public),
        codes=frozenset(codes),
        tables=frozenset(tables | words),
        initials=frozenset(mark for text in people for mark in initials_of(text)),
        trackers=frozenset(_trackers(postmortem)),
        spoken=frozenset(_spoken(postmortem, codes)),
        proper=(own_names(postmortem) | own_words(told) | released(told) | set(_own_parts(postmortem, pairs)))
        - names
        - public
        - places,
        places=places,
        phones=phones(told),
        small=small_nouns(told),
        releases=releases(told),
        kanji=names_in_kanji(told),
        written=frozenset(name for name in names if name.isalpha() and name.capitalize() in written),
        marks=own_marks(told),
        amounts=amounts(told),
    )


def _spoken(postmortem: Postmortem, codes: Iterable[str]) -> Iterator[str]:
    """Yield, with spaces, those of `codes` that the running text of `postmortem` says as plain words."""
    said = " ".join(folded(text).casefold() for text in running_text(postmortem))
    for code in codes:
        plain = figures.key(code)
        if " " in plain and re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", said):
            yield plain


def _trackers(postmortem: Postmortem) -> Iterator[str]:
    """Yield what stands before the number of each ticket that `postmortem` names, in small letters."""
    told = (
        text
        for item in postmortem.action_items
        for text in (item.action, *item.links, *(text_of(detail.value) for detail in item.details))
    )
    for text in (*told, *(text_of(field.value) for field in postmortem.fields)):
        yield from {match[1].casefold() for match in _TICKET.finditer(text)} - name_lists()["standards"]


def _service_words(postmortem: Postmortem) -> set[str]:
    """Return the services of one word, which count only where the text uses them as a service or the like."""
    return {
        name
        for text, _ in figures.named_services(postmortem)
        for part in re.split(r"[\n,;]", text)
        if re.fullmatch(r"[a-z]\w{2,30}", name := figures.key(re.sub(r"\(.*", "", part).strip(" -*:.")))
    }


def _services(postmortem: Postmortem, pairs: list[tuple[str, str]]) -> set[str]:
    found = {figures.key(internal) for internal, _ in pairs if " " in figures.key(internal)}
    for text, _ in figures.named_services(postmortem):
        for part in re.split(r"[\n,;]", text):
            name = figures.key(re.sub(r"\(.*", "", part).strip(" -*:."))
            if " " in name and len(name.split()) <= 4:  # noqa: PLR2004  a longer one is a sentence
                found.add(name)
            found |= set(_parted(name))
    return found


def _own_parts(postmortem: Postmortem, pairs: list[tuple[str, str]]) -> Iterator[str]:
    """Yield what of the names of services is no word by itself, which people say alone: the kraken of kraken-core."""
    if postmortem.language.partition("-")[0] != "en":
        return
    known = {word for _, public in pairs for word in figures.key(public).split()} | public_names()
    for name in (*_services(postmortem, pairs), *(figures.key(internal) for internal, _ in pairs)):
        for part in name.split():
            if len(part) >= _SHORTEST_ALONE and part.isalpha() and not is_word(part) and part not in known:
                yield part


def _parted(name: str) -> Iterator[str]:
    """Yield `name` as two words where it is written as one: orderhub as order hub."""
    if not is_word(name) and name.isalpha():
        for at in range(_SHORTEST_PART, len(name) - _SHORTEST_PART + 1):
            if is_word(name[:at]) and is_word(name[at:]):
                yield f"{name[:at]} {name[at:]}"


def _lower_case_words(postmortem: Postmortem) -> frozenset[str]:
    """Return the words that the running text writes with small letters: no names, or names that are words as well."""
    texts = running_text(postmortem)
    return frozenset(word for text in texts for word in re.findall(r"\b[a-z]{2,20}\b", text))
