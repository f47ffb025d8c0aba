"""Runs the transcripts beside this file: what is typed after ``$``, what comes back, and a ``[status]`` that is not 0.

A transcript is a fenced block marked ``console``. Its commands run one after another in a folder of their own that
holds the files under ``files``; standard error is shown where it comes in. Run as a program, this file writes the
transcripts anew: read what changed before you keep it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
README = HERE.parents[1] / "README.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SHIM = 'pmexport() { "$PMEXPORT_PYTHON" -m pmexport "$@"; }\n'


def blocks() -> Iterator[tuple[Path, int, str]]:
    """Yield each transcript with its file and the line it starts on: those here, and the README's."""
    for path in (*sorted(HERE.glob("*.md")), *([README] if README.is_file() else [])):
        text = path.read_text(encoding="utf-8")
        for match in _BLOCK.finditer(text):
            yield path, text.count("\n", 0, match.start()) + 1, match[1]


def replay(transcript: str, folder: Path) -> str:
    """Return `transcript` as it is when its commands are run in `folder`."""
    commands = [line.removeprefix("$ ") for line in transcript.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_answer(command, folder)}" for command in commands)


def _answer(command: str, folder: Path) -> str:
    done = typed(command, folder)
    status = f"[{done.returncode}]\n" if done.returncode else ""
    return f"{done.stdout}{status}"


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `command` in `folder` as a person would, standard error in its place between standard output."""
    source = str(HERE.parents[1] / "src")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PMEXPORT_", "COVERAGE"))}
    environment = kept | {
        "PMEXPORT_PYTHON": sys.executable,
        "PYTHONPATH": os.pathsep.join(filter(None, (source, kept.get("PYTHONPATH")))),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "COLUMNS": "80",
    }
    return subprocess.run(
        ["bash", "-c", _SHIM + command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def lay_out(path: Path, folder: Path) -> None:
    """Put into `folder` what the transcripts of `path` work on: the README speaks of the samples."""
    if path == README:
        shutil.copytree(README.parent / "samples", folder / "samples")
    else:
        shutil.copytree(HERE / "files", folder, dirs_exist_ok=True)


@pytest.mark.parametrize(
    ("path", "transcript"),
    [pytest.param(path, transcript, id=f"{path.name}:{line}") for path, line, transcript in blocks()],
)
def test_the_transcript_is_what_happens(path: Path, transcript: str, tmp_path: Path) -> None:
    lay_out(path, tmp_path)

    assert replay(transcript, tmp_path) == transcript


def readme_commands() -> list[str]:
    """Return the commands that the README shows without their output: indented, with a word on each."""
    text = README.read_text(encoding="utf-8") if README.is_file() else ""
    return re.findall(r"(?m)^    (pmexport .*?)(?: +#.*)?$", text)


@pytest.mark.parametrize("command", readme_commands())
def test_a_command_that_the_readme_shows_does_its_work(command: str, tmp_path: Path) -> None:
    lay_out(README, tmp_path)

    done = typed(command, tmp_path)

    assert done.returncode == 0, done.stdout


def write_anew() -> None:
    """Write into every transcript what its commands give now."""
    for path in sorted({path for path, _, _ in blocks()}):
        text = path.read_text(encoding="utf-8")
        for block in _BLOCK.finditer(text):
            text = text.replace(block[0], _anew(block[1], path))
        path.write_text(text, encoding="utf-8")


def _anew(transcript: str, path: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        lay_out(path, Path(folder))
        return f"```console\n{replay(transcript, Path(folder))}```"


if __name__ == "__main__":
    write_anew()
