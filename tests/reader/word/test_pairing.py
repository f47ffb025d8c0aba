"""A line that was changed is found again among lines that went and lines that came."""

from pmexport.reader.word.pairing import paired


def test_a_changed_line_is_the_one_most_like_it() -> None:
    old = ["| 10:00 | Release goes out |\n", "| 10:20 | Alert fires |\n"]
    new = ["| 10:20 | Alert fires at last |\n"]

    assert list(paired(old, new)) == [(0, None), (1, (1, 0))]


def test_a_line_that_is_like_none_is_new() -> None:
    old = ["Search took nine seconds.\n"]
    new = ["\N{EM DASH}\n", "Search took ten seconds.\n"]

    assert list(paired(old, new)) == [(None, (0, 0)), (0, (0, 1))]


def test_blank_lines_are_like_blank_lines_alone() -> None:
    assert next(iter(paired(["\n", "a b\n"], ["a c\n", "\n"]))) != (0, (0, 0))


def test_very_many_lines_are_paired_as_they_stand() -> None:
    old, new = ([f"{number}\n" for number in range(count)] for count in (40, 39))

    assert list(paired(old, new)) == [*((at, (at, at)) for at in range(39)), (39, None)]


def test_a_heading_that_was_written_anew_is_the_heading_in_its_place() -> None:
    assert list(paired(["## Post-meeting list\n"], ["## Quite other words\n"])) == [(0, (0, 0))]
