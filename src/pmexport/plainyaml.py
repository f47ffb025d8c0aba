"""YAML as plain text values: no tags, no aliases, no merge keys, no duplicate keys, no guessing at types.

YAML 1.1 turns ``12:30`` into 750 and ``no`` into false, expands aliases without bound and keeps the last of two equal
keys; front matter and brand files written by people deserve none of that.
"""

from __future__ import annotations

from typing import TypeAlias

import yaml

Plain: TypeAlias = "str | tuple[Plain, ...] | Mapping"


class Mapping(dict[str, "Plain"]):
    """A mapping that remembers on which line (from 1) each key and its value stand."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


class PlainYamlError(ValueError):
    """The text is not plain YAML. `line` and `column` count from 1 within the given text."""

    def __init__(self, found: str, *, line: int, column: int = 1) -> None:
        super().__init__(found)
        self.found = found
        self.line = line
        self.column = column


_LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20


def load(text: str) -> Plain:
    """Return the one document in `text` with every scalar as the string that was written.

    An empty document is an empty `Mapping`. Raises PlainYamlError.
    """
    try:
        events = list(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise PlainYamlError(
            str(error.problem or error.context or "not valid YAML").replace("\n", " "),
            line=mark.line + 1 if mark else 1,
            column=mark.column + 1 if mark else 1,
        ) from None
    except yaml.YAMLError as error:
        raise PlainYamlError(" ".join(str(error).split()), line=1) from None
    return _Composer(events).document()


class _Composer:
    """Builds the values from the parser's events, refusing what plain YAML leaves out."""

    def __init__(self, events: list[yaml.Event]) -> None:
        self._events = iter(events)

    def document(self) -> Plain:
        value: Plain = Mapping()
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _refuse(event, "a second document")
                value = self._node(next(self._events), depth=0)
        return value

    def _node(self, event: yaml.Event, *, depth: int) -> Plain:
        if isinstance(event, yaml.AliasEvent):
            raise _refuse(event, f"the alias *{event.anchor}")
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise _refuse(event, f"the anchor &{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag:
            raise _refuse(event, f"the tag {tag}")
        if depth > _DEEPEST:
            raise _refuse(event, f"more than {_DEEPEST} levels")
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return tuple(self._items(depth))
        return self._mapping(depth)

    def _items(self, depth: int) -> list[Plain]:
        items: list[Plain] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, depth=depth + 1))
        return items

    def _mapping(self, depth: int) -> Mapping:
        mapping = Mapping()
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth=depth + 1)
            line, _ = _place(event)
            if not isinstance(key, str):
                raise _refuse(event, "a key that is not text")
            if key == "<<":
                raise _refuse(event, "the merge key <<")
            if key in mapping:
                raise _refuse(event, f"the key {key!r} a second time, first on line {mapping.lines[key]}")
            mapping[key] = self._node(next(self._events), depth=depth + 1)
            mapping.lines[key] = line
        return mapping


def _refuse(event: yaml.Event, what: str) -> PlainYamlError:
    line, column = _place(event)
    return PlainYamlError(f"{what} is not allowed here", line=line, column=column)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
