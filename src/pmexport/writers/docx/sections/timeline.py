"""The timeline as a chart."""

from __future__ import annotations

from pmexport.chart.timeline import Canvas, draw
from pmexport.model.report import Timeline
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element, paragraph, words
from pmexport.writers.docx.sections.heading import heading


def timeline(section: Timeline, manuscript: Manuscript) -> list[Element]:
    """Return the heading, the note under it, and the chart with its words for those who cannot see it."""
    theme = manuscript.theme
    drawing = draw(section, theme, Canvas(width=manuscript.width, form="across", paint="light"))
    picture = manuscript.pictures.drawing(
        manuscript.document.part,
        drawing.svg,
        size=(drawing.width, drawing.height),
        alt=section.description,
        faces=[face for face in theme.type.faces if not face.italic and face.family != theme.type.emoji],
    )
    note = [words(section.note, "SectionNote")] if section.note else []
    return [heading(section.heading, section.anchor, manuscript), *note, paragraph("Chart", [picture])]
