"""Which files are searched, and in which order their action items are listed."""

import datetime as dt
from pathlib import Path

from pmexport.cli.promised import Promised, Wanted, files_in, ordered


def promised(
    action: str, *, owner: str | None = None, priority: str | None = None, due: dt.date | None = None
) -> Promised:
    return Promised(
        file="x.md",
        line=1,
        incident_id=None,
        title="X",
        priority=priority,
        kind=None,
        action=action,
        owner=owner,
        due=due,
        due_text=None,
        status=None,
        status_text=None,
        links=(),
        late=None,
    )


def actions(found: tuple[Promised, ...]) -> list[str]:
    return [one.action for one in found]


def test_a_path_that_is_no_folder_stands_for_itself_each_once() -> None:
    assert files_in(("-", "b.md", "a.md", "b.md")) == ("-", "b.md", "a.md")


def test_a_file_named_in_two_ways_counts_once(tmp_path: Path) -> None:
    file, folder = tmp_path / "a.md", tmp_path / "linked"
    file.write_text("# A\n")
    folder.mkdir()
    (folder / "b.md").symlink_to(file)

    assert files_in((str(file), f"{folder}/../a.md", str(folder))) == (str(file),)


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n", encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)

    assert files_in((str(tmp_path),)) == (str(tmp_path / "a.md"),)


def test_what_has_no_owner_comes_last() -> None:
    found = (promised("a"), promised("b", owner="zoe"), promised("c", owner="Ada"))

    assert actions(ordered(found, "owner")) == ["c", "b", "a"]


def test_a_priority_in_words_is_ranked_with_those_in_digits() -> None:
    found = (
        promised("a"),
        promised("b", priority="Low"),
        promised("c", priority="P1"),
        promised("d", priority="Critical"),
    )

    assert actions(ordered(found, "priority")) == ["d", "c", "b", "a"]


def test_of_one_owner_the_earlier_date_comes_first() -> None:
    found = (promised("a", owner="Ada", due=dt.date(2026, 5, 1)), promised("b", owner="Ada", due=dt.date(2026, 4, 1)))

    assert actions(ordered(found, "owner")) == ["b", "a"]


def test_an_action_without_a_status_counts_as_open() -> None:
    assert Wanted(only_open=True).has(promised("a"))
