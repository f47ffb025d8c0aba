"""The road back: an edited Word document to Markdown, by itself or as changes of the source that it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from pmexport.convert import read, rendered
from pmexport.errors import UnreadableError
from pmexport.model.options import PageOptions, ReadOptions, WordOptions
from pmexport.model.rendering import Rendering
from pmexport.model.terms import Audience
from pmexport.reader import apart, word
from pmexport.reader.word.changes import Change, merged
from pmexport.reader.word.remarks import Remark
from pmexport.report.labels import labels, spoken_languages
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Theme

# A document of which less is left is another document: changes of it would take the source apart.
_LEAST_KEPT = 0.15
# One that has so much in common with an edited document is what that was.
_PLAINLY = 0.9
_BRIEFING = "is a briefing, which leaves out most of its postmortem; --against SOURCE puts what was changed into that"
_AUDIENCES = (Audience.FULL, Audience.LEADERSHIP)


class Imported(Struct, frozen=True):
    """A Word document as Markdown, what was changed in it since it was made, and what was remarked beside it.

    `note` says what its reader should know of the text, such as that it is but a briefing.
    """

    text: str
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    note: str = ""


def imported(
    content: bytes,
    name: str,
    source: bytes | None = None,
    read_options: ReadOptions | None = None,
    page_options: PageOptions | None = None,
    *,
    theme: Theme | None = None,
    word_options: WordOptions | None = None,
) -> Imported:
    """Return the Word document `content`, the file `name`, as Markdown; with a `source`, that source with its changes.

    What changed is seen by making the document from the source once more, with all that it was made with, in the
    language that it says it is in; it may be of any incident of the source, and for leaders. Raises UnreadableError,
    also for a report for customers, which is not made from that source; UnavailableError.
    """
    kind = _kind(word.subject(content, name))
    if kind == "customer":
        raise UnreadableError(
            "is a report for customers, made of the text that was written for them",
            place=name,
            instead="change that text, NAME.customer.md, or hold the edited file against the source with leakcheck",
        )
    if source is None:
        return Imported(word.source_of(content, name), note=_BRIEFING if kind == "leadership" else "")
    page, brand = page_options or PageOptions(), theme or load_theme().theme
    word_options = replace(word_options or WordOptions(), editable=word.is_editable(content, name))
    made = _made(source, read_options or ReadOptions(), page, brand, word_options)
    spoken = word.language(content, name)
    first = next(made)
    if spoken in {"", word.language(first.content, name)}:
        made = chain((first,), made)
    else:
        asked = replace(read_options or ReadOptions(), language=spoken)
        made = _made(source, asked, replace(page, language=spoken), brand, word_options)
    candidate, pair = _likest(made, content, name)
    found = merged(candidate.stretch, pair.before, pair.after, loose=pair.loose)
    return Imported(candidate.before + found.text + candidate.after, found.changes, pair.remarks)


class _Made(Struct, frozen=True, kw_only=True):
    """A document of a source, the stretch of the source that it tells, and what stands around that."""

    content: bytes
    stretch: str
    before: str
    after: str


def _made(
    source: bytes, options: ReadOptions, page: PageOptions, theme: Theme, word_options: WordOptions
) -> Iterator[_Made]:
    """Yield the documents that `source` could have been made into: of each incident, for all and for leaders."""
    postmortems = read(source, options).postmortems
    stretches = apart.stretches(source, options)
    for audience in _AUDIENCES:
        for postmortem, (start, end) in zip(postmortems, stretches.spans, strict=True):
            done = rendered(postmortem, replace(page, audience=audience), theme, ("docx",), word=word_options)
            match done.made[0]:
                case Rendering(content=content):
                    text = stretches.text
                    yield _Made(content=content, stretch=text[start:end], before=text[:start], after=text[end:])
                case fault:
                    raise fault


def _likest(made: Iterator[_Made], content: bytes, name: str) -> tuple[_Made, word.Pair]:
    """Return which of `made` became the document `content`. Raises UnreadableError where none did."""
    found: list[tuple[_Made, word.Pair]] = []
    for candidate in made:
        found.append((candidate, word.compared(candidate.content, content, name)))
        if found[-1][1].likeness >= _PLAINLY:
            break
    best = max(found, key=lambda one: one[1].likeness)
    if best[1].kept < _LEAST_KEPT:
        raise UnreadableError(
            "does not come from that source: next to nothing of it is left", place=name, instead="read it with --alone"
        )
    return best


def _kind(subject: str) -> str:
    """Return for whom a document is whose properties say `subject`, in any language; empty where they do not say."""
    for language in sorted({"en", *spoken_languages()}):
        table = labels(language)
        kinds, customer = table["kind"], table["customer"]
        if isinstance(customer, dict) and customer["kind"] == subject:
            return "customer"
        if isinstance(kinds, dict):
            found = next((name for name, said in kinds.items() if said == subject), "")
            if found:
                return str(found)
    return ""
