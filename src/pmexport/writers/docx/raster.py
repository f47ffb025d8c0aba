"""Drawings to pixels, beside everything else: the engine leaves Python free to go on with the document."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Thread

from msgspec import Struct

from pmexport.chart.timeline import Canvas, Drawing, draw
from pmexport.errors import UnavailableError
from pmexport.model.report import Report, Timeline
from pmexport.theme.fonts import missing_glyphs
from pmexport.theme.theme import Face, Theme
from pmexport.writers.docx.machine_fonts import Found, fonts_with

_PIXELS_A_POINT = 2.5
NO_OTHERS = Found()


class Raster:
    """A PNG of a drawing in the making, `width` points wide, on a page of the colour `ground`; None lets it through."""

    def __init__(
        self,
        svg: str,
        width: float,
        faces: Iterable[Face],
        others: Found = NO_OTHERS,
        *,
        ground: str | None = "#ffffff",
    ) -> None:
        self._svg = svg
        self._ground = ground
        self._width = round(width * _PIXELS_A_POINT)
        self._fonts = [*(str(face.ttf) for face in faces), *others.files]
        self._alone = others.asked
        self._content = b""
        self._failure = ""
        self._thread = Thread(target=self._paint)
        self._thread.start()

    def png(self) -> bytes:
        """Return the picture, waiting for it. Raises UnavailableError where the engine refuses the drawing."""
        self._thread.join()
        if self._failure:
            raise UnavailableError(f"a drawing could not be turned into a picture ({self._failure})")
        return self._content

    def _paint(self) -> None:
        from resvg_py import svg_to_bytes  # noqa: PLC0415 - an engine, wanted only where there is a drawing

        try:
            self._content = svg_to_bytes(
                svg_string=self._svg,
                width=self._width,
                background=self._ground,
                skip_system_fonts=self._alone,
                font_files=self._fonts,
            )
        except ValueError as error:
            self._failure = str(error)


class Chart(Struct, frozen=True, kw_only=True):
    """A timeline as a drawing, its picture, and the characters for which the picture has no font."""

    drawing: Drawing
    raster: Raster
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
    raster = Raster(drawing.svg, drawing.width, faces, others, ground=ground)
    return Chart(drawing=drawing, raster=raster, missing=others.missing)
