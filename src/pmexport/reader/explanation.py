"""Where each part of a source went, and why; what could not be placed."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import (
    ActionItem,
    ActionRun,
    Content,
    EventRun,
    FieldRun,
    HeaderField,
    Postmortem,
    Section,
    TimelineEvent,
)
from pmexport.model.prose import Block, Header, HorizontalRule, text_of
from pmexport.model.terms import SectionKind
from pmexport.reader import read, words_of
from pmexport.reader.comments import without_comments
from pmexport.reader.source import decode
from pmexport.reader.vocabulary import Vocabulary, key

_ITEMS = {SectionKind.TIMELINE: "events", SectionKind.ACTION_ITEMS: "action items"}

_NOWHERE = "nowhere"


class Placement(Struct, frozen=True, kw_only=True):
    """Lines `first` to `last` of the source went to `place`, because of `why`; `depth` is how deep they stand.

    `placed` is False for what is kept as it stands because nothing says what it is.
    """

    first: int
    last: int = 0
    place: str
    why: str
    depth: int = 0
    placed: bool = True


class Explanation(Struct, frozen=True):
    """How one postmortem was read. `title` is its own."""

    title: str
    placements: tuple[Placement, ...]


def explain(content: bytes, options: ReadOptions) -> tuple[Explanation, ...]:
    """Return for each postmortem in `content` where its parts went. Raises UnreadableError."""
    source = decode(content, options.name)
    lines = source.text.split("\n")
    end = source.first_line + len(lines) - 1 - (not lines[-1].strip())
    found = read(content, options).postmortems
    explained: list[Explanation] = []
    for postmortem in found:
        placer = _Placer(words_of(postmortem.language, options))
        placements = [*placer.title(postmortem, lines, source.first_line), *placer.all_of(postmortem)]
        explained.append(Explanation(postmortem.title, tuple(placements)))
    if source.front_matter and found:
        known = {field.line for field in found[0].fields}
        unknown = tuple(
            Placement(first=line, last=line, place="front matter", why=f"“{name}” is the site's own")
            for name, line in source.front_matter.lines.items()
            if line not in known
        )
        explained[0] = replace(explained[0], placements=(*unknown, *explained[0].placements))
    blank = frozenset(number for number, line in enumerate(lines, source.first_line) if not line.strip())
    comments = _comments(source.text, source.first_line)
    starts = [min((each.first for each in one.placements if each.first), default=1) for one in explained]
    ends = [*(start - 1 for start in starts[1:]), end]
    return tuple(
        replace(
            one,
            placements=_with_ends(
                (*one.placements, *(each for each in comments if start <= each.first <= last or one is explained[0])),
                last,
                blank,
            ),
        )
        for one, start, last in zip(explained, starts, ends, strict=True)
    )


def _comments(text: str, first_line: int) -> tuple[Placement, ...]:
    return tuple(
        Placement(first=first_line + line, last=first_line + line, place=_NOWHERE, why="a comment reaches no output")
        for line in sorted(without_comments(text, first_line).emptied)
    )


def _with_ends(placements: tuple[Placement, ...], end: int, blank: frozenset[int]) -> tuple[Placement, ...]:
    """Return `placements` in the order of their lines, each ending before the next of its depth and its blank lines."""
    ordered = sorted(dict.fromkeys(placements), key=lambda each: (each.first, each.depth))
    done: list[Placement] = []
    for number, each in enumerate(ordered):
        following = (
            later.first
            for later in ordered[number + 1 :]
            if later.depth <= each.depth and later.first > each.first and later.place != _NOWHERE
        )
        last = max(next(following, end + 1) - 1, each.first)
        while last in blank and last > each.first:
            last -= 1
        done.append(each if each.last or not each.first else replace(each, last=last))
    return tuple(done)


class _Placer:
    """Tells of each part where it went."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words

    def title(self, postmortem: Postmortem, lines: list[str], first_line: int) -> list[Placement]:
        """Return where the title was found."""
        heading = text_of(postmortem.heading)
        if not heading:
            return [Placement(first=0, place="title", why="no heading names it: a field, or the file's name, does")]
        line = next(
            (number for number, line in enumerate(lines, first_line) if key(line.lstrip("# ")) == key(heading)), 0
        )
        cut = "the first heading" if heading == postmortem.title else f"the first heading, read as “{postmortem.title}”"
        return [Placement(first=line, place="title", why=cut)]

    def all_of(self, postmortem: Postmortem) -> list[Placement]:
        """Return where each part of the postmortem stands."""
        found = [place for part in postmortem.lead for place in self._content(part, None, 0)]
        return [*found, *(place for section in postmortem.sections for place in self._section(section, None, 0))]

    def _section(self, section: Section, parent: Section | None, depth: int) -> list[Placement]:
        inherited = section.kind or (parent.kind if parent else None)
        placed = section.kind is not None or inherited is not None
        found = [
            Placement(
                first=section.line,
                place=str(section.kind or (f"part of {inherited}" if inherited else "kept as it stands")),
                why=self._why(section, parent) + (", and holds blanks only" if section.placeholder else ""),
                depth=depth,
                placed=placed,
            )
        ]
        for part in section.content:
            found += self._content(part, inherited, depth + 1)
        below = replace(section, kind=inherited)
        for child in section.children:
            found += self._section(child, below, depth + 1)
        return found

    def _why(self, section: Section, parent: Section | None) -> str:
        heading = self._words.heading(text_of(section.heading))
        told = f"the heading “{section.title}”"
        if heading.kind is section.kind and section.kind is not None:
            return f"{told}, read as “{heading.guessed}”" if heading.guessed else told
        if section.kind is SectionKind.TIMELINE:
            return f"{told} holds times"
        if parent is not None and parent.kind is not None:
            return f"{told} stands under “{parent.title}”"
        return f"{told} says nothing that we know" if section.kind is None else f"{told} and what it holds"

    def _content(self, content: Content, kind: SectionKind | None, depth: int) -> list[Placement]:
        match content:
            case FieldRun(fields):
                return [self._field(field, depth) for field in fields]
            case EventRun(events):
                return [self._event(event, depth) for event in events]
            case ActionRun(items):
                return [self._item(item, depth) for item in items]
            case _:
                return self._block(content, kind, depth)

    def _field(self, field: HeaderField, depth: int) -> Placement:
        if field.name is None:
            why = f"the label “{field.label}” is none that we know" if field.label else "goes on with the field above"
            return Placement(first=field.line, place="header", why=why, depth=depth, placed=not field.label)
        blank = ", still to be filled in" if field.placeholder else ""
        why = f"the label “{field.label}”{blank}" if field.label else "goes on with the field above"
        return Placement(first=field.line, place=f"header: {field.name}", why=why, depth=depth)

    def _event(self, event: TimelineEvent, depth: int) -> Placement:
        at = event.start.isoformat(" ", "minutes") if event.start else str(event.day or "")
        place = f"event: {event.milestone}" if event.milestone else "event"
        why = f"“{event.written}” is {at}" if at else f"no file, field or line tells the day of “{event.written}”"
        if not event.written:
            why = f"it stands below {at}" if at else "it stands among events, without a time"
        if event.milestone:
            why += f"; {event.milestone} by {event.basis or 'its place'}"
        return Placement(first=event.line, place=place, why=why, depth=depth, placed=bool(at))

    def _item(self, item: ActionItem, depth: int) -> Placement:
        parts = {
            "owner": item.owner,
            "due": item.due.isoformat() if item.due else item.due_text,
            "status": item.status or item.status_text,
            "priority": item.priority,
            "kind": item.kind,
        }
        told = ", ".join(f"{name} {value}" for name, value in parts.items() if value)
        why = told or "nothing but its text"
        return Placement(first=item.line, place="action item", why=why, depth=depth)

    def _block(self, block: Block, kind: SectionKind | None, depth: int) -> list[Placement]:
        if isinstance(block, Header | HorizontalRule) or (kind not in _ITEMS and depth):
            return []
        if kind is None or kind not in _ITEMS:
            return [Placement(first=block.line, place="lead", why="it stands before the first section", depth=depth)]
        why = f"it is none of the {_ITEMS[kind]}, and stays between them"
        return [Placement(first=block.line, place="note", why=why, depth=depth)]
