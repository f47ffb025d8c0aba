"""The full report: every section, what leaders ask first put first."""

import pytest
from msgspec.structs import replace

from example_postmortem import action, para, postmortem, section
from pmexport.facts.metrics import measure
from pmexport.model.options import PageOptions
from pmexport.model.postmortem import ActionRun, Postmortem
from pmexport.model.report import ActionTable, Findings, Narrative, Report
from pmexport.model.terms import ActionStatus, DocumentStatus, SectionKind
from pmexport.report.full import full_report

ACTIONS = section(SectionKind.ACTION_ITEMS, "Action items", ActionRun((action("One", ActionStatus.DONE),)))


def report_of(source: Postmortem, options: PageOptions | None = None) -> Report:
    return full_report(source, measure(source), options or PageOptions())


def headings(report: Report) -> list[str]:
    return [section.heading for section in report.sections]


def test_what_leaders_ask_comes_first_then_the_authors_order() -> None:
    source = postmortem(
        sections=(
            section(SectionKind.ROOT_CAUSE, "Root cause", para("It broke.")),
            section(None, "Weather", para("Fine.")),
            ACTIONS,
        )
    )

    assert headings(report_of(source)) == [
        "Empty shelves",
        "Key figures",
        "Summary",
        "Timeline",
        "Action items",
        "Timeline in detail",
        "Root cause",
        "Weather",
    ]


def test_actions_and_timeline_are_found_at_any_depth() -> None:
    outer = section(SectionKind.RESPONSE, "Response", para("We responded."), children=(ACTIONS,))

    report = report_of(postmortem(sections=(outer,)))

    assert any(isinstance(one, ActionTable) for one in report.sections)
    assert headings(report)[-1] == "Response"


def test_a_section_that_holds_action_sections_alone_goes_with_them() -> None:
    outer = section(SectionKind.RESPONSE, "Remediation", children=(ACTIONS,))

    report = report_of(postmortem(sections=(outer,)))

    (table,) = [one for one in report.sections if isinstance(one, ActionTable)]
    assert (table.heading, [group.heading for group in table.groups]) == ("Remediation", ["Action items"])


def test_an_action_section_of_prose_stays_where_it_is() -> None:
    prose = section(SectionKind.ACTION_ITEMS, "Next steps", para("We will think."))

    assert isinstance(report_of(postmortem(sections=(prose,))).sections[-1], Narrative)


def test_a_section_of_placeholders_is_left_out() -> None:
    blank = replace(section(SectionKind.DETECTION, "Detection", para("[How]")), placeholder=True)

    assert "Detection" not in headings(report_of(postmortem(sections=(blank,))))


def test_text_before_the_first_heading_is_the_summary_where_there_is_none() -> None:
    source = replace(postmortem(), lead=(para("We lost a shelf."),), sections=())

    lead = report_of(source).sections[2]

    assert isinstance(lead, Narrative)
    assert (lead.lead, lead.blocks) == (True, (para("We lost a shelf."),))


def test_a_stated_length_that_the_timeline_does_not_bear_out_is_told() -> None:
    findings = [one for one in report_of(postmortem(stated=7200 + 60)).sections if isinstance(one, Findings)]

    assert [item.text for item in findings[0].items] == [
        "Length of the impact: 121 minutes stated, 1 h 20 min in the timeline (09:20 to 10:40)."
    ]


def test_a_draft_is_marked() -> None:
    status = postmortem().document_status
    assert status is not None
    draft = replace(postmortem(), document_status=replace(status, text="Draft", document=DocumentStatus.DRAFT))

    assert (report_of(draft).marks.draft, report_of(postmortem()).marks.draft) == ("Draft", "")


def test_the_command_lines_classification_wins() -> None:
    source = replace(postmortem(), classification="Internal")

    assert report_of(source).marks.classification == "Internal"
    assert report_of(source, PageOptions(classification="Secret")).marks.classification == "Secret"


@pytest.mark.parametrize(("language", "told"), [("en", "Internal"), ("ja", "社内限り"), ("de", "Intern")])
def test_a_usual_classification_is_said_in_the_reports_language(language: str, told: str) -> None:
    options = PageOptions(usual_classification="Internal", language=language)

    assert report_of(postmortem(), options).marks.classification == told


def test_a_classification_of_a_companys_own_stays_as_it_is() -> None:
    options = PageOptions(usual_classification="TLP:AMBER", language="ja")

    assert report_of(postmortem(), options).marks.classification == "TLP:AMBER"


def test_the_themes_classification_stands_where_the_postmortem_says_none() -> None:
    options = PageOptions(usual_classification="Internal")
    told = replace(postmortem(), classification="Public")

    assert [report_of(one, options).marks.classification for one in (postmortem(), told)] == ["Internal", "Public"]


def test_properties_come_from_the_postmortem_alone() -> None:
    properties = report_of(postmortem()).properties

    assert (properties.title, properties.authors, properties.date) == ("Empty shelves", ("Noor Haddad",), "2026-03-04")


def test_no_two_anchors_are_the_same() -> None:
    twice = section(None, "Summary", para("Again."))

    anchors = [one.anchor for one in report_of(postmortem(sections=(twice, twice))).sections]

    assert len(set(anchors)) == len(anchors)
