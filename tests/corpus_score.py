"""Prints what the reader gets right of the labelled postmortems in the shared corpus.

Run it before and after a change: the difference is what the change won and lost. The comparison is the corpus's own
script; the labels are those given with it, and ours in tests/corpus.
"""

import json
import os
import runpy
import sys
from pathlib import Path

from pmexport.model.facts import Facts
from pmexport.model.json import as_json, encode
from pmexport.model.options import ReadOptions
from pmexport.reader import read

REPOSITORY = Path(__file__).resolve().parents[1]


def model(path: Path) -> object:
    """Return the model of the file at `path`, as JSON has it."""
    reading = read(path.read_bytes(), ReadOptions(name=path.name))
    return json.loads(encode(as_json(reading.postmortems[0], Facts(metrics=()), reading.diagnostics)))


def main() -> int:
    """Print a table for the labels given and one for our own; return 0 where both reach their goal."""
    corpus = Path(os.environ.get("PMEXPORT_SHARED") or REPOSITORY.parent / "shared") / "corpus"
    if not (corpus / "score.py").is_file():
        sys.stderr.write("the corpus is not beside this checkout; PMEXPORT_SHARED names another place\n")
        return 3
    referee = runpy.run_path(str(corpus / "score.py"))
    reached = True
    for labels in (corpus / "labels.jsonl", REPOSITORY / "tests" / "corpus" / "labels.jsonl"):
        sys.stdout.write(f"{labels.parent.parent.name}/{labels.parent.name}\n")
        reached &= referee["reached"](*referee["score"](corpus, labels, model))
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
