"""check: what is wrong or missing, for people and for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmexport.cli import main

WRONG = """# Orders stopped
**Date:** 2026-03-04
**Duration:** 3 hours

## Timeline
| Time (UTC) | Event |
|---|---|
| 09:00 | Outage begins |
| 09:06 | Automated alert: order rate below 50 % |
| 11:00 | Incident resolved |

## Action Items
| Action | Owner | Due | Status |
|---|---|---|---|
| Limit sessions to 1 MB | Ada | Mar 20 | Open |
"""
MESSAGE = (
    "“3 hours”: the timeline gives 2 hours, from 09:00 “Outage begins” (line 8) to 11:00 “Incident resolved” (line 10)"
)
SOUND = WRONG.replace("3 hours", "2 hours")


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], input=stdin)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.md"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_a_finding_shows_its_line_with_a_caret_and_what_to_write(wrong: Path) -> None:
    lines = run(str(wrong)).stdout.splitlines()

    assert lines[:5] == [
        str(wrong),
        f"  line 3: error: {MESSAGE} (stated-length)",
        "    3 | **Duration:** 3 hours",
        "      |               ^^^^^^^",
        "    write 2 hours, or mend the time that is wrong",
    ]


def test_what_agrees_is_told() -> None:
    output = run("-", stdin=SOUND).stdout

    assert "agrees with the timeline and the calendar:\n    line 3: “2 hours”: 2 hours, 09:00 “Outage begins”" in output


def test_an_error_fails_and_a_warning_only_when_strict(wrong: Path) -> None:
    assert run(str(wrong)).exit_code == 1
    assert run("-", stdin=SOUND).exit_code == 0
    assert run("-", "--today", "2026-04-01", stdin=SOUND).exit_code == 0
    assert run("-", "--today", "2026-04-01", "--strict", stdin=SOUND).exit_code == 1


def test_due_dates_are_held_against_the_day_that_is_given() -> None:
    def codes(*arguments: str) -> set[str]:
        found = json.loads(run("-", "--format", "json", *arguments, stdin=SOUND).stdout)
        return {one["code"] for one in found["files"][0]["diagnostics"]}

    assert "action-overdue" not in codes()
    assert "action-overdue" in codes("--today", "2026-04-01")


def test_notes_are_shown_when_asked_for() -> None:
    assert "note:" not in run("-", stdin=SOUND).stdout
    assert "note:" in run("-", "-v", stdin=SOUND).stdout


def test_quiet_says_errors_only(wrong: Path) -> None:
    assert "stated-length" in run("-q", str(wrong)).stdout
    assert run("-q", "-", stdin=SOUND).stdout == ""


def test_every_file_is_tried_and_the_highest_status_counts(wrong: Path, tmp_path: Path) -> None:
    result = run(str(tmp_path / "nowhere.md"), str(wrong))

    assert result.exit_code == 3
    assert "stated-length" in result.stdout


def test_settings_switch_weigh_and_add_rules(wrong: Path) -> None:
    (wrong.parent / "pmexport.toml").write_text(
        "[check]\n"
        'disable = ["section-usual"]\n'
        'severity = { stated-length = "note" }\n'
        "[[check.rules]]\n"
        'id = "no-megabytes"\n'
        "pattern = '\\bMB\\b'\n"
        'message = "write MiB"\n',
        encoding="utf-8",
    )

    result = run("--format", "json", str(wrong))

    found = {one["code"]: one["severity"] for one in json.loads(result.stdout)["files"][0]["diagnostics"]}
    assert "section-usual" not in found
    assert (found["stated-length"], found["no-megabytes"]) == ("note", "warning")
    assert result.exit_code == 0


@pytest.mark.parametrize(
    "settings",
    [
        'disable = "blame-word"',
        "thresholds = { gap = 5 }",
        'severity = { weekday = "fatal" }',
        '[[check.rules]]\nid = "x"\npattern = "("\nmessage = "y"',
    ],
)
def test_a_setting_that_cannot_be_is_refused(wrong: Path, settings: str) -> None:
    (wrong.parent / "pmexport.toml").write_text(f"[check]\n{settings}\n", encoding="utf-8")

    result = run(str(wrong))

    assert result.exit_code == 2
    assert result.stderr.startswith("[check]")


def test_a_text_brings_no_patterns_of_its_own() -> None:
    matter = "---\npmexport:\n  check:\n    rules: []\n---\n"

    result = run("-", stdin=matter + SOUND)

    assert result.exit_code == 2
    assert "rules belong in a settings file" in result.stderr


def test_one_line_in_the_source_accepts_one_finding() -> None:
    accepted = WRONG.replace("**Duration:**", "<!-- pmexport: accept stated-length: as billed -->\n**Duration:**")

    assert "stated-length" not in run("-", stdin=accepted).stdout


def test_fix_writes_what_is_certain_and_says_so(wrong: Path) -> None:
    result = run("--fix", str(wrong))

    assert "| Limit sessions to 1 MB | Ada   | Mar 20, 2026 | Open   |" in wrong.read_text(encoding="utf-8")
    assert "“Mar 20” is now “Mar 20, 2026”" in result.stderr


def test_fix_needs_a_file() -> None:
    assert run("--fix", "-", stdin=WRONG).exit_code == 2
