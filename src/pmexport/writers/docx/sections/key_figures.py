"""The strip of figures."""

from __future__ import annotations

from pmexport.model.report import KeyFigure, KeyFigures
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element, settled, words
from pmexport.writers.docx.table import Cell, Row, table

_MOST_IN_A_ROW = 5


def key_figures(section: KeyFigures, manuscript: Manuscript) -> list[Element]:
    """Return the figures side by side, each over its label, so that they are read aloud as pairs.

    The one row is the header row: it says what is in the columns.
    """
    figures = section.figures
    missing = [words(section.missing, "FiguresMissing" if figures else "FiguresNone")] if section.missing else []
    if not figures:
        return missing
    lines = -(-len(figures) // _MOST_IN_A_ROW)
    length = -(-len(figures) // lines)
    content: list[Element] = []
    for start in range(0, len(figures), length):
        row = figures[start : start + length]
        widths = [manuscript.width / length] * len(row)
        cells = tuple(Cell(content=_figure(figure)) for figure in row)
        content.append(table("FiguresTable", widths, [Row(cells=cells, header=True)], title=section.heading))
    return settled([*content, *missing])


def _figure(figure: KeyFigure) -> tuple[Element, ...]:
    value = words(figure.value, "FigureValue" if figure.recorded else "FigureMissing")
    note = (words(figure.note, "FigureLabel"),) if figure.note else ()
    return (value, words(figure.label, "FigureLabel"), *note)
