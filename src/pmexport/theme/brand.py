"""Brand files read and laid over one another: the theme's own over those that it extends, over the default."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pmexport.errors import ThemeError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.plainyaml import Mapping, PlainYamlError, load
from pmexport.shipped import shipped
from pmexport.theme.setting import Setting, plain_mapping, settings

_FILE = "_brand.yml"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", re.ASCII)
_LARGEST = 1_000_000
_DEEPEST = 8
_PAIR = {"light", "dark"}
_SHORT_FORMS = {"meta.name", "logo", "logo.medium"}  # keys, or one word for the most usual of them


class Overlay(Struct, frozen=True, kw_only=True):
    """What a team's settings change of a theme: what may stand under ``defaults.pmexport``, and where it came from."""

    content: dict[str, object] = {}
    shown: str = ""
    lines: dict[str, int] = {}


class Brand(Struct, frozen=True, kw_only=True):
    """The merged settings of a theme; the folders it is made of, its own first; what was unknown in its files."""

    name: str
    settings: Setting
    folders: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_brand(theme: str | Path, over: Overlay | None = None) -> Brand:
    """Return the brand of `theme`: the name of a shipped one, a folder, or a brand file; `over` is laid on it last.

    Raises ThemeError.
    """
    file, shown = _find(theme)
    files = _with_extended(file, shown, ())
    if over is not None and over.content:
        files.append(_overlay(over, file))
    base = _find("default")
    default = next((own for own in files if own.file == base[0]), None)
    if default is None:
        default = _read(*base)
        files = [default, *files]
    merged = files[0]
    for own in files[1:]:
        merged = _laid(merged, own)
    unknown = tuple(finding for own in files if own.file != default.file for finding in _unknown(own, default))
    folders = tuple(dict.fromkeys(own.file.parent for own in reversed(files)))
    return Brand(name=file.parent.name, settings=merged, folders=folders, diagnostics=unknown)


def _overlay(over: Overlay, file: Path) -> Setting:
    """Return the settings of a team as if they stood in the theme's own file, under the place they came from."""
    content = Mapping()
    for name in ("defaults", "pmexport"):
        content.lines[name] = 0
    inner = plain_mapping(over.content, over.lines)
    outer = Mapping()
    outer["pmexport"], outer.lines["pmexport"] = inner, 0
    content["defaults"] = outer
    return with_dark(settings(content, file, over.shown))


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
        content = file.read_bytes()
        text = content[:_LARGEST].decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error.strerror or error).lower()
        raise ThemeError(f"cannot be read ({reason})", place=shown) from None
    if len(content) > _LARGEST:
        raise ThemeError("larger than a megabyte", place=shown)
    try:
        plain = load(text)
    except PlainYamlError as error:
        raise ThemeError(error.found, place=f"{shown}:{error.line}") from None
    if not isinstance(plain, Mapping):
        raise ThemeError("holds no keys", place=shown, instead="start with meta:, color: or typography:")
    return with_dark(settings(plain, file, shown))


def with_dark(own: Setting) -> Setting:
    """Return a file's settings with the colours under ``defaults.pmexport.dark`` joined to those of ``color``.

    The open format itself knows one colour a role, so that this is where a second one can stand for other tools too.
    """
    dark = own.get("defaults", "pmexport", "dark")
    if dark is None or not isinstance(own.value, dict):
        return own
    colours = own.value.get("color")
    joined = dict(colours.items()) if colours else {}
    for role, setting in dark.items().items():
        light = joined.get(role)
        pair = light.value if light and isinstance(light.value, dict) else {"light": light} if light else {}
        joined[role] = replace(
            setting, key=f"color.{role}", value={**pair, "dark": replace(setting, key=f"color.{role}")}
        )
    whole = replace(colours, value=joined) if colours else replace(own, key="color", value=joined)
    return replace(own, value=own.value | {"color": whole})


def _with_extended(file: Path, shown: str, below: tuple[Path, ...]) -> list[Setting]:
    """Return the brand files of a theme, the one laid first in front; each once."""
    own = _read(file, shown)
    extends = own.get("defaults", "pmexport", "extends")
    if extends is None:
        return [own]
    files: list[Setting] = []
    for name in extends.value if isinstance(extends.value, tuple) else (extends,):
        base = _base(name, file)
        if base[0] in (file, *below) or len(below) > _DEEPEST:
            raise name.refusal("a theme cannot extend itself")
        seen = [old.file for old in files]
        files += [new for new in _with_extended(*base, (file, *below)) if new.file not in seen]
    return [*files, own]


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


def _laid(under: Setting, over: Setting) -> Setting:
    """Return `over` laid on `under`, key by key. Fonts add up; any other list replaces the one below."""
    if isinstance(under.value, dict) and isinstance(over.value, dict):
        both = dict(under.value)
        for word, setting in over.value.items():
            both[word] = _laid(both[word], setting) if word in both else setting
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
            raise over.refusal("write keys and values under it")
        return under
    return over


@cache
def _further_keys() -> frozenset[str]:
    """Keys that the open format knows and the default theme does not state; ``*`` stands for any key."""
    return frozenset(Path(__file__).with_name("brand_keys.txt").read_text("utf-8").split())


def _unknown(own: Setting, default: Setting) -> list[Diagnostic]:
    """Return a warning for each key of `own` that neither the default theme nor the open format knows."""
    found: list[Diagnostic] = []
    known = default.value if isinstance(default.value, dict) else {}
    for word, setting in own.value.items() if isinstance(own.value, dict) else ():
        start, _, _ = setting.key.rpartition(".")
        if word in known:
            same = known[word]
            if isinstance(same.value, dict) and set(same.value) != _PAIR:
                found += _unknown(setting, same)
        elif not {setting.key, f"{start}.*"} & _further_keys():
            found.append(_warning(setting, word, [*known, *_beside(start)]))
    return found


def _beside(start: str) -> list[str]:
    return [key.rpartition(".")[2] for key in _further_keys() if key.rpartition(".")[0] == start]


def _warning(setting: Setting, word: str, known: list[str]) -> Diagnostic:
    from difflib import get_close_matches  # noqa: PLC0415 - takes 3 ms to import, and most themes have no unknown key

    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return Diagnostic(
        code="theme-unknown-key",
        severity=DiagnosticSeverity.WARNING,
        line=setting.line,
        message=f"{setting.shown}:{setting.line}: nothing reads the key {setting.key}",
        hint=f"write {near[0]}" if near else f"known here are {', '.join(sorted(known))}",
    )
