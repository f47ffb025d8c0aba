"""A source comes back from what its page says and what was kept of its own wording, with what was changed since."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_wording import PAGE, SOURCE
from pmexport.reader.word.rewording import reworded
from pmexport.reader.word.wording import wording

_KEPT = wording(PAGE, SOURCE)


def test_an_untouched_page_gives_its_source_without_its_comments() -> None:
    assert reworded(PAGE, _KEPT) == SOURCE.replace("<!-- Lena knows why -->\n", "")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("nine seconds", "ten seconds", "Search took ten seconds,\nfor all customers."),
        ("| 3 Apr 2026 |", "| 9 Apr 2026 |", "| Warm the index | Ines | 9 Apr 2026 | Done |"),
        ("| 1 May 2026 |", "| 15 May 2026 |", "| Alert on it | Jonah | 15 May 2026 | Open |"),
        ("| 1 May 2026 |", "| 1 May 2027 |", "| Alert on it | Jonah | 1 May 2027 | Open |"),
        ("| Done |", "| Blocked |", "| Warm the index | Ines | 3 Apr 2026 | Blocked |"),
        ("| Alert on it |", "| Alert on it early |", "| Alert on it early | Jonah | 2026-05-01 | Open |"),
        ("## Summary", "## In short", "## In short\n\nSearch took"),
        ("customers.\n", "customers.\n\nIt was noticed late.\n", "\nIt was noticed late.\n"),
        ("| Open |\n", "| Open |\n| Tell support | Amara | | Open |\n", "\n| Tell support | Amara |  | Open |\n"),
    ],
)
def test_what_was_changed_on_the_page_is_changed_in_the_source(before: str, after: str, said: str) -> None:
    found = reworded(PAGE.replace(before, after), _KEPT)

    assert said in found
    assert found.startswith("# Incident Postmortem: Search was slow\n")


@pytest.mark.parametrize("date", ["15 May 2026", "1 May 2027", "2 June 2028"])
def test_a_date_that_was_changed_is_the_pages_as_a_whole(date: str) -> None:
    """Also where the page has a date that begins as the source's does."""
    source, page = (text.replace("Search took", "On 2026-05-02 search took") for text in (SOURCE, PAGE))
    source, page = (text + "\nSeen on 2026-03-02 and 2026-05-03.\n" for text in (source, page))

    found = reworded(page.replace("| 1 May 2026 |", f"| {date} |"), wording(page, source))

    assert f"| Alert on it | Jonah | {date} | Open |\n" in found
    assert "| Warm the index | Ines | 2026-04-03 |" in found


def test_a_row_that_is_gone_is_gone() -> None:
    found = reworded(PAGE.replace("| Warm the index | Ines | 3 Apr 2026 | Done |\n", ""), _KEPT)

    assert "Warm" not in found
    assert "2026-04-03" not in found
    assert found.endswith("| Alert on it | Jonah | 2026-05-01 | Open |\n")


@pytest.mark.parametrize("kept", [b"", b"[]", b"{", b'{"marks": 3, "parts": []}'])
def test_what_is_damaged_leaves_the_page_as_it_is(kept: bytes) -> None:
    assert reworded(PAGE, kept) == PAGE


_TEXTS = st.lists(st.sampled_from(["one", "two", "three", " ", "\n", "| ", "é", "2026-01-02", "_x"]), max_size=40).map(
    "".join
)


@given(_TEXTS, _TEXTS)
def test_any_source_comes_back_where_it_was_kept(page: str, source: str) -> None:
    kept = wording(page, source)

    assert not kept or reworded(page, kept) == source


@given(_TEXTS, _TEXTS, _TEXTS)
def test_every_word_of_an_edited_page_is_in_the_source(page: str, source: str, edited: str) -> None:
    kept = wording(page, source)
    added = set(re.findall(r"\w+", edited)) - set(re.findall(r"\w+", page))

    assert not kept or all(word in reworded(edited, kept) for word in added)


_OTHERSOURCE = """# Incident Postmortem: Search was slow

Why it happened
---------------

The index was cold.

What we do
----------

* Warm the index
    * at each start, too
* Alert on it

Day | Time | Event
----|------|------
Fri | 10:00 | Release goes out
Fri | 10:20 | Alert fires

The end.
## After it
Nothing more.
"""
_OTHERPAGE = """# Search was slow

## Why it happened

The index was cold.

## What we do

- Warm the index
    - at each start, too
- Alert on it

| Time | Event |
| --- | --- |
| 10:00 | Release goes out |
| 10:20 | Alert fires |

The end.

## After it

Nothing more.
"""


@pytest.mark.parametrize(
    ("before", "after", "source", "now"),
    [
        ("The index was cold.\n\n", "", "The index was cold.\n\n", ""),
        ("cold.\n", "cold.\n\nNobody knew.\n", "cold.\n", "cold.\n\nNobody knew.\n"),
        ("- Alert on it\n", "- Alert on it\n- Tell support\n", "* Alert on it\n", "* Alert on it\n* Tell support\n"),
        ("    - at each start, too\n", "", "    * at each start, too\n", ""),
        ("at each start", "each start", "at each start", "each start"),
        ("at each start", "Warm at each start", "at each start", "Warm at each start"),
        ("goes out |", "goes out late |", "goes out\n", "goes out late\n"),
        ("| 10:00 | Release goes out |\n", "", "Fri | 10:00 | Release goes out\n", ""),
        (
            "goes out |\n",
            "goes out |\n| 10:10 | Load rises |\n",
            "goes out\n",
            "goes out\nFri | 10:10 | Load rises\n",
        ),
        ("The end.\n", "The end.\n\nNearly.\n", "The end.\n", "The end.\n\nNearly.\n\n"),
    ],
)
def test_a_change_leaves_all_around_it_as_its_author_wrote_it(before: str, after: str, source: str, now: str) -> None:
    found = reworded(_OTHERPAGE.replace(before, after, 1), wording(_OTHERPAGE, _OTHERSOURCE))

    assert found == _OTHERSOURCE.replace(source, now, 1)


def test_a_field_that_stands_elsewhere_on_the_page_is_changed_where_its_author_put_it() -> None:
    source = "# Slow\n\n**ID:** INC-1\n**Date:** 2026-03-12\n**Severity:** P1\n**Status:** Final\n"
    page = "# Slow\n\n**ID:** INC-1  \n**Severity:** P1  \n**Status:** Final  \n**Date:** 12 March 2026  \n"
    found = reworded(page.replace("P1", "P2").replace("Final", "Draft"), wording(page, source))

    assert found == source.replace("P1", "P2").replace("Final", "Draft")
