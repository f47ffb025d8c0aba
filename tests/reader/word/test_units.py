"""What stands in a document."""

from pmexport.convert import convert
from pmexport.reader.word import units
from pmexport.reader.word.units import Kind


def test_the_pieces_come_in_order(made: bytes) -> None:
    kinds = [unit.kind for unit in units(made, "s.docx")]

    assert kinds[:3] == [Kind.TITLE, Kind.MASTHEAD, Kind.PARAGRAPH]
    assert kinds[-1] is Kind.NOTE


def test_rows_know_their_cells(made: bytes) -> None:
    rows = [unit.cells for unit in units(made, "s.docx") if unit.kind is Kind.ROW]

    assert ("Alert on cold indexes", "Jonah Weiss", "2 Apr 2026", "Done") in rows


def test_a_label_and_the_value_beside_it_are_two() -> None:
    facts = "- **Time to detect:** 3 min\n- **How:** the [alert](https://host.example/log) fired\n"
    seen = units(convert(f"# Outage\n\n## Detection\n\n{facts}".encode(), "docx").content, "s.docx")

    assert [(unit.kind, unit.text) for unit in seen if unit.kind in {Kind.LABEL, Kind.VALUE}] == [
        (Kind.LABEL, "Time to detect"),
        (Kind.VALUE, "3 min"),
        (Kind.LABEL, "How"),
        (Kind.VALUE, "the [alert](https://host.example/log) fired"),
    ]
