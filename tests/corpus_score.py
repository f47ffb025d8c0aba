"""Prints what the reader gets right of the labelled postmortems in the shared corpus.

Run it before and after a change: the difference is what the change won and lost. The comparison is the corpus's own
script; the labels are those given with it, and ours in tests/corpus. Where PMEXPORT_UNSEEN names a folder with the
files of tests/corpus/unseen/MANIFEST.tsv, it is scored too: by labels.jsonl in that folder, else by ours.
"""

import json
import os
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

from pmexport.model.facts import Facts
from pmexport.model.json import as_json, encode
from pmexport.model.options import ReadOptions
from pmexport.reader import read

REPOSITORY = Path(__file__).resolve().parents[1]
OURS = REPOSITORY / "tests" / "corpus"


def model(path: Path) -> object:
    """Return the model of the file at `path`, as JSON has it."""
    reading = read(path.read_bytes(), ReadOptions(name=path.name))
    return json.loads(encode(as_json(reading.postmortems[0], Facts(metrics=()), reading.diagnostics)))


def sets(corpus: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each folder of documents with the labels that judge it."""
    yield corpus, corpus / "labels.jsonl"
    yield corpus, OURS / "labels.jsonl"
    if named := os.environ.get("PMEXPORT_UNSEEN"):
        unseen = Path(named)
        own = unseen / "labels.jsonl"
        yield unseen, own if own.is_file() else OURS / "unseen" / "labels.jsonl"


def main() -> int:
    """Print a table for each set of labels; return 0 where all reach their goal."""
    corpus = Path(os.environ.get("PMEXPORT_SHARED") or REPOSITORY.parent / "shared") / "corpus"
    if not (corpus / "score.py").is_file():
        sys.stderr.write("the corpus is not beside this checkout; PMEXPORT_SHARED names another place\n")
        return 3
    referee = runpy.run_path(str(corpus / "score.py"))
    reached = True
    for folder, labels in sets(corpus):
        sys.stdout.write(f"{labels.parent.parent.name}/{labels.parent.name}\n")
        reached &= referee["reached"](*referee["score"](folder, labels, model))
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
