"""When the incident began and ended, where the text says so and no event does."""

from example_postmortem import postmortem
from pmexport.facts.ends import told_ends
from pmexport.facts.mentions import moments_of
from pmexport.facts.passages import Form, Passage

MOMENTS = moments_of(postmortem())


def test_a_sentence_may_say_when_the_incident_was_where_no_event_does() -> None:
    text = "The outage lasted from 2026-03-04 09:20 to 2026-03-04 10:40 UTC."

    ends = told_ends(postmortem(), (Passage(text=text, line=5, form=Form.PARAGRAPH),), MOMENTS)

    assert [(one.milestone, f"{one.at:%H:%M}", one.line) for one in ends] == [
        ("impact_start", "09:20", 5),
        ("resolved", "10:40", 5),
    ]


def test_without_a_timeline_a_span_without_a_date_is_on_the_day_of_the_incident() -> None:
    text = "The outage lasted from around 20:20 to 20:46 UTC."

    ends = told_ends(postmortem(), (Passage(text=text, line=5, form=Form.PARAGRAPH),), ())

    assert [f"{one.at:%F %H:%M}" for one in ends] == ["2026-03-04 20:20", "2026-03-04 20:46"]


def test_what_went_down_at_one_time_and_lasted_until_another_is_such_a_span() -> None:
    text = "On March 4, 2026 at 12:05 the site went down for repairs and lasted until March 5, 2026 at 15:01."

    ends = told_ends(postmortem(), (Passage(text=text, line=5, form=Form.PARAGRAPH),), ())

    assert [f"{one.at:%F %H:%M}" for one in ends] == ["2026-03-04 12:05", "2026-03-05 15:01"]
