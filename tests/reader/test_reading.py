"""A whole text to a postmortem: what stands at its head, which kind its sections are, what is told to its author."""

import datetime as dt

import pytest

from pmexport.model.json import kinds_held
from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import DocumentStatus, IncidentStatus, MetricName, SectionKind
from pmexport.reader import Reading, read


def reading(text: str, name: str = "x.md") -> Reading:
    return read(text.encode(), ReadOptions(name=name))


def postmortem(text: str, name: str = "x.md") -> Postmortem:
    return reading(text, name).postmortems[0]


FIELDS = [
    "**Date:** 2024-07-25\n**Severity:** SEV-2\n**Status:** Final\n**Author:** Kim, Ola",
    "**Date:** 2024-07-25\n\n**Severity:** SEV-2\n\n**Status:** Final\n\n**Author:** Kim, Ola",
    "Date: 2024-07-25\nSeverity: SEV-2\nStatus: Final\nAuthor: Kim, Ola",
    "- **Date**: 2024-07-25\n- **Severity**: SEV-2\n- **Status**: Final\n- **Author**: Kim, Ola",
    "* Date: 2024-07-25\n* Severity: SEV-2\n* Status: Final\n* Author: Kim, Ola",
    "| Field | Value |\n|---|---|\n| Date | 2024-07-25 |\n| Severity | SEV-2 |\n| Status | Final |\n| Author | Kim, Ola |",
    "| Date | 2024-07-25 | Severity | SEV-2 |\n|---|---|---|---|\n| Status | Final | Author | Kim, Ola |",
    "| Date | Severity | Status | Author |\n|---|---|---|---|\n| 2024-07-25 | SEV-2 | Final | Kim, Ola |",
    "**Date:** 2024-07-25<br>**Severity:** SEV-2<br>**Status:** Final<br>**Author:** Kim, Ola",
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


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Incident Postmortem: Shop down", "Shop down"),
        ("Shop down (incident #465)", "Shop down"),
        ("2024-07-25: Shop down", "Shop down"),
        ("2024-07-25, Shop down", "Shop down"),
        ("PM2021-006 - Shop down", "Shop down"),
        ("INC-123: Shop down", "Shop down"),
        ("[Incident] Shop down", "Shop down"),
        ("Shop down - September 29, 2025", "Shop down"),
        ("Shop down RCA", "Shop down"),
        ("📋 Post-Mortem: Shop down", "Shop down"),
        ("Postmortem for Shop down", "Shop down"),
        ("Shop down on 18th March", "Shop down"),
        ("CVE-2018-17144 disclosure", "CVE-2018-17144 disclosure"),
        ("Incident on 2024-07-25 15:21 - Shop down", "Shop down"),
    ],
)
def test_a_title_is_the_incident_s_own_name(heading: str, title: str) -> None:
    assert title == postmortem(f"# {heading}\n\n## Summary\n\nIt broke.\n").title


def test_without_a_heading_the_file_s_name_gives_title_date_and_id() -> None:
    found = postmortem("## Summary\n\nIt broke.\n", "INC-12-2024-07-25-shop-down.md")

    assert ("Shop down", dt.date(2024, 7, 25), "INC-12") == (found.title, found.date, found.incident_id)


def test_document_status_and_incident_status_are_told_apart() -> None:
    found = postmortem("# Shop down\n\nStatus: Resolved\nDocument status: Draft\n\n## Summary\n\nIt broke.\n")

    assert found.document_status is not None
    assert found.incident_status is not None
    assert (DocumentStatus.DRAFT, IncidentStatus.RESOLVED) == (
        found.document_status.document,
        found.incident_status.incident,
    )


def test_a_severity_no_scheme_knows_has_no_level_and_is_told() -> None:
    found = reading("# Shop down\n\nSeverity: Chartreuse\n\n## Timeline\n\n- 10:00 a\n- 11:00 b\n")

    assert found.postmortems[0].severity is not None
    assert found.postmortems[0].severity.level is None
    assert ["severity-unknown"] == [each.code for each in found.diagnostics if each.code.startswith("severity")]


def test_a_time_to_detect_counts_from_the_impact_where_both_are_told() -> None:
    found = postmortem(
        "# Shop down\n\n## Detection\n\n- **Time to detect:** 38 minutes from deployment, 3 minutes from customer impact\n"
    )

    assert {MetricName.TIME_TO_DETECT: 180, MetricName.TIME_TO_DETECT_FROM_CHANGE: 2280} == {
        length.name: length.seconds for length in found.stated
    }


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("## TL;DR", SectionKind.SUMMARY),
        ("## 2. Customer impact", SectionKind.IMPACT_USER),
        ("# Impact on users", SectionKind.IMPACT_USER),
        ("### Root cause(s)", SectionKind.ROOT_CAUSE),
        ("## 🔴 Why did it happen?", SectionKind.ROOT_CAUSE),
        ("## How was it detected?", SectionKind.DETECTION),
        ("## Resolution & Recovery", SectionKind.RESPONSE),
        ("## What didn’t go so well?", SectionKind.WENT_WRONG),  # noqa: RUF001
        ("## Corrective and Preventative Measures", SectionKind.ACTION_ITEMS),
        ("## Lessons learnt", SectionKind.LESSONS),
        ("## See also", SectionKind.REFERENCES),
        ("## Lesons learned", SectionKind.LESSONS),
        ("Root cause\n----------", SectionKind.ROOT_CAUSE),
        ("**Root cause**", SectionKind.ROOT_CAUSE),
        ("**Contributing factors:**", SectionKind.CONTRIBUTING_FACTORS),
    ],
)
def test_a_heading_is_known_by_its_meaning(heading: str, kind: SectionKind) -> None:
    found = postmortem(f"# Shop down\n\nIt broke.\n\n{heading}\n\nText of it.\n")

    assert kind in {section.kind for section in found.walk()}


