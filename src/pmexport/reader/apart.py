"""The text of each incident of a file by itself: what a document of one of several keeps of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from pmexport.errors import UnreadableError
from pmexport.facts.metrics import measure
from pmexport.model.json import as_json
from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import Header
from pmexport.model.terms import FieldName
from pmexport.reader import Opened, incidents, opened, read
from pmexport.reader.source import decode

_MARKS = re.compile(r"#{1,6}(?=[ \t])")


def texts(content: bytes, options: ReadOptions, postmortems: tuple[Postmortem, ...]) -> tuple[str, ...]:
    """Return the Markdown of each of `postmortems`, which `content` was read to.

    Of one alone that is all of the text. Of several it is what its incident says, raised to stand by itself, and what
    holds for all; nothing where that would not be read to the same. Raises UnreadableError.
    """
    if len(postmortems) == 1:
        source = decode(content, options.name)
        return (source.text if source.origin else content.decode("utf-8-sig", "replace"),)
    text = opened(content, options)
    raw = decode(content, options.name)
    lines = raw.text.split("\n")
    matter = _matter(content, text)
    found = []
    for number, postmortem in enumerate(postmortems):
        own = _own(number, text, lines)
        ways = (f"{matter}{own}", f"{_with_zone(matter, postmortem)}{own}")
        found.append(next((way for way in ways if _is_read_to(way, postmortem, options)), ""))
    return tuple(found)


class Stretches(Struct, frozen=True):
    """The text of a file as its author wrote it, or made of another format, and where each incident stands."""

    text: str
    spans: tuple[tuple[int, int], ...]


def stretches(content: bytes, options: ReadOptions) -> Stretches:
    """Return where in its file each incident of `content` stands. Raises UnreadableError."""
    text = opened(content, options)
    whole = text.source.text if text.source.origin else content.decode("utf-8-sig", "replace")
    if len(text.parts) == 1:
        return Stretches(whole, ((0, len(whole)),))
    starts = [0]
    for line in whole.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    edges = [starts[_start(part) - 1] for part in text.parts]
    return Stretches(whole, tuple(zip(edges, [*edges[1:], len(whole)], strict=True)))


def _own(number: int, text: Opened, lines: list[str]) -> str:
    """Return the lines of the incident `number`: its heading, what stood around it, and all below the heading."""
    part, first = text.parts[number], text.source.first_line
    start = part.blocks[0].line - first
    following = text.parts[number + 1] if number + 1 < len(text.parts) else None
    end = len(lines) if following is None else _start(following) - first
    around = "\n".join(lines[part.around[0].line - first : start]) if part.around else ""
    levels = {block.line - first: block.level for block in part.blocks if isinstance(block, Header)}
    own = [_raised(lines[at], levels[at]) if at in levels else lines[at] for at in range(start, end)]
    return "\n".join([own[0], *_around(around), *own[1:]]).rstrip("\n") + "\n"


def _around(said: str) -> Iterator[str]:
    """Yield what stood before an incident, its headings as bold lines: they are those of all."""
    if not said.strip():
        return
    yield ""
    for line in said.strip("\n").split("\n"):
        heading = _MARKS.match(line)
        yield f"**{line[heading.end() :].strip()}**" if heading else line


def _start(part: incidents.Incident) -> int:
    return (part.around or part.blocks)[0].line


def _raised(line: str, level: int) -> str:
    return _MARKS.sub("#" * level, line, count=1)


def _matter(content: bytes, text: Opened) -> str:
    """Return the lines of the front matter that hold for every incident of the file."""
    values = text.source.front_matter
    kept = incidents.told_of_all(values, text.words)
    if not values or not kept:
        return ""
    lines = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    starts = sorted(values.lines.values())
    end = text.source.first_line - 1
    said: list[str] = []
    for name in kept:
        start = values.lines[name]
        following = next((one for one in starts if one > start), end)
        said += lines[start - 1 : following - 1]
    return "\n".join([lines[0], *said, lines[0], "", ""])


def _with_zone(matter: str, postmortem: Postmortem) -> str:
    """Return `matter` with the zone of `postmortem`, which may be told before the first incident."""
    if not postmortem.timezone:
        return matter
    said = f"timezone: {postmortem.timezone}\n"
    return matter.replace("---\n", f"---\n{said}", 1) if matter.startswith("---") else f"---\n{said}---\n\n{matter}"


def _is_read_to(text: str, postmortem: Postmortem, options: ReadOptions) -> bool:
    try:
        found = read(text.encode(), options).postmortems
    except UnreadableError:  # the zone is named already, in a way that did not help
        return False
    return len(found) == 1 and _model(found[0]) == _model(postmortem)


def _model(postmortem: Postmortem) -> object:
    """Return the published model of `postmortem` without its lines; the zone counts however it was told."""
    model = as_json(postmortem, measure(postmortem), ())
    header = [field for field in model.header if field.name != FieldName.TIMEZONE]
    return _unplaced(msgspec.to_builtins(replace(model, header=header)))


def _unplaced(value: object) -> object:
    """Return `value` without the lines of the source that its parts stand on."""
    match value:
        case dict():
            return {key: _unplaced(one) for key, one in value.items() if key != "line"}
        case list() | tuple():
            return [_unplaced(one) for one in value]
        case _:
            return value
