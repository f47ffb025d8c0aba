"""Badges and status marks as text with shading, each look a character style of its own."""

from __future__ import annotations

from pmexport.model.report import Badge
from pmexport.theme.theme import BadgeStyle, Palette, Shape
from pmexport.writers.docx.markup import Element, Voice, run, w
from pmexport.writers.docx.slots import Slots, named_slots

_MARKS = {
    Shape.NONE: "",
    Shape.RING: "\N{WHITE CIRCLE}",
    Shape.HALF: "\N{CIRCLE WITH LEFT HALF BLACK}",
    Shape.CHECK: "\N{CHECK MARK}",
    Shape.BAR: "\N{BLACK SQUARE}",
    Shape.CROSS: "\N{MULTIPLICATION SIGN}",
    Shape.DOT: "\N{BLACK CIRCLE}",
    Shape.TRIANGLE: "\N{BLACK UP-POINTING TRIANGLE}",
    Shape.DIAMOND: "\N{BLACK DIAMOND}",
}
# Shading ends where the letters end, so that a badge has a space of its own on either side.
_PAD = "\N{NO-BREAK SPACE}"


def padded(label: str, style: str) -> Element:
    """Return `label` as a run in the character style `style` that keeps to one line, with room around its letters."""
    return run(f"{_PAD}{_PAD.join(label.split())}{_PAD}", Voice(style=style))


class Badges:
    """The character styles of the badges that a document uses, added to its styles as they are met."""

    def __init__(self, styles: Element, palette: Palette) -> None:
        self._styles = styles
        self._palette = palette
        self._slots = Slots(named_slots(palette))
        self._added: set[str] = set()

    def label(self, badge: Badge) -> Element:
        """Return `badge` as a shaded run in its own character style."""
        look = self._palette.badge(badge)
        style = self._style(
            f"Badge {badge.scheme.value} {badge.key}",
            w("color", **self._slots.nearest(look.ink).ink()),
            w("bdr", val="single", sz=6, space=0, **self._slots.nearest(look.edge).ink("color")),
            w("shd", **self._slots.nearest(look.ground).fill()),
        )
        return padded(f"{_MARKS[look.shape]} {badge.label}".lstrip(), style)

    def status(self, badge: Badge) -> list[Element]:
        """Return `badge` as its mark and its word; the mark has the colour, the word stays text."""
        look = self._palette.badge(badge)
        mark = _MARKS[look.shape]
        if not mark:
            return [run(badge.label)]
        style = self._style(
            f"Mark {badge.scheme.value} {badge.key}",
            w("color", **self._slots.nearest(look.ink).ink()),
            based="StatusMark",
        )
        return [run(mark, Voice(style=style)), run(f"{_PAD}{badge.label}")]

    def segment(self, key: str, look: BadgeStyle) -> Voice:
        """Return the voice of a stretch of the progress bar: shading alone."""
        fill = w("shd", **self._slots.nearest(look.edge).fill())
        return Voice(style=self._style(f"Bar {key}", fill, based="DefaultParagraphFont"))

    def _style(self, name: str, *properties: Element, based: str = "Badge") -> str:
        """Add the style `name` where it is not there yet, and return its id."""
        identifier = name.title().replace(" ", "").replace("_", "")
        if identifier not in self._added:
            self._added.add(identifier)
            self._styles.append(
                w(
                    "style",
                    w("name", val=name.replace("_", " ")),
                    w("basedOn", val=based),
                    w("uiPriority", val=44),
                    w("semiHidden") if based != "Badge" else None,
                    w("rPr", *properties),
                    type="character",
                    customStyle="1",
                    styleId=identifier,
                )
            )
        return identifier
