"""Ids: prefixed, unique, and found again by links."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from example_report import example_report
from pmexport.model import prose as p
from pmexport.model import report as r
from pmexport.writers.page.anchors import Anchors, places


def test_the_same_anchor_twice_gives_two_ids() -> None:
    anchors = Anchors(example_report())

    assert [anchors.claim("body"), anchors.claim("body"), anchors.claim("body")] == ["s-body", "s-body-2", "s-body-3"]


@given(st.lists(st.text()))
def test_ids_are_unique_and_hold_no_space(names: list[str]) -> None:
    anchors = Anchors(example_report())
    ids = [anchors.claim(name) for name in names]

    assert len(set(ids)) == len(ids)
    assert [name for name in ids if len(name.split()) != 1 or not name.startswith("s-")] == []


def test_a_link_finds_sections_columns_rows_and_headings() -> None:
    anchors = Anchors(example_report())

    assert [anchors.known(name) for name in ("impact", "impact-users", "event-3", "what-happened", "elsewhere")] == [
        "s-impact",
        "s-impact-users",
        "s-event-3",
        "s-what-happened",
        None,
    ]


def test_a_heading_within_a_list_is_found() -> None:
    item = p.ListItem((p.Header(4, (p.Str("Deep"),), "deep"),))
    section = r.Narrative(anchor="a", heading="A", blocks=(p.BulletList((item,)),))
    report = msgspec.structs.replace(example_report(), sections=(section,))

    assert Anchors(report).known("deep") == "s-deep"


def test_other_formats_know_the_pages_own_ids_without_their_prefix() -> None:
    assert places({"s-timeline": 2, "fn-1": 3}) == {"timeline": 2}
