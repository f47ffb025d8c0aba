"""A team's own words: the tables that they may be added to, and a table made of them."""

from __future__ import annotations

from pmexport.model.terms import FieldName, SectionKind
from pmexport.reader.vocabulary.files import Words, read_words

OwnWords = tuple[tuple[str, str, str], ...]
"""A team's words: the table and the name that each belongs to, and the word."""

SEVERITIES = "severity"
_LEAST = 4


def table_of(own: OwnWords) -> Words:
    """Return the tables that hold a team's words, in the shape of a data file."""
    words: Words = {}
    for table, name, word in own:
        names = words.setdefault(table, {})
        names[name] = f"{names[name]}|{word}" if name in names else word
    return words


def tables() -> dict[str, tuple[str, ...]]:
    """Return the tables that a team may add words to, and the names in each; for severities the levels."""
    known = {table: tuple(names) for table, names in read_words("en").items()}
    known["sections"] = (*dict.fromkeys((*SectionKind, *known["sections"])),)
    known["fields"] = (*FieldName,)
    # The months are a list in order, to which nothing can be added.
    known["dates"] = tuple(name for name in known["dates"] if name not in {"months", "order"})
    return known | {SEVERITIES: tuple(str(level) for level in range(_LEAST + 1))}
