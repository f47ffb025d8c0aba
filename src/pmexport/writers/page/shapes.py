"""The small marks before a status, as SVG in the colour of the text around them."""

from __future__ import annotations

from markupsafe import Markup, escape

from pmexport.theme.theme import Shape

_RING = '<circle cx="6" cy="6" r="4.9" fill="none" stroke="{ink}" stroke-width="1.5"/>'
_DRAWING = {
    Shape.NONE: "",
    Shape.RING: _RING,
    Shape.HALF: _RING + '<path d="M6 1.1a4.9 4.9 0 0 1 0 9.8z" fill="{ink}"/>',
    Shape.CHECK: '<circle cx="6" cy="6" r="5.6" fill="{ink}"/>'
    '<path d="M3.4 6.2l1.8 1.8 3.5-3.8" fill="none" stroke="{ground}" stroke-width="1.5"/>',
    Shape.BAR: _RING + '<path d="M3.4 6h5.2" fill="none" stroke="{ink}" stroke-width="1.6"/>',
    Shape.CROSS: _RING + '<path d="M4 4l4 4M8 4l-4 4" fill="none" stroke="{ink}" stroke-width="1.4"/>',
    Shape.DOT: '<circle cx="6" cy="6" r="5" fill="{ink}"/>',
    Shape.TRIANGLE: '<path d="M6 0.8l5.6 10.2h-11.2z" fill="{ink}"/>',
    Shape.DIAMOND: '<path d="M6 0.4l5.6 5.6-5.6 5.6-5.6-5.6z" fill="{ink}"/>',
}


def shape(kind: Shape, ink: str, ground: str) -> Markup:
    """Return the mark `kind` in the colours `ink` and `ground`; the words beside it say the same."""
    drawing = _DRAWING[kind].format(ink=ink, ground=ground)
    if not drawing:
        return Markup()
    return Markup(f'<svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">{drawing}</svg>')  # noqa: S704


def task_shape(word: str, ink: str, *, done: bool) -> Markup:
    """Return the box of a task in a list in the colour `ink`, with `word` for those who cannot see it."""
    tick = f'<path d="M3 6.2l2.2 2.2 4-4.6" fill="none" stroke="{ink}" stroke-width="1.5"/>' if done else ""
    box = f'<rect x="0.75" y="0.75" width="10.5" height="10.5" rx="1.5" fill="none" stroke="{ink}"/>'
    return Markup(  # noqa: S704
        f'<svg class="shape" viewBox="0 0 12 12" width="12" height="12" role="img"><title>{escape(word)}</title>'
        f"{box}{tick}</svg>"
    )
