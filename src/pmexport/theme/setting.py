"""One setting of a brand file: what was written, and where, so that a wrong value can be named with file and line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from pmexport.errors import ThemeError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.plainyaml import Mapping, Plain

Lines: TypeAlias = "dict[str, int]"
Value: TypeAlias = "str | tuple[Setting, ...] | dict[str, Setting]"


class SettingError(ThemeError):
    """A wrong value in a brand file: `setting` is the one that holds it."""

    def __init__(self, found: str, setting: Setting, *, place: str = "", instead: str = "") -> None:
        """Take what was found at `setting`, and the place where that is another than its own."""
        super().__init__(found, place=place or f"{setting.shown}:{setting.line}", instead=instead)
        self.setting = setting


class Setting(Struct, kw_only=True):
    """What stands under `key` (dotted, from the top of the file). `plain` is a lone colour laid over a light/dark pair.

    `file` is the path to open, `shown` the path as the user knows it.
    """

    key: str
    value: Value
    file: Path
    shown: str
    line: int
    plain: bool = False

    def get(self, *path: str) -> Setting | None:
        """Return the setting under the keys of `path`, or None where one of them is missing or empty."""
        here: Setting | None = self
        for word in path:
            if here is None or not isinstance(here.value, dict):
                return None
            here = here.value.get(word)
        return None if here is None or here.value in ("", "~", "null", "Null", "NULL") else here

    def items(self) -> dict[str, Setting]:
        """Return the settings below this one; raise ThemeError where it is no mapping."""
        if isinstance(self.value, dict):
            return self.value
        if self.value == "":
            return {}
        raise self.refusal("write keys and values under it")

    def text(self) -> str:
        """Return the words; raise ThemeError where keys or a list stand instead."""
        if isinstance(self.value, str):
            return self.value
        raise self.refusal("write one line of text")

    def texts(self) -> tuple[str, ...]:
        """Return the lines of a list, or the one that stands alone."""
        return tuple(one.text() for one in self.value) if isinstance(self.value, tuple) else (self.text(),)

    def number(self, low: float, high: float, unit: str = "") -> float:
        """Return the figure, which may end with `unit`; raise ThemeError where it is none from `low` to `high`."""
        written = self.text().strip().removesuffix(unit).strip()
        try:
            figure = float(written)
        except ValueError:
            figure = low - 1
        if low <= figure <= high:
            return figure
        raise self.refusal(f"write a number from {low:g} to {high:g}{f' ({unit})' if unit else ''}")

    def choice(self, *words: str) -> str:
        """Return the word if it is one of `words`; raise ThemeError otherwise."""
        word = self.text()
        if word in words:
            return word
        raise self.refusal(f"write one of {', '.join(words)}")

    def path(self) -> Path:
        """Return the existing file that is named, which must lie in the theme's folder; raise ThemeError otherwise."""
        target = self.target()
        if not target.is_file() and self.text().startswith("/"):
            raise self.refusal("name a file within the theme's folder")
        if not target.is_file():
            raise self.refusal(f"there is no such file in {self.shown.rpartition('/')[0] or '.'}")
        return target

    def target(self) -> Path:
        """Return the path that is named, there or not; raise ThemeError where it leads out of the theme's folder."""
        written = self.text()
        folder = self.file.parent.resolve()
        target = (folder / written).resolve()
        if written.startswith("/") and not target.is_relative_to(folder):
            # Other tools read a path like this from the project's folder.
            target = (folder / written.lstrip("/")).resolve()
        if not target.is_relative_to(folder):
            raise self.refusal("name a file within the theme's folder")
        return target

    def refusal(self, instead: str) -> SettingError:
        """Return the error that says what stands here and, in `instead`, what may."""
        found = (
            repr(self.value) if isinstance(self.value, str) else "a list" if isinstance(self.value, tuple) else "keys"
        )
        return SettingError(f"{self.key} is {found}", self, instead=instead)


def warning(code: str, place: Setting, found: str, instead: str) -> Diagnostic:
    """Return what was `found` at `place` as a warning."""
    message = f"{place.shown}:{place.line}: {found}"
    return Diagnostic(code=code, severity=DiagnosticSeverity.WARNING, line=place.line, message=message, hint=instead)


def plain_mapping(content: object, lines: Lines) -> Mapping:
    """Return the table `content` as plain text values; its keys stand on `lines`, as far as these are known."""
    found = Mapping()
    for word, value in content.items() if isinstance(content, dict) else ():
        found[str(word)] = _plain(value, lines)
        found.lines[str(word)] = lines.get(str(word), 0)
    return found


def _plain(value: object, lines: Lines) -> Plain:
    if isinstance(value, dict):
        return plain_mapping(value, lines)
    if isinstance(value, list | tuple):
        return tuple(_plain(one, lines) for one in value)
    return str(value)


def settings(content: Plain, file: Path, shown: str) -> Setting:
    """Return the content of a brand file as settings."""
    return _setting(content, file, shown, key="", line=1)


def _setting(content: Plain, file: Path, shown: str, *, key: str, line: int) -> Setting:
    value: Value
    if isinstance(content, Mapping):
        start = f"{key}." if key else ""
        value = {
            word: _setting(below, file, shown, key=f"{start}{word}", line=content.lines[word])
            for word, below in content.items()
        }
    elif isinstance(content, tuple):
        value = tuple(_setting(item, file, shown, key=key, line=_line(item, line)) for item in content)
    else:
        value = content
    return Setting(key=key, value=value, file=file, shown=shown, line=line)


def _line(content: Plain, otherwise: int) -> int:
    return min(content.lines.values(), default=otherwise) if isinstance(content, Mapping) else otherwise
