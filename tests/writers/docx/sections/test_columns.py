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


def test_groups_of_a_section_without_a_heading_rank_as_sections_do(draw: Draw) -> None:
    column = r.Column(anchor="cost", heading="What it cost", blocks=(p.Para(inlines("Much.")),))

    word = draw(r.Columns(anchor="groups", heading="", columns=(column,), side_by_side=True))

    assert [(one.style, one.rank) for one in word.paragraphs() if one.text == "What it cost"] == [("ColumnHeading", 1)]
    assert "" not in word.styled("Heading1")
