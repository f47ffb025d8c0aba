"""Built in, user file, project file, front matter, environment, command line, merged into each station's options.

The one module that reads the environment. Weakest first, in the order of the line above. A key that nobody knows is a
warning with the nearest that is known; a value that cannot be is a UsageError that names the file, the line and what
may stand there.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pmexport.errors import ThemeError, UsageError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import CheckOptions, CustomerPolicy, PageOptions, Paper, ReadOptions, SupportHours
from pmexport.model.terms import Audience, DiagnosticSeverity
from pmexport.shipped import shipped
from pmexport.theme.brand import Overlay, read_brand
from pmexport.theme.load import Look
from pmexport.theme.theme import CustomerWishes
from pmexport.theme.wording import graded

_PROJECT_FILE = "pmexport.toml"
_PYPROJECT = "pyproject.toml"
_PREFIX = "PMEXPORT_"
_DEFAULT_THEME = "default"
LOOK = ("severity", "priority", "document", "incident", "action", "phases", "schemes", "labels")
"""The tables that change a theme: each is what may stand under that name in a brand file's part for this program."""
_TABLES = ("customer", "check", "support_hours", "reader")
_HEADINGS = "headings"
"""What ``[reader.headings]`` is short for: the vocabulary's table of section headings."""
_CHECK_KEYS = "docs/rules/README.md and docs/metrics.md list what may stand there"


_CUSTOMER_TEXTS = ("company", "contact", "apology", "legal", "promise", "promise_late")
_CUSTOMER_LISTS = (
    "allowed_domains",
    "banned",
    "vendors",
    "public_names",
    "customers",
    "refused_marks",
    "permitted_marks",
)
_CUSTOMER_NUMBERS = ("longest", "hardest")
_CUSTOMER_KEYS = (*_CUSTOMER_TEXTS, *_CUSTOMER_LISTS, *_CUSTOMER_NUMBERS)
CUSTOMER_KEYS: Mapping[str, tuple[str, ...]] = {
    "texts": _CUSTOMER_TEXTS,
    "lists": _CUSTOMER_LISTS,
    "numbers": _CUSTOMER_NUMBERS,
}
"""What may stand in ``[customer]`` beside ``services``, by what each is."""


