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


def test_each_code_has_its_place_in_the_documentation_but_those_of_a_team() -> None:
    assert documentation("weekday") == "docs/rules/weekday.md"
    assert documentation("time-backwards") == "docs/rules/reader.md#time-backwards"
    assert documentation("old-team-name") is None


def test_a_file_knows_its_lines(tmp_path: object) -> None:
    path = f"{tmp_path}/short.md"
    with open(path, "wb") as target:  # noqa: PTH123
        target.write(b"\xef\xbb\xbf# Orders stopped\r\n\r\nNo orders.\r\n")

    assert check(path, {}).lines == ("# Orders stopped", "", "No orders.")
