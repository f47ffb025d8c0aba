"""Wiki markup brought to Markdown."""

import pytest

from pmexport.reader.wiki import as_markdown

HEADINGS = "h1. Shop down\nh2. Impact\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("h2. Timeline", "## Timeline"),
        ("||Time||Event||", "| Time | Event |"),
        ("|09:00|down|", "|09:00|down|"),
        ("* first", "- first"),
        ("** below it", "   - below it"),
        ("# counted", "1. counted"),
        ("bq. said so", "> said so"),
        ("*Owner:* the {{mailer}} team", "**Owner:** the `mailer` team"),
        ("see [the ticket|https://x.example/1]", "see [the ticket](https://x.example/1)"),
        ("{color:red}late{color}", "late"),
        ("{code:java}", "```"),
    ],
)
def test_a_text_with_a_wikis_headings_is_read_as_one(line: str, expected: str) -> None:
    assert as_markdown(f"{HEADINGS}{line}").split("\n")[2] == expected


def test_what_stands_between_code_marks_is_left_alone() -> None:
    assert as_markdown(f"{HEADINGS}{{code}}\n# counted\n{{code}}").split("\n")[3] == "# counted"


def test_a_head_row_with_double_bars_is_one_in_markdown_too() -> None:
    assert as_markdown("||Time||Event||\n|09:00|down|") == "| Time | Event |\n|09:00|down|"


@pytest.mark.parametrize(
    "text", ["# Shop down\n\n* one\n* two", "if (a || b) {\n}", "|| a bar", "```\n||a||b||\n|1|2|\n```", "h2. alone"]
)
def test_what_is_no_wiki_is_left_alone(text: str) -> None:
    assert as_markdown(text) == text


def test_headings_between_equals_signs_are_read_too() -> None:
    text = "== Impact ==\nAll.\n=== Of users ===\n # counted\n"

    assert as_markdown(f"Shop down\n{text}") == "Shop down\n## Impact\nAll.\n### Of users\n1. counted\n"


@pytest.mark.parametrize("text", ["Shop down\n==\n\nAll.\n\nImpact\n==\n", "a\n== b\nc ==\n== d"])
def test_signs_on_one_side_are_none(text: str) -> None:
    assert as_markdown(text) == text


def test_spaces_without_end_take_no_time() -> None:
    text = f"\n== {' ' * 200_000}x\n||{' ' * 200_000}x\n"

    assert as_markdown(text) == text
