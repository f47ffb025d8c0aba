"""Which line of a page became which: lines that are much alike, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

# Lines of less likeness are two lines; of so many pairs of lines the best are sought.
_LEAST_ALIKE, _MOST_PAIRS = 0.5, 900


def paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, tuple[int, int] | None]]:
    """Yield which of the lines `new` each of `old` became, in order; one that came from none says before which it is.

    A pair is an index into `old`, and where in `old` and which of `new` the other is.
    """
    best: dict[tuple[int, int], float] = {}
    small = len(old) * len(new) <= _MOST_PAIRS
    for i in reversed(range(len(old)) if small else ()):
        for k in reversed(range(len(new))):
            alike = _likeness(old[i], new[k])
            best[i, k] = max(
                best.get((i + 1, k), 0.0),
                best.get((i, k + 1), 0.0),
                alike + best.get((i + 1, k + 1), 0.0) if alike >= _LEAST_ALIKE else 0.0,
            )
    i = k = 0
    while i < len(old) or k < len(new):
        here = best.get((i, k), 0.0)
        if i < len(old) and k < len(new) and (not small or (here and here > max(_skips(best, i, k)))):
            yield i, (i, k)
            i, k = i + 1, k + 1
        elif i < len(old) and (k == len(new) or best.get((i + 1, k), 0.0) >= best.get((i, k + 1), 0.0)):
            yield i, None
            i += 1
        else:
            yield None, (i, k)
            k += 1


def _skips(best: dict[tuple[int, int], float], i: int, k: int) -> tuple[float, float]:
    return best.get((i + 1, k), 0.0), best.get((i, k + 1), 0.0)


def _likeness(one: str, other: str) -> float:
    """Return how alike two lines are, from 0 to 1; blank ones are like no other, headings of a rank like each other."""
    if not one.strip() or not other.strip():
        return float(one == other)
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    headings = one.startswith("#") and one.partition(" ")[0] == other.partition(" ")[0]
    return max(ratio, _LEAST_ALIKE) if headings else ratio
