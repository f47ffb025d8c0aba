from pmexport.chart.labels import fits, spread


def test_labels_with_room_stay_where_they_want_to_be() -> None:
    assert spread([10, 50, 90], [10, 10, 10], 0, 100) == [10, 50, 90]


def test_two_labels_at_one_place_share_the_shift() -> None:
    assert spread([50, 50], [10, 10], 0, 100) == [45, 55]


def test_a_label_at_the_end_is_pushed_back_into_the_line() -> None:
    assert spread([100], [20], 0, 100) == [90]


def test_a_label_pushed_back_pushes_the_one_before_it() -> None:
    assert spread([85, 100], [10, 20], 0, 100) == [75, 90]


def test_the_gap_between_labels_is_kept() -> None:
    assert spread([50, 50], [10, 10], 0, 100, gap=4) == [43, 57]


def test_a_heavy_label_stays_while_a_light_one_gives_way() -> None:
    heavy, light = spread([50, 50], [10, 10], 0, 100, weights=[1000, 1])

    assert (round(heavy), round(light)) == (50, 60)


def test_nothing_to_spread_is_nothing() -> None:
    assert spread([], [], 0, 100) == []


def test_labels_longer_than_the_line_do_not_fit() -> None:
    assert (fits([50, 40], 0, 100, gap=10), fits([50, 41], 0, 100, gap=10)) == (True, False)
