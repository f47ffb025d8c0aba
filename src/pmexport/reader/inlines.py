"""markdown-it's inline tokens to inlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol

from markdown_it.token import Token

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import (
    Block,
    Code,
    Emph,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    SoftBreak,
    Str,
    Strikeout,
    Strong,
)
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader import links
from pmexport.reader.tags import KINDS, SPLITTING, TagKind

DEEPEST = 20
"""How deep emphasis may be nested; what lies deeper keeps its words only."""

_MOST_TAGS = 100
"""How many marks may be open for a tag to count: looking for the beginning of each end must not take forever."""


class Surroundings(Protocol):
    """What inlines ask of the text they stand in."""

    def tell(self, diagnostic: Diagnostic) -> None:
        """Take note of `diagnostic`."""

    def note(self, label: str) -> tuple[Block, ...] | None:
        """Return what the footnote `label` says, None where it was said before."""

    def image(self, alt: str, target: str, title: str, line: int) -> Image:
        """Return the image, with its picture where that may be read."""


class _Open:
    """A mark that was opened: how to close it, and what stands in it so far."""

    def __init__(self, name: str, wrap: Callable[[Inlines], Inline] | None) -> None:
        self.name = name
        self.wrap = wrap
        self.content: list[Inline] = []


class InlineReader:
    """Reads the inline tokens of one block."""

    def __init__(self, around: Surroundings, line: int) -> None:
        self._around = around
        self._line = line
        self._open = [_Open("", None)]
        self._count: Counter[str] = Counter()

    def read(self, tokens: Iterable[Token]) -> Inlines:
        """Return the inlines of `tokens`; marks that nobody closed keep their words only."""
        for token in tokens:
            self._take(token)
        while len(self._open) > 1:
            self._unwrap()
        return merged(self._open[0].content)

    def _take(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special":
                self._add(Str(token.content))
            case "code_inline":
                self._add(Code(token.content))
            case "softbreak":
                self._line += 1
                self._add(SoftBreak())
            case "hardbreak":
                self._line += 1
                self._add(LineBreak())
            case "image":
                alt = "".join(_words(token.children or ()))
                self._picture(alt, _attribute(token, "src"), _attribute(token, "title"))
            case "footnote_ref":
                self._note(str(token.meta["label"]))
            case "em_open":
                self._begin("em", Emph)
            case "strong_open":
                self._begin("strong", Strong)
            case "s_open":
                self._begin("s", Strikeout)
            case "link_open":
                self._link("link", _attribute(token, "href"), _attribute(token, "title"))
            case "em_close" | "strong_close" | "s_close" | "link_close":
                self._end(token.type.removesuffix("_close"))
            case "tag_open":
                self._tag(token)
            case "tag_close":
                self._tag_end(token.tag)
            case _:
                self._add(Str(token.content))

    def _add(self, inline: Inline) -> None:
        self._open[-1].content.append(inline)

    def _begin(self, name: str, wrap: Callable[[Inlines], Inline] | None) -> None:
        if len(self._open) == DEEPEST:
            self._around.tell(deep(self._line))
        self._open.append(_Open(name, wrap if len(self._open) < DEEPEST else None))
        self._count[name] += 1

    def _tag(self, token: Token) -> None:
        match KINDS[token.tag]:
            case TagKind.LINE_BREAK:
                self._add(LineBreak())
            case TagKind.IMAGE:
                self._picture(_attribute(token, "alt"), _attribute(token, "src"), _attribute(token, "title"))
            case TagKind.LINK:
                self._link(f"<{token.tag}>", _attribute(token, "href"), _attribute(token, "title"))
            case TagKind.NOTHING:
                pass
            case kind if kind in SPLITTING:
                self._part()
            case kind if len(self._open) < _MOST_TAGS:
                self._begin(f"<{token.tag}>", _WRAPS[kind])
            case _:
                pass

    def _part(self) -> None:
        """Begin a new line where blocks cannot stand, unless one has just begun."""
        content = self._open[-1].content
        if not content or not isinstance(content[-1], LineBreak):
            self._add(LineBreak())

    def _tag_end(self, name: str) -> None:
        """Close the tag if it was opened within the innermost mark of Markdown; else it is one end of nothing."""
        if KINDS[name] in SPLITTING:
            self._part()
        if not self._count[f"<{name}>"]:
            return
        for opened in reversed(self._open):
            if opened.name == f"<{name}>":
                self._end(opened.name)
            if not opened.name.startswith("<") or opened.name == f"<{name}>":
                break

    def _end(self, name: str) -> None:
        if not self._count[name]:
            return  # a tag ended the paragraph between this mark and its beginning
        while self._open[-1].name != name:
            self._unwrap()
        done = self._open.pop()
        self._count[name] -= 1
        content = merged(done.content)
        if done.wrap is None:
            self._open[-1].content.extend(content)
        elif content:
            self._add(done.wrap(content))

    def _unwrap(self) -> None:
        lost = self._open.pop()
        self._count[lost.name] -= 1
        self._open[-1].content.extend(lost.content)

    def _link(self, name: str, written: str, title: str) -> None:
        target, told = links.allowed(written, self._line)
        for diagnostic in told:
            self._around.tell(diagnostic)
        within_a_link = self._count["link"] + self._count["<a>"] > 0
        self._begin(name, _link_to(target, title) if target and not within_a_link else None)

    def _picture(self, alt: str, source: str, title: str) -> None:
        self._add(self._around.image(alt, source, title, self._line))

    def _note(self, label: str) -> None:
        content = self._around.note(label)
        self._add(Str(f"[{label}]") if content is None else Note(content))


def merged(inlines: Iterable[Inline]) -> Inlines:
    """Return `inlines` with neighbouring texts joined, empty ones gone, and one break where breaks meet."""
    result: list[Inline] = []
    for inline in inlines:
        last = result[-1] if result else None
        match last, inline:
            case (_, Str("")):
                continue
            case (Str(before), Str(text)):
                result[-1] = Str(before + text)
            case (SoftBreak() | LineBreak(), SoftBreak()):
                continue
            case (SoftBreak(), LineBreak()):
                result[-1] = inline
            case _:
                result.append(inline)
    return tuple(result)


def trimmed(inlines: Inlines) -> Inlines:
    """Return `inlines` without breaks and spaces at either end."""
    start, end = 0, len(inlines)
    while start < end and _is_space(inlines[start]):
        start += 1
    while end > start and _is_space(inlines[end - 1]):
        end -= 1
    return inlines[start:end]


def _is_space(inline: Inline) -> bool:
    return isinstance(inline, SoftBreak | LineBreak) or (isinstance(inline, Str) and not inline.text.strip())


def _link_to(target: str, title: str) -> Callable[[Inlines], Inline]:
    return lambda content: Link(content, target, title)


def _attribute(token: Token, name: str) -> str:
    return str(token.attrs.get(name, ""))


def _code(content: Inlines) -> Inline:
    words = "".join(inline.text for inline in content if isinstance(inline, Str))
    return Code(words) if all(isinstance(inline, Str) for inline in content) else Emph(content)


def _raised(content: Inlines) -> Inline:
    return _shifted(content, _RAISED)


def _lowered(content: Inlines) -> Inline:
    return _shifted(content, _LOWERED)


def _shifted(content: Inlines, figures: dict[int, int]) -> Inline:
    """Return figures as the characters for raised or lowered ones: 10<sup>6</sup> must not become 106."""
    match content:
        case (Str(text),):
            return Str(text.translate(figures) if text.isdecimal() and text.isascii() else text)
        case _:
            return Emph(content)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_WRAPS: dict[TagKind, Callable[[Inlines], Inline]] = {
    TagKind.STRONG: Strong,
    TagKind.LABEL: Strong,
    TagKind.EMPH: Emph,
    TagKind.STRIKEOUT: Strikeout,
    TagKind.CODE: _code,
    TagKind.RAISED: _raised,
    TagKind.LOWERED: _lowered,
}


def _words(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.type == "image":
            yield from _words(token.children or ())
        else:
            yield token.content


def deep(line: int) -> Diagnostic:
    """Return what is told where something is nested too deep."""
    return Diagnostic(
        code="nested-too-deep",
        severity=DiagnosticSeverity.WARNING,
        line=line,
        message=f"what is nested more than {DEEPEST} levels deep keeps its words only",
        hint="write it flatter",
    )
