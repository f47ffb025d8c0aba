"""Front matter: the values between ``---`` (YAML) or ``+++`` (TOML) lines at the very start of a text."""

from __future__ import annotations

import re
from typing import TypeAlias

from msgspec import Struct

from pmexport import plainyaml
from pmexport.errors import UnreadableError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader import characters

_LONGEST = 500
_YAML_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_TOML_END = re.compile(r"\+\+\+[ \t]*")
_KEY = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s#>*_|`\[\](){}!&%@,\-][^:]*?)\s*:(?:\s|$)""")
_OTHER_YAML = re.compile(r"- |-$|[{\[?!&]|<<\s*:")
_TOML_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=|\s*\[+\s*"?([\w-]+)""")
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")

_Toml: TypeAlias = object


class Cut(Struct, frozen=True, kw_only=True):
    """A text and the front matter that was cut off it."""

    body: str
    first_line: int = 1
    values: plainyaml.Mapping | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def cut(text: str, name: str) -> Cut:
    """Return `text` without its front matter, and the front matter as strings.

    A first line ``---`` that is a mere rule stays in the text. Raises UnreadableError where the front matter is
    broken, with the line in the file `name`.
    """
    lines = text.split("\n", _LONGEST)
    fence = lines[0].rstrip()
    if fence not in {"---", "+++"}:
        return Cut(body=text)
    closing = _YAML_END if fence == "---" else _TOML_END
    end = next((number for number, line in enumerate(lines[1:_LONGEST], 1) if closing.fullmatch(line)), 0)
    inner = "\n".join(lines[1 : end or _LONGEST])
    starts_as_values = _starts_as_yaml(inner) if fence == "---" else _TOML_KEY.match(inner.lstrip()) is not None
    if not end or not starts_as_values:
        return Cut(body=text, diagnostics=(_open_front_matter(fence),) if starts_as_values and not end else ())
    values = _yaml(inner, name) if fence == "---" else _toml(inner, name)
    return Cut(body="\n".join(lines[end + 1 :]), first_line=end + 2, values=values)


def with_visible_directions(
    values: plainyaml.Mapping | None,
) -> tuple[plainyaml.Mapping | None, tuple[Diagnostic, ...]]:
    """Return `values` with marks that turn the reading direction shown, and a warning for each value with some."""
    if values is None:
        return None, ()
    told: list[Diagnostic] = []
    return _shown_mapping(values, told), tuple(told)


def _shown_mapping(values: plainyaml.Mapping, told: list[Diagnostic]) -> plainyaml.Mapping:
    shown = plainyaml.Mapping()
    for key, value in values.items():
        line = values.lines.get(key, 1)
        visible, _ = characters.with_visible_directions(key, line)
        shown[visible] = _shown(value, line, told)
        shown.lines[visible] = line
    return shown


def _shown(value: plainyaml.Plain, line: int, told: list[Diagnostic]) -> plainyaml.Plain:
    if isinstance(value, str):
        visible, found = characters.with_visible_directions(value, line)
        told.extend(found)
        return visible
    if isinstance(value, tuple):
        return tuple(_shown(item, line, told) for item in value)
    return _shown_mapping(value, told)


def _starts_as_yaml(inner: str) -> bool:
    """Whether the first line that says something is a key, or YAML of another kind, and not a heading or a sentence."""
    comments = False
    for line in inner.split("\n"):
        if line.lstrip().startswith("#"):
            comments = True
        elif line.strip():
            return (_KEY.match(line) or _OTHER_YAML.match(line)) is not None
        elif comments:
            return False
    return False


def _open_front_matter(fence: str) -> Diagnostic:
    return Diagnostic(
        code="front-matter-open",
        severity=DiagnosticSeverity.WARNING,
        line=1,
        message=f"the front matter that starts here never ends, so it is read as text (searched {_LONGEST} lines)",
        hint=f"put a line {fence} under its last value",
    )


def _yaml(inner: str, name: str) -> plainyaml.Mapping:
    try:
        values = plainyaml.load(_under_its_fence(inner))
    except plainyaml.PlainYamlError as error:
        raise _broken(error.found, error.line, error.column, inner, name) from None
    if not isinstance(values, plainyaml.Mapping):
        stands = "a list" if isinstance(values, tuple) else "text"
        raise UnreadableError(
            f"the front matter is {stands}, expected key/value pairs",
            place=f"{name}:2",
            instead="write a line 'key: value' for each value",
        )
    return values


def _under_its_fence(inner: str) -> str:
    """Return `inner` with the line above it empty, so that a parser counts the lines of the file."""
    return f"\n{inner}"


def _broken(found: str, line: int, column: int, inner: str, name: str) -> UnreadableError:
    lines = _under_its_fence(inner).split("\n")
    stands = lines[line - 1].strip()[:60] if line <= len(lines) else ""
    return UnreadableError(
        f"the front matter cannot be read at column {column}: {found}" + (f", in {stands!r}" if stands else ""),
        place=f"{name}:{line}",
        instead="write 'key: value' with the value as plain text, in quotes where it starts with a sign",
    )


def _toml(inner: str, name: str) -> plainyaml.Mapping:
    import tomllib  # noqa: PLC0415  few texts need it, and every export would wait for it

    try:
        values = tomllib.loads(_under_its_fence(inner))
    except tomllib.TOMLDecodeError as error:
        at = _TOML_PLACE.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at and at[1] else (inner.count("\n") + 2, 1)
        raise _broken(_TOML_PLACE.sub("", str(error)), line, column, inner, name) from None
    lines: dict[str, int] = {}
    for number, text in enumerate(inner.split("\n"), 2):
        if key := _TOML_KEY.match(text):
            lines.setdefault(next(group for group in key.groups() if group is not None), number)
    return _plain_mapping(values, lines)


def _plain_mapping(values: dict[str, _Toml], lines: dict[str, int]) -> plainyaml.Mapping:
    mapping = plainyaml.Mapping()
    for key, value in values.items():
        mapping[key] = _plain(value, lines)
        mapping.lines[key] = lines.get(key, 1)
    return mapping


def _plain(value: _Toml, lines: dict[str, int]) -> plainyaml.Plain:
    if isinstance(value, dict):
        return _plain_mapping(value, lines)
    if isinstance(value, list):
        return tuple(_plain(item, lines) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
