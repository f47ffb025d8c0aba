from itertools import pairwise

from example_timeline import at, event, pen, picture, timeline
from pmexport.chart.flags import Flag, flags, rows
from pmexport.chart.marks import marks
from pmexport.chart.scale import scale
from pmexport.model.terms import Milestone

STAGES = (Milestone.IMPACT_START, Milestone.DETECTED, Milestone.CAUSE_FOUND, Milestone.MITIGATED, Milestone.RESOLVED)


def hung(*clocks: str, width: float = 493) -> list[Flag]:
    events = [event(at(clock), stage) for clock, stage in zip(clocks, STAGES, strict=False)]
    span = scale([at("09:00"), at("17:00")], 4, width - 4, 30)
    return flags(pen(width), marks(events, span, float))


def test_milestones_far_apart_share_one_row() -> None:
    assert rows(hung("09:10", "12:00", "14:30")) == 1


def test_a_milestone_under_the_words_of_the_one_before_hangs_lower() -> None:
    assert [flag.row for flag in hung("09:10", "09:15", "09:20")] == [0, 1, 2]


def test_words_that_would_leave_the_page_stand_left_of_their_leader() -> None:
    assert [flag.left for flag in hung("09:10", "16:50")] == [False, True]


def test_near_the_right_edge_the_last_milestone_stands_highest() -> None:
    assert [flag.row for flag in hung("16:45", "16:50", "16:55")] == [2, 1, 0]


def test_a_crowd_of_milestones_climbs_by_straight_leaders_over_its_marks() -> None:
    crowd = hung("16:50", "16:52", "16:54", "16:56", "16:58")

    assert [flag.leader for flag in crowd] == [flag.mark.place for flag in crowd]
    assert [flag.row for flag in crowd] == [4, 3, 2, 1, 0]


def test_leaders_bend_where_straight_ones_have_no_room() -> None:
    crowd = hung("12:50", "12:52", "12:54", "12:56", "12:58", width=100)

    assert all(flag.bent is not None for flag in crowd)


def test_bent_leaders_keep_the_order_of_time() -> None:
    leaders = [flag.leader for flag in hung("12:50", "12:52", "12:54", "12:56", "12:58", width=100)]

    assert leaders == sorted(leaders)


def test_no_milestones_take_no_room() -> None:
    assert rows(hung()) == 0


def test_a_label_says_clock_distance_and_name() -> None:
    found = picture(timeline([event(at("10:00"), Milestone.DETECTED, distance="+3 min")]))

    assert found.texts[:2] == ["10:00 +3 min", "Detected"]
    assert found.word("Detected").bold


def test_a_name_too_long_for_the_page_is_shortened_not_lost() -> None:
    long = "The moment at which customers in every region could pay again without any further help"
    found = picture(timeline([event(at("10:00"), Milestone.RESOLVED, label=long)]), width=240)

    assert [word for word in found.texts if word.endswith("…") and long.startswith(word[:-1])]


def test_a_lower_row_takes_one_line_where_its_labels_still_fit() -> None:
    assert [flag.flat for flag in hung("09:10", "09:15", "14:30")] == [False, True, False]


def test_a_lower_row_keeps_two_lines_where_one_would_reach_the_next_leader() -> None:
    lower = hung("09:10", "09:15", "10:05", width=400)

    assert [flag.row for flag in lower][:2] == [0, 1]
    assert all(first.row != second.row or first.reach()[1] <= second.mark.true for first, second in pairwise(lower))


def test_on_one_line_the_clock_stands_before_the_name() -> None:
    found = picture(
        timeline(
            [
                event(at("10:00"), Milestone.IMPACT_START),
                event(at("10:02"), Milestone.DETECTED, distance="+2 min"),
                event(at("10:40"), Milestone.RESOLVED),
            ]
        )
    )
    clock, name = found.word("10:02 +2 min"), found.word("Detected")

    assert clock.y == name.y
    assert clock.x < name.x
