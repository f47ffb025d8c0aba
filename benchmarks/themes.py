"""What a theme adds to the time of a rendering: ``python benchmarks/themes.py ROUNDS``."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from pmexport.convert import convert
from pmexport.model.options import ReadOptions
from pmexport.theme.load import load_theme

SAMPLE = Path(__file__).parents[1] / "samples" / "database-outage.md"
THEMES = ("default", "northwind", "mono")
FORMATS = {"html": 4, "docx": 2, "pdf": 1}
_ROUNDS = 5


def main(rounds: int) -> None:
    """Print for each format the least processor time with each theme, loading included, and what it adds."""
    for suffix, times in FORMATS.items():
        found: dict[str, list[float]] = {}
        for _ in range(rounds * times):
            for theme in THEMES:
                found.setdefault(theme, []).append(_timed(theme, suffix))
        least = {theme: min(taken) for theme, taken in found.items()}
        told = (f"{name} {taken:.3f} s ({taken / least['default'] - 1:+.1%})" for name, taken in least.items())
        print(f"{suffix}: {', '.join(told)}")


def _timed(theme: str, suffix: str) -> float:
    start = time.process_time()
    options = ReadOptions(name=SAMPLE.name, folder=SAMPLE.parent)
    convert(SAMPLE.read_bytes(), suffix, options, theme=load_theme(theme).theme)
    return time.process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else _ROUNDS)
