"""The filters that somebody else's templates may use, each within measure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sized
from functools import wraps
from pathlib import Path

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from msgspec import Struct

from pmexport.writers.meter import Meter

_ALLOWED = frozenset(Path(__file__).with_name("filters.txt").read_text("utf-8").split())
_OF_WORDS = {
    "upper",
    "lower",
    "capitalize",
    "title",
    "replace",
    "trim",
    "escape",
    "e",
    "string",
    "wordcount",
    "truncate",
}
_LARGEST_ARGUMENT = 1_000


def words_of(value: object) -> str:
    """Return `value` as it is written. Raises SecurityError for what has no words but its fields."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, int | float | dt.date | Undefined):
        return str(value)
    raise SecurityError(f"{type(value).__name__} is no text; name one of its fields, or loop over it")


def measured(meter: Meter) -> dict[str, Callable[..., object]]:
    """Return the filters by name; what they look through and make is counted by `meter`."""
    return {name: _measured(name, FILTERS[name], meter) for name in _ALLOWED}


def _measured(name: str, function: Callable[..., object], meter: Meter) -> Callable[..., object]:
    passes = hasattr(function, "jinja_pass_arg")

    @wraps(function)
    def within(*given: object, **named: object) -> object:
        values = given[1:] if passes else given
        _check(name, meter, values, named)
        return meter.given(function(*given, **named))

    return within


def _check(name: str, meter: Meter, values: tuple[object, ...], named: Mapping[str, object]) -> None:
    """Count what the filter `name` looks through, and refuse what would make more of it than can be counted."""
    value, rest = values[0], (*values[1:], *named.values())
    for one in (value, *rest):
        meter.weighed(one)
    if any(isinstance(one, int | float) and abs(one) > _LARGEST_ARGUMENT for one in rest):
        raise SecurityError(f"{name} takes numbers up to {_LARGEST_ARGUMENT}")
    if name == "sum" and not isinstance(named.get("start", values[2] if len(values) > 2 else 0), int | float):  # noqa: PLR2004  sum(attribute, start)
        raise SecurityError("sum is for numbers here")
    if name in _OF_WORDS:
        words_of(value)
    if name == "replace" and len(values) > 2:  # noqa: PLR2004  replace(old, new)
        meter.grown(len(words_of(value)) * max(1, len(words_of(values[2]))))
    if name == "join" and isinstance(value, Iterable):
        _check_join(meter, value, rest)


def _check_join(meter: Meter, value: Iterable[object], rest: tuple[object, ...]) -> None:
    """Count the words joined. What is no list is joined as it comes, and was counted where it came from."""
    if not isinstance(value, Sized):
        return
    parts = list(value)
    between = len(words_of(rest[0])) if rest else 0
    meter.grown(between * len(parts) + sum(len(one) for one in parts if isinstance(one, str)))
    if any(isinstance(one, Struct | tuple | Mapping) for one in parts) and len(rest) <= 1:
        raise SecurityError("join is for words; map(attribute=...) takes them out of the parts")
