"""Where on its line a finding points, and what it agrees with."""

import pytest

from pmexport.cli.findings import check, documentation, place


@pytest.mark.parametrize(
    ("line", "quote", "marked"),
    [
        ("- **Weekend timing:** low", "Weekend", "Weekend"),
        ("It took **30 minutes** from `a` to b", "30 minutes from a to b", "30 minutes** from `a` to b"),
        ("  - one  ", "", "one"),
        ("# Heading", "not there", "Heading"),
        ("", "", ""),
    ],
)
def test_the_words_are_found_through_markdowns_marks(line: str, quote: str, marked: str) -> None:
    start, end = place(line, quote)

    assert line[start:end].rstrip() == marked


def test_only_rules_have_a_page() -> None:
    assert documentation("weekday") == "docs/review-rules.md#weekday"
    assert documentation("time-backwards") is None


def test_a_file_knows_its_lines(tmp_path: object) -> None:
    path = f"{tmp_path}/short.md"
    with open(path, "wb") as target:  # noqa: PTH123
        target.write(b"\xef\xbb\xbf# Orders stopped\r\n\r\nNo orders.\r\n")

    assert check(path, {}).lines == ("# Orders stopped", "", "No orders.")
