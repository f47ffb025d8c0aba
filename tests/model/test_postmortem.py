"""A postmortem gives what stands in its tree in the order written, wherever it stands."""

from example_postmortem import action, event, para, section
from pmexport.model.postmortem import ActionRun, EventRun, FieldRun, HeaderField, Postmortem
from pmexport.model.prose import Str
from pmexport.model.terms import FieldName, SectionKind

FIELD = HeaderField(name=FieldName.SEVERITY, label="Severity", value=(Str("P1"),))
EARLY, LATE = event("09:52", "Log volume full"), event("11:50", "Resolved")
FIRST, SECOND = action("Drop the slot"), action("Alert on it")

NESTED = section(SectionKind.IMPACT_USER, "User impact", EventRun((LATE,)), ActionRun((SECOND,)))
POSTMORTEM = Postmortem(
    title="Outage",
    lead=(FieldRun((FIELD,)), para("Before everything")),
    sections=(
        section(SectionKind.TIMELINE, "Timeline", EventRun((EARLY,)), ActionRun((FIRST,)), children=(NESTED,)),
        section(None, "Weather"),
    ),
)


def test_sections_are_walked_in_the_order_written() -> None:
    assert [each.title for each in POSTMORTEM.walk()] == ["Timeline", "User impact", "Weather"]


def test_fields_events_and_actions_are_found_at_any_depth() -> None:
    assert POSTMORTEM.fields == (FIELD,)
    assert POSTMORTEM.timeline == (EARLY, LATE)
    assert POSTMORTEM.action_items == (FIRST, SECOND)


def test_contents_begin_with_what_stands_before_the_first_section() -> None:
    assert list(POSTMORTEM.contents())[:2] == [FieldRun((FIELD,)), para("Before everything")]
