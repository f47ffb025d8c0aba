"""What stands between two events."""

from pmexport.model.prose import Para, Str
from pmexport.reader.drafts import DayMark, DraftEvent, DraftRun
from pmexport.reader.gathering import gathered
from pmexport.reader.written_dates import WrittenDate


def run(name: str) -> DraftRun:
    return DraftRun([DraftEvent(stamp=None, content=(Para((Str(name),)),))])


def test_a_paragraph_between_two_events_belongs_to_the_first() -> None:
    between, after = Para((Str("b"),)), Para((Str("d"),))
    joined, last = gathered([run("a"), between, run("c"), after], set())

    assert isinstance(joined, DraftRun)
    assert joined.events[0].content[-1] is between
    assert (len(joined.events), last) == (2, after)


def test_a_day_parts_two_runs() -> None:
    day = DayMark(Para((Str("12 May"),)), WrittenDate(month=5, day=12))

    assert len(gathered([run("a"), day, run("c")], set())) == 3


def test_a_name_stays_above_what_it_names() -> None:
    name = Para((Str("Detection"),))

    assert gathered([run("a"), name, run("c")], {id(name)})[1] is name
