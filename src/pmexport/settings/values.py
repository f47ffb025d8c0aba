"""What a single setting may be, read from any layer; what it cannot be is told with its place."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from pmexport.errors import UsageError
from pmexport.model.options import Paper
from pmexport.settings.layer import Layer
from pmexport.shipped import shipped


def _text(value: object, layer: Layer, key: str) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise _wrong(value, layer, key, "write a text in quotes")


def _theme(value: object, layer: Layer, key: str) -> str | Path:
    text = _text(value, layer, key)
    if not ({"/", os.sep} & set(text) or text.startswith((".", "~"))):
        beside = layer.folder / text if layer.folder else None
        return beside if beside and beside.is_dir() and not (shipped("themes") / text).is_dir() else text
    if layer.folder is None:
        raise _wrong(value, layer, key, "write a theme's name here; a folder may stand in a settings file")
    return layer.folder / Path(text).expanduser()


def _template(value: object, layer: Layer, key: str) -> Path:
    text = _text(value, layer, key)
    if layer.folder is None:
        raise _wrong(value, layer, key, "name a folder of templates in a settings file or with --template")
    return layer.folder / Path(text).expanduser()


def _paper(value: object, layer: Layer, key: str) -> Paper:
    text = _text(value, layer, key)
    for paper in Paper:
        if paper.lower() == text.lower():
            return paper
    raise _wrong(value, layer, key, f"write one of {', '.join(Paper)}")


def _language(value: object, layer: Layer, key: str) -> str:
    text = _text(value, layer, key)
    if re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", text):
        return text.replace("_", "-")
    raise _wrong(value, layer, key, "write a language tag such as en, en-GB or de")


def _timezone(value: object, layer: Layer, key: str) -> str:
    import zoneinfo  # noqa: PLC0415  4 ms that few runs need

    text = _text(value, layer, key)
    try:
        zoneinfo.ZoneInfo(text)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise _wrong(value, layer, key, "write a name such as UTC or Europe/Berlin") from None
    return text


def _day(value: object, layer: Layer, key: str) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    try:
        return dt.datetime.strptime(_text(value, layer, key), "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
    except ValueError:
        raise _wrong(value, layer, key, "write a day such as 2025-10-31") from None


def as_table(value: object, layer: Layer, key: str) -> Mapping[str, object]:
    """Return the table that `key` holds. Raises UsageError where it holds none."""
    if isinstance(value, Mapping):
        return value
    raise _wrong(value, layer, key, f"write a table, [{key}]")


def _wrong(value: object, layer: Layer, key: str, instead: str) -> UsageError:
    called = layer.names.get(key, key)
    return UsageError(f"{called} cannot be {str(value)!r}", place=layer.at(key), instead=instead)


READERS: Mapping[str, Callable[[object, Layer, str], object]] = {
    "theme": _theme,
    "template": _template,
    "paper": _paper,
    "lang": _language,
    "timezone": _timezone,
    "classification": _text,
    "today": _day,
}
"""How the value of each plain key is read; each reader raises UsageError for what cannot be."""
