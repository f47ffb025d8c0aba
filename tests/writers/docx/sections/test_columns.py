"""Groups side by side."""

from example_report import inlines
from inspect_docx import Draw, WordFile
from pmexport.model import prose as p
from pmexport.model import report as r


def test_columns_stand_side_by_side_each_with_its_heading(word: WordFile) -> None:
    columns = [table for table in word.tables() if table.style == "ColumnsTable"]

    assert len(columns) == 2
    assert [cell.split("\n")[0] for cell in columns[0].rows[0]] == ["Users", "Business", "Technical"]


def test_long_columns_stand_one_under_the_other(draw: Draw) -> None:
    column = r.Column(anchor="users", heading="Users", blocks=(p.Para(inlines("Many.")),))

    word = draw(r.Columns(anchor="impact", heading="Impact", columns=(column, column), side_by_side=False))

    assert word.tables() == []
    assert word.styled("Heading2") == ["Users", "Users"]
