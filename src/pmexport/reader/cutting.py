"""Running text cut at a place in its plain words, every mark kept on the side it belongs to."""

from __future__ import annotations

from pmexport.model.prose import (
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
    text_of,
)


def cut(content: Inlines, at: int) -> tuple[Inlines, Inlines]:
    """Return what stands before and from character `at` of the plain words of `content`."""
    before: list[Inline] = []
    for number, inline in enumerate(content):
        length = len(text_of((inline,)))
        if length > at or (length == 0 and at == 0):
            first, second = _halves(inline, at) if at else ((), (inline,))
            return (*before, *first), (*second, *content[number + 1 :])
        before.append(inline)
        at -= length
    return tuple(before), ()


def _halves(inline: Inline, at: int) -> tuple[Inlines, Inlines]:
    match inline:
        case Str(text):
            return (Str(text[:at]),), (Str(text[at:]),)
        case Code(text):
            return (Code(text[:at]),), (Code(text[at:]),)
        case Emph(content):
            first, second = cut(content, at)
            return (Emph(first),), (Emph(second),)
        case Strong(content):
            first, second = cut(content, at)
            return (Strong(first),), (Strong(second),)
        case Strikeout(content):
            first, second = cut(content, at)
            return (Strikeout(first),), (Strikeout(second),)
        case Link(content, target, title):
            first, second = cut(content, at)
            return (Link(first, target, title),), (Link(second, target, title),)
        case Image() | SoftBreak() | LineBreak() | Note():
            return (), (inline,)


def between(content: Inlines, start: int, end: int) -> Inlines:
    """Return the part from character `start` up to `end`, without space around it."""
    return trimmed(cut(cut(content, end)[0], start)[1])


def lines(content: Inlines) -> list[Inlines]:
    """Return the lines of `content`, as its author broke them."""
    found: list[list[Inline]] = [[]]
    for inline in content:
        if isinstance(inline, SoftBreak | LineBreak):
            found.append([])
        else:
            found[-1].append(inline)
    return [tuple(line) for line in found]


def joined(parts: list[Inlines]) -> Inlines:
    """Return `parts` as one, a soft break between two."""
    together: list[Inline] = []
    for part in parts:
        if together:
            together.append(SoftBreak())
        together.extend(part)
    return tuple(together)


def trimmed(content: Inlines) -> Inlines:
    """Return `content` without space or breaks at its two ends, and without marks that hold nothing."""
    text = text_of(content)
    lead = len(text) - len(text.lstrip())
    kept = cut(content, lead)[1] if lead else content
    kept = cut(kept, len(text.strip()))[0] if text.strip() != text_of(kept) else kept
    solid = [inline for inline in kept if not _hollow(inline)]
    while solid and isinstance(solid[0], SoftBreak | LineBreak):
        solid.pop(0)
    while solid and isinstance(solid[-1], SoftBreak | LineBreak):
        solid.pop()
    return tuple(solid)


def _hollow(inline: Inline) -> bool:
    match inline:
        case Str(text) | Code(text):
            return not text
        case Emph(content) | Strong(content) | Strikeout(content) | Link(content=content):
            return all(map(_hollow, content))
        case Image() | SoftBreak() | LineBreak() | Note():
            return False


def targets(content: Inlines) -> tuple[str, ...]:
    """Return the targets of all links in `content`, each once, in the order written."""
    found: list[str] = []
    for inline in content:
        match inline:
            case Link(content=inner, target=target):
                found += [target, *targets(inner)]
            case Emph(inner) | Strong(inner) | Strikeout(inner):
                found += targets(inner)
            case _:
                pass
    return tuple(dict.fromkeys(target for target in found if target))
