"""What web pages and chat programs do to Markdown, undone: lost headings, emptied bullets, a swallowed fence."""

from __future__ import annotations

import re

from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity, SectionKind
from pmexport.reader.vocabulary import Vocabulary, key

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(?P<info>[^`]*)$")
_JOINED = re.compile(r"^(?P<code>.*[^\s\w(,.:-])(?P<prose>[A-Z][a-z]+ [a-z]+ [a-z]+.*)$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s")
_NUMBERED = re.compile(r"^ {0,3}\d{1,2}[.)]\s+(?P<text>\S.{0,80})$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{3,})\s*$")
_ENDED = re.compile(r"[.!?:|)\]*`>0-9\"'”]\s*$")
_MARKED = re.compile(r"^\s*(?:[-*+>|#]|\d+[.)]|`{3})")
_TEMPLATING = re.compile(
    r"^\s*(?:\{:[^{}]*\}|\{%[^{}]*%\})\s*$"
    r"|^/(?:label|unlabel|relabel|assign|unassign|confidential|severity|due|milestone|weight|type|epic|todo|subscribe"
    r"|close|estimate|health_status|promote_to)(?: [~@%\w\"].*)?$"
)
"""What a site generator or an issue tracker reads and no reader sees: kramdown, Liquid, GitLab's quick actions."""
_REMARK = re.compile(r"\s*\([^()]*\)$")
_LISTED = re.compile(r"^(?:[-*+]\s|\d{1,3}[.)]\s|\|)")
_SIGN = re.compile(r"^(?::[a-z0-9_+-]{2,30}:|[^\w\s!-/:-@\[-`{-~]{1,3})\s+")
"""A picture before a heading: ":+1:", "👍"."""
_LONGEST = 6
_LABELS = 3
"""So many different sections named on lines of their own are a document's headings."""
_LABEL_LENGTH = 60
_LONGEST_QUESTION = 12
_SUB = frozenset(
    {
        SectionKind.IMPACT_USER,
        SectionKind.IMPACT_BUSINESS,
        SectionKind.IMPACT_TECHNICAL,
        SectionKind.CONTRIBUTING_FACTORS,
        SectionKind.TRIGGER,
        SectionKind.WENT_WELL,
        SectionKind.WENT_WRONG,
        SectionKind.LUCKY,
    }
)


class Piece(Struct, frozen=True):
    """A part of the text that is Markdown by itself, and the line of the file it starts on."""

    text: str
    first_line: int


class Repaired(Struct, frozen=True):
    """The text in parts, and what was guessed."""

    pieces: tuple[Piece, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def repair(text: str, first_line: int, words: Vocabulary) -> Repaired:
    """Return `text` mended; a text that needs no repair comes back as it is, in one piece."""
    told: list[Diagnostic] = []
    lines = text.split("\n")
    pieces: list[Piece] = []
    start, opened = 0, _open_fence(lines)
    if opened is not None:
        split = _swallowed(lines, opened, words)
        if split is not None:
            at, code, prose = split
            pieces.append(Piece(_mended([*lines[:at], *code], first_line, words, told, damaged=True), first_line))
            lines, start = [*prose, *lines[at + 1 :]], at if prose else at + 1
            told.append(
                _note(
                    "fence-unclosed",
                    first_line + at,
                    "the code block that starts on line "
                    f"{first_line + opened} is never closed; it is taken to end here",
                    "close it with ```",
                )
            )
    pieces.append(Piece(_mended(lines, first_line + start, words, told, damaged=bool(pieces)), first_line + start))
    return Repaired(tuple(pieces), tuple(told))


def _open_fence(lines: list[str]) -> int | None:
    """Return the line of a fence that nothing closes."""
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if match is None:
            continue
        if opened is None:
            opened = (number, match[1])
        elif match[1].startswith(opened[1]) and not match["info"].strip():
            opened = None
    return opened[0] if opened else None


def _swallowed(lines: list[str], opened: int, words: Vocabulary) -> tuple[int, list[str], list[str]] | None:
    """Return where the code ends: the line, what of it is code, what of it is prose."""
    for number in range(opened + 1, len(lines)):
        line = lines[number]
        if match := _JOINED.match(line):
            return number, [match["code"], "```"], [match["prose"]]
        if (_HEADING.match(line) and number > opened + 1) or _is_lost(line, words):
            return number - 1, [lines[number - 1], "```"] if number - 1 > opened else ["```"], []
    return None


def _mended(lines: list[str], first_line: int, words: Vocabulary, told: list[Diagnostic], *, damaged: bool) -> str:
    """Return `lines` with their headings and bullets given back; no line is added or taken away."""
    done = list(lines)
    fence: str | None = None
    level = 2
    labels_head = _is_headed_by_labels(lines, words)
    for number, line in enumerate(lines):
        if match := _FENCE.match(line):
            fence = None if fence and match[1].startswith(fence) else fence or match[1]
            continue
        if fence:
            continue
        if _TEMPLATING.match(line):
            done[number] = ""
        elif match := _HEADING.match(line):
            found = words.sections.get(key(line))
            level = len(match[1]) if found and found not in _SUB else level
        elif underlined := _underlined(lines, number, words):
            done[number], done[number + 1] = f"{'#' * underlined} {line.strip()}", ""
        elif labels_head and _is_label(line, words):
            done[number] = f"## {line.strip(' :')}"
            told.append(_read_as_heading(line, 2, first_line + number))
        elif line.strip() == "-" and _follows(lines, number):
            done[number], done[number + 1] = "", f"- {lines[number + 1].strip()}"
        elif (
            done[number] == line
            and _stands_alone(lines, done, number)
            and (depth := _lost_level(line, lines, number, words, level, damaged=damaged))
        ):
            # A label over a list is as good as a bold one, which finds its level later.
            labels = line.rstrip().endswith(":") and not (number and lines[number - 1].strip())
            done[number] = f"**{line.strip()}**" if labels else f"{'#' * depth} {line.strip()}"
            told.append(_read_as_heading(line, depth, first_line + number))
    return "\n".join(done)


def _is_headed_by_labels(lines: list[str], words: Vocabulary) -> bool:
    """Whether a document has no other headings than labels on lines of their own: "Impact:", "Timeline:"."""
    if sum(bool(_HEADING.match(line)) for line in lines) > 1 or any(map(_UNDERLINE.match, lines)):
        return False
    return len({key(line) for line in lines if _is_label(line, words)}) >= _LABELS


def _is_label(line: str, words: Vocabulary) -> bool:
    """Whether a line is the name of a section and a colon, and nothing else."""
    plain = line.strip()
    return plain[:1].isupper() and plain.endswith(":") and len(plain) < _LABEL_LENGTH and key(plain) in words.sections


def _underlined(lines: list[str], number: int, words: Vocabulary) -> int:
    """Return how deep a heading is that is underlined and numbered, so that Markdown takes it for a list; 0 if none."""
    match = _NUMBERED.match(lines[number])
    below = lines[number + 1] if match and number + 1 < len(lines) else ""
    rule = _UNDERLINE.match(below)
    if match is None or rule is None or (number and lines[number - 1].strip()):
        return 0
    found = words.heading(match["text"])
    return (1 if below.startswith("=") else 2) if found.kind or found.narrative else 0


def _read_as_heading(line: str, depth: int, number: int) -> Diagnostic:
    plain = line.strip()
    hint = f"write “{'#' * depth} {plain.rstrip(':')}”"
    return _note("heading-lost", number, f"“{plain}” is read as a heading", hint)


def _follows(lines: list[str], number: int) -> bool:
    return number + 1 < len(lines) and bool(lines[number + 1].strip()) and not _MARKED.match(lines[number + 1])


def _stands_alone(lines: list[str], done: list[str], number: int) -> bool:
    """Whether the line before is the end of something, and this one is no start of a sentence."""
    before = done[number - 1] if number else ""
    line = lines[number]
    if not line.strip() or line[:1].isspace() or _MARKED.match(line) or line.rstrip().endswith((".", ",", ";")):
        return False
    after = lines[number + 1] if number + 1 < len(lines) else ""
    if after.startswith(("|", "- ")) and len(line.split()) <= _LONGEST:
        return True
    if after[:1].islower() or re.match(r"^\s*(?:=+|-{2,})\s*$", after) or "|" in line:
        return False
    return not before.strip() or bool(_ENDED.search(before) or _MARKED.match(before) or before.lstrip().startswith("#"))


def _lost_level(
    line: str, lines: list[str], number: int, words: Vocabulary, level: int, *, damaged: bool
) -> int | None:
    plain = _SIGN.sub("", line.strip())
    if _is_question_alone(plain, lines, number, words):
        return level
    if not plain[:1].isupper() or len(plain.split()) > _LONGEST:
        return None
    if plain.endswith(":"):
        listed = _over_a_list(lines, number) and _is_lost(plain[:-1], words)
        return level if listed else None
    wanted = key(plain)
    kind = words.sections.get(wanted)
    if wanted in words.narrative and not lines[number - 1].strip() and plain.casefold() == wanted:
        return level
    if damaged and wanted in words.below:
        return level + 1
    if kind is not None and _is_lost(plain, words):
        return level + 1 if kind in _SUB else level
    return None


def _over_a_list(lines: list[str], number: int) -> bool:
    """Whether what stands below the line, perhaps behind an empty one, is a list or a table."""
    below = next((line for line in lines[number + 1 : number + 3] if line.strip()), "")
    return bool(_LISTED.match(below))


def _is_question_alone(plain: str, lines: list[str], number: int, words: Vocabulary) -> bool:
    """Whether a line is "How did we fix it?" by itself, the answer in the paragraph below."""
    after = lines[number + 1] if number + 1 < len(lines) else "-"
    if not plain.endswith("?") or len(plain.split()) > _LONGEST_QUESTION or after.strip() or not plain[:1].isupper():
        return False
    above = next((before for before in reversed(lines[:number]) if before.strip()), "")
    if _HEADING.match(above) and words.heading(above.strip(" #:")).kind is not None:
        return False  # a template's question below the heading that it explains
    found = words.heading(plain)
    return (found.kind is not None and not found.guessed) or found.narrative


def _is_lost(line: str, words: Vocabulary) -> bool:
    plain = _REMARK.sub("", line.strip())
    wanted = key(plain)
    return (
        plain[:1].isupper()
        and not (plain.isupper() and wanted in words.placeholders)
        and not plain.endswith((".", ":", ","))
        and (
            wanted in words.sections and wanted == " ".join(plain.casefold().replace("'", "").replace("’", "").split())
        )
    )


def _note(code: str, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=code, severity=DiagnosticSeverity.NOTE, line=line, message=message, hint=hint)