def test_a_misspelt_heading_is_told() -> None:
    found = reading("# Shop down\n\n## Lesons learned\n\nText.\n")

    assert "heading-misspelt" in {each.code for each in found.diagnostics}


def test_what_is_not_known_is_kept_as_a_section_in_its_place() -> None:
    found = postmortem("# Shop down\n\n## Summary\n\nIt broke.\n\n## Penguins\n\nMany.\n\n## Impact\n\nAll.\n")

    assert ["Summary", "Penguins", "Impact"] == [section.title for section in found.sections]


def test_what_happened_is_the_timeline_where_times_stand_below_it() -> None:
    found = postmortem("# Shop down\n\n## What happened\n\n- 10:00 a\n- 10:05 b\n- 10:10 c\n")

    assert 3 == len(found.timeline)


def test_a_section_of_placeholders_counts_as_absent_and_is_told() -> None:
    found = reading(
        "# Incident Postmortem: [Title]\n**Date:** [YYYY-MM-DD]\n## Impact\n- **Users affected:** [Number]\n## Summary\n_Describe briefly_\n"
    )

    assert [] == kinds_held(found.postmortems[0])
    assert {"title-missing", "field-empty", "section-empty", "timeline-missing"} == {
        each.code for each in found.diagnostics
    }


def test_lessons_that_are_only_reviews_are_no_lessons() -> None:
    found = postmortem("# Shop down\n\n## Lessons learned\n\n### What went well\n\n- All\n")

    assert [SectionKind.WENT_WELL] == kinds_held(found)


def test_a_text_that_is_no_postmortem_is_kept_and_told() -> None:
    found = reading("# Shopping\n\nMilk and bread.\n\n## Later\n\nEggs.\n")

    assert ["Later"] == [section.title for section in found.postmortems[0].sections]
    assert "no-postmortem" in {each.code for each in found.diagnostics}


def test_lost_headings_emptied_bullets_and_a_swallowed_fence_are_mended_and_told() -> None:
    text = (
        "# Shop down\n## Root cause\nThe query:\n```sql\nSELECT 1\nWHERE a = 'b'The job runs every 5 minutes.\n"
        "Contributing factors\n-\nNo timeout: it ran on.\n-\nNo limit: it grew.\nDetection\n- By an alert.\n"
    )
    found = reading(text)

    assert ["Root cause", "Contributing factors", "Detection"] == [
        section.title for section in found.postmortems[0].walk()
    ]
    assert {"fence-unclosed", "heading-lost", "timeline-missing"} == {each.code for each in found.diagnostics}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "# Laden kaputt\n\n**Datum:** 25.07.2024\n\n## Zusammenfassung\n\nDefekt.\n\n## Zeitachse\n\n- 10:00 Uhr: kaputt\n- 11:00 Uhr: heil\n",
            "de",
        ),
        (
            "# Boutique en panne\n\n**Date :** 25 juillet 2024\n\n## Résumé\n\nPanne.\n\n## Chronologie\n\n- 10h00 : panne\n- 11h00 : fini\n",
            "fr",
        ),
        (
            "# Tienda caída\n\n**Fecha:** 25 de julio de 2024\n\n## Resumen\n\nCaída.\n\n## Cronología\n\n- 10:00: caída\n- 11:00: fin\n",
            "es",
        ),
        (
            "# Loja fora\n\n**Data:** 25 de julho de 2024\n\n## Resumo\n\nFora.\n\n## Linha do tempo\n\n- 10:00: fora\n- 11:00: fim\n",
            "pt",
        ),
        (
            "# 店舗停止\n\n**日付:** 2024年7月25日\n\n## 概要\n\n停止。\n\n## タイムライン\n\n- 10:00 停止\n- 11:00 復旧\n",
            "ja",
        ),
        (
            "# Butikken nede\n\n**Dato:** 25.07.2024\n\n## Sammendrag\n\nNede.\n\n## Tidslinje\n\n- kl 10:00: nede\n- kl 11:00: oppe\n",
            "nb",
        ),
    ],
)
def test_other_languages_are_read_too(text: str, language: str) -> None:
    found = postmortem(text)

    assert (language, dt.date(2024, 7, 25), 2) == (found.language, found.date, len(found.timeline))
    assert [SectionKind.SUMMARY, SectionKind.TIMELINE] == kinds_held(found)
    assert all(event.start for event in found.timeline)
