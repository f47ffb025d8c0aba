"""leakcheck: a finished file that somebody may have edited."""

from pathlib import Path

import pytest

from outward_run import desk, pmexport


@pytest.fixture
def written(tmp_path: Path) -> Path:
    source = desk(tmp_path)
    pmexport(source, "--external", "--all", "--text")
    pmexport(source, "--html", "--docx")
    return source


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "txt"])
def test_what_was_written_is_clean(written: Path, suffix: str) -> None:
    done = pmexport("leakcheck", written.with_suffix(f".customer.{suffix}"))

    assert (done.exit_code, done.output) == (0, "")


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_the_internal_report_is_not(written: Path, suffix: str) -> None:
    done = pmexport("leakcheck", written.with_suffix(f".{suffix}"), "--against", written)

    assert done.exit_code == 5
    assert "Noor" in done.output


def test_a_sentence_of_ones_own_may_be_added(written: Path) -> None:
    path = written.with_suffix(".customer.html")
    path.write_text(path.read_text(encoding="utf-8").replace("</main>", "<p>Thank you for waiting.</p></main>"))

    assert pmexport("leakcheck", path).exit_code == 0


@pytest.mark.parametrize(
    "words", ["Ask Noor about it.", "The nightly reindexer held every lock.", "<!-- x -->", "see 10.0.0.1"]
)
def test_what_must_not_leave_is_named(written: Path, words: str) -> None:
    path = written.with_suffix(".customer.html")
    path.write_text(path.read_text(encoding="utf-8").replace("</main>", f"<p>{words}</p></main>"))

    done = pmexport("leakcheck", path)

    assert done.exit_code == 5
    assert "holds" in done.output


def test_a_file_whose_postmortem_is_not_known_needs_its_name(tmp_path: Path) -> None:
    assert pmexport("leakcheck", tmp_path / "other.pdf").exit_code == 2
