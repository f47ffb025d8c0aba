"""What stands at the head of a document."""

import datetime as dt

from read_text import postmortem, reading


def test_without_a_heading_the_file_s_name_gives_title_date_and_id() -> None:
    found = postmortem("## Summary\n\nIt broke.\n", "INC-12-2024-07-25-shop-down.md")

    assert ("Shop down", dt.date(2024, 7, 25), "INC-12") == (found.title, found.date, found.incident_id)


def test_a_heading_with_its_value_is_a_field() -> None:
    found = postmortem("## Owner: Kim\n\n# Overview\n\nIt broke.\n", "shop-down.md")

    assert (found.title, found.authors) == ("Shop down", ("Kim",))


def test_a_title_still_to_be_filled_in_is_told_and_not_printed() -> None:
    found = reading("# Incident Postmortem: [Title]\n\n## Summary\n\nIt broke.\n")

    assert found.postmortems[0].title == "Incident Postmortem"
    assert "title-missing" in {each.code for each in found.diagnostics}


def test_a_bold_line_that_is_a_field_keeps_its_place_among_the_others() -> None:
    lines = "**Date:** 2026-01-02\n\n**Authors**\n\n**Room:** 12\n\n**Severity:** SEV-2\n"
    found = postmortem(f"# Outage\n\n{lines}\n## Impact\n\nDown.\n")

    assert [field.label for field in found.fields] == ["Date", "Authors", "Room", "Severity"]


def test_a_summary_over_all_other_sections_is_no_title() -> None:
    found = postmortem(
        "# Executive summary\n\nIt broke.\n\n## Timeline\n\n- 10:00 a\n\n## Impact\n\nNo orders.\n", "shop-down.md"
    )

    assert found.title == "Shop down"
    assert [section.title for section in found.sections] == ["Executive summary", "Timeline", "Impact"]


def test_a_section_may_begin_with_a_card_of_fields() -> None:
    card = (
        "| Field | Value |\n|---|---|\n| Date | 2024-07-25 |\n| Severity | SEV2 |\n| Status | Closed |\n| Shelf | 7 |"
    )
    found = postmortem(f"# Reports of the shop\n\n## Checkout fails\n\n{card}\n\n### Impact\n\nNo orders.\n")

    assert dt.date(2024, 7, 25) == found.date
    assert found.severity is not None
    assert found.severity.label == "SEV2"


def test_a_summary_of_labelled_lines_is_read_as_fields() -> None:
    found = postmortem("# Shop down\n\n## Summary\n\nSeverity: SEV2\nImpact: no orders\n\n## Timeline\n\n- 10:00 a\n")

    assert found.severity is not None
    assert found.severity.label == "SEV2"


def test_a_heading_that_only_says_what_the_document_is_gives_way_to_the_name_below_it() -> None:
    field = postmortem("# Postmortem\n\n**Title:** Shop down\n**Date:** 2024-07-25\n\n## Summary\n\nIt broke.\n")
    below = postmortem("# Postmortem\n\n## Shop down\n\n**Date:** 2024-07-25\n\n## Summary\n\nIt broke.\n")

    form = postmortem("### Incident title\n\nShop down\n\n### Date\n\n2024-07-25\n\n### Summary\n\nIt broke.\n")

    assert (field.title, below.title, form.title) == ("Shop down", "Shop down", "Shop down")
    assert field.date == below.date is not None


def test_the_heading_names_the_incident_where_front_matter_is_left_from_another_report() -> None:
    text = "---\ntitle: template\n---\n\n# Post Mortem - Shop down\n\n## Summary\n\nA.\n"

    assert postmortem(text).title == "Shop down"


def test_front_matter_names_the_incident_where_the_heading_says_only_what_the_document_is() -> None:
    assert postmortem("---\ntitle: Shop down\n---\n\n# Postmortem\n\n## Summary\n\nA.\n").title == "Shop down"


def test_a_heading_over_fields_of_its_own_is_not_told_as_empty() -> None:
    found = reading("# Shop down\n\n## Date\nStart: 2024-05-12\nEnd: 2024-05-13\n\n## Summary\n\nA.\n")

    assert "field-empty" not in {each.code for each in found.diagnostics}
    assert found.postmortems[0].date == dt.date(2024, 5, 12)


def test_a_first_heading_over_events_is_no_title() -> None:
    timeline = "# Timeline\n\n- 10:00 down\n- 11:00 up\n\n## Root cause\n\nA disk.\n"
    found = postmortem(f"---\ntitle: Shop down\n---\n\nIt broke.\n\n{timeline}")

    assert found.title == "Shop down"
    assert [section.title for section in found.sections] == ["Timeline", "Root cause"]


def test_the_one_heading_below_incident_report_names_the_incident() -> None:
    sections = "### Impact\n\nAll.\n\n### Root cause\n\nA disk.\n"
    found = postmortem(f"# Post-Incident Report\n\n## Shop down\n\n**Date:** 2024-05-03\n\n{sections}")

    assert (found.title, str(found.date)) == ("Shop down", "2024-05-03")
    assert [section.title for section in found.sections] == ["Shop down", "Impact", "Root cause"]


def test_a_plain_title_over_its_day_is_one() -> None:
    found = postmortem("Postmortem: Shop down\n2024-06-18\n\n**Impact:**\nAll.\n")

    assert (found.title, str(found.date)) == ("Shop down", "2024-06-18")
