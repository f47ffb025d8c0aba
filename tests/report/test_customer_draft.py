"""What a draft and a ledger are said in."""

import datetime as dt

import pytest
from msgspec.structs import replace

from customer_report import REPORT
from pmexport.report.customer_draft import clock_of, dated_title, draft_words, teller


def test_every_cleared_value_can_be_told() -> None:
    told = teller(REPORT)

    assert all(told(place, cleared.value) for place, cleared in REPORT.cleared())


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "ja", "pt"])
def test_every_question_of_a_draft_is_asked_in_the_reports_language(language: str) -> None:
    words = draft_words(language)

    assert all(words.values())
    assert language == "en" or words["draft_ask_cause"] != draft_words("en")["draft_ask_cause"]


def test_a_title_has_its_day_and_a_time_its_zone() -> None:
    assert dated_title(REPORT) == "{title} on 4 March 2026"
    assert dated_title(replace(REPORT, date=None)) == ""
    assert clock_of(REPORT, dt.datetime(2026, 3, 4, 9, 20, tzinfo=dt.UTC)) == "09:20 UTC"