class Settings(Struct, frozen=True, kw_only=True):
    """Every setting with its built-in value. `theme` is a shipped theme's name or a folder.

    `customer`, `check`, `support_hours` and `reader` are the tables of those names as they stand in the files.
    """

    theme: str | Path = _DEFAULT_THEME
    paper: Paper = Paper.AUTO
    lang: str | None = None
    timezone: str | None = None
    classification: str | None = None
    today: dt.date | None = None
    customer: Mapping[str, object] = {}
    check: Mapping[str, object] = {}
    support_hours: Mapping[str, object] = {}
    reader: Mapping[str, object] = {}
    template: Path | None = None
    over: Overlay = Overlay()

    @property
    def look(self) -> Look:
        """Return the theme with what these settings change of it."""
        return Look(theme=str(self.theme), template=str(self.template or ""), over=self.over)

    def read_options(self, source: str) -> ReadOptions:
        """Return what the reader is told of the file `source`; standard input, ``-``, has no folder for pictures."""
        folder = None if source == "-" else Path(source).parent
        words = (*(_own_words(self.reader) if self.reader else ()), *self._graded())
        return ReadOptions(name=source, folder=folder, timezone=self.timezone, language=self.lang, words=words)

    def _graded(self) -> tuple[tuple[str, str, str], ...]:
        """Return the words of the severity scheme, the settings' or the theme's, as a team's own for that level."""
        if str(self.theme) == _DEFAULT_THEME and not self.over.content:
            return ()
        try:
            grades = graded(read_brand(self.theme, self.over), "severity")
        except ThemeError:
            # A theme that cannot be read is told by what draws with it; a text is read all the same.
            return ()
        return tuple(
            ("severity", str(min(int(grade.key), 4)), grade.written) for grade in grades if grade.key.isdigit()
        )

    def customer_policy(
        self, *, recipient: str | None = None, permitted: tuple[str, ...] = (), brand: CustomerWishes | None = None
    ) -> CustomerPolicy:
        """Return what customers may be told, from the table [customer] over what the theme says. Raises UsageError."""
        table = dict(self.customer)
        services = table.pop("services", {})
        values: dict[str, object] = {}
        translations: list[tuple[str, str, str]] = []
        for key, value in table.items():
            if key in _CUSTOMER_TEXTS and isinstance(value, Mapping):
                translations += [(key, str(tag), str(_customer_value(key, text))) for tag, text in value.items()]
                continue
            if key not in _CUSTOMER_KEYS:
                near = nearest(key, (*_CUSTOMER_KEYS, "services"))
                meant = f"did you mean {near}?" if near else ""
                raise UsageError(f"there is no setting {key}", place="[customer]", instead=meant)
            values[key] = _customer_value(key, value)
        if not isinstance(services, Mapping) or not all(isinstance(name, str) for name in services.values()):
            raise UsageError(
                "services is no table of names", place="[customer]", instead='write internal = "Public name"'
            )
        if brand is not None:
            values, services = _with_brand(values, dict(services), brand)
        stated = values.pop("permitted_marks", ())
        return CustomerPolicy(
            **values,  # type: ignore[arg-type]  # each value was read as its field wants it
            services=tuple((str(name), str(public)) for name, public in services.items()),
            translations=tuple(translations),
            permitted_marks=(*(stated if isinstance(stated, tuple) else ()), *permitted),
            recipient=recipient,
            today=self.today,
        )

    def page_options(self, audience: Audience = Audience.FULL) -> PageOptions:
        """Return what the report is told."""
        return PageOptions(
            audience=audience,
            paper=self.paper,
            language=self.lang,
            classification=self.classification,
            today=self.today,
        )

    def check_options(self) -> CheckOptions:
        """Return what the review is told. Raises UsageError for a value of ``[check]`` that cannot be."""
        options = _converted({**self.check, "today": self.today}, CheckOptions, "check")
        for rule in options.rules:
            try:
                re.compile(rule.pattern)
            except re.error as error:
                wrong = f"the pattern of {rule.id} is no regular expression, {error}"
                raise UsageError(wrong, place="[check] rules", instead=_CHECK_KEYS) from None
        return options

    def calendar(self) -> SupportHours | None:
        """Return when support is staffed, None where ``[support_hours]`` says nothing. Raises UsageError."""
        return _converted(self.support_hours, SupportHours, "support_hours") if self.support_hours else None


def _with_brand(
    values: dict[str, object], services: dict[str, object], brand: CustomerWishes
) -> tuple[dict[str, object], dict[str, object]]:
    """Lay a team's own settings over those of its theme; terms that must not leave add up."""
    stated = values.get("banned", ())
    banned = (*brand.banned, *(stated if isinstance(stated, tuple) else ()))
    below = {"contact": brand.contact, "allowed_domains": brand.domains}
    given = {key: value for key, value in below.items() if value}
    return {**given, **values, **({"banned": banned} if banned else {})}, {**brand.services, **services}


class Layer(Struct, frozen=True, kw_only=True):
    """Settings of one origin. `place` names it in messages; a theme's folder is searched from `folder`.

    Without a `folder` a theme can be named but no folder given: a postmortem that comes from elsewhere must not choose
    which files are read. `lines` are where the keys stand, as far as that is known; `names` what a key is called here.
    """

    place: str
    values: Mapping[str, object]
    folder: Path | None = None
    lines: Mapping[str, int] = {}
    names: Mapping[str, str] = {}
    inner_lines: Mapping[str, int] = {}

    def at(self, key: str) -> str:
        """Return ``place:line`` of `key`."""
        line = self.lines.get(key)
        return f"{self.place}:{line}" if line else self.place


