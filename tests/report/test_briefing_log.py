"""What was chosen and what left out is told by line."""

from pmexport.report.briefing_log import told
from pmexport.report.briefing_text import Topic
from pmexport.report.plain import Piece


def pieces(*lines: int) -> tuple[Piece, ...]:
    return tuple(Piece(text="x", line=line) for line in lines)


def messages(everything: tuple[Piece, ...], chosen: tuple[Piece, ...]) -> list[tuple[int, str]]:
    found = told({Topic.FACTORS: everything}, {Topic.FACTORS: chosen}, (), dated=True)
    return [(one.line, one.message) for one in found]


def test_what_is_said_is_told_with_its_lines() -> None:
    assert messages(pieces(3, 4), pieces(3, 4)) == [(3, "the briefing says of contributing factors: lines 3, 4")]


def test_what_had_no_room_is_told_beside_it() -> None:
    assert messages(pieces(3, 4, 5), pieces(3)) == [
        (3, "the briefing says of contributing factors: line 3; left out: lines 4, 5")
    ]


def test_a_topic_left_out_whole_is_told_as_well() -> None:
    assert messages(pieces(3), ()) == [(3, "the briefing leaves out, of contributing factors: line 3")]


def test_lines_passed_over_are_told_each_once() -> None:
    (note,) = told({}, {}, (9, 4, 9), dated=True)

    assert (note.line, note.message) == (
        4,
        "the briefing passes over what holds code, handles or blanks, is long, or does not stand by itself: lines 4, 9",
    )


def test_without_a_day_it_is_said_that_nothing_can_be_called_late() -> None:
    promised = {Topic.PROMISES: pieces(8)}
    found = told(promised, promised, (), dated=False)

    assert found[-1].hint == "--today DATE holds due dates against that day"
