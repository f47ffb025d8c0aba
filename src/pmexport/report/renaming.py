"""The page's own words as a theme says them: which label is meant, and whether its blanks are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pmexport.errors import ThemeError
from pmexport.model.options import PLURAL_FORMS, Renamed

# Where a label named without its table is looked for, the first table that has it winning.
_SEARCHED = ("heading", "figure", "milestone", "phase", "status", "action_table", "event_table", "masthead", "kind",
             "marks", "page", "briefing", "customer", "count", "timeline", "findings")  # fmt: skip
_BLANK = re.compile(r"\{(\w*)\}")
_FORMAT = re.compile(r"[{}]")

Labels = Mapping[str, object]


def renamed(labels: Labels, words: Iterable[Renamed]) -> Labels:
    """Return `labels` with `words` in place of those they name. Raises ThemeError for a word that names none."""
    tables = {name: dict(table) if isinstance(table, Mapping) else table for name, table in labels.items()}
    for word in words:
        table, key, ours = _meant(labels, word)
        content = tables[table]
        if isinstance(content, dict):
            content[key] = _said(word, ours, content[key])
    return tables


def faults(labels: Labels, words: Iterable[Renamed]) -> Iterator[ThemeError]:
    """Yield what is wrong with each of `words`."""
    for word in words:
        try:
            renamed(labels, (word,))
        except ThemeError as fault:
            yield fault


def known_labels(labels: Labels) -> Iterator[tuple[str, str, str | Mapping[str, str]]]:
    """Yield table, key and words of every label that can be renamed; a counted one has its words by plural form."""
    for table in _SEARCHED:
        content = labels.get(table)
        for key, words in content.items() if isinstance(content, Mapping) else ():
            if isinstance(words, str) or (isinstance(words, Mapping) and set(words) <= set(PLURAL_FORMS)):
                yield table, key, words


def _meant(labels: Labels, word: Renamed) -> tuple[str, str, str | Mapping[str, str]]:
    known = [one for one in known_labels(labels) if word.table in ("", one[0])]
    if found := next((one for one in known if one[1] == word.key), None):
        return found
    from difflib import get_close_matches  # noqa: PLC0415  only a mistake needs it

    near = get_close_matches(word.key, [key for _, key, _ in known], n=1, cutoff=0.5)
    instead = f"write {near[0]}" if near else "docs/labels.md lists them"
    raise ThemeError(f"{word.name or word.key} names no word of the page", place=word.place, instead=instead)


def _said(word: Renamed, ours: str | Mapping[str, str], before: object) -> object:
    """Return what takes the place of `before`, which was `ours` or what another word made of it."""
    if isinstance(ours, Mapping):
        # A form may leave the count out, and another language's may need it.
        text = _kept(word, " ".join(("{count}", *ours.values())))
        forms = before if isinstance(before, Mapping) else {}
        return {**forms, word.form: text} if word.form else {"other": text}
    if word.form:
        found = f"{word.name or word.key} is said of no number, so that it has one form"
        raise ThemeError(found, place=word.place, instead="write its words alone")
    return _kept(word, ours)


def _kept(word: Renamed, ours: str) -> str:
    """Return the words, whose blanks must be those of `ours`, which is filled in later."""
    blanks = set(_BLANK.findall(ours))
    odd = [name for name in _BLANK.findall(word.text) if name not in blanks]
    if odd or _FORMAT.search(_BLANK.sub("", word.text)):
        may = f"in braces write one of {', '.join(sorted(blanks))}" if blanks else "write it without braces"
        raise ThemeError(f"{word.name or word.key} is {word.text!r}", place=word.place, instead=may)
    return word.text
