"""markdown-it's inline tokens to inlines."""

from __future__ import annotations

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

DEEPEST = 20
"""How deep emphasis may be nested; what lies deeper keeps its words only."""


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
                self._image(token)
            case "footnote_ref":
                self._note(str(token.meta["label"]))
            case "em_open":
                self._begin("em", Emph)
            case "strong_open":
                self._begin("strong", Strong)
            case "s_open":
                self._begin("s", Strikeout)
            case "link_open":
                self._link(token)
            case "em_close" | "strong_close" | "s_close" | "link_close":
                self._end(token.type.removesuffix("_close"))
            case _:
                self._add(Str(token.content))

    def _add(self, inline: Inline) -> None:
        self._open[-1].content.append(inline)

    def _begin(self, name: str, wrap: Callable[[Inlines], Inline] | None) -> None:
        if len(self._open) == DEEPEST:
            self._around.tell(deep(self._line))
        self._open.append(_Open(name, wrap if len(self._open) < DEEPEST else None))

    def _end(self, name: str) -> None:
        while self._open[-1].name != name:
            self._unwrap()
        done = self._open.pop()
        content = merged(done.content)
        if done.wrap is None:
            self._open[-1].content.extend(content)
        elif content:
            self._add(done.wrap(content))

    def _unwrap(self) -> None:
        lost = self._open.pop()
        self._open[-1].content.extend(lost.content)

    def _link(self, token: Token) -> None:
        target, told = links.allowed(str(token.attrs.get("href", "")), self._line)
        for diagnostic in told:
            self._around.tell(diagnostic)
        title = str(token.attrs.get("title", ""))
        self._begin("link", (lambda content: Link(content, target, title)) if target else None)

    def _image(self, token: Token) -> None:
        alt = "".join(_words(token.children or ()))
        source, title = str(token.attrs.get("src", "")), str(token.attrs.get("title", ""))
        self._add(self._around.image(alt, source, title, self._line))

    def _note(self, label: str) -> None:
        content = self._around.note(label)
        self._add(Str(f"[{label}]") if content is None else Note(content))


def merged(inlines: Iterable[Inline]) -> Inlines:
    """Return `inlines` with neighbouring texts joined and empty ones gone."""
    result: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Str):
            if not inline.text:
                continue
            if result and isinstance(last := result[-1], Str):
                result[-1] = Str(last.text + inline.text)
                continue
        result.append(inline)
    return tuple(result)


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
