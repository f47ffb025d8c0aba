"""The strip of figures."""

import pytest

from inspect_docx import Draw, WordFile
from pmexport.model import report as r

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_each_figure_stands_with_its_label(word: WordFile) -> None:
    figures = next(table for table in word.tables() if table.style == "FiguresTable")

    assert figures.rows == (
        (
            "2 h 33 min\nCustomer impact",
            "7 min\nTime to detect",
            "1 h 44 min\nTime to mitigate",
            "not recorded\nUsers affected",
            "3 of 9\nActions done",
        ),
    )


def test_a_figure_that_could_not_be_had_is_set_quietly(word: WordFile) -> None:
    assert word.styled("FigureMissing") == ["not recorded"]


def test_many_figures_take_several_rows(draw: Draw) -> None:
    figures = tuple(r.KeyFigure(value=str(n), label=f"Figure {n}", note="so far") for n in range(8))

    tables = draw(r.KeyFigures(anchor="k", heading="Key figures", figures=figures)).tables()

    assert [len(table.rows[0]) for table in tables] == [4, 4]


@pytest.mark.parametrize(("value", "style"), [("2 h", "FiguresMissing"), ("", "FiguresNone")])
def test_the_line_of_missing_figures_stands_clear_of_the_summary(value: str, style: str, draw: Draw) -> None:
    figures = (r.KeyFigure(value=value, label="Customer impact"),) if value else ()
    word = draw(r.KeyFigures(anchor="k", heading="Key figures", figures=figures, missing="Users: not recorded"))
    room = word.xml["word/styles.xml"].find(f".//{_W}style[@{_W}styleId='{style}']/{_W}pPr/{_W}spacing")

    assert word.paragraph("Users").style == style
    assert room is not None
    assert int(str(room.get(_W + "after"))) >= 240
