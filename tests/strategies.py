"""Random postmortems as Markdown, of which every word of running text is known and occurs once."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

_HEADINGS = (
    *("Executive Summary", "Impact", "User Impact", "Root Cause Analysis", "Contributing factors", "Detection"),
    *("What went well", "What could be improved", "Lessons Learned", "References", "Appendix", "A heading of our own"),
)


class Written(NamedTuple):
    """A Markdown text, and the words of it that must come out at the other end."""

    text: str
    words: tuple[str, ...]


class _Words:
    """Hands out words that occur nowhere else. They are no words of any language, so that none has a meaning."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def take(self, count: int) -> str:
        new = [f"qz{number}x" for number in range(len(self.given), len(self.given) + count)]
        self.given += new
        return " ".join(new)


@st.composite
def postmortems(draw: st.DrawFn) -> Written:
    """Draw a postmortem: a title, perhaps header lines, and sections in any order and depth."""
    words = _Words()
    parts = [f"# {words.take(draw(st.integers(1, 6)))}"]
    if draw(st.booleans()):
        parts.append("**Incident ID:** INC-2026-001\n**Date:** 2026-03-11\n**Severity:** P1")
    for heading in draw(st.lists(st.sampled_from(_HEADINGS), max_size=6, unique=True)):
        parts.append(f"{'#' * draw(st.integers(2, 4))} {heading}")
        parts += [_block(draw, words) for _ in range(draw(st.integers(1, 4)))]
    if draw(st.booleans()):
        parts += ["## Timeline", "All times in UTC", _timeline(draw, words)]
    if draw(st.booleans()):
        parts += ["## Action Items", _actions(draw, words)]
    return Written("\n\n".join(parts) + "\n", tuple(words.given))


def _block(draw: st.DrawFn, words: _Words) -> str:
    match draw(st.sampled_from(("paragraph", "list", "nested list", "numbers", "table", "code", "quote", "label"))):
        case "paragraph":
            return f"{words.take(3)} **{words.take(1)}** *{words.take(2)}* `{words.take(1)}`\n{words.take(2)}."
        case "list":
            return "\n".join(f"- {words.take(2)}" for _ in range(draw(st.integers(1, 4))))
        case "nested list":
            return f"- {words.take(1)}\n  - {words.take(2)}\n    1. {words.take(1)}\n- {words.take(1)}"
        case "numbers":
            return f"1. {words.take(2)}\n2. {words.take(1)}\n\n   {words.take(3)}"
        case "table":
            rows = "\n".join(f"| {words.take(1)} | {words.take(2)} |" for _ in range(draw(st.integers(1, 3))))
            return f"| {words.take(1)} | {words.take(1)} |\n|---|---:|\n{rows}"
        case "code":
            return f"```text\n{words.take(2)}\n  {words.take(1)}\n```"
        case "quote":
            return f"> {words.take(3)}\n>\n> - {words.take(1)}"
        case _:
            return f"- **{words.take(1)}:** {words.take(2)}"


def _timeline(draw: st.DrawFn, words: _Words) -> str:
    minutes = sorted(draw(st.lists(st.integers(0, 23 * 60), min_size=1, max_size=8)))
    rows = [f"| {minute // 60:02d}:{minute % 60:02d} | {words.take(3)} |" for minute in minutes]
    return "\n".join(["| Time | Event |", "|------|-------|", *rows])


def _actions(draw: st.DrawFn, words: _Words) -> str:
    status = st.sampled_from(("Done", "In Progress", "Not Started", ""))
    rows = [f"| P1 | {words.take(2)} | {words.take(1)} | 2026-04-01 | {draw(status)} |" for _ in range(2)]
    return "\n".join(["| Priority | Action | Owner | Due Date | Status |", "|---|---|---|---|---|", *rows])
