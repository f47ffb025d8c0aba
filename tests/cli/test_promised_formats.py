"""CSV that no spreadsheet runs, and a table that holds its columns."""

import csv
import datetime as dt
import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cli.test_promised import promised
from pmexport.cli.promised_formats import as_csv, as_table, columns_of, harmless

FORMULAS = (
    '=HYPERLINK("http://x.example";"click")',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe" } =HYPERLINK("http://x")',
    '"=1+1"',
    "a,=1+1",
    'a";=1+1;"',
    "'=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u3000\u202e=1+1",
)


@example(';" "=')
@given(st.text(st.sampled_from("=+-@＝\t\r\n ;|\"'a1")))
def test_no_cell_starts_as_a_formula_does_whatever_the_separator(text: str) -> None:
    cells = re.split("[;|\r\n]", harmless(text))

    assert [cell for cell in cells if cell.lstrip(' "').startswith(tuple("=+-@＝"))] == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters=";|")))
def test_a_cell_is_read_back_with_no_more_than_an_apostrophe_before_it(text: str) -> None:
    (_, row) = csv.reader(io.StringIO(as_csv((promised(text),)), newline=""))

    assert row[6] in {text, f"'{text}"}


def formulas_in(content: str, separator: str, folder: Path) -> int:
    """Return how many formulas LibreOffice makes of CSV that it is told to evaluate."""
    (folder / "sheet.csv").write_text(content, encoding="utf-8", newline="")
    opened = f"--infilter=CSV:{ord(separator)},34,76,1,,0,false,true,false,false,false,-1,true"
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", opened, "--convert-to", "fods", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "sheet.csv")], check=True, capture_output=True, timeout=120)
    sheet = folder / "sheet.fods"
    if not sheet.is_file():
        pytest.skip("LibreOffice is here without Calc")
    return sheet.read_text(encoding="utf-8").count("table:formula")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("separator", [",", ";"])
def test_libreoffice_runs_no_formula(tmp_path: Path, separator: str) -> None:
    assert formulas_in("\r\n".join(f'"{one}"' for one in ("=1+1", "=2+2")), separator, tmp_path) == 2

    assert formulas_in(as_csv([promised(one) for one in FORMULAS]), separator, tmp_path) == 0


def test_a_table_is_no_wider_than_the_terminal() -> None:
    found = (promised("Add a second alert on messages that come late at the peak of a region", owner="Amara Nwosu"),)

    lines = as_table(found, "file", width=60).splitlines()

    assert max(map(columns_of, lines)) <= 60
    action = lines[1].index(" ")
    assert " ".join(line[:action].strip() for line in lines[2:]).split() == found[0].action.split()


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u2060", "\u3000", "\u202e", "\u00ad"])
def test_what_shows_nothing_does_not_hide_a_formula(unseen: str) -> None:
    assert harmless(f"{unseen}=1+1") == f"'{unseen}=1+1"


WIDE = promised("Add a second alert on late messages", priority="P1", owner="Amara Nwosu", due=dt.date(2026, 5, 8))


def test_columns_are_cut_before_they_leave_a_narrow_terminal() -> None:
    lines = as_table((WIDE,), "file", width=72).splitlines()

    assert lines[0].split() == ["Priority", "Action", "Owner", "Due", "Where"]
    assert max(map(columns_of, lines)) <= 72


def test_a_terminal_too_narrow_for_columns_gets_one_under_the_other() -> None:
    assert as_table((WIDE, promised("Do it")), "file", width=40).splitlines() == [
        "P1 Add a second alert on late messages",
        "  Amara Nwosu · 8 May 2026",
        f"  {WIDE.file}:{WIDE.line}",
        "",
        "Do it",
        f"  {WIDE.file}:{WIDE.line}",
    ]


def test_marks_and_unseen_letters_take_no_column() -> None:
    assert columns_of("e\u0301\u200bx") == 2


def test_wide_letters_take_two_columns() -> None:
    assert columns_of("停止 alert") == 10


def test_a_column_that_no_action_fills_is_left_out() -> None:
    assert as_table((promised("Do it"),), "file", width=None).splitlines()[0].split() == ["Action", "Where"]


def test_owners_stand_apart_where_they_are_the_order() -> None:
    found = (promised("a", owner="Ada"), promised("b", owner="Ada"), promised("c", owner="Zoe"))

    assert [line[:6].strip() for line in as_table(found, "owner", width=None).splitlines()[2:]] == ["a", "b", "", "c"]
