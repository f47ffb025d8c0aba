"""What inspect prints."""

import json
from typing import Any

import jsonschema
import pytest

from pmexport.model.facts import Facts
from pmexport.model.json import as_json, encode, schema
from pmexport.model.terms import MetricName
from read_text import postmortem

NOTHING = Facts(metrics=())
TEXT = (
    "# Postmortem: Shop down\n\n**Date:** 2024-07-25\n\n## Summary\n\nIt broke.\n\n## Impact\n\n"
    "### User impact\n\nAll of them.\n\n"
    "## Timeline\n\nAll times in UTC\n\n- 10:00 Down\n\n```\nlog\n```\n\n- 10:20 Up\n\n## Action items\n\n"
    "- [ ] Add alert - Owner: Kim\n\n"
    "## Penguins\n\nMany.\n\n### Their names\n\nPip.\n"
)


def printed(text: str) -> dict[str, Any]:
    document = as_json(postmortem(text), NOTHING, ())
    loaded: dict[str, Any] = json.loads(encode(document))
    return loaded


def test_it_obeys_its_schema() -> None:
    jsonschema.validate(printed(TEXT), json.loads(schema()))


def test_times_are_iso_with_their_offset() -> None:
    assert [event["start"] for event in printed(TEXT)["timeline"]] == ["2024-07-25T10:00:00Z", "2024-07-25T10:20:00Z"]


def test_sections_name_the_kinds_that_hold_content() -> None:
    assert printed(TEXT)["sections"] == ["summary", "impact", "impact_user", "timeline", "action_items"]


def test_an_unknown_section_keeps_all_below_it() -> None:
    (other,) = printed(TEXT)["other_sections"]

    assert (other["heading"], [block["type"] for block in other["blocks"]]) == ("Penguins", ["Para", "Header", "Para"])


@pytest.mark.parametrize(
    "word", ["broke", "All of them", "log", "Pip", "Many", "Add alert", "All times in UTC", "Their names"]
)
def test_each_word_stands_under_one_key(word: str) -> None:
    assert json.dumps(printed(TEXT)).count(word) == 1


def test_several_incidents_are_an_array() -> None:
    document = as_json(postmortem(TEXT), NOTHING, ())

    assert len(json.loads(encode([document, document]))) == 2


def test_every_length_that_can_be_stated_has_a_key() -> None:
    assert {str(name) for name in MetricName} == set(printed(TEXT)["stated"])
