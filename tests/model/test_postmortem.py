"""What a postmortem collects from its tree."""

from pmexport.model.postmortem import ActionItem, ActionRun, EventRun, FieldRun, HeaderField, Postmortem, Section
from pmexport.model.postmortem import TimelineEvent as Event
from pmexport.model.prose import Str

EVENT = Event(start=None, text="Down", content=())
ITEM = ActionItem(action="Add alert", content=())
FIELD = HeaderField(name=None, label="Date", value=(Str("today"),))
INNER = Section(kind=None, heading=(), title="inner", level=3, content=(ActionRun((ITEM,)),))
OUTER = Section(kind=None, heading=(), title="outer", level=2, content=(EventRun((EVENT,)),), children=(INNER,))
WHOLE = Postmortem(title="Shop down", lead=(FieldRun((FIELD,)),), sections=(OUTER,))


def test_sections_are_walked_in_the_order_written() -> None:
    assert [section.title for section in WHOLE.walk()] == ["outer", "inner"]


def test_runs_are_collected_wherever_they_stand() -> None:
    assert (WHOLE.fields, WHOLE.timeline, WHOLE.action_items) == ((FIELD,), (EVENT,), (ITEM,))
