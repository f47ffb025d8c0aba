"""render: files in, documents out, their paths on standard output and everything else on standard error."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inspect_docx import WordFile
from pmexport.cli import main
from pmexport.cli.render import AUDIENCES
from pmexport.model.options import Paper
from pmexport.writers import FORMATS

REPOSITORY = Path(__file__).resolve().parents[2]
SHORT = (REPOSITORY / "tests" / "commands" / "files" / "short.md").read_bytes()
FIRST_BYTES = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "html": b"<!doctype html>"}


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a folder with one postmortem in it, and no settings from outside."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    (tmp_path / "short.md").write_bytes(SHORT)
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def test_every_format_is_written_beside_the_input(desk: Path) -> None:
    result = run("short.md", "--all", "-q")

    assert (result.exit_code, result.stdout) == (0, "short.pdf\nshort.docx\nshort.html\n")
    assert {
        suffix: (desk / f"short.{suffix}").read_bytes()[: len(start)] for suffix, start in FIRST_BYTES.items()
    } == FIRST_BYTES


def test_nothing_else_is_written(desk: Path) -> None:
    run("short.md", "--html", "-o", "out/")

    assert sorted(path.relative_to(desk).as_posix() for path in desk.rglob("*")) == [
        "out",
        "out/short.html",
        "short.md",
    ]


def test_a_document_can_go_to_standard_output(desk: Path) -> None:
    result = run("short.md", "--html", "-o", "-")

    assert result.stdout_bytes.startswith(FIRST_BYTES["html"])
    assert [path.name for path in desk.iterdir()] == ["short.md"]


def test_a_text_can_come_from_standard_input(desk: Path) -> None:
    from_file = run("short.md", "--html", "-o", "-").stdout_bytes

    assert run("-", "--html", "-o", "-", stdin=SHORT).stdout_bytes == from_file
    assert run("-", "-o", "x.html", stdin=SHORT).stdout == "x.html\n"
    assert (desk / "x.html").read_bytes() == from_file


def test_the_manifest_says_what_was_written(desk: Path) -> None:
    manifest = json.loads(run("short.md", "--pdf", "--html", "--json", "-q").stdout)

    content = (desk / "short.html").read_bytes()
    assert manifest["schema_version"] == 1
    assert manifest["files"][1] == {
        "source": "short.md",
        "path": "short.html",
        "format": "html",
        "audience": "full",
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "pages": None,
        "warnings": [],
    }
    assert manifest["files"][0]["pages"] >= 1


def test_in_a_batch_the_others_go_on_and_the_highest_status_is_the_answer(desk: Path) -> None:
    (desk / "empty.md").write_bytes(b"")
    (desk / "latin.md").write_bytes("# Störung".encode("latin-1"))
    (desk / "blocked.html").mkdir()
    shutil.copy("short.md", "blocked.md")
    shutil.copy("short.md", "last.md")

    result = run("empty.md", "missing.md", "latin.md", "blocked.md", "last.md", "--html")

    assert (result.exit_code, result.stdout) == (4, "last.html\n")
    assert [line.partition(": ")[0] for line in result.stderr.splitlines() if "warning" not in line] == [
        "empty.md",
        "missing.md",
        "latin.md:1",
        "blocked.html",
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_order_is_that_of_the_files_however_many_processes_work(jobs: str, desk: Path) -> None:
    names = [f"r{number}" for number in range(5)]
    for name in names:
        shutil.copy("short.md", desk / f"{name}.md")

    result = run(*(f"{name}.md" for name in names), "--html", "--jobs", jobs)

    assert result.stdout.split() == [f"{name}.html" for name in names]
    assert len({(desk / f"{name}.html").read_bytes() for name in names}) == 1


def test_an_older_output_is_replaced_unless_that_is_forbidden(desk: Path) -> None:
    (desk / "short.html").write_bytes(b"old")

    refused = run("short.md", "--html", "--no-clobber")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.endswith("short.html: exists already; --force overwrites it\n")
    assert (desk / "short.html").read_bytes() == b"old"

    assert run("short.md", "--html").exit_code == 0
    assert (desk / "short.html").read_bytes().startswith(FIRST_BYTES["html"])


def test_an_older_output_stays_whole_where_the_new_one_cannot_be_made(desk: Path) -> None:
    (desk / "short.html").write_bytes(b"old")
    (desk / "short.md").write_bytes(b"---\ntitle: *anchor\n---\n\n# x\n")

    assert run("short.md", "--html").exit_code == 3
    assert (desk / "short.html").read_bytes() == b"old"


def test_strict_makes_warnings_a_failure_and_still_writes(desk: Path) -> None:
    (desk / "notes.md").write_text("# Shopping\n\nMilk and bread.\n")

    assert run("notes.md", "--html").exit_code == 0
    assert run("notes.md", "--html", "--strict").exit_code == 1
    assert (desk / "notes.html").is_file()


def test_what_is_no_postmortem_is_rendered_and_the_command_says_what_it_did_not_find(desk: Path) -> None:
    (desk / "notes.md").write_text("# Shopping\n\nMilk and bread.\n")

    result = run("notes.md", "--html", "-v")

    assert result.exit_code == 0
    assert "Milk and bread." in (desk / "notes.html").read_text()
    assert "notes.md: warning: this reads like no postmortem" in result.stderr


def test_settings_of_the_folder_the_text_and_the_command_line_reach_the_page(desk: Path) -> None:
    (desk / "pmexport.toml").write_text('classification = "From the folder"\n')
    assert "From the folder" in run("short.md", "--html", "-o", "-").stdout

    (desk / "short.md").write_bytes(b"---\npmexport:\n  classification: From the text\n---\n\n" + SHORT)
    assert "From the text" in run("short.md", "--html", "-o", "-").stdout
    assert "From me" in run("short.md", "--html", "-o", "-", "--classification", "From me").stdout


def test_an_unknown_setting_is_a_warning_with_its_place(desk: Path) -> None:
    (desk / "pmexport.toml").write_text('\ntheem = "mono"\n')

    line = "pmexport.toml:2: warning: there is no setting theem (unknown-setting); did you mean theme?\n"
    assert line in run("short.md", "--html").stderr


def test_a_title_cannot_command_the_terminal(shared: Path) -> None:
    for name in ("b20_terminal_escape.md", "b21_newline_log_forge.md"):
        result = run(str(shared / "attacks" / name), "--html", "-v", "-o", "out/")

        assert not set(result.output) & {"\x1b", "\x07", "\x9b"}
        assert not any(line.startswith(("OK:", "[INFO]")) for line in result.output.splitlines())


@pytest.mark.parametrize(
    "name", ["d03_id_reserved_windows", "d04_id_option_like", "d07_id_collision_case_nfc", "d08_id_dotfile"]
)
def test_no_identifier_makes_a_file_name(name: str, shared: Path, desk: Path) -> None:
    result = run(str(shared / "attacks" / f"{name}.md"), "--html", "-o", "out/", "-q")

    assert result.stdout == f"out/{name}.html\n"
    assert [path.name for path in (desk / "out").iterdir()] == [f"{name}.html"]


def test_two_names_that_are_one_on_many_disks_do_not_overwrite_each_other(desk: Path) -> None:
    for folder, name in (("x", "Inc_2041"), ("y", "inc_2041")):
        (desk / folder).mkdir()
        shutil.copy("short.md", desk / folder / f"{name}.md")

    result = run("x/Inc_2041.md", "y/inc_2041.md", "--html", "-o", "out")

    assert (result.exit_code, result.stdout) == (2, "out/Inc_2041.html\n")
    assert "y/inc_2041.md: would be written to out/inc_2041.html" in result.stderr


def test_a_name_like_an_option_is_printed_as_a_path(desk: Path) -> None:
    shutil.copy("short.md", desk / "-rf.md")

    assert run("./-rf.md", "--html", "-q").stdout == "./-rf.html\n"


def test_no_hostile_text_is_more_than_a_page_or_one_line(shared: Path, desk: Path) -> None:
    """Whatever stands in a file: no trace, no control of the terminal, and no file but those whose paths are given."""
    attacks = sorted((shared / "attacks").glob("*.md"))

    result = run(*map(str, attacks), "--html", "-o", "out/")

    assert result.exit_code == 3
    assert "unexpected fault" not in result.stderr
    assert not set(result.output) & {"\x1b", "\x07", "\x9b"}
    assert all(line.startswith(f"{shared}/attacks/") for line in result.stderr.splitlines())
    assert sorted(path.as_posix() for path in Path("out").rglob("*")) == sorted(result.stdout.splitlines())
    assert sorted(path.name for path in desk.iterdir()) == ["out", "short.md"]


def test_the_options_offer_what_the_stations_know() -> None:
    help_text = run("render", "--help").output

    assert "|".join(Paper) in help_text
    assert "|".join(AUDIENCES) in help_text
    assert all(f"--{suffix}" in help_text for suffix in FORMATS)


def test_a_reader_that_goes_away_is_no_error(desk: Path) -> None:
    (desk / "long.md").write_bytes(SHORT + b"\nMore and more words.\n" * 5000)
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src")}
    command = f'"{sys.executable}" -m pmexport long.md --html -q -o - | head -c 10; echo "${{PIPESTATUS[0]}}"'

    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("<!doctype 0\n", "")


def test_the_review_is_comments_in_word_and_a_last_section_elsewhere(desk: Path) -> None:
    (desk / "late.md").write_bytes(b"# Search\n\n## Summary\n\nThe engineer should have known better.\n")
    run("late.md", "--docx", "--html", "--review", "-q")

    assert b"commentReference" in WordFile((desk / "late.docx").read_bytes()).parts["word/document.xml"]
    assert "Review findings" in (desk / "late.html").read_text(encoding="utf-8")


def test_a_briefing_has_its_own_name_one_page_and_a_manifest_of_what_it_chose(desk: Path) -> None:
    result = run("short.md", "--audience", "leadership", "--pdf", "--json")
    (entry,) = json.loads(result.stdout)["files"]

    assert (entry["path"], entry["audience"], entry["pages"]) == ("short.leadership.pdf", "leadership", 1)
    assert (desk / "short.leadership.pdf").is_file()
    first = entry["choices"][0]
    assert (first["code"], first["severity"], first["line"]) == ("briefing", "note", 11)
    assert first["message"] == "the briefing says of what happened: line 11"


@pytest.mark.usefixtures("desk")
def test_what_a_briefing_says_is_told_on_standard_error_unless_quiet() -> None:
    told = run("short.md", "--audience", "leadership", "--html").stderr.splitlines()

    assert told[0] == "short.md:11: note: the briefing says of what happened: line 11 (briefing)"
    assert run("short.md", "--audience", "leadership", "--html", "-q").stderr == ""


TEMPLATES = REPOSITORY / "samples" / "templates"
BRAND = """
meta: {name: Acme}
defaults:
  pmexport:
    severity: {scheme: s1-s4, labels: {"0": All hands}}
    action: {labels: {done: Shipped}}
    labels: {root_cause: Why it happened}