class Settled(Struct, frozen=True, kw_only=True):
    """The settings, and what there is to say about the files and variables they came from, each with its place."""

    settings: Settings
    diagnostics: tuple[tuple[str, Diagnostic], ...] = ()


def settle(*layers: Layer | None) -> Settled:
    """Merge `layers`, weakest first, over what is built in; tables are merged key by key. Raises UsageError."""
    settings = Settings()
    diagnostics: list[tuple[str, Diagnostic]] = []
    for layer in filter(None, layers):
        for key, value in layer.values.items():
            if key in _READERS:
                settings = replace(settings, **{key: _READERS[key](value, layer, key)})
            elif key in LOOK:
                content = {**settings.over.content, key: _table(value, layer, key)}
                over = Overlay(content=content, shown=layer.place, lines={**settings.over.lines, **layer.inner_lines})
                settings = replace(settings, over=over)
            elif key in _TABLES:
                table = _table(value, layer, key)
                if key == "check" and "rules" in table and layer.folder is None:
                    # A text from elsewhere may not bring patterns that run for hours.
                    raise UsageError("[check] rules belong in a settings file", place=layer.at(key))
                settings = replace(settings, **{key: {**getattr(settings, key), **table}})
            else:
                diagnostics.append((layer.place, _unknown(key, layer)))
    return Settled(settings=settings, diagnostics=tuple(diagnostics))


def _own_words(tables: Mapping[str, object]) -> tuple[tuple[str, str, str], ...]:
    """Return a team's words: each the vocabulary's table and name, and the word.

    Raises UsageError for what the vocabulary has no place for: a word in the wrong place would never be found.
    """
    from pmexport.reader.vocabulary import tables as known_tables  # noqa: PLC0415  most runs have no words of their own

    known = known_tables()
    known[_HEADINGS] = known["sections"]
    found: list[tuple[str, str, str]] = []
    for table, names in tables.items():
        place = f"[reader.{table}]"
        if table not in known:
            raise _no_place(table, "[reader]", tuple(known))
        if not isinstance(names, Mapping):
            raise UsageError(f"{table} cannot be {str(names)!r}", place="[reader]", instead=f"write a table, {place}")
        for name, words in names.items():
            if name not in known[table]:
                raise _no_place(name, place, known[table])
            own = words if isinstance(words, list) else [words]
            if not all(isinstance(word, str) and word.strip() for word in own):
                raise UsageError(f"{name} cannot be {str(words)!r}", place=place, instead='write ["first", "second"]')
            section = "sections" if table == _HEADINGS else table
            found += [(section, name, " ".join(str(word).replace("|", " ").split())) for word in own]
    return tuple(found)


def _no_place(name: str, place: str, known: tuple[str, ...]) -> UsageError:
    near = nearest(name, known)
    return UsageError(
        f"there is no {name}",
        place=place,
        instead=f"did you mean {near}?" if near else f"known are {', '.join(known)}",
    )


Table = TypeVar("Table", bound=Struct)


def _converted(values: Mapping[str, object], table: type[Table], name: str) -> Table:
    import msgspec  # noqa: PLC0415  rendering needs none of it

    try:
        return msgspec.convert(values, table, strict=False)
    except msgspec.ValidationError as error:
        found, _, key = str(error).partition(" - at `$.")
        place = f"[{name}] {key.rstrip('`')}".rstrip()
        raise UsageError(f"{found[:1].lower()}{found[1:]}", place=place, instead=_CHECK_KEYS) from None


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


