"""Reads a postmortem: Markdown bytes to what their author meant, and what could not be placed."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import Block, Blocks
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader import incidents, prose, vocabulary, wiki
from pmexport.reader.comments import without_comments
from pmexport.reader.kept_notes import with_kept_notes
from pmexport.reader.language import spoken
from pmexport.reader.postmortem import PostmortemReader
from pmexport.reader.repairs import repair
from pmexport.reader.source import Source, decode
from pmexport.reader.templating import without_code
from pmexport.reader.written_dates import day_comes_first


class Reading(Struct, frozen=True):
    """What a text was found to hold: one postmortem or more, and what the author should know."""

    postmortems: tuple[Postmortem, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class Opened(Struct, frozen=True, kw_only=True):
    """A text before it is understood: its source, the words it is read with, and the blocks of each incident in it."""

    source: Source
    language: str
    words: vocabulary.Vocabulary
    parts: tuple[incidents.Incident, ...]
    told: tuple[Diagnostic, ...]


def read(content: bytes, options: ReadOptions) -> Reading:
    """Return the postmortems in `content`; a text that is none still gives one, with all its sections kept.

    Raises UnreadableError where `content` is no text.
    """
    text = opened(content, options)
    source, told = text.source, list(text.told)
    postmortems: list[Postmortem] = []
    if len(text.parts) > 1:
        source = replace(source, front_matter=incidents.told_of_all(source.front_matter, text.words))
    for part in text.parts:
        reader = PostmortemReader(source, options, text.words, text.language)
        postmortem = reader.read(part.blocks, around=part.around, notes=part.notes)
        postmortems.append(with_kept_notes(postmortem, (*part.around, *part.blocks)))
        told += reader.told
    if source.origin:
        # The lines are those of a text that the author never saw.
        told = [_imported(source.origin), *(replace(each, line=0) for each in told)]
    return Reading(tuple(postmortems), tuple(sorted(dict.fromkeys(told), key=lambda each: each.line)))


def opened(content: bytes, options: ReadOptions) -> Opened:
    """Return `content` parted into its incidents. Raises UnreadableError where it is no text."""
    source = decode(content, options.name)
    page = without_code(source.text, source.name, source.first_line)
    # Before anything looks at the text: a heading in a comment is none.
    uncommented = without_comments(page.text, source.first_line)
    source = replace(source, text=wiki.as_markdown(uncommented.text))
    language = options.language or spoken(source.text, source.front_matter)
    words = words_of(language, options)
    if (day_first := day_comes_first(source.text)) is not None:
        words = replace(words, day_first=day_first)
    blocks, told = _blocks(source, uncommented.emptied, options, words)
    found = incidents.incidents(blocks, words)
    told += [*source.diagnostics, *page.diagnostics, *found.diagnostics]
    return Opened(source=source, language=language, words=words, parts=found.parts, told=tuple(told))


def _imported(origin: str) -> Diagnostic:
    return Diagnostic(
        code="imported",
        severity=DiagnosticSeverity.NOTE,
        line=0,
        message=f"this is {origin}, read as if it were Markdown",
        hint=None,
    )


def words_of(language: str, options: ReadOptions) -> vocabulary.Vocabulary:
    """Return the words that a text in `language` is read with: the team's, the language's, and English."""
    known = language if language in vocabulary.languages() else "en"
    return vocabulary.load(*dict.fromkeys((known, "en")), own=options.words)


def _blocks(
    source: Source, emptied: frozenset[int], options: ReadOptions, words: vocabulary.Vocabulary
) -> tuple[Blocks, list[Diagnostic]]:
    """Return the whole text as blocks; `emptied` are the lines (from 0) that held a comment."""
    repaired = repair(source.text, source.first_line, words)
    told = list(repaired.diagnostics)
    blocks: list[Block] = []
    for piece in repaired.pieces:
        before = piece.first_line - source.first_line
        own = frozenset(line - before for line in emptied if line >= before)
        part = prose.blocks(piece.text, first_line=piece.first_line, folder=options.folder, emptied=own)
        blocks += part.blocks
        told += part.diagnostics
    return tuple(blocks), told


__all__ = ["ReadOptions", "Reading", "read"]
