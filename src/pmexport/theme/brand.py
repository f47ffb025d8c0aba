"""Brand files read and laid over one another: the theme's own over those that it extends, over the default."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pmexport.errors import ThemeError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.plainyaml import Mapping, PlainYamlError, load
from pmexport.shipped import shipped
from pmexport.theme.forms import SCHEMES, written_out
from pmexport.theme.keys import beside, is_free, is_known
from pmexport.theme.setting import Setting, SettingError, plain_mapping, settings

_FILE = "_brand.yml"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", re.ASCII)
_LARGEST = 1_000_000
_DEEPEST = 8
_BADGE = re.compile(rf"defaults\.pmexport\.(?:{'|'.join(SCHEMES)})\.\w+", re.ASCII)
_KEPT = {"label", "shape", "fill"}
_PAIR = {"light", "dark"}
_SHORT_FORMS = {"meta.name", "logo", "logo.medium"}  # keys, or one word for the most usual of them


class Overlay(Struct, frozen=True, kw_only=True):
    """What a team's settings change of a theme: what may stand under ``defaults.pmexport``, and where it came from."""

    content: dict[str, object] = {}
    shown: str = ""
    lines: dict[str, int] = {}


class Brand(Struct, frozen=True, kw_only=True):
    """The merged settings of a theme; the folders it is made of, its own first; what was unknown in its files.

    `base` are the settings of the default theme, which stand in for what cannot be had.
    """

    name: str
    settings: Setting
    base: Setting
    folders: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_brand(theme: str | Path, over: Overlay | None = None, wrong: list[SettingError] | None = None) -> Brand:
    """Return the brand of `theme`: the name of a shipped one, a folder, or a brand file; `over` is laid on it last.

    Values of a wrong shape and themes that cannot be extended are added to `wrong` and left out, where it is given.
    Raises ThemeError.
    """
    file, shown = _find(theme)
    files = _with_extended(file, shown, (), wrong)
    if over is not None and over.content:
        files.append(_overlay(over, file))
    base = _find("default")
    default = next((own for own in files if own.file == base[0]), None)
    if default is None:
        default = _read(*base)
        files = [default, *files]
    merged = files[0]
    for own in files[1:]:
        merged = _laid(merged, own, wrong)
    unknown = tuple(finding for own in files if own.file != default.file for finding in _unknown(own, default))
    folders = tuple(dict.fromkeys(own.file.parent for own in reversed(files)))
    return Brand(name=file.parent.name, settings=merged, base=default, folders=folders, diagnostics=unknown)


def _overlay(over: Overlay, file: Path) -> Setting:
    """Return the settings of a team as if they stood in the theme's own file, under the place they came from."""
    content = Mapping()
    for name in ("defaults", "pmexport"):
        content.lines[name] = 0
    inner = plain_mapping(over.content, over.lines)
    outer = Mapping()
    outer["pmexport"], outer.lines["pmexport"] = inner, 0
    content["defaults"] = outer
    return written_out(settings(content, file, over.shown))


def themes() -> tuple[str, ...]:
    """Return the names of the shipped themes."""
    return tuple(sorted(file.parent.name for file in shipped("themes").glob(f"*/{_FILE}")))


def _find(theme: str | Path) -> tuple[Path, str]:
    if isinstance(theme, str) and _NAME.fullmatch(theme):
        file = shipped("themes") / theme / _FILE
        if file.is_file():
            return file, f"themes/{theme}/{_FILE}"
    path = Path(theme)
    if path.is_file():
        return path, path.as_posix()
    if (path / _FILE).is_file():
        return path / _FILE, (path / _FILE).as_posix()
    if path.is_dir():
        raise ThemeError(f"no {_FILE} in this folder", place=str(theme), instead="a theme is a folder that holds one")
    raise ThemeError(f"no theme {str(theme)!r}", instead=f"name a folder, or one of {', '.join(themes())}")


def _read(file: Path, shown: str) -> Setting:
    try:
        state = file.stat()
    except OSError as error:
        raise ThemeError(f"cannot be read ({str(error.strerror or error).lower()})", place=shown) from None
    return _read_once(file.absolute(), file, shown, (state.st_mtime_ns, state.st_size, state.st_ino))


@lru_cache(maxsize=64)
def _read_once(_whole: Path, file: Path, shown: str, _state: tuple[int, int, int]) -> Setting:
    """Return the settings of `file`, once while it stays as it is: the reader asks for them as well as the writers."""
    if not file.resolve().is_relative_to(file.parent.resolve()):
        raise ThemeError("leads outside the theme's folder", place=shown, instead="put a copy there")
    try:
        with file.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
        text = content[:_LARGEST].decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, UnicodeDecodeError):
            line = error.object.count(b"\n", 0, error.start) + 1
            raise ThemeError(
                "cannot be read (not UTF-8)", place=f"{shown}:{line}", instead="save it as UTF-8"
            ) from None
        raise ThemeError(f"cannot be read ({str(error.strerror or error).lower()})", place=shown) from None
    if len(content) > _LARGEST:
        raise ThemeError("larger than a megabyte", place=shown)
    try:
        plain = load(text)
    except PlainYamlError as error:
        raise ThemeError(error.found, place=f"{shown}:{error.line}") from None
    if not isinstance(plain, Mapping):
        raise ThemeError("holds no keys", place=f"{shown}:1", instead="start with meta:, color: or typography:")
    return written_out(settings(plain, file, shown))


