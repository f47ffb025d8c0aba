"""A heading to the incident’s own name."""

import datetime as dt

import pytest

from pmexport.reader.titles import from_file_name, read_title
from pmexport.reader.vocabulary import load
from read_text import postmortem


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
        ("Shop down 25-07-2024 Postmortem", "Shop down"),
        ("Web shop incident postmortem - July 25, 2024", "Web shop"),
        ("📋 Post-Mortem: Shop down", "Shop down"),
        ("Postmortem for Shop down", "Shop down"),
        ("Root Cause Analysis for Shop down", "Shop down"),
        ("Incident date: 2024-07-25, Shop down", "Shop down"),
        ("Post Mortem covering 11 April to 23 April", "Post Mortem covering 11 April to 23 April"),
        ("Shop down on 18th March", "Shop down"),
        ("CVE-2018-17144 disclosure", "CVE-2018-17144 disclosure"),
        ("Incident on 2024-07-25 15:21 - Shop down", "Shop down"),
        ("Incident report 25 July 2024 - Shop down", "Shop down"),
        ("INC-2024-07-25-shop-down-again Shop down", "Shop down"),
        ("Web shop postmortem: Shop down", "Shop down"),
        ("**Postmortem: Shop down**", "Shop down"),
        ("7. Postmortem", "7. Postmortem"),
    ],
)
def test_a_title_is_the_incident_s_own_name(heading: str, title: str) -> None:
    assert title == postmortem(f"# {heading}\n\n## Summary\n\nIt broke.\n").title


@pytest.mark.parametrize(
    ("name", "title", "incident_id", "day"),
    [
        ("2024-07-25-shop-down.md", "Shop down", None, (2024, 7, 25)),
        ("incidents/2024_07_25_shop_down.markdown", "Shop down", None, (2024, 7, 25)),
        ("20240725-shop-down.md", "Shop down", None, (2024, 7, 25)),
        ("pm2021-006-shop-down.md", "Shop down", "PM2021-006", None),
        ("OPS-7-shop-down.html.md.erb", "Shop down", "OPS-7", None),
        ("shop-down-2.md", "Shop down 2", None, None),
        ("build-20241399-shop.md", "Build 20241399 shop", None, None),
    ],
)
def test_a_file_s_name_is_the_last_resort(
    name: str, title: str, incident_id: str | None, day: tuple[int, int, int] | None
) -> None:
    found = from_file_name(name)
    date = (found.date.year, found.date.month, found.date.day) if found.date else None

    assert (found.name, found.incident_id, date) == (title, incident_id, day)


@pytest.mark.parametrize("line", ["**Shop down on 25 July 2024**", "postmortem: Shop down on 2024-07-25"])
def test_a_first_line_names_a_text_without_headings(line: str) -> None:
    found = postmortem(f"{line}\n\nIt broke, and we mended it.\n")

    assert ("Shop down", dt.date(2024, 7, 25)) == (found.title, found.date)


def test_full_width_brackets_stay_with_the_title() -> None:
    assert postmortem("# ハング記録（実行中）\n\n## 概要\n\n停止した。\n").title == "ハング記録（実行中）"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("[Public] 4/26 Pages show wrong certificate", "Pages show wrong certificate"),
        ("Postmortem: Shop down [RESOLVED]", "Shop down"),
        ("【障害報告書】決済APIの障害", "決済APIの障害"),
        ("0004 — The mid-sweep race", "The mid-sweep race"),
        ("Incident #4711: Shop down", "Shop down"),
        ("P1 Incident - Shop down", "Shop down"),
        ("Shop down 2024-03-05/06", "Shop down"),
        ("24/7 support was down", "24/7 support was down"),
        ("[shop] Checkout down", "[shop] Checkout down"),
        ("2019 - a year of outages", "2019 - a year of outages"),
    ],
)
def test_marks_and_numbers_are_no_part_of_the_name(written: str, name: str) -> None:
    assert read_title(written, load("ja", "en")).name == name
