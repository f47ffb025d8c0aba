"""What a tool tells becomes Markdown that reads as it was meant."""

import pytest

from pmexport.reader.importers.account import Account, Happening, Promise, markdown, milestone, role


def test_what_is_empty_is_left_out() -> None:
    account = Account(tool="x", title="Shop\ndown", fields=(("Severity", ""),), sections=(("Summary", ""),))

    assert markdown(account) == "# Shop down\n"


def test_the_timeline_is_in_order_and_a_table_of_the_columns_that_say_something() -> None:
    later = Happening(time="2026-03-02T10:30:00Z", text="Up | again")
    earlier = Happening(time="2026-03-02T10:00:00.123Z", text="Down\nhard")
    text = markdown(Account(tool="x", title="Shop", timeline=(later, earlier)))

    assert text.split("\n")[4:] == [
        "| Time | Event |",
        "| --- | --- |",
        "| 2026-03-02 10:00:00 UTC | Down<br>hard |",
        r"| 2026-03-02 10:30:00 UTC | Up \| again |",
        "",
    ]


def test_a_promise_keeps_its_day_and_its_link() -> None:
    promise = Promise(text="Alert", due="2026-04-01T00:00:00Z", status="outstanding", link="https://a.example/1")

    assert "| Alert | 2026-04-01 | not started | <https://a.example/1> |" in markdown(
        Account(tool="x", title="Shop", promises=(promise,))
    )


def test_headings_within_a_section_stand_below_it_and_code_stays() -> None:
    text = markdown(Account(tool="x", title="Shop", sections=(("Summary", "# One\n```\n# two\n```\n### Three"),)))

    assert text.split("\n")[4:] == ["### One", "```", "# two", "```", "#### Three", ""]


@pytest.mark.parametrize(
    ("name", "expected"), [("resolved_at", "resolved"), ("Fixed at", "mitigated"), ("Closed at", ""), ("", "")]
)
def test_a_tool_s_name_for_a_moment_is_a_milestone(name: str, expected: str) -> None:
    assert milestone(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Commander", "Incident commander"), ("Scribe", "Scribe"), ("", "Role")]
)
def test_a_role_is_named_in_full(name: str, expected: str) -> None:
    assert role(name) == expected
