"""Drawings to pixels. A thread of its own brings nothing: the engine lets no other work go on beside it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from pmexport.chart.timeline import Canvas, Drawing, draw
from pmexport.errors import UnavailableError
from pmexport.model.report import Report, Timeline
from pmexport.theme.fonts import missing_glyphs
from pmexport.theme.theme import Face, Theme
from pmexport.writers.docx.machine_fonts import Found, fonts_with

_PIXELS_A_POINT = 2.5
NO_OTHERS = Found()


def painted(
    svg: str,
    width: float,
    faces: Iterable[Face],
    others: Found = NO_OTHERS,
    *,
    ground: str | None = "#ffffff",
) -> bytes:
    """Return the drawing `svg` as a PNG, `width` points wide, on the colour `ground`; None lets the page through.

    Raises UnavailableError where the engine refuses the drawing.
    """
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - an engine, wanted only where there is a drawing

    try:
        return svg_to_bytes(
            svg_string=svg,
            width=round(width * _PIXELS_A_POINT),
            background=ground,
            skip_system_fonts=others.asked,
            font_files=[*(str(face.ttf) for face in faces), *others.files],
        )
    except ValueError as error:
        raise UnavailableError(f"a drawing could not be turned into a picture ({error})") from error


class Chart(Struct, frozen=True, kw_only=True):
    """A timeline as a drawing, its picture, and the characters for which the picture has no font."""

    drawing: Drawing
    raster: bytes
    missing: str = ""


def charts(report: Report, theme: Theme, width: float) -> dict[str, Chart]:
    """Return the charts of `report`, `width` points wide, by the anchors of their sections."""
    canvas = Canvas(width=width, form="across", paint="light")
    timelines = [section for section in report.sections if isinstance(section, Timeline)]
    # A word across the page goes on behind the chart.
    ground = None if report.marks.draft or theme.watermark else theme.light.ground.hex
    return {section.anchor: _chart(draw(section, theme, canvas), theme, ground) for section in timelines}


def _chart(drawing: Drawing, theme: Theme, ground: str | None) -> Chart:
    named = [face for face in theme.type.faces if not face.italic and f'"{face.family}"' in drawing.svg]
    faces = named or theme.type.faces
    others = fonts_with(missing_glyphs(drawing.svg, faces))
    raster = painted(drawing.svg, drawing.width, faces, others, ground=ground)
    return Chart(drawing=drawing, raster=raster, missing=others.missing)
