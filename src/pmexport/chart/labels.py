"""Labels near their own place and none over another.

Labels in a fixed order on a line, each as near to its wanted place as may be: with the running widths subtracted this
is isotonic regression, and pooling adjacent violators solves it in linear time.
Source: Barlow, Bartholomew, Bremner and Brunk, Statistical inference under order restrictions, 1972.
"""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float, gap: float = 0) -> list[float]:
    """Return a centre for each label, in the given order, at least `gap` apart and within `low` to `high`.

    The sum of the squared shifts from `wanted` is the least there can be. Where the labels together are longer than the
    line, they start at `low` and run over `high`.
    """
    before = 0.0
    offsets: list[float] = []
    for size in sizes:
        offsets.append(before + size / 2)
        before += size + gap
    longest = high - low - (before - gap)
    placed = _isotonic([place - offset for place, offset in zip(wanted, offsets, strict=True)])
    return [
        min(max(place, low), low + max(longest, 0.0)) + offset for place, offset in zip(placed, offsets, strict=True)
    ]


def fits(sizes: Sequence[float], low: float, high: float, gap: float = 0) -> bool:
    """Return whether labels of these sizes have room between `low` and `high`."""
    return sum(sizes) + gap * max(len(sizes) - 1, 0) <= high - low


def _isotonic(values: list[float]) -> list[float]:
    """Return the non-decreasing sequence nearest to `values` by least squares."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] * count > total * pools[-1][1]:
            below, size = pools.pop()
            total, count = total + below, count + size
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
