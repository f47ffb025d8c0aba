"""What a theme adds to the time of an export: ``python benchmarks/themes.py PAIRS``.

The command exports a sample with a theme right before or after it does so with the default one, turn and turn about,
and the processor times of the two are divided: what else the machine does falls on both. The middle of these ratios is
what the theme adds; half of them lie between the two figures behind it. The same is then done within one warm process,
where starting Python and loading libraries, which no theme changes, do not count.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pmexport.convert import convert
from pmexport.model.options import ReadOptions
from pmexport.theme.load import load_theme

SAMPLE = Path(__file__).parents[1] / "samples" / "database-outage.md"
BASE, THEMES = "default", ("northwind", "mono")
# How many times as many pairs of the fast formats there are.
FORMATS = {"html": 3, "docx": 2, "pdf": 1}
_PAIRS = 10


def main(pairs: int) -> None:
    """Print what each theme adds in each format, as a command and within a process."""
    with tempfile.TemporaryDirectory() as folder:
        for name, taken in (("command", _command(Path(folder))), ("warm", _warm)):
            for suffix, times in FORMATS.items():
                for theme in THEMES:
                    ratios = [_ratio(taken, theme, suffix, turn) for turn in range(pairs * times + 1)][1:]
                    low, middle, high = (f"{one - 1:+.1%}" for one in statistics.quantiles(ratios, n=4))
                    print(f"{name:<7}  {suffix:<4}  {theme:<9}  {middle}  ({low} to {high}, {len(ratios)} pairs)")


def _ratio(taken: Callable[[str, str], float], theme: str, suffix: str, turn: int) -> float:
    """Return the time with `theme` in times that with the default; which comes first changes with `turn`."""
    order = (BASE, theme) if turn % 2 else (theme, BASE)
    times = {name: taken(name, suffix) for name in order}
    return times[theme] / times[BASE]


def _command(folder: Path) -> Callable[[str, str], float]:
    """Return a function that exports by a command of its own and returns the processor time that it took."""

    def run(theme: str, suffix: str) -> float:
        options = ["-q", f"--{suffix}", "--theme", theme, "-o", str(folder / f"a.{suffix}")]
        words = [sys.executable, "-m", "pmexport", str(SAMPLE), *options]
        process = os.posix_spawn(sys.executable, words, os.environ, file_actions=_SILENT)
        _, status, used = os.wait4(process, 0)
        if status:
            raise SystemExit(f"{' '.join(words)} failed")
        return used.ru_utime + used.ru_stime

    return run


_SILENT = ((os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),)


def _warm(theme: str, suffix: str) -> float:
    gc.collect()
    start = time.process_time()
    options = ReadOptions(name=SAMPLE.name, folder=SAMPLE.parent)
    convert(SAMPLE.read_bytes(), suffix, options, theme=load_theme(theme).theme)
    return time.process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else _PAIRS)
