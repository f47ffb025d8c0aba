"""The first argument decides; --help is instant; whatever happens is one line and an exit status."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pmexport.cli import main
from pmexport.errors import UnavailableError


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


@pytest.mark.parametrize("first", ["-", "missing.md", "in/missing", "here", "--html", "--json"])
def test_a_file_or_an_option_of_render_means_render(
    first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("here").mkdir()

    assert run(first, "--no-such-option")[1].startswith("pmexport render: no such option '--no-such-option'")


def test_a_file_named_like_a_command_is_a_file_and_a_folder_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("inspect").mkdir()
    Path("new").write_text("# x")

    assert run("inspect", "--no-such-option")[1].startswith("pmexport inspect:")
    assert run("new", "--no-such-option")[1].startswith("pmexport render:")


def test_alone_it_prints_its_help() -> None:
    status, output = run()

    assert status == 0
    assert output == run("--help")[1]
    assert output.startswith("Usage: pmexport FILE... [OPTIONS] | COMMAND ...\n")


@pytest.mark.parametrize("name", ["render", "inspect", "new"])
def test_every_command_has_its_help_and_its_line_in_the_list(name: str) -> None:
    assert run(name, "-h")[0] == 0
    assert f"\n  {name} " in run("--help")[1]


def test_a_near_miss_of_a_command_gets_a_suggestion() -> None:
    assert run("inpsect") == (2, "inpsect: is neither a command nor a file; did you mean inspect?\n")


def failing(error: BaseException) -> click.Command:
    @click.command()
    def command() -> None:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (UnavailableError("Pango is missing", place="PDF"), 4, "PDF: Pango is missing\n"),
        (KeyboardInterrupt(), 130, "pmexport: interrupted\n"),
        (ZeroDivisionError("by\n0"), 4, "pmexport: an unexpected fault, ZeroDivisionError: by\\n0; -v shows where"),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_whatever_happens_is_one_line_and_a_status(
    error: BaseException, status: int, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(main), "get_command", lambda *_: failing(error))

    code, output = run("new")

    assert code == status
    assert output.strip().startswith(line.strip())
    assert "Traceback" not in output


HEAVY = ("msgspec", "jinja2", "weasyprint", "docx", "markdown_it", "pygments", "PIL", "resvg_py", "fontTools", "yaml")


@pytest.mark.parametrize("arguments", [["--help"], ["render", "--help"], ["--version"], ["rendr"]])
def test_help_imports_no_station_and_no_engine(arguments: list[str], repository: Path) -> None:
    """An import is what makes a start slow; the time itself is for the benchmark, on a quiet machine."""
    code = f"import sys; sys.argv[1:] = {arguments!r}\nfrom pmexport.cli import main\nmain(standalone_mode=False)\n"
    code += "print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(repository / "src")},
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = done.stderr.split()
    assert [name for name in loaded if name.split(".")[0] in HEAVY] == []
    assert [name for name in loaded if name.startswith("pmexport.") and ".cli" not in name] == [
        name for name in ("pmexport.errors", "pmexport.model", "pmexport.model.terms") if name in loaded
    ]
