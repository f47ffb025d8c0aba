"""The table [reader]: a team's own words."""

from __future__ import annotations

from collections.abc import Mapping

from pmexport.errors import UsageError
from pmexport.settings.layer import nearest

_HEADINGS = "headings"
"""What ``[reader.headings]`` is short for: the vocabulary's table of section headings."""


def own_words(tables: Mapping[str, object]) -> tuple[tuple[str, str, str], ...]:
    """Return a team's words: each the vocabulary's table and name, and the word.

    Raises UsageError for what the vocabulary has no place for: a word in the wrong place would never be found.
    """
    from pmexport.reader.vocabulary import tables as known_tables  # noqa: PLC0415  most runs have no words of their own

    known = known_tables()
    known[_HEADINGS] = known["sections"]
    found: list[tuple[str, str, str]] = []
    for table, names in tables.items():
        place = f"[reader.{table}]"
        if table not in known:
            raise _no_place(table, "[reader]", tuple(known))
        if not isinstance(names, Mapping):
            raise UsageError(f"{table} cannot be {str(names)!r}", place="[reader]", instead=f"write a table, {place}")
        for name, words in names.items():
            if name not in known[table]:
                raise _no_place(name, place, known[table])
            own = words if isinstance(words, list) else [words]
            if not all(isinstance(word, str) and word.strip() for word in own):
                raise UsageError(f"{name} cannot be {str(words)!r}", place=place, instead='write ["first", "second"]')
            section = "sections" if table == _HEADINGS else table
            found += [(section, name, " ".join(str(word).replace("|", " ").split())) for word in own]
    return tuple(found)


def _no_place(name: str, place: str, known: tuple[str, ...]) -> UsageError:
    near = nearest(name, known)
    return UsageError(
        f"there is no {name}",
        place=place,
        instead=f"did you mean {near}?" if near else f"known are {', '.join(known)}",
    )
