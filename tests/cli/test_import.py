"""import: an edited Word document back to Markdown."""

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from pmexport.cli import main

_TEXT = "# Search was slow\n\n## Summary\n\nSearch took nine seconds.\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.md").write_text(_TEXT, encoding="utf-8")
    run("s.md", "--docx", "-q")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_the_source_beside_it_is_what_it_is_held_against() -> None:
    result = run("import", "s.docx")

    assert (result.exit_code, result.stdout) == (0, _TEXT)
    assert "nothing changed" in result.stderr


def test_by_itself_it_is_written_anew() -> None:
    assert run("import", "s.docx", "--alone").stdout == _TEXT


def test_the_source_itself_is_not_written_by_accident(desk: Path) -> None:
    (desk / "s.md").write_text(_TEXT.replace("nine", "ten"), encoding="utf-8")

    assert run("import", "s.docx", "-o", "s.md").exit_code == 2
    assert run("import", "s.docx", "-o", "s.md", "--force").exit_code == 0
    assert (desk / "s.md").read_text(encoding="utf-8") == _TEXT


def test_a_file_that_is_no_word_document_is_one_line_and_a_status() -> None:
    result = run("import", "s.md", "--alone")

    assert result.exit_code == 3
    assert result.stderr.strip() == "s.md: is not a Word document; save it as .docx"


def test_what_a_company_says_around_the_report_is_no_change(desk: Path) -> None:
    company = docx.Document()
    for words in ("Acme Holding", "{{ report }}", "Approved by the board"):
        company.add_paragraph(words)
    company.save(str(desk / "acme.docx"))
    run("s.md", "--docx", "-q", "--reference-docx", "acme.docx")

    assert "nothing changed" in run("import", "s.docx").stderr
    assert "nothing changed" in run("import", "s.docx", "--reference-docx", "acme.docx").stderr


def test_a_briefing_is_held_against_the_source_of_its_postmortem() -> None:
    run("s.md", "--docx", "-q", "--audience", "leadership")

    assert "nothing changed" in run("import", "s.leadership.docx").stderr
    assert "is a briefing" in run("import", "s.leadership.docx", "--alone").stderr


def test_a_report_for_customers_is_refused() -> None:
    run("s.md", "--docx", "-q", "--external", "-o", "s.customer.docx")
    result = run("import", "s.customer.docx")

    assert result.exit_code == 3
    assert "s.customer.docx: is a report for customers" in result.stderr


def test_the_second_of_several_incidents_is_held_against_its_file(desk: Path) -> None:
    one = "## Incident {}\n\n### Timeline\n\n- 10:00 Down\n- 10:10 Up\n\n### Impact\n\nSome.\n\n"
    (desk / "t.md").write_text(one.format(1) + one.format(2), encoding="utf-8")
    run("t.md", "--docx", "-q")

    assert "t.md: nothing changed" in run("import", "t-2.docx").stderr


def test_a_zone_that_it_was_made_with_is_told(desk: Path) -> None:
    text = _TEXT + "\n## Timeline\n\n- 2026-03-02 10:00 Search slows down\n- 10:20 Restarted\n"
    (desk / "s.md").write_text(text, encoding="utf-8")
    run("s.md", "--docx", "-q", "--timezone", "Europe/Berlin")

    assert run("import", "s.docx", "--timezone", "Europe/Berlin").stdout == text


def test_the_theme_that_it_was_made_with_is_known() -> None:
    run("s.md", "--docx", "-q", "--theme", "northwind")

    assert "nothing changed" in run("import", "s.docx").stderr


def test_a_theme_that_does_not_ship_is_asked_for() -> None:
    run("theme", "new", "acme")
    run("s.md", "--docx", "-q", "--theme", "./acme")

    assert "was made with the theme acme; name it with --theme" in run("import", "s.docx").stderr
    assert "--theme" not in run("import", "s.docx", "--theme", "./acme").stderr
