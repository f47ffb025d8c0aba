"""Runs the transcripts beside this file: what is typed after ``$``, what comes back, and a ``[status]`` that is not 0.

A transcript is a fenced block marked ``console``. Its commands run one after another in a folder of their own that
holds the files under ``files``; standard error is shown where it comes in.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SHIM = 'pmexport() { "$PMEXPORT_PYTHON" -m pmexport "$@"; }\n'


def blocks() -> Iterator[tuple[Path, int, str]]:
    """Yield each transcript with its file and the line it starts on."""
    for path in sorted(HERE.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for match in _BLOCK.finditer(text):
            yield path, text.count("\n", 0, match.start()) + 1, match[1]


def replay(transcript: str, folder: Path) -> str:
    """Return `transcript` as it is when its commands are run in `folder`."""
    commands = [line.removeprefix("$ ") for line in transcript.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_answer(command, folder)}" for command in commands)


def _answer(command: str, folder: Path) -> str:
    source = str(HERE.parents[1] / "src")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PMEXPORT_", "COVERAGE"))}
    environment = kept | {
        "PMEXPORT_PYTHON": sys.executable,
        "PYTHONPATH": os.pathsep.join(filter(None, (source, kept.get("PYTHONPATH")))),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "COLUMNS": "80",
    }
    done = subprocess.run(
        ["bash", "-c", _SHIM + command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    status = f"[{done.returncode}]\n" if done.returncode else ""
    return f"{done.stdout}{status}"


@pytest.mark.parametrize(
    "transcript",
    [pytest.param(transcript, id=f"{path.name}:{line}") for path, line, transcript in blocks()],
)
def test_the_transcript_is_what_happens(transcript: str, tmp_path: Path) -> None:
    for path in (HERE / "files").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())

    assert replay(transcript, tmp_path) == transcript
