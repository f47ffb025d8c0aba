"""What pasting does to Markdown, undone: headings without their marks, bullets apart from their text, open fences.

A web page or a chat hands out the words of a text and few of its marks. Everything here keeps each line on its line,
so that what is told later still names the right one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import Block, Blocks, CodeBlock, Header, Inlines, Para, SoftBreak, Str, Strong, text_of
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader import fences
from pmexport.reader.bullets import Mended
from pmexport.reader.prose import Prose, blocks

LONGEST_HEADING = 80

_BULLET = re.compile(r"(?:[-*+•]|\d{1,3}[.)])[ \t]+\S")
_MID_SENTENCE = re.compile(r"[\w,]$")
_NO_PLAIN_LINE = re.compile(r"[#>|`~\s]|(?:[-*+•]|\d{1,3}[.)])[ \t]|<")
_HEADING_MARK = re.compile(r"#{1,6}[ \t]+")
_GLUED = re.compile(r"(.*['\"`;)\]}])([A-Z][a-z]+(?: \S+){3,})")


def recovered(
    text: str, is_heading: Callable[[str], bool], *, first_line: int = 1, folder: Path | None = None
) -> Prose:
    """Return the blocks of `text` as `prose.blocks` does, with headings found again that lost their marks.

    `is_heading` says whether a line, freed of emphasis and a last colon, is a heading that people use. A code block
    that never ends gives back what it swallowed, where such a heading stands in it. All that was guessed is told.
    """
    kept, swallowed, told = _without_swallowed(text, is_heading, first_line)
    head = plain_line_headings(kept, is_heading, first_line=first_line)
    prose = blocks(head.text, first_line=first_line, folder=folder)
    found = list(prose.blocks)
    diagnostics = [*told, *head.diagnostics, *prose.diagnostics]
    if swallowed is not None:
        diagnostics = [one for one in diagnostics if one.code != "code-open" or one in told]
        found = _unglued(found)
        line = first_line + kept.count("\n") + 1
        tail = recovered(swallowed, is_heading, first_line=line, folder=folder)
        found += tail.blocks
        diagnostics += tail.diagnostics
    with_bold, bold = bold_line_headings(tuple(found), is_heading)
    return Prose(with_bold, tuple(sorted((*diagnostics, *bold), key=lambda one: one.line)))


def plain_line_headings(text: str, is_heading: Callable[[str], bool], *, first_line: int = 1) -> Mended:
    """Return `text` with a ``##`` before each line that stands alone like a heading and is one for `is_heading`."""
    lines = text.split("\n")
    code = fences.code_lines(text)
    told: list[Diagnostic] = []
    before = ""
    for number, line in enumerate(lines):
        if number not in code and _stands_alone(line, before) and is_heading(line.strip().rstrip(":").rstrip()):
            lines[number] = f"## {line.strip()}"
            told.append(_guessed("heading-mark", first_line + number, f"'{line.strip()}' is read as a heading", "##"))
        before = lines[number]
    return Mended("\n".join(lines), tuple(told))


def bold_line_headings(found: Blocks, is_heading: Callable[[str], bool]) -> tuple[Blocks, tuple[Diagnostic, ...]]:
    """Return `found` with headings for bold lines that are one for `is_heading`: ``**Impact**``, ``**Impact:**``.

    They stand one level below the heading before them. Text that follows on the next line is a paragraph of its own.
    """
    result: list[Block] = []
    told: list[Diagnostic] = []
    level = 1
    for block in found:
        split = _bold_line(block, is_heading)
        if split is None:
            if isinstance(block, Header):
                level = block.level
            result.append(block)
            continue
        heading, line, rest = split
        result.append(Header(min(level + 1, 6), heading, line=line))
        result.extend(rest)
        told.append(_guessed("heading-bold", line, f"'{text_of(heading)}' is read as a heading", "##"))
    return tuple(result), tuple(told)


def _stands_alone(line: str, before: str) -> bool:
    text = line.strip()
    return (
        0 < len(text) <= LONGEST_HEADING
        and not _NO_PLAIN_LINE.match(line)
        and (
            not before.strip()
            or before.startswith("#")
            or _BULLET.match(before.lstrip()) is not None
            or _MID_SENTENCE.search(before.rstrip()) is None
        )
    )


def _bold_line(block: Block, is_heading: Callable[[str], bool]) -> tuple[Inlines, int, Blocks] | None:
    if not isinstance(block, Para):
        return None
    match block.content:
        case (Strong(content),) | (Strong(content), Str(":")):
            rest: Inlines = ()
        case (Strong(content), SoftBreak(), *others) | (Strong(content), Str(":"), SoftBreak(), *others):
            rest = tuple(others)
        case _:
            return None
    heading = _without_colon(content)
    if not is_heading(text_of(heading).strip()):
        return None
    return heading, block.line, (Para(rest, line=block.line + 1),) if rest else ()


def _without_colon(content: Inlines) -> Inlines:
    match content:
        case (*first, Str(text)) if text.rstrip().endswith(":"):
            return (*first, Str(text.rstrip()[:-1].rstrip()))
        case _:
            return content


def _without_swallowed(
    text: str, is_heading: Callable[[str], bool], first_line: int
) -> tuple[str, str | None, tuple[Diagnostic, ...]]:
    """Return `text` up to where its open code block should have ended, the rest, and what was guessed."""
    start = fences.open_fence(text)
    if start is None:
        return text, None, ()
    lines = text.split("\n")
    heading = next(
        (
            number
            for number, line in enumerate(lines[start + 1 :], start + 1)
            if _stands_alone(bare := _HEADING_MARK.sub("", line), "") and is_heading(bare.strip().rstrip(":"))
        ),
        None,
    )
    if heading is None:
        return text, None, ()
    end = heading
    while end > start + 1 and (not lines[end - 1].strip() or _BULLET.match(lines[end - 1])):
        end -= 1
    message = "this code block never ends; it is taken to end before the text on line"
    told = _guessed("code-open", first_line + start, f"{message} {first_line + end}", "```")
    return "\n".join(lines[:end]), "\n".join(lines[end:]), (told,)


def _unglued(found: list[Block]) -> list[Block]:
    """Return `found` with a sentence that was glued to the last line of its last code as a paragraph of its own."""
    if not found or not isinstance(code := found[-1], CodeBlock):
        return found
    before, _, last = code.text.rpartition("\n")
    glued = _GLUED.fullmatch(last)
    if glued is None:
        return found
    kept = f"{before}\n{glued[1]}" if before else glued[1]
    line = code.line + 1 + code.text.count("\n")
    return [*found[:-1], CodeBlock(kept, language=code.language, line=code.line), Para((Str(glued[2]),), line=line)]


def _guessed(code: str, line: int, message: str, mark: str) -> Diagnostic:
    hint = f"write {mark} where it belongs"
    return Diagnostic(code=code, severity=DiagnosticSeverity.NOTE, line=line, message=message, hint=hint)