def _with_extended(file: Path, shown: str, below: tuple[Path, ...], wrong: list[SettingError] | None) -> list[Setting]:
    """Return the brand files of a theme, the one laid first in front; each once."""
    own = _read(file, shown)
    extends = own.get("defaults", "pmexport", "extends")
    if extends is None:
        return [own]
    files: list[Setting] = []
    for name in extends.value if isinstance(extends.value, tuple) else (extends,):
        try:
            base = _base(name, file)
            if base[0] in (file, *below) or len(below) > _DEEPEST:
                raise name.refusal("a theme cannot extend itself")
        except SettingError as fault:
            _refuse(fault, wrong)
            continue
        seen = [old.file for old in files]
        files += [new for new in _with_extended(*base, (file, *below), wrong) if new.file not in seen]
    return [*files, own]


def _refuse(fault: SettingError, wrong: list[SettingError] | None) -> None:
    if wrong is None:
        raise fault
    wrong.append(fault)


def _base(name: Setting, file: Path) -> tuple[Path, str]:
    """Return a base by its name: a theme that lies beside this one, else a shipped one; never a path."""
    if not _NAME.fullmatch(name.text()):
        raise name.refusal("write a theme's name, not a path")
    beside = file.parent.parent / name.text() / _FILE
    if beside.is_file():
        return beside, f"{name.shown.rpartition('/')[0].rpartition('/')[0] or '..'}/{name.text()}/{_FILE}"
    if name.text() not in themes():
        raise name.refusal(f"name a theme beside this one, or one of {', '.join(themes())}")
    return _find(name.text())


def _laid(under: Setting, over: Setting, wrong: list[SettingError] | None) -> Setting:
    """Return `over` laid on `under`, key by key. Fonts add up; any other list replaces the one below."""
    if isinstance(under.value, dict) and isinstance(over.value, dict):
        both = dict(under.value)
        if {"colour", "fill"} & set(over.value) and _BADGE.fullmatch(over.key):
            # What follows from a colour is not to be mixed with what the theme below wrote out.
            both = {word: part for word, part in both.items() if word in _KEPT or "colour" not in over.value}
        for word, setting in over.value.items():
            both[word] = _laid(both[word], setting, wrong) if word in both else setting
        return Setting(key=over.key, value=both, file=over.file, shown=over.shown, line=over.line)
    if isinstance(under.value, str) and isinstance(over.value, dict) and set(over.value) < _PAIR:
        return Setting(
            key=over.key,
            value={"light": under, "dark": under} | over.value,
            file=over.file,
            shown=over.shown,
            line=over.line,
        )
    if isinstance(under.value, dict) and set(under.value) == _PAIR and isinstance(over.value, str):
        pair = {"light": over, "dark": under.value["dark"]}
        return Setting(key=over.key, value=pair, file=over.file, shown=over.shown, line=over.line, plain=True)
    if over.key == "typography.fonts" and isinstance(under.value, tuple) and isinstance(over.value, tuple):
        fonts = under.value + over.value
        return Setting(key=over.key, value=fonts, file=over.file, shown=over.shown, line=over.line)
    if over.key.startswith("typography.") and isinstance(under.value, dict) and isinstance(over.value, str):
        # `base: Jura` is short for `base: {family: Jura}`.
        family = {
            "family": Setting(
                key=f"{over.key}.family", value=over.value, file=over.file, shown=over.shown, line=over.line
            )
        }
        return Setting(key=over.key, value=under.value | family, file=over.file, shown=over.shown, line=over.line)
    if isinstance(under.value, dict) and over.key not in _SHORT_FORMS:
        if over.value != "":
            _refuse(over.refusal("write keys and values under it"), wrong)
        return under
    return over


def _unknown(own: Setting, default: Setting) -> list[Diagnostic]:
    """Return a warning for each key of `own` that neither the default theme states nor the table of keys knows."""
    found: list[Diagnostic] = []
    known = default.value if isinstance(default.value, dict) else {}
    for word, setting in own.value.items() if isinstance(own.value, dict) else ():
        path = tuple(setting.key.split("."))
        same = known.get(word)
        if same is None and not is_known(path):
            found.append(_warning(setting, word, [*known, *beside(path)]))
        elif isinstance(setting.value, dict) and not _is_pair(setting.value) and _is_ours(path):
            found += _unknown(setting, same or replace(setting, value={}))
        elif isinstance(setting.value, tuple) and _is_ours(path):
            for entry in setting.value:
                found += _unknown(entry, replace(entry, value={}))
    return found


def _is_pair(value: dict[str, Setting]) -> bool:
    return set(value) <= _PAIR and all(isinstance(side.value, str) for side in value.values())


def _is_ours(path: tuple[str, ...]) -> bool:
    return path == ("defaults",) or path[:2] == ("defaults", "pmexport") or not is_free(path)


def _known(words: list[str]) -> str:
    return f"known here are {', '.join(sorted(set(words)))}" if words else "a single value stands here"


def _warning(setting: Setting, word: str, known: list[str]) -> Diagnostic:
    from difflib import get_close_matches  # noqa: PLC0415 - takes 3 ms to import, and most themes have no unknown key

    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return Diagnostic(
        code="theme-unknown-key",
        severity=DiagnosticSeverity.WARNING,
        line=setting.line,
        message=f"{setting.shown}:{setting.line}: nothing reads the key {setting.key}",
        hint=f"write {near[0]}" if near else _known(known),
    )
