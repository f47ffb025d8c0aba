"""Header fields in every shape they are written in."""

import datetime as dt

import pytest

from pmexport.model.terms import DocumentStatus
from read_text import postmortem

FIELDS = [
    "**Date:** 2024-07-25\n**Severity:** SEV-2\n**Status:** Final\n**Author:** Kim, Ola",
    "**Date:** 2024-07-25\n\n**Severity:** SEV-2\n\n**Status:** Final\n\n**Author:** Kim, Ola",
    "Date: 2024-07-25\nSeverity: SEV-2\nStatus: Final\nAuthor: Kim, Ola",
    "- **Date**: 2024-07-25\n- **Severity**: SEV-2\n- **Status**: Final\n- **Author**: Kim, Ola",
    "* Date: 2024-07-25\n* Severity: SEV-2\n* Status: Final\n* Author: Kim, Ola",
    (
        "| Field | Value |\n|---|---|\n| Date | 2024-07-25 |\n| Severity | SEV-2 |\n| Status | Final |\n"
        "| Author | Kim, Ola |"
    ),
    "| Date | 2024-07-25 | Severity | SEV-2 |\n|---|---|---|---|\n| Status | Final | Author | Kim, Ola |",
    "| Date | Severity | Status | Author |\n|---|---|---|---|\n| 2024-07-25 | SEV-2 | Final | Kim, Ola |",
    "**Date:** 2024-07-25<br>**Severity:** SEV-2<br>**Status:** Final<br>**Author:** Kim, Ola",
    "**Date:** 2024-07-25 | **Severity:** SEV-2 | **Status:** Final | **Author:** Kim, Ola",
    "**Date:** 2024-07-25 · **Severity:** SEV-2 · **Status:** Final · **Author:** Kim, Ola",
    "Date: 2024-07-25 | Severity: SEV-2 | Status: Final | Author: Kim, Ola",
    "> **Date:** 2024-07-25\n> **Severity:** SEV-2\n> **Status:** Final\n> **Author:** Kim, Ola",
    "📅 **Date:** 2024-07-25\n🔥 **Severity:** SEV-2\n📌 **Status:** Final\n👤 **Author:** Kim, Ola",
    "**Date:** July 25-26, 2024\n**Severity:** SEV-2\n**Status:** Final\n**Author:** Kim, Ola",
    "**Dates of incident:** 25 Jul – 26 Jul 2024\n**Severity:** SEV-2\n**Status:** Final\n**Author:** Kim, Ola",
    "**Date:** 20240725\n**Severity:** SEV-2\n**Status:** Final\n**Author:** Kim, Ola",
    "## Date\n\n2024-07-25\n\n## Severity\n\nSEV-2\n\n## Status\n\nFinal\n\n## Authors\n\n- Kim\n- Ola",
]


@pytest.mark.parametrize("fields", FIELDS)
def test_header_fields_are_read_in_any_shape(fields: str) -> None:
    found = postmortem(f"# Shop down\n\n{fields}\n\n## Summary\n\nIt broke.\n")

    assert found.severity is not None
    assert found.document_status is not None
    assert (dt.date(2024, 7, 25), "SEV-2", DocumentStatus.FINAL, ("Kim", "Ola")) == (
        found.date,
        found.severity.label,
        found.document_status.document,
        found.authors,
    )


def test_front_matter_in_yaml_is_a_header() -> None:
    found = postmortem(
        "---\ntitle: Shop down\ndate: 2024-07-25\nseverity: major\nlayout: page\n---\n\n## Summary\n\nIt broke.\n"
    )

    assert found.severity is not None
    assert ("Shop down", dt.date(2024, 7, 25), "major") == (found.title, found.date, found.severity.label)
    assert "layout" not in {field.label for field in found.fields}


def test_an_incident_that_is_an_id_is_no_title() -> None:
    found = postmortem("# Shop down\n\n| Field | Value |\n|---|---|\n| Incident | INC-77 |\n| Severity | SEV-2 |\n")

    assert (found.title, found.incident_id) == ("Shop down", "INC-77")


def test_a_label_that_names_two_fields_gives_the_first() -> None:
    assert postmortem("# Shop down\n\n**Incident date / reported at:** 2024-05-18 / 2024-05-19\n").date == dt.date(
        2024, 5, 18
    )


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Severity - S1", "S1"),
        ("Severity = Low", "Low"),
        ("**Classification:** SEV1", "SEV1"),
        ("SEV2 – the shop was down.", "SEV2"),
        ("| Severity | Priority |\n|---|---|\n| High | P1 |", "High"),
    ],
)
def test_a_severity_is_heard_where_it_is_not_behind_a_colon(written: str, label: str) -> None:
    found = postmortem(f"# Shop down\n\n{written}\n\n## Timeline\n\n- 10:00 down\n").severity

    assert found is not None
    assert found.label == label


def test_a_sentence_with_a_dash_is_no_field() -> None:
    assert postmortem("# Shop down\n\nWhen in doubt - and we were - call the team.\n").fields == ()


def test_a_bold_label_over_its_value_is_a_field() -> None:
    found = postmortem("# Shop down\n\n**Date**\n2023-01-25\n\n**Severity**\nMajor\n\n## Impact\n\nAll.\n")

    assert str(found.date) == "2023-01-25"
    assert found.severity is not None
    assert found.severity.label == "Major"


def test_a_picture_before_a_label_is_no_part_of_the_value_before_it() -> None:
    line = "🗓 **Date:** May 3, 2024 | 🔥 **Severity:** SEV-2  |  ⏱ **Duration:** 2h"
    found = postmortem(f"# Shop down\n\n{line}\n\n## Impact\n\nAll.\n")

    assert found.severity is not None
    assert (str(found.date), found.severity.label) == ("2024-05-03", "SEV-2")
