"""A settings file: found, read, and where each of its keys stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pmexport.errors import UsageError
from pmexport.settings.layer import LOOK, Layer


def file_layer(path: Path, table: tuple[str, ...]) -> Layer | None:
    """Return the settings of the file `path` below the keys `table`, None where there are none. Raises UsageError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return None
    except (OSError, UnicodeDecodeError):
        raise UsageError("cannot be read as UTF-8", place=_named(path)) from None
    if table and ".".join(table) not in text:
        return None
    values = _toml(text, path)
    for name in table:
        inner = values.get(name)
        if not isinstance(inner, dict):
            return None
        values = inner
    return Layer(
        place=_named(path),
        values=values,
        folder=path.parent,
        lines=_lines(text, values),
        inner_lines=_inner_lines(text),
    )


def _named(path: Path) -> str:
    """Return `path` as a person here would write it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _toml(text: str, path: Path) -> dict[str, object]:
    import tomllib  # noqa: PLC0415  14 ms that runs without a settings file need not pay

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found, _, where = str(error).partition(" (at ")
        line = re.search(r"line (\d+)", where)
        place = f"{_named(path)}:{line[1]}" if line else _named(path)
        raise UsageError(f"is not valid TOML, {found[:1].lower()}{found[1:]}", place=place) from None


def _lines(text: str, values: Mapping[str, object]) -> dict[str, int]:
    """Return where each key stands, which tomllib does not tell: a key or a table of its name at a line's start."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        match = re.match(r"""\s*\[*(?:tool\.pmexport\.)?["']?([\w-]+)""", line)
        if match and match[1] in values:
            lines.setdefault(match[1], number)
    return lines


def _inner_lines(text: str) -> dict[str, int]:
    """Return where each key within the tables that change a theme stands; of two keys of one name the first."""
    lines: dict[str, int] = {}
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        if head := re.match(r"\s*\[+(?:tool\.pmexport\.)?([\w.-]+)", line):
            words = head[1].split(".")
            inside = words[0] in LOOK
            lines.update({word: lines.get(word, number) for word in words if inside})
        elif inside and (key := re.match(r"""\s*["']?([\w-]+)["']?\s*=""", line)):
            lines.setdefault(key[1], number)
    return lines