"""
INCIDENT = """# Outage

**Severity:** S1

## Root cause

A full disk.

## Action items

| Action | Owner | Status |
|--------|-------|--------|
| Grow the disk | Ida | Done |
"""


def test_a_template_adds_a_section_to_the_page(desk: Path) -> None:
    result = run("short.md", "--html", "--template", str(TEMPLATES / "added-section"), "-q")

    assert (result.exit_code, result.stderr) == (0, "")
    assert ">Distribution</h2>" in (desk / "short.html").read_text("utf-8")


def test_a_template_changes_the_cover_of_the_pdf() -> None:
    plain = run("short.md", "-o", "plain.pdf", "--json", "-q")
    covered = run("short.md", "-o", "covered.pdf", "--json", "-q", "--template", str(TEMPLATES / "own-cover"))
    pages = [json.loads(one.stdout)["files"][0]["pages"] for one in (plain, covered)]

    assert pages[1] == pages[0] + 1


def test_a_wrong_name_in_a_template_is_told_with_file_and_line_and_nothing_is_written(desk: Path) -> None:
    (desk / "own").mkdir()
    (desk / "own" / "report.html.j2").write_text(
        "{% extends 'shipped/report.html.j2' %}\n{% block foot %}\n{{ reprot.marks }}{% endblock %}"
    )
    result = run("short.md", "--html", "--template", "own")

    assert (result.exit_code, result.stderr) == (2, "own/report.html.j2:3: 'reprot' is undefined\n")
    assert not (desk / "short.html").exists()


def test_the_words_and_schemes_of_a_theme_are_on_the_page_in_html_and_word(desk: Path) -> None:
    (desk / "acme").mkdir()
    (desk / "acme" / "_brand.yml").write_text(BRAND)
    (desk / "s1.md").write_text(INCIDENT)
    result = run("s1.md", "--html", "--docx", "--theme", "./acme", "-q")
    page, word = (desk / "s1.html").read_text("utf-8"), (desk / "s1.docx").read_bytes()

    assert (result.exit_code, result.stderr) == (0, "")
    told = " ".join(paragraph.text for paragraph in WordFile(word).paragraphs())
    assert 'class="badge severity-0">S1 All hands<' in page
    assert [words for words in ("Why it happened", "Shipped") if words not in page] == []
    assert "Why it happened" in told
    assert "S1" in told


def test_the_title_has_a_sheet_of_its_own_where_the_theme_says_so(desk: Path) -> None:
    (desk / "acme").mkdir()
    (desk / "acme" / "_brand.yml").write_text("defaults: {pmexport: {page: {cover: page}}}")
    plain = json.loads(run("short.md", "-o", "plain.pdf", "--json", "-q").stdout)["files"][0]["pages"]
    covered = json.loads(run("short.md", "-o", "c.pdf", "--json", "-q", "--theme", "./acme").stdout)["files"][0][
        "pages"
    ]

    assert covered == plain + 1
