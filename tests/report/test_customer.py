"""The page customers get."""

import pytest
from msgspec.structs import replace

from customer_report import POLICY, REPORT, page, report, written
from pmexport.customer.structure import words_of
from pmexport.model.customer import Topic
from pmexport.model.report import ActionTable, EventTable, Masthead, Narrative, Report, Timeline
from pmexport.model.terms import Audience
from pmexport.report.customer import plain_facts


def headings(made: Report) -> list[str]:
    return [section.heading for section in made.sections]


def test_the_order_is_the_one_in_which_customers_ask() -> None:
    assert headings(page()) == [
        "Empty pages on 4 March 2026",
        "Summary",
        "What you saw",
        "When it happened",
        "",
        "What we have done, and what comes next",
        "Questions",
    ]


def test_without_a_text_the_page_is_made_of_true_sentences() -> None:
    made = page(report())
    lead = next(section for section in made.sections if isinstance(section, Narrative))

    assert made.marks.title == "Service incident on 4 March 2026"
    assert "there was a disruption to our service. We are sorry" in repr(lead.blocks)


def test_a_draft_says_so_on_every_page_and_a_signed_text_does_not() -> None:
    assert [page().marks.draft, page(replace(REPORT, draft=False)).marks.draft] == ["DRAFT", ""]


def test_what_the_law_asks_for_follows_the_authors_words_under_one_heading() -> None:
    text = "# T\n\nFor all.\n\n## Questions\n\nWrite to help@lib.example.\n"
    made = page(report(written(text), replace(POLICY, legal="Credits are given as the contract says.")))
    last = made.sections[-1]

    assert headings(made).count("Questions") == 1
    assert isinstance(last, Narrative)
    assert [words_of(block) for block in last.blocks] == [
        "Write to help@lib.example.",
        "Credits are given as the contract says.",
    ]


def test_a_promise_is_worded_as_the_team_says() -> None:
    policy = replace(POLICY, promise="in {month}, year {year} {0}")
    tables = [section for section in page(report(written(), policy)).sections if isinstance(section, ActionTable)]
    labels = [row.status.label for table in tables for row in table.groups[0].rows if row.status]

    assert "in April, year 2026 {0}" in labels


def test_nothing_of_the_file_or_its_authors_is_in_the_properties() -> None:
    made = page()

    assert (made.audience, made.properties.authors, made.marks.incident_id) == (Audience.CUSTOMER, (), "")


def test_a_promise_says_its_month_and_a_kept_one_that_it_is_done() -> None:
    table = next(section for section in page().sections if isinstance(section, ActionTable))

    assert [row.status.label for row in table.groups[0].rows if row.status] == ["Done", "By end of April 2026"]
    assert table.owner_heading == ""


def test_the_revision_stands_on_a_report_that_was_issued_again() -> None:
    head = page(replace(REPORT, revision=2)).sections[0]

    assert isinstance(head, Masthead)
    assert "Revision 2" in repr(head.facts)


def test_a_named_customer_stands_on_its_version() -> None:
    text = "# T\n\nFor all.\n\n## Customer Summary: Contoso\n\nMore.\n"
    head = page(report(written(text, "Contoso"))).sections[0]

    assert isinstance(head, Masthead)
    assert [fact.label for fact in head.facts][-1] == "For"
    assert "Contoso" in repr(head.facts)


def test_the_chart_and_the_table_tell_the_same_moments() -> None:
    chart = next(section for section in page().sections if isinstance(section, Timeline))
    table = next(section for section in page().sections if isinstance(section, EventTable))

    assert [event.row for event in chart.events] == [row.anchor for row in table.rows]
    assert [band.name for band in chart.bands] == ["Service affected", "Recovering"]


@pytest.mark.parametrize("topic", [Topic.OPENING, Topic.CONTACT])
def test_facts_alone_make_sentences(topic: Topic) -> None:
    assert plain_facts(report())[topic].endswith(".")


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        ("help@lib.example", "Write to help@lib.example."),
        ("Call us on +44 20 7946 0958.", "Call us on +44 20 7946 0958."),
    ],
)
def test_where_to_ask_is_a_sentence_even_where_the_team_wrote_one(contact: str, line: str) -> None:
    made = report(written(), replace(POLICY, contact=contact))
    last = page(made).sections[-1]

    assert plain_facts(made)[Topic.CONTACT] == line
    assert isinstance(last, Narrative)
    assert words_of(last.blocks[0]) == line
