"""Prints what the reader gets right of the labelled postmortems in the shared corpus.

Run it before and after a change: the difference is what the change won and lost. The comparison itself is the corpus's
own script, which is given a command that prints one file's model.
"""

import os
import subprocess
import sys
from pathlib import Path

from pmexport.model.facts import Facts
from pmexport.model.json import as_json, encode
from pmexport.model.options import ReadOptions
from pmexport.reader import read

REPOSITORY = Path(__file__).resolve().parents[1]


def model(path: Path) -> bytes:
    """Return the model of the file at `path` as JSON."""
    reading = read(path.read_bytes(), ReadOptions(name=path.name))
    return encode(as_json(reading.postmortems[0], Facts(metrics=()), reading.diagnostics))


def main() -> int:
    """Print one file's model where one is named, else the whole table; return the exit status."""
    if len(sys.argv) > 1:
        sys.stdout.buffer.write(model(Path(sys.argv[1])))
        return 0
    shared = Path(os.environ.get("PMEXPORT_SHARED") or REPOSITORY.parent / "shared")
    score = shared / "corpus" / "score.py"
    if not score.is_file():
        sys.stderr.write("the corpus is not beside this checkout; PMEXPORT_SHARED names another place\n")
        return 3
    return subprocess.run([sys.executable, score, "--", sys.executable, __file__], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
