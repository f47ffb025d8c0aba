"""What stands in a document."""

from pmexport.reader.word import units
from pmexport.reader.word.units import Kind


def test_the_pieces_come_in_order(made: bytes) -> None:
    kinds = [unit.kind for unit in units(made, "s.docx")]

    assert kinds[:3] == [Kind.TITLE, Kind.MASTHEAD, Kind.PARAGRAPH]
    assert kinds[-1] is Kind.NOTE


def test_rows_know_their_cells(made: bytes) -> None:
    rows = [unit.cells for unit in units(made, "s.docx") if unit.kind is Kind.ROW]

    assert ("Alert on cold indexes", "Jonah Weiss", "2 Apr 2026", "Done") in rows
