"""Labels and their values: side by side where they have the sheet's width and are short, else one over the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from pmexport.model import prose as p
from pmexport.writers.docx.inlines import inlines
from pmexport.writers.docx.manuscript import Manuscript, Place
from pmexport.writers.docx.markup import Element, Voice, keep, paragraph, run
from pmexport.writers.docx.placed import placed

# What the style of a label beside its value leaves to the label, in points, and the letters that have room there.
_ASIDE = 130.0
_LONGEST_LABEL = 26
_LONG_VALUE = 110
_TWIPS = 20
_Blocks: TypeAlias = Callable[[Iterable[p.Block], Place, Manuscript], list[Element]]
"""What sets blocks; it is handed in, since blocks hold labels and labels blocks."""


def definitions(items: Sequence[p.Definition], place: Place, manuscript: Manuscript, blocks: _Blocks) -> list[Element]:
    """Return `items` as labels with their values, all of one list in the same way."""
    wide = not place.dense and not place.indent and place.width == manuscript.width
    beside = wide and all(map(_fits_beside, items))
    return [element for item in items for element in _definition(item, place, manuscript, blocks, beside=beside)]


def _fits_beside(item: p.Definition) -> bool:
    """Say whether the label of `item` is short enough to stand beside its value, and the value begins with text."""
    label = p.text_of(item.term)
    first = item.content[0] if item.content else None
    return len(label) <= _LONGEST_LABEL and "\n" not in label and isinstance(first, p.Para | p.Plain)


def _definition(
    item: p.Definition, place: Place, manuscript: Manuscript, blocks: _Blocks, *, beside: bool
) -> list[Element]:
    """Return a label, its value set strong where it is short, and what qualifies the value set soft."""
    match item.content:
        case (p.Plain(content),) if place.dense and place.style != "FactDetail":
            # Beside an event's words there is no room for a line each.
            note = replace(place, style="TableNote", voice=Voice())
            said = [*inlines(item.term, note, manuscript), run(" "), *inlines(content, note, manuscript)]
            return [manuscript.noted(item.line, placed("TableNote", place, said))]
        case (p.Para() | p.Plain() as first, *_) if beside:
            return _beside(item, first, place, manuscript, blocks)
    label = manuscript.noted(
        item.line, placed("FactLabel", place, inlines(item.term, replace(place, style="FactLabel"), manuscript))
    )
    detail = replace(place, style="FactDetail", dense=True)
    further = blocks(item.content[1:], detail, manuscript)
    match item.content[:1]:
        case (p.Para(content) | p.Plain(content) as first,):
            style = "FactValue" if _is_short(first) else "FactText"
            value = [placed(style, place, inlines(content, replace(place, style=style), manuscript))]
        case other:
            value = blocks(other, detail, manuscript)
    return [label, *value, *further]


def _is_short(first: p.Para | p.Plain) -> bool:
    return isinstance(first, p.Plain) and len(p.text_of(first.content)) < _LONG_VALUE


def _beside(
    item: p.Definition, first: p.Para | p.Plain, place: Place, manuscript: Manuscript, blocks: _Blocks
) -> list[Element]:
    """Return one line with the label and, behind a tab, the value; what follows stands under the value."""
    style = "Fact" if _is_short(first) else "FactProse"
    inside = replace(place, style=style, width=place.width - _ASIDE)
    name = inlines(item.term, replace(inside, voice=Voice(style="FactName")), manuscript)
    line = manuscript.noted(
        item.line, paragraph(style, [*name, run("\t"), *inlines(first.content, inside, manuscript)])
    )
    under = replace(inside, style="FactDetail", dense=True, indent=round(_ASIDE * _TWIPS))
    further = blocks(item.content[1:], under, manuscript)
    if further:
        keep(line)
    return [line, *further]
