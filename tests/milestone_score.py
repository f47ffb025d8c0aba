"""Prints which milestones of the shared corpus the reader finds, against those told by reading.

Run it before and after a change: the difference is what the change won and lost. tests/corpus/README.md says how the
table was made.
"""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from pmexport.model.options import ReadOptions
from pmexport.model.terms import Milestone
from pmexport.reader import read

REPOSITORY = Path(__file__).resolve().parents[1]
TABLE = REPOSITORY / "tests" / "corpus" / "milestones.tsv"


class Place(Struct, frozen=True, order=True):
    """A milestone at an event: the file's name and the line of the event."""

    file: str
    line: int
    milestone: Milestone


class Score(Struct, frozen=True):
    """What was found and what it is worth. `missed` are the expected milestones that no event was found for."""

    right: tuple[Place, ...]
    wrong: tuple[Place, ...]
    missed: tuple[Place, ...]

    @property
    def precision(self) -> float:
        """How many of those found are right, 0 to 1."""
        found = len(self.right) + len(self.wrong)
        return len(self.right) / found if found else 0.0

    @property
    def recall(self) -> float:
        """How many of those expected were found, 0 to 1."""
        expected = {(place.file, place.milestone) for place in self.missed}
        reached = {(place.file, place.milestone) for place in self.right} & wanted(judged())
        return len(reached) / (len(reached) + len(expected)) if reached or expected else 0.0


def judged() -> dict[Place, str]:
    """Return every judgement: `yes` where the milestone stands, `also` where it may stand, `no` where it must not."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    return {Place(file, int(line), Milestone(milestone)): right for file, line, milestone, right in rows}


def wanted(judgements: dict[Place, str]) -> set[tuple[str, Milestone]]:
    """Return which milestone of which file a reader expects to be found."""
    return {(place.file, place.milestone) for place, right in judgements.items() if right == "yes"}


def found(corpus: Path) -> tuple[Place, ...]:
    """Return every milestone that the reader finds in the files of `corpus`."""
    places = []
    for path in sorted(corpus.glob("*.md")):
        postmortem = read(path.read_bytes(), ReadOptions(name=path.name)).postmortems[0]
        places += [Place(path.name, event.line, event.milestone) for event in postmortem.timeline if event.milestone]
    return tuple(places)


def score(places: Iterable[Place]) -> Score:
    """Return what `places` are worth; one that nobody has judged counts as wrong."""
    judgements, places = judged(), tuple(places)
    right = tuple(place for place in places if judgements.get(place, "no") != "no")
    reached = {(place.file, place.milestone) for place in right}
    missed = [place for place, said in judgements.items() if said == "yes"]
    return Score(
        right=right,
        wrong=tuple(place for place in places if place not in right),
        missed=tuple(place for place in missed if (place.file, place.milestone) not in reached),
    )


def main() -> int:
    """Print each milestone that is wrong or missed, and the figures."""
    corpus = Path(os.environ.get("PMEXPORT_SHARED") or REPOSITORY.parent / "shared") / "corpus"
    if not corpus.is_dir():
        sys.stderr.write("the corpus is not beside this checkout; PMEXPORT_SHARED names another place\n")
        return 3
    result, judgements = score(found(corpus)), judged()
    for kind, places in (("wrong", result.wrong), ("missed", result.missed)):
        for place in places:
            note = "" if place in judgements else " (nobody has judged it)"
            sys.stdout.write(f"{kind:7}{place.file}:{place.line} {place.milestone}{note}\n")
    sys.stdout.write(
        f"found {len(result.right) + len(result.wrong)}, right {len(result.right)}: "
        f"precision {result.precision:.1%}, recall {result.recall:.1%}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
