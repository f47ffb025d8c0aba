"""A Word document of ours, edited in Word, LibreOffice or Google Docs, back to Markdown."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from pmexport.reader.word.letters import letters
from pmexport.reader.word.markdown import as_markdown
from pmexport.reader.word.package import W, bared, has_lost_styles, opened, text_of
from pmexport.reader.word.remarks import Remark, remarks_of
from pmexport.reader.word.rewording import reworded
from pmexport.reader.word.units import Unit, units_of
from pmexport.reader.word.wording import wording


def units(content: bytes, name: str) -> tuple[Unit, ...]:
    """Return what stands in the Word document `content`, piece by piece. Raises UnreadableError, naming the file."""
    return units_of(opened(content, name))


def markdown(content: bytes, name: str) -> str:
    """Return the Word document `content` as Markdown. Raises UnreadableError, naming the file."""
    return as_markdown(units(content, name))


def source_of(content: bytes, name: str) -> str:
    """Return the Word document `content` as Markdown, in its source's own words where it keeps them.

    Raises UnreadableError, naming the file.
    """
    word = opened(content, name)
    page = as_markdown(units_of(word))
    return reworded(page, word.wording) if word.wording and not has_lost_styles(word) else page


def wording_of(parts: Mapping[str, bytes], source: str) -> bytes:
    """Return what a document of `parts`, by their names, should keep of the wording of `source`, to be read back."""
    return wording(as_markdown(units_of(text_of(parts))), source)


class Pair(Struct, frozen=True, kw_only=True):
    """A document and what became of it, piece by piece; `loose` says that neither tells what its pieces are.

    `kept` is how much of what was made is still there, by letters, and `likeness` how much the two have in common.
    """

    before: tuple[Unit, ...]
    after: tuple[Unit, ...]
    loose: bool
    kept: float
    likeness: float
    remarks: tuple[Remark, ...] = ()


def compared(made: bytes, edited: bytes, name: str) -> Pair:
    """Return the Word document `made` and the same one `edited`, the file `name`, to be held against each other.

    Where the edited one came back without our styles, as from Google Docs, both are read without: what we computed then
    stands in both, and is no change. Raises UnreadableError.
    """
    before, after = opened(made, name), opened(edited, name)
    loose = has_lost_styles(after)
    if loose:
        before, after = bared(before), bared(after)
    olds, news = units_of(before), units_of(after)
    was, now = ({letters(_words(unit)) for unit in units} for units in (olds, news))
    shared, size, other = (sum(map(len, some)) for some in (was & now, was, now))
    return Pair(
        before=olds,
        after=news,
        loose=loose,
        kept=shared / max(1, size),
        likeness=2 * shared / max(1, size + other),
        remarks=tuple(remarks_of(opened(edited, name))),
    )


def subject(content: bytes, name: str) -> str:
    """Return what the properties of the Word document `content` say it is. Raises UnreadableError."""
    return opened(content, name).subject


def language(content: bytes, name: str) -> str:
    """Return the tag of the language that the properties of `content` name, or nothing. Raises UnreadableError."""
    return opened(content, name).language


def is_editable(content: bytes, name: str) -> bool:
    """Return whether `content` has statuses to choose from or dates to pick. Raises UnreadableError."""
    report = opened(content, name).report
    return any(next(one.iter(f"{W}dropDownList", f"{W}date"), None) is not None for one in report)


def theme(content: bytes, name: str) -> str:
    """Return the name of the theme that `content` says it was made with, or nothing. Raises UnreadableError."""
    return opened(content, name).theme


def _words(unit: Unit) -> str:
    return " ".join((unit.text, *unit.cells))
