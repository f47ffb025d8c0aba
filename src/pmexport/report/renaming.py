"""The page's own words as a theme says them: which label is meant, and whether its blanks are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pmexport.errors import ThemeError
from pmexport.model.options import Renamed

# Where a label named without its table is looked for, the first table that has it winning.
_SEARCHED = ("heading", "figure", "milestone", "phase", "status", "action_table", "event_table", "masthead", "kind",
             "marks", "page", "briefing", "customer")  # fmt: skip
_BLANK = re.compile(r"\{(\w*)\}")
_FORMAT = re.compile(r"[{}]")

Labels = Mapping[str, object]


def renamed(labels: Labels, words: Iterable[Renamed]) -> Labels:
    """Return `labels` with `words` in place of those they name. Raises ThemeError for a word that names none."""
    tables = {name: dict(table) if isinstance(table, Mapping) else table for name, table in labels.items()}
    for word in words:
        table, key = _meant(labels, word)
        tables[table][key] = _kept(word, _text(labels, table, key))  # type: ignore[index]  # _meant found it in a table
    return tables


def faults(labels: Labels, words: Iterable[Renamed]) -> Iterator[ThemeError]:
    """Yield what is wrong with each of `words`."""
    for word in words:
        try:
            renamed(labels, (word,))
        except ThemeError as fault:
            yield fault


def known_labels(labels: Labels) -> Iterator[tuple[str, str, str]]:
    """Yield table, key and words of every label that can be renamed."""
    for table in _SEARCHED:
        content = labels.get(table)
        for key, text in content.items() if isinstance(content, Mapping) else ():
            if isinstance(text, str):
                yield table, key, text


def _meant(labels: Labels, word: Renamed) -> tuple[str, str]:
    found = [(table, key) for table, key, _ in known_labels(labels) if key == word.key and word.table in ("", table)]
    if found:
        return found[0]
    from difflib import get_close_matches  # noqa: PLC0415  only a mistake needs it

    known = [key for table, key, _ in known_labels(labels) if word.table in ("", table)]
    near = get_close_matches(word.key, known, n=1, cutoff=0.5)
    instead = f"write {near[0]}" if near else "docs/labels.md lists them"
    raise ThemeError(f"{word.name or word.key} names no word of the page", place=word.place, instead=instead)


def _text(labels: Labels, table: str, key: str) -> str:
    content = labels[table]
    return str(content[key]) if isinstance(content, Mapping) else ""


def _kept(word: Renamed, ours: str) -> str:
    """Return the words, whose blanks must be those of `ours`, which is filled in later."""
    blanks = set(_BLANK.findall(ours))
    odd = [name for name in _BLANK.findall(word.text) if name not in blanks]
    if odd or _FORMAT.search(_BLANK.sub("", word.text)):
        may = f"in braces write one of {', '.join(sorted(blanks))}" if blanks else "write it without braces"
        raise ThemeError(f"{word.name or word.key} is {word.text!r}", place=word.place, instead=may)
    return word.text
