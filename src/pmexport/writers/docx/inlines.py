"""Inlines to runs."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from pmexport.model import prose as p
from pmexport.writers.docx.links import hyperlink
from pmexport.writers.docx.manuscript import Manuscript, Place
from pmexport.writers.docx.markup import Element, Voice, run

# A pixel of a picture is a 96th of an inch, as in a browser.
_POINTS_A_PIXEL = 0.75


def inlines(content: p.Inlines, place: Place, manuscript: Manuscript) -> list[Element]:
    """Return `content` as runs and links, said as `place` says."""
    return _runs(content, place.voice, place, manuscript)


def _runs(content: p.Inlines, voice: Voice, place: Place, manuscript: Manuscript) -> list[Element]:
    return [element for inline in content for element in _inline(inline, voice, place, manuscript)]


def _inline(inline: p.Inline, voice: Voice, place: Place, manuscript: Manuscript) -> list[Element]:
    match inline:
        case p.Str(text):
            return [run(text, voice)]
        case p.Emph(content):
            return _runs(content, replace(voice, emphasis=True), place, manuscript)
        case p.Strong(content):
            return _runs(content, replace(voice, strong=True), place, manuscript)
        case p.Strikeout(content):
            return _runs(content, replace(voice, struck=True), place, manuscript)
        case p.Code(text):
            return [run(text, replace(voice, style="InlineCode"))]
        case p.Link(content=content):
            linked = _runs(content, replace(voice, linked=True), place, manuscript)
            return hyperlink(inline, linked, place.part, manuscript.bookmarks)
        case p.Image():
            return [_image(inline, voice, place, manuscript)]
        case p.SoftBreak():
            return [run(" ", voice)]
        case p.LineBreak():
            return [run("\n", voice)]
        case p.Note():
            return _note(inline, voice, place, manuscript)
        case _:
            assert_never(inline)


def _image(image: p.Image, voice: Voice, place: Place, manuscript: Manuscript) -> Element:
    picture = image.picture
    if picture is None:
        missing = manuscript.labels.picture_missing.format(alt=image.alt)
        return run(missing, replace(voice, style="Soft", emphasis=True))
    width, height = picture.width * _POINTS_A_PIXEL, picture.height * _POINTS_A_PIXEL
    shrink = min(1.0, place.width / width)
    return manuscript.pictures.inline(
        place.part, picture.content, picture.media_type, size=(width * shrink, height * shrink), alt=image.alt
    )


def _note(note: p.Note, voice: Voice, place: Place, manuscript: Manuscript) -> list[Element]:
    """Return the mark of a footnote; within a footnote, where Word allows no other, its words in brackets."""
    if place.noted:
        return [run(f" ({_words(note.content)})", voice)]
    return [manuscript.add_note(note.content)]


def _words(blocks: p.Blocks) -> str:
    return " ".join(filter(None, map(_block_words, blocks)))


def _block_words(block: p.Block) -> str:
    match block:
        case p.Para(content) | p.Plain(content) | p.Header(content=content):
            return p.text_of(content)
        case p.BlockQuote(content):
            return _words(content)
        case p.BulletList(items) | p.OrderedList(items):
            return " ".join(_words(item.content) for item in items)
        case p.CodeBlock(text=text):
            return text
        case p.Table(head=head, rows=rows):
            return " ".join(p.text_of(cell) for cells in (head, *(row.cells for row in rows)) for cell in cells)
        case p.DefinitionList(items):
            return " ".join(f"{p.text_of(item.term)} {_words(item.content)}" for item in items)
        case p.HorizontalRule():
            return ""
        case _:
            assert_never(block)
