"""The visual check: reads finished PDF pages and tells what no page may show.

    python tests/visual/check.py FILE.pdf...

prints a line for each finding and ends with status 1 where there is any.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

if __name__ == "__main__":  # run as a file, its neighbours are not yet to be found
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from visual.breaks import breaks
from visual.faces import faces
from visual.findings import Finding
from visual.ink import ink
from visual.paper import Paper, read
from visual.words import words


def check(content: bytes, families: Collection[str] | None = None) -> list[Finding]:
    """Return the faults of the PDF `content`, in page order; fonts may be only of `families` where these are given."""
    return check_paper(read(content), families)


def check_paper(paper: Paper, families: Collection[str] | None = None) -> list[Finding]:
    """Return the faults of `paper`, in page order, as `check` does."""
    found = [*breaks(paper), *words(paper), *faces(paper.content, families)]
    for page in paper.pages:
        found += ink(page)
    return sorted(found, key=lambda finding: (finding.page, finding.rule))


def main(names: list[str]) -> int:
    """Check the named files; return the status to end with."""
    worst = 0
    for name in names:
        for finding in check(Path(name).read_bytes()):
            print(f"{name}: {finding}")  # noqa: T201  # the command's output
            worst = 1
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
