"""What incident tools hand out is read like a postmortem; the answers are ours, in the shape of each tool's."""

import json
from pathlib import Path

import pytest

from pmexport.errors import UnreadableError
from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import ActionStatus, Milestone, SectionKind
from pmexport.reader import Reading, read

ANSWERS = Path(__file__).parent / "answers"


def answer(name: str) -> Reading:
    return read((ANSWERS / f"{name}.json").read_bytes(), ReadOptions(name=f"{name}.json"))


def found(name: str) -> Postmortem:
    return answer(name).postmortems[0]


@pytest.mark.parametrize(
    ("name", "incident_id", "severity"),
    [
        ("incident_io", "INC-204", ("Major", 1)),
        ("rootly", "INC-204", ("SEV2", 2)),
        ("firehydrant", "#204", ("SEV2", 2)),
        ("grafana", "204", ("Major", 1)),
        ("pagerduty", "#204", ("P1", 1)),
        ("github", "#204", ("sev-2", 2)),
        ("gitlab", "#204", ("severity 2", 2)),
    ],
)
def test_title_id_date_and_severity_are_those_of_the_tool(
    name: str, incident_id: str, severity: tuple[str, int]
) -> None:
    read_as = found(name)

    assert (read_as.title, read_as.incident_id, str(read_as.date)) == ("Checkout fails", incident_id, "2026-03-02")
    assert read_as.severity is not None
    assert (read_as.severity.label, read_as.severity.level) == severity


@pytest.mark.parametrize(
    ("name", "milestones"),
    [
        ("incident_io", {"detected": "10:04", "mitigated": "10:40", "resolved": "11:00"}),
        ("rootly", {"impact_start": "02:00", "detected": "02:04", "mitigated": "02:40", "resolved": "03:00"}),
        ("firehydrant", {"impact_start": "10:00", "detected": "10:04", "resolved": "11:00"}),
        ("grafana", {"impact_start": "10:00", "resolved": "11:00"}),
        ("pagerduty", {"detected": "10:04", "acknowledged": "10:06", "resolved": "11:00"}),
        ("github", {"detected": "10:04", "resolved": "11:00"}),
        ("gitlab", {"detected": "10:04", "resolved": "11:00"}),
    ],
)
def test_the_tool_s_own_moments_are_the_milestones(name: str, milestones: dict[str, str]) -> None:
    marked = {event.milestone: event.start for event in found(name).timeline if event.milestone and event.start}

    assert {milestone: f"{start:%H:%M}" for milestone, start in marked.items()} == {
        Milestone(milestone): time for milestone, time in milestones.items()
    }


@pytest.mark.parametrize("name", ["incident_io", "firehydrant", "grafana", "pagerduty"])
def test_an_entry_keeps_its_author_and_its_text(name: str) -> None:
    event = next(event for event in found(name).timeline if f"{event.start:%H:%M}" == "10:12")

    assert event.actor == "Kim Larsen"
    assert event.text in {"Rollback begins", "Rolling back | all regions"}


@pytest.mark.parametrize(
    ("name", "owner", "due"),
    [
        ("incident_io", "Noor Aziz", None),
        ("rootly", "Noor Aziz", "2026-04-01"),
        ("firehydrant", "Noor Aziz", "2026-04-01"),
        ("grafana", "Noor Aziz", None),
        ("github", "Noor", None),
    ],
)
def test_follow_ups_are_action_items(name: str, owner: str, due: str | None) -> None:
    item = found(name).action_items[0]

    assert item.action.startswith("Add an alert")
    assert (item.owner, item.due.isoformat() if item.due else None) == (owner, due)
    assert item.status is ActionStatus.NOT_STARTED


def test_the_link_of_a_follow_up_is_kept() -> None:
    assert found("incident_io").action_items[0].links == ("https://tracker.example/OPS-7",)


def test_the_sections_of_a_retrospective_keep_their_headings() -> None:
    kinds = [section.kind for section in found("firehydrant").sections]

    assert {SectionKind.WENT_WELL, SectionKind.CONTRIBUTING_FACTORS, SectionKind.IMPACT_USER} <= set(kinds)


