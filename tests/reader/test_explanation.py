"""Each line of a source can be told where it went, and why."""

import pytest

from pmexport.model.options import ReadOptions
from pmexport.reader.explanation import Explanation, Placement, explain

SOURCE = """---
title: Shop down
weight: 3
---
# Postmortem: Shop down

**Severity:** SEV-1
**Room:** 12

## Executive sumary

It broke.
<!-- hidden -->

## Impact

### Customers

None.

## What happened

- 2026-03-02 10:00 Checkout fails
- nobody knows
- 10:20 Orders drop
- 10:40 Incident resolved

## Penguins

They swim.

## Action items

We promise:

- [ ] Add alert - Owner: Kim - Due: 1 Dec
"""


def explained(text: str = SOURCE) -> Explanation:
    return explain(text.encode(), ReadOptions(name="a.md"))[0]


def at(line: int) -> Placement:
    return next(each for each in explained().placements if each.first == line)


@pytest.mark.parametrize(
    ("line", "last", "place", "why"),
    [
        (2, 2, "header: title", "the label “title”"),
        (3, 3, "front matter", "“weight” is the site's own"),
        (5, 5, "title", "the first heading, read as “Shop down”"),
        (7, 7, "header: severity", "the label “Severity”"),
        (10, 13, "summary", "the heading “Executive sumary”, read as “executive summary”"),
        (13, 13, "nowhere", "a comment reaches no output"),
        (15, 19, "impact", "the heading “Impact”"),
        (17, 19, "impact_user", "the heading “Customers” stands under “Impact”"),
        (21, 26, "timeline", "the heading “What happened” holds times"),
        (23, 23, "event", "“2026-03-02 10:00” is 2026-03-02 10:00"),
        (36, 36, "action item", "owner Kim, due 1 Dec, status not_started"),
        (34, 34, "note", "it is none of the action items, and stays between them"),
    ],
)
def test_each_part_is_told_with_its_lines_and_the_reason(line: int, last: int, place: str, why: str) -> None:
    found = at(line)

    assert (found.last, found.place.split(";")[0], found.why.split(";")[0]) == (last, place, why)


def test_a_milestone_is_told_with_what_decided() -> None:
    assert at(26).place == "event: resolved"
    assert "resolved by the marker “incident resolved”" in at(26).why


def test_what_found_no_place_is_said() -> None:
    assert [(each.first, each.why) for each in explained().placements if not each.placed] == [
        (8, "the label “Room” is none that we know"),
        (24, "it stands among events, without a time"),
        (28, "the heading “Penguins” says nothing that we know"),
    ]


def test_each_incident_of_a_file_is_explained_by_itself() -> None:
    one = "# Incident: {}\n\n## Impact\n\nDown.\n\n## Root cause\n\nA bug.\n\n"
    found = explain((one.format("Shop") + one.format("Mail")).encode(), ReadOptions(name="a.md"))

    assert [(each.title, each.placements[0].first, each.placements[-1].last) for each in found] == [
        ("Shop", 1, 9),
        ("Mail", 11, 19),
    ]
