"""The timeline as a chart."""

from __future__ import annotations

from pmexport.model.report import Timeline
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element, paragraph, words
from pmexport.writers.docx.sections.heading import heading


def timeline(section: Timeline, manuscript: Manuscript) -> list[Element]:
    """Return the heading, the note under it, and the chart with its words for those who cannot see it."""
    chart = manuscript.charts[section.anchor]
    picture = manuscript.pictures.drawing(
        manuscript.document.part,
        chart.drawing.svg,
        chart.raster,
        size=(chart.drawing.width, chart.drawing.height),
        alt=section.description,
    )
    note = [words(section.note, "SectionNote")] if section.note else []
    title = [heading(section.heading, section.anchor, manuscript)] if section.heading else []
    return [*title, *note, paragraph("Chart", [picture])]
