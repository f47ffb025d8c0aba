"""Holds a long Word document against a short one: 300 events and 200 actions against a tenth of them, whole processes.

The budget is that of a document whose work grows no faster than its length would let one wait for: the long one takes
less than twice the time of the short one and the start of the program together. Exits with 1 where it does not.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_ROUNDS = 7
_EVENTS, _ACTIONS, _SHARE = 300, 200, 10
_BUDGET = 2.0
_START = ("--help",)


def postmortem(events: int, actions: int) -> str:
    """Return a postmortem with that many `events`, a minute apart, and `actions`."""
    times = (
        f"| 2026-03-12 {8 + minute // 60:02}:{minute % 60:02} | Step {minute} of the long repair |"
        for minute in range(events)
    )
    promises = (
        f"| P{number % 4} | Mend part {number} | Ines Okafor | 2026-04-{number % 28 + 1:02} | Not started |"
        for number in range(actions)
    )
    return "\n".join(
        (
            *("# Incident: A long day", "", "**Severity:** SEV-2", "", "## Summary", "", "A long day.", ""),
            *("## Timeline", "", "| Time (UTC) | Event |", "|---|---|", *times, ""),
            *(
                "## Action items",
                "",
                "| Priority | Action | Owner | Due | Status |",
                "|---|---|---|---|---|",
                *promises,
                "",
            ),
        )
    )


def seconds(*arguments: str | Path) -> float:
    """Return how long `pmexport` takes with `arguments`, as a whole process."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pmexport", *arguments], check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> int:
    """Measure, print, and say whether the budget was kept."""
    with tempfile.TemporaryDirectory() as folder:
        long, short = Path(folder) / "long.md", Path(folder) / "short.md"
        long.write_text(postmortem(_EVENTS, _ACTIONS), encoding="utf-8")
        short.write_text(postmortem(_EVENTS // _SHARE, _ACTIONS // _SHARE), encoding="utf-8")
        rounds = [
            (seconds(long, "--docx", "-q"), seconds(short, "--docx", "-q"), seconds(*_START)) for _ in range(_ROUNDS)
        ]
    whole, tenth, start = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(one / (two + three) for one, two, three in rounds)
    print(f"{_EVENTS} events and {_ACTIONS} actions: {whole:.3f} s")
    print(f"a tenth of them: {tenth:.3f} s; start of the program: {start:.3f} s")
    print(f"ratio: {ratio:.2f}, at most {_BUDGET:.2f}")
    return ratio > _BUDGET


if __name__ == "__main__":
    sys.exit(main())
