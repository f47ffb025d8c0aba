"""actions lists what was promised in many files, for people, spreadsheets and programs."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmexport.cli import main

ROWS = """# Postmortem: {title}

**Incident ID:** {id}
**Date:** 2026-03-04

## Action Items

| Priority | Action | Owner | Due Date | Status |
|----------|--------|-------|----------|--------|
"""


def write(path: Path, title: str, number: str, *rows: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ROWS.format(title=title, id=number) + "\n".join(rows) + "\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two postmortems, one of them further down, and files that are none."""
    write(
        tmp_path / "shelves.md",
        "Shelves empty",
        "LIB-7",
        "| P2 | Fill the shelves by night | Noor Haddad | 2026-04-01 | In Progress |",
        "| P0 | Undo release 41 | Ada Brandt | 2026-03-05 | Done |",
    )
    write(
        tmp_path / "old" / "doors.md",
        "Doors locked",
        "LIB-3",
        "| P1 | Test the doors each week | Ada Brandt | 2026-05-01 | Not Started |",
        "| P1 | Give the porter a key |  | 2026-03-20 | Not Started |",
    )
    (tmp_path / "old" / "doors.customer.md").write_text("# Doors\n\n- [ ] Say sorry (Ada)\n", encoding="utf-8")
    (tmp_path / ".drafts").mkdir()
    write(tmp_path / ".drafts" / "x.md", "Draft", "LIB-9", "| P1 | Hidden work | Ada | 2026-05-01 | Not Started |")
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["actions", *map(str, arguments)])


def listed(result: Result) -> list[str]:
    """Return the actions that JSON holds, in its order."""
    return [one["action"] for one in json.loads(result.stdout)["actions"]]


def test_a_folder_is_searched_to_its_depth_but_for_what_is_hidden_or_written_for_customers(folder: Path) -> None:
    assert listed(run(folder, "--format", "json")) == [
        "Fill the shelves by night",
        "Undo release 41",
        "Test the doors each week",
        "Give the porter a key",
    ]


def test_a_file_given_twice_is_listed_once(folder: Path) -> None:
    assert len(listed(run(folder / "shelves.md", folder / "shelves.md", "--format", "json"))) == 2


def test_json_says_of_each_action_where_it_stands_and_what_inspect_says(folder: Path) -> None:
    (first, _) = json.loads(run(folder / "shelves.md", "--format", "json", "--today", "2026-04-02").stdout)["actions"]

    assert first == {
        "file": str(folder / "shelves.md"),
        "line": 10,
        "incident_id": "LIB-7",
        "title": "Shelves empty",
        "priority": "P2",
        "kind": None,
        "action": "Fill the shelves by night",
        "owner": "Noor Haddad",
        "due": "2026-04-01",
        "due_text": "2026-04-01",
        "status": "in_progress",
        "status_text": "In Progress",
        "links": [],
        "late": True,
    }


def test_open_leaves_out_what_is_done(folder: Path) -> None:
    assert "Undo release 41" not in listed(run(folder, "--open", "--format", "json"))


def test_overdue_is_what_is_open_past_its_date_on_the_day_given(folder: Path) -> None:
    assert listed(run(folder, "--overdue", "--today", "2026-03-25", "--format", "json")) == ["Give the porter a key"]


def test_overdue_without_a_day_is_refused_in_one_line(folder: Path) -> None:
    result = run(folder, "--overdue")

    assert result.exit_code == 2
    assert result.stderr == "--overdue: what is overdue depends on the day; say which with --today DATE\n"


def test_an_owner_is_found_by_a_part_of_the_name_whatever_its_case(folder: Path) -> None:
    assert listed(run(folder, "--owner", "ada", "--format", "json")) == ["Undo release 41", "Test the doors each week"]


def test_of_several_owners_any_will_do(folder: Path) -> None:
    assert len(listed(run(folder, "--owner", "ada", "--owner", "noor", "--format", "json"))) == 3


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("file", "Fill the shelves by night", "Give the porter a key"),
        ("owner", "Undo release 41", "Give the porter a key"),
        ("priority", "Undo release 41", "Fill the shelves by night"),
    ],
)
def test_the_order_is_by_file_owner_or_priority_and_then_by_date(
    folder: Path, order: str, first: str, last: str
) -> None:
    actions = listed(run(folder, "--by", order, "--format", "json"))

    assert (actions[0], actions[-1]) == (first, last)


def test_the_table_shows_every_action_with_its_file_and_line(folder: Path) -> None:
    lines = run(folder / "shelves.md", "--today", "2026-04-02").stdout.splitlines()

    assert lines[0].split() == ["Priority", "Action", "Owner", "Due", "Status", "Where"]
    assert "P2        Fill the shelves by night  Noor Haddad  1 Apr 2026, late  In progress  " in lines[2]
    assert lines[2].endswith("shelves.md:10")


def test_csv_is_read_back_as_it_was_written(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(folder, "--format", "csv").stdout, newline="")))

    assert [(row["action"], row["due"], row["status"]) for row in rows][:2] == [
        ("Fill the shelves by night", "2026-04-01", "in_progress"),
        ("Undo release 41", "2026-03-05", "done"),
    ]


def test_what_cannot_be_read_is_said_and_the_others_are_listed(folder: Path) -> None:
    result = run(folder / "nowhere.md", folder / "shelves.md", "--format", "json")

    assert result.exit_code == 3
    assert "there is no such file" in result.stderr
    assert len(listed(result)) == 2


def test_a_folder_without_markdown_is_said(tmp_path: Path) -> None:
    result = run(tmp_path)

    assert result.exit_code == 3
    assert "holds no Markdown file" in result.stderr


def test_nothing_as_asked_for_is_no_fault(folder: Path) -> None:
    result = run(folder, "--owner", "nobody")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "pmexport: no action item is as asked for\n"


def test_what_moves_a_cursor_is_written_out_in_the_table(tmp_path: Path) -> None:
    write(tmp_path / "x.md", "T", "X-1", "| P1 | Clear \x1b[2J the screen | Ada | 2026-05-01 | Not Started |")

    assert "\x1b" not in run(tmp_path / "x.md").stdout


def test_standard_input_is_a_file_too(folder: Path) -> None:
    content = (folder / "shelves.md").read_bytes()
    result = CliRunner().invoke(main, ["actions", "-", "--format", "json"], input=content)

    assert len(listed(result)) == 2
