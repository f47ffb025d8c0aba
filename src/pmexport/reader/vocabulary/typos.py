"""Words that were written with one letter wrong."""

from __future__ import annotations


def near(known: str, wanted: str) -> bool:
    """Whether one letter was missed, doubled, swapped or wrong."""
    start = next((i for i, (a, b) in enumerate(zip(known, wanted, strict=False)) if a != b), None)
    if start is None:
        return abs(len(known) - len(wanted)) == 1
    a, b = known[start:], wanted[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
