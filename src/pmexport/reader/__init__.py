"""Reads a postmortem: Markdown bytes to what their author meant, and what could not be placed."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import Block
from pmexport.reader import prose, vocabulary
from pmexport.reader.comments import without_comments
from pmexport.reader.language import spoken
from pmexport.reader.postmortem import PostmortemReader
from pmexport.reader.repairs import repair
from pmexport.reader.source import decode
from pmexport.reader.timestamps import day_comes_first


class Reading(Struct, frozen=True):
    """What a text was found to hold: one postmortem or more, and what the author should know."""

    postmortems: tuple[Postmortem, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def read(content: bytes, options: ReadOptions) -> Reading:
    """Return the postmortem in `content`; a text that is none still gives one, with all its sections kept.

    Raises UnreadableError where `content` is no text.
    """
    source = decode(content, options.name)
    # Before anything looks at the text: a heading in a comment is none.
    uncommented = without_comments(source.text, source.first_line)
    source = replace(source, text=uncommented.text)
    language = options.language or spoken(source.text, source.front_matter)
    words = (
        vocabulary.load(*dict.fromkeys((language, "en")))
        if language in vocabulary.languages()
        else vocabulary.load("en")
    )
    words = replace(words, day_first=day_comes_first(source.text))
    repaired = repair(source.text, source.first_line, words)
    told = [*source.diagnostics, *repaired.diagnostics]
    blocks: list[Block] = []
    for piece in repaired.pieces:
        before = piece.first_line - source.first_line
        emptied = frozenset(line - before for line in uncommented.emptied if line >= before)
        part = prose.blocks(piece.text, first_line=piece.first_line, folder=options.folder, emptied=emptied)
        blocks += part.blocks
        told += part.diagnostics
    reader = PostmortemReader(source, options, words, language)
    postmortem = reader.read(tuple(blocks))
    return Reading((postmortem,), tuple(sorted([*told, *reader.told], key=lambda each: each.line)))


__all__ = ["ReadOptions", "Reading", "read"]
