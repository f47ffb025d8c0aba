"""How high elements stand on the page, estimated."""

import pytest

from pmexport.shipped import shipped
from pmexport.writers.docx.heights import Heights
from pmexport.writers.docx.markup import Element, run, w, words
from pmexport.writers.docx.package import base_parts, opened
from pmexport.writers.docx.table import Cell, Row, table

_LINE = 14.4
_AFTER = 6.5
_HEIGHT = 720.0


@pytest.fixture(scope="module")
def heights() -> Heights:
    """Return the heights in the base document's styles on a page of 490 by 720 points."""
    document = opened(base_parts(shipped("templates") / "base.docx"))
    return Heights(document.styles.element, 490.0, _HEIGHT)


def _points(heights: Heights, *body: Element) -> float:
    return heights.ends(body)[-1].down * _HEIGHT


def _table(rows: int, text: str = "Failover") -> Element:
    cells = [tuple(Cell(content=(words(said, "TableText"),)) for said in (text, "09:12")) for _ in range(rows)]
    return table("ReportTable", [390.0, 100.0], [Row(cells=row) for row in cells])


def test_a_paragraph_is_as_high_as_its_lines_and_the_room_around_it(heights: Heights) -> None:
    assert _points(heights, words("Short.", "BodyText")) == pytest.approx(_LINE + _AFTER)
    assert _points(heights, words("The replica was promoted. " * 8, "BodyText")) == pytest.approx(2 * _LINE + _AFTER)


def test_a_style_has_what_it_does_not_say_from_the_one_it_is_based_on(heights: Heights) -> None:
    assert _points(heights, words("Failover", "TableStrong")) == _points(heights, words("Failover", "TableText"))


def test_letters_of_east_asia_take_the_room_of_two(heights: Heights) -> None:
    assert _points(heights, words("障害" * 40, "BodyText")) > _points(heights, words("ab" * 40, "BodyText"))


def test_lines_broken_by_hand_count(heights: Heights) -> None:
    assert _points(heights, words("one\ntwo\nthree", "BodyText")) == pytest.approx(3 * _LINE + _AFTER)


def test_the_highest_cell_makes_the_row(heights: Heights) -> None:
    one, two = _points(heights, _table(1)), _points(heights, _table(1, "The replica was promoted. " * 5))

    assert two - one == pytest.approx(12.5)


def test_a_row_moves_to_the_next_page_as_a_whole(heights: Heights) -> None:
    row = _points(heights, _table(1))
    fitting = int(_HEIGHT / row)

    assert _points(heights, _table(fitting)) == pytest.approx(fitting * row)
    assert _points(heights, _table(fitting + 1)) == pytest.approx(row)


def test_text_goes_on_over_the_page(heights: Heights) -> None:
    long = words("\n".join(["Failover"] * 60), "BodyText")

    assert _points(heights, long) == pytest.approx(60 * _LINE + _AFTER - _HEIGHT)


@pytest.mark.parametrize(
    "turn", [w("p", w("r", w("br", type="page"))), w("p", w("pPr", w("pageBreakBefore")), run("Contents"))]
)
def test_a_page_that_is_turned_begins_at_its_top(heights: Heights, turn: Element) -> None:
    assert _points(heights, _table(10), turn) <= _LINE


def test_what_a_control_holds_counts(heights: Heights) -> None:
    held = w("sdt", w("sdtContent", words("Timeline", "TOC1"), words("Impact", "TOC1")))

    assert _points(heights, held) == pytest.approx(2 * 14)


def test_some_elements_take_a_share_of_the_page(heights: Heights) -> None:
    assert heights.share([words("Words.", "BodyText")] * 10) == pytest.approx(10 * (_LINE + _AFTER) / _HEIGHT)


def test_pages_are_counted(heights: Heights) -> None:
    turn = w("p", w("r", w("br", type="page")))

    ends = heights.ends([_table(60), turn, words("Words.", "BodyText")])

    assert [spot.page for spot in ends] == [2, 3, 3]
