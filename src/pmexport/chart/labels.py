"""Labels near their own place and none over another.

Labels in a fixed order on a line, each as near to its wanted place as may be: with the running widths subtracted this
is isotonic regression, and pooling adjacent violators solves it in linear time.
Source: Barlow, Bartholomew, Bremner and Brunk, Statistical inference under order restrictions, 1972.
"""

from __future__ import annotations

from collections.abc import Sequence


def spread(
    wanted: Sequence[float],
    sizes: Sequence[float],
    low: float,
    high: float,
    gap: float = 0,
    *,
    weights: Sequence[float] = (),
) -> list[float]:
    """Return a centre for each label, in the given order, at least `gap` apart and within `low` to `high`.

    The sum of the squared shifts from `wanted`, times their `weights`, is the least there can be. Where the labels
    together are longer than the line, they start at `low` and run over `high`.
    """
    before = 0.0
    offsets: list[float] = []
    for size in sizes:
        offsets.append(before + size / 2)
        before += size + gap
    longest = high - low - (before - gap)
    shifts = [place - offset for place, offset in zip(wanted, offsets, strict=True)]
    placed = _isotonic(shifts, weights or [1.0] * len(shifts))
    return [
        min(max(place, low), low + max(longest, 0.0)) + offset for place, offset in zip(placed, offsets, strict=True)
    ]


def fits(sizes: Sequence[float], low: float, high: float, gap: float = 0) -> bool:
    """Return whether labels of these sizes have room between `low` and `high`."""
    return sum(sizes) + gap * max(len(sizes) - 1, 0) <= high - low


def _isotonic(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return the non-decreasing sequence nearest to `values` by weighted least squares."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in zip(values, weights, strict=True):
        mean, heavy, count = value, weight, 1
        while pools and pools[-1][0] > mean:
            below, under, size = pools.pop()
            mean = (below * under + mean * heavy) / (under + heavy)
            heavy, count = heavy + under, count + size
        pools.append((mean, heavy, count))
    return [mean for mean, _, count in pools for _ in range(count)]
