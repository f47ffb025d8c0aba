"""A paragraph at the indent of its place, said outright only where its style has another."""

from __future__ import annotations

from collections.abc import Iterable

from pmexport.writers.docx import lists
from pmexport.writers.docx.manuscript import Place
from pmexport.writers.docx.markup import Element, paragraph, w

# How far from the left the styles of the base document set their text, in twips.
SET_IN = {
    "Quote": 227,
    "CodeBlock": 198,
    "ListContinue": lists.step(0),
    "ListContinue2": lists.step(1),
    "ListContinue3": lists.step(2),
}


def placed(style: str, place: Place, content: Iterable[Element], *properties: Element) -> Element:
    """Return a paragraph in `style` at the indent of `place`; `properties` stand before the indent in the schema."""
    if place.indent != SET_IN.get(style, 0):
        properties = (*properties, w("ind", left=place.indent))
    return paragraph(style, content, *properties)
