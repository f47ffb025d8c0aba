"""What a site generator reads and no reader sees, taken out: MDX's code and components, ERB's tags."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import PurePosixPath

from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.fences import FenceWalk

# Each is bounded, so that what is opened a thousand times and never closed is searched in linear time.
_SPAN = r"(?P<span>(?P<ticks>`+)(?!`)[^\n]{0,500}?(?<!`)(?P=ticks)(?!`))"
_TAG = r"<%(?:(?!%>).){0,2000}%>"
# Source: mdxjs.com, "What is MDX": ESM stands at the start of a block and ends with it; components have capitals.
_MDX = re.compile(
    rf"{_SPAN}|(?:\A|(?<=\n\n))(?:import|export)[ {{][^\n]*(?:\n[^\n]+)*"
    r"|\{/\*.{0,5000}?\*/\}|</?[A-Z][\w.]*(?:\s[^<>]{0,2000})?/?>",
    re.DOTALL,
)
# An output tag within a sentence stays: what it would print is not known, and leaving it out would change the sentence.
_ERB = re.compile(rf"{_SPAN}|(?!<%=){_TAG}|^[ \t]*(?:#+[ \t]*)?(?:{_TAG}[ \t]*)+$", re.DOTALL | re.MULTILINE)


class Untemplated(Struct, frozen=True):
    """A text with as many lines as before and no code of a site generator in it."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


def without_code(text: str, name: str, first_line: int = 1) -> Untemplated:
    """Return `text` as a reader of the finished page would see it; `name` is its file's and tells what it is."""
    pattern = {".mdx": _MDX, ".erb": _ERB}.get(PurePosixPath(name.replace("\\", "/")).suffix.lower())
    if pattern is None:
        return Untemplated(text)
    fences = FenceWalk()
    lines = [(fences.takes(line), line) for line in text.split("\n")]
    done = [
        part if code else pattern.sub(_emptied, part)
        for code, run in groupby(lines, key=lambda line: line[0])
        for part in ("\n".join(line for _, line in run),)
    ]
    kept = "\n".join(done)
    return Untemplated(kept, _told(text, kept, first_line))


def _emptied(match: re.Match[str]) -> str:
    return match[0] if match["span"] else "\n" * match[0].count("\n")


def _told(before: str, after: str, first_line: int) -> tuple[Diagnostic, ...]:
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    line = next((number for number, (old, new) in enumerate(pairs) if old != new), None)
    if line is None:
        return ()
    return (
        Diagnostic(
            code="site-code",
            severity=DiagnosticSeverity.NOTE,
            line=first_line + line,
            message="imports, components and tags that a site generator reads are left out, from here on",
            hint=None,
        ),
    )
