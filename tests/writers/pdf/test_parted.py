"""Days and headings at a page's foot without their first row."""

from pmexport.writers.pdf.parted import first_parted

_BODY = (
    '<h2 id="s-timeline">Timeline</h2><table><tr id="day-e-1"></tr><tr id="s-e-1"></tr><tr id="s-e-2"></tr>'
    '<tr class="day" id="day-e-3"></tr><tr class="milestone" id="s-e-3"></tr></table>'
)


def test_a_day_on_the_page_of_its_event_stays() -> None:
    assert first_parted(_BODY, {"s-timeline": 1, "day-e-1": 1, "s-e-1": 1, "day-e-3": 2, "s-e-3": 2}) is None


def test_a_later_day_goes_to_the_page_of_its_event() -> None:
    assert first_parted(_BODY, {"s-timeline": 1, "day-e-1": 1, "s-e-1": 1, "day-e-3": 1, "s-e-3": 2}) == "day-e-3"


def test_the_first_day_takes_its_heading_with_it() -> None:
    assert first_parted(_BODY, {"s-timeline": 1, "day-e-1": 1, "s-e-1": 2}) == "s-timeline"


_HEADED = (
    '<h2 id="s-why">Why</h2><p>{words}</p><h2 id="s-timeline">Timeline</h2><p>{words}</p>'
    '<table><tr id="s-e-1"></tr><tr id="s-e-2"></tr></table>'
)


def test_a_heading_with_a_remark_goes_to_the_page_of_its_table() -> None:
    body = _HEADED.format(words="All times in UTC")

    assert first_parted(body, {"s-why": 1, "s-timeline": 1, "s-e-1": 2, "s-e-2": 2}) == "s-timeline"
    assert first_parted(body, {"s-why": 1, "s-timeline": 1, "s-e-1": 1, "s-e-2": 2}) is None


def test_a_heading_with_text_of_its_own_stays() -> None:
    body = _HEADED.format(words="The pool was exhausted at once. " * 9)

    assert first_parted(body, {"s-why": 1, "s-timeline": 1, "s-e-1": 2, "s-e-2": 2}) is None