def _customer_value(key: str, value: object) -> object:
    if key in _CUSTOMER_TEXTS and isinstance(value, str):
        return value.strip()
    if key in _CUSTOMER_LISTS and isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return tuple(one.strip() for one in value if one.strip())
    if key in _CUSTOMER_NUMBERS and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if key == "hardest" else int(value)
    wanted = (
        'a text in quotes, or a table of them by language: {en = "…"}'
        if key in _CUSTOMER_TEXTS
        else "a number"
        if key in _CUSTOMER_NUMBERS
        else "a list of texts"
    )
    raise UsageError(f"{key} cannot be {value!r}", place="[customer]", instead=f"write {wanted}")


def _table(value: object, layer: Layer, key: str) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value
    raise _wrong(value, layer, key, f"write a table, [{key}]")


_READERS: Mapping[str, Callable[[object, Layer, str], object]] = {
    "theme": _theme,
    "template": _template,
    "paper": _paper,
    "lang": _language,
    "timezone": _timezone,
    "classification": _text,
    "today": _day,
}


def _wrong(value: object, layer: Layer, key: str, instead: str) -> UsageError:
    called = layer.names.get(key, key)
    return UsageError(f"{called} cannot be {str(value)!r}", place=layer.at(key), instead=instead)


def _unknown(key: str, layer: Layer) -> Diagnostic:
    near = nearest(key, (*_READERS, *_TABLES, *LOOK))
    return Diagnostic(
        code="unknown-setting",
        severity=DiagnosticSeverity.WARNING,
        line=layer.lines.get(key, 0),
        message=f"there is no setting {layer.names.get(key, key)}",
        hint=f"did you mean {near}?" if near else None,
    )


def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """Return the one of `known` that `word` was perhaps meant to be."""
    import difflib  # noqa: PLC0415  only a mistake needs it

    return next(iter(difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)), None)


def user_layer() -> Layer | None:
    """Return the settings of the user's own file, in the platform's folder for such files. Raises UsageError."""
    home = Path(os.environ.get("HOME") or os.environ.get("USERPROFILE") or Path.cwd())
    if sys.platform == "win32":
        folder = Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    return _file_layer(folder / "pmexport" / _PROJECT_FILE, ())


def project_layer(folder: Path) -> Layer | None:
    """Return the settings of the nearest ``pmexport.toml`` or ``[tool.pmexport]`` at or above `folder`.

    Raises UsageError.
    """
    start = folder.absolute()
    for place in (start, *start.parents):
        layer = _file_layer(place / _PROJECT_FILE, ()) or _file_layer(place / _PYPROJECT, ("tool", "pmexport"))
        if layer:
            return layer
    return None


def front_matter_layer(front_matter: Mapping[str, object] | None, place: str) -> Layer | None:
    """Return the settings under ``pmexport:`` of a file's front matter. Raises UsageError."""
    values = (front_matter or {}).get("pmexport")
    if not values:
        return None
    if not isinstance(values, Mapping):
        raise UsageError(f"pmexport cannot be {str(values)!r}", place=place, instead="write keys and values under it")
    return Layer(place=place, values=values, lines=getattr(values, "lines", {}))


def environment_layer() -> Layer:
    """Return the settings of ``PMEXPORT_THEME`` and its like; variables that resemble none are somebody else's."""
    values: dict[str, object] = {}
    names: dict[str, str] = {}
    for name, value in sorted(os.environ.items()):
        key = name.removeprefix(_PREFIX).lower()
        if name.startswith(_PREFIX) and value and (key in _READERS or nearest(key, tuple(_READERS))):
            values[key] = value
            names[key] = name
    return Layer(place="environment", values=values, folder=Path.cwd(), names=names)


def command_line_layer(values: Mapping[str, str | None]) -> Layer:
    """Return the settings given as options, without those not given."""
    given = {key: value for key, value in values.items() if value is not None}
    return Layer(place="", values=given, folder=Path.cwd(), names={key: f"--{key}" for key in given})


def colour_wanted() -> bool:
    """Return whether the user minds colour: not with NO_COLOR (no-color.org) and not on a dumb terminal."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _file_layer(path: Path, table: tuple[str, ...]) -> Layer | None:
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
