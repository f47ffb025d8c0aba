"""The HTML file used in a real browser: by pointer and by key, on a phone, on paper, without scripts or fonts."""

from __future__ import annotations

import re
import shutil
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import Judge
from inspect_pdf import pages_of
from pmexport import ReadOptions, convert

pytestmark = pytest.mark.slow

_ACTIONS, _EVENTS = 11, 22


@pytest.fixture(scope="module")
def seen(pages: list[Path], judged: Judge) -> dict[str, Any]:
    [page] = [page for page in pages if page.name == "database-outage-full-default.html"]
    return {str(one.pop("name")): one for one in judged("use.mjs", page)}


def test_a_column_sorts_up_and_then_down_by_pointer_and_by_key(seen: dict[str, Any]) -> None:
    sorting = seen["sorting"]

    assert sorting["rising"] == sorted(sorting["rising"])
    assert sorting["falling"] == sorted(sorting["rising"], reverse=True)
    assert (sorting["said"], sorting["then"]) == ("ascending", "descending")


def test_actions_are_filtered_by_what_is_open_and_by_owner(seen: dict[str, Any]) -> None:
    filtering = seen["filtering"]

    assert filtering["pressed"] == "true"
    assert set(filtering["statuses"]) == {"in_progress", "not_started"}
    assert len(filtering["owners"]) == 1
    assert filtering["owners"][0] in filtering["heard"]


def test_the_timeline_is_filtered_to_its_milestones(seen: dict[str, Any]) -> None:
    assert seen["milestones"] == {"kinds": [True]}


def test_on_a_phone_a_filter_hides_rows_as_well_and_paper_shows_them(seen: dict[str, Any]) -> None:
    filtered = seen["filtering on a phone"]

    assert 0 < filtered["open"] < _ACTIONS
    assert filtered["seen"][0] > 0
    assert filtered["seen"][1:] == [0, filtered["open"]]
    assert filtered["printed"] == [_EVENTS, _ACTIONS]


def test_a_link_to_a_row_that_a_filter_has_hidden_shows_it(seen: dict[str, Any]) -> None:
    assert seen["an address of a hidden row"] == {"seen": 1}


def test_everything_is_reached_by_keyboard_and_shows_that_it_is(seen: dict[str, Any]) -> None:
    keyboard = seen["keyboard"]

    assert (keyboard["first"], keyboard["at"]) == ("Skip to the report", "#content")
    assert keyboard["unseen"] == []
    assert {"a", "button", "select", "g"} <= set(keyboard["names"])


def test_a_mark_and_its_row_light_up_together(seen: dict[str, Any]) -> None:
    assert seen["keyboard"]["lit"] == 1
    assert seen["hover"]["marks"] >= 1
    assert (seen["hover"]["rows"], seen["hover"]["focused"]) == (1, "tr")


def test_code_is_copied_as_it_was_written(seen: dict[str, Any]) -> None:
    assert seen["copying"]["copied"] == seen["copying"]["code"] != ""


def test_the_contents_list_follows(seen: dict[str, Any]) -> None:
    assert seen["following"]["current"] == seen["following"]["wanted"]


def test_every_section_has_a_permalink_and_no_link_is_dead(seen: dict[str, Any]) -> None:
    assert seen["permalinks"] == {"dead": [], "headings": []}


def test_without_scripts_everything_is_there_and_no_control_is(seen: dict[str, Any]) -> None:
    desk, phone = seen["no scripts"], seen["no scripts on a phone"]

    assert (desk["buttons"], desk["rows"], desk["events"], desk["chart"]) == (0, _ACTIONS, _EVENTS, 1)
    assert desk["contents"] > _ACTIONS / 2
    assert (phone["buttons"], phone["rows"], phone["events"], phone["forms"]) == (0, _ACTIONS, _EVENTS, [0, 1])


def test_without_its_fonts_the_page_still_fits_a_phone(seen: dict[str, Any]) -> None:
    assert seen["fonts blocked"] == {"fonts": 0, "wide": 0, "rows": _ACTIONS}


def test_print_shows_all_rows_on_white_and_no_controls(seen: dict[str, Any]) -> None:
    printed = seen["print"]

    assert (printed["ground"], printed["controls"], printed["rows"]) == ("rgb(255, 255, 255)", 0, _ACTIONS)
    assert printed["forms"] == [1, 0]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext, of poppler-utils, is missing")
def test_a_table_that_goes_on_on_the_next_sheet_says_its_columns_again(seen: dict[str, Any]) -> None:
    sheets = pages_of(b64decode(seen["print"]["pdf"]))
    with_actions = [sheet for sheet in sheets if re.search(r"\b(?:Not started|In progress|Done)$", sheet, re.MULTILINE)]

    assert len(with_actions) > 1
    assert [sheet for sheet in with_actions if not re.search("Action +Owner +Due +Status", sheet)] == []


def test_at_night_the_page_is_dark(seen: dict[str, Any]) -> None:
    assert seen["dark"]["ground"] != "rgb(255, 255, 255)"
    assert seen["dark"]["ground"] < seen["dark"]["words"]


def test_on_a_phone_a_wide_table_keeps_its_words_and_is_moved_sideways(tmp_path: Path, judged: Judge) -> None:
    source = (Path(__file__).parents[1] / "visual/states/wide-table.md").read_bytes()
    page = tmp_path / "wide-table.html"
    page.write_bytes(convert(source, "html", ReadOptions(name="wide-table.md")).content)
    [found] = judged("wide.mjs", page)

    assert (found["cut"], found["over"], found["beyond"]) == ([], [], 0)
    assert isinstance(found["moved"], int | float)
    assert found["moved"] > 0


def test_a_group_of_actions_of_which_a_filter_leaves_none_goes_with_its_heading(tmp_path: Path, judged: Judge) -> None:
    source = (Path(__file__).parents[2] / "samples/slow-messages.md").read_bytes()
    page = tmp_path / "slow-messages.html"
    page.write_bytes(convert(source, "html", ReadOptions(name="slow-messages.md")).content)
    [found] = judged("groups.mjs", page)
    groups = ["Immediate", "Short term", "Long term"]

    assert found == {"before": groups, "open": [groups[1:], 2], "printed": [groups, 3]}
