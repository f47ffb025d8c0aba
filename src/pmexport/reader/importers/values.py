"""Values looked up in a tool's JSON: what is absent, or of another type, is nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

Json: TypeAlias = "Mapping[str, Json] | list[Json] | str | int | float | bool | None"


def at(value: Json, path: str) -> Json:
    """Return what stands at the dotted `path` below `value`."""
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def text(value: Json, *paths: str) -> str:
    """Return the first text or number that stands at one of `paths`, without the space around it."""
    for path in paths:
        found = at(value, path) if path else value
        if isinstance(found, str) and found.strip():
            return found.strip()
        if isinstance(found, int | float) and not isinstance(found, bool):
            return str(found)
    return ""


def records(value: Json, *paths: str) -> Iterator[Json]:
    """Yield the objects in the lists that stand at `paths`, also within a whole answer: "events": {"data": […]}."""
    for path in paths:
        found = at(value, path) if path else value
        if isinstance(found, Mapping):
            found = found.get(path.rpartition(".")[2], found.get("data"))
        if isinstance(found, list):
            yield from (each for each in found if isinstance(each, Mapping))


def holds(value: Json, *names: str) -> bool:
    """Whether `value` is an object with all these keys."""
    return isinstance(value, Mapping) and all(name in value for name in names)