def test_a_retrospective_in_html_tells_its_own_timeline() -> None:
    read_as = found("rootly_retrospective")

    assert [event.text for event in read_as.timeline] == ["Alert fired", "Incident resolved"]
    assert [item.owner for item in read_as.action_items] == ["Noor"]
    assert [section.title for section in read_as.sections] == ["What happened", "Timeline", "Action items"]


def test_what_a_form_left_unanswered_is_empty() -> None:
    sections = {section.kind: section.placeholder for section in found("github").sections}

    assert sections[SectionKind.ROOT_CAUSE]
    assert not sections[SectionKind.SUMMARY]


def test_what_only_the_tracker_reads_is_left_out() -> None:
    assert "label" not in repr(found("gitlab").sections)


def test_a_list_of_incidents_gives_several_postmortems() -> None:
    one = (ANSWERS / "firehydrant.json").read_text()
    several = read(f"[{one}, {one.replace('Checkout', 'Search')}]".encode(), ReadOptions(name="a.json"))

    assert [each.title for each in several.postmortems] == ["Checkout fails", "Search fails"]


def test_an_import_is_told_and_names_no_line_of_a_text_nobody_saw() -> None:
    diagnostics = answer("rootly").diagnostics

    assert [each.message for each in diagnostics if each.code == "imported"] == [
        "this is an incident of Rootly, read as if it were Markdown"
    ]
    assert {each.line for each in diagnostics} == {0}


@pytest.mark.parametrize("content", [b'{"a": 1}', b'[{"title": 3}]'])
def test_json_of_something_else_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"a\.json: this JSON is no incident that we know; incident\.io, Rootly"):
        read(content, ReadOptions(name="a.json"))


@pytest.mark.parametrize(
    "text", ["[a link](https://a.example)\n", "{note} all is well\n", "[1, 2]\n", "Post\n", "<b>x\n"]
)
def test_markdown_that_begins_like_something_else_stays_markdown(text: str) -> None:
    assert "imported" not in {each.code for each in read(text.encode(), ReadOptions(name="a.md")).diagnostics}


def test_a_template_of_an_issue_tracker_is_read_like_any_other_text() -> None:
    template = (
        "---\nname: Incident report\nabout: After an incident\nlabels: incident\n---\n\n"
        "### Overview\n\nCheckout failed.\n\n### Root causes\n\n_No response_\n\n"
        "### What didn't go so well?\n\n- The docs\n\n### Action items\n\n- [x] Add an alert (Noor)\n\n"
        "/label ~incident\n/confidential\n"
    )
    read_as = read(template.encode(), ReadOptions(name="incident.md")).postmortems[0]
    kinds = {section.kind: section.placeholder for section in read_as.sections}

    assert kinds[SectionKind.ROOT_CAUSE]
    assert {SectionKind.SUMMARY, SectionKind.WENT_WRONG, SectionKind.ACTION_ITEMS} <= set(kinds)
    assert "confidential" not in repr(read_as)


def told(value: object) -> Reading:
    return read(json.dumps(value).encode(), ReadOptions(name="x.json"))


def test_an_answer_that_lists_incidents_is_a_file_of_several() -> None:
    shared = {"severity": "SEV1", "summary": "It broke", "started_at": "2024-07-25T09:55:00Z"}
    data = [{"type": "incidents", "attributes": {"title": title, **shared}} for title in ("Shop down", "Mail down")]

    assert [each.title for each in told({"data": data}).postmortems] == ["Shop down", "Mail down"]


@pytest.mark.parametrize(("severity", "level"), [("CRITICAL", 0), ("UNKNOWN", None)])
def test_gitlab_s_own_severity_is_read_where_somebody_rated_it(severity: str, level: int | None) -> None:
    issue = {"iid": 4, "title": "Shop down", "description": "## Summary\n\nIt broke.", "severity": severity}
    (found,) = told(issue).postmortems

    assert (found.severity.level if found.severity else None) == level
