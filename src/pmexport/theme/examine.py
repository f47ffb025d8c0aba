"""Everything that is wrong with a theme's files at once, each thing with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pmexport.errors import ThemeError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.theme.brand import Brand, Overlay, read_brand
from pmexport.theme.fonts import face
from pmexport.theme.glyphs import glyphs, is_whole_woff2
from pmexport.theme.lacking import missing_characters
from pmexport.theme.load import Loaded, made, style_sheet
from pmexport.theme.pairs import Pair, pairs
from pmexport.theme.plate import is_seen
from pmexport.theme.setting import Setting, SettingError
from pmexport.theme.theme import Face, Theme

_MOST = 60
_PLACE = re.compile(r"^(\S.*?:\d+): (.*)$", re.DOTALL)
_FAMILY = re.compile(r"(?<![\w-])font(?:-family)?\s*:\s*([^;}]+)", re.IGNORECASE)
_QUOTED = re.compile(r"""["']([^"']+)["']""")


class Found(Struct, frozen=True):
    """Something found in a theme: ``file:line`` or a file, how much it matters, what it is, what to write instead."""

    place: str
    severity: DiagnosticSeverity
    code: str
    message: str
    hint: str = ""


class Examined(Struct, frozen=True, kw_only=True):
    """A theme as far as it can be used, all that was found in it, and its pairs of colours by side."""

    theme: Theme | None
    found: tuple[Found, ...]
    pairs: tuple[tuple[str, Pair], ...] = ()


def examine(name: str, over: Overlay | None = None) -> Examined:
    """Return what is to be said of the theme `name`. Raises ThemeError where there is no such theme."""
    wrong: list[SettingError] = []
    try:
        brand = read_brand(name, over, wrong)
    except ThemeError as fault:
        if not fault.place:
            raise
        return Examined(theme=None, found=(*map(error, wrong), error(fault)))
    faults = [*map(error, wrong), *_sheets(brand)]
    loaded = _without_faults(brand, faults)
    if loaded is None:
        return Examined(theme=None, found=tuple(faults))
    theme = loaded.theme
    found = (
        *faults,
        *map(told, loaded.diagnostics),
        *_fonts(brand, theme),
        *_families(brand, theme),
        *_signs(brand, theme),
    )
    sides = (("light", theme.light), ("dark", theme.dark))
    return Examined(theme=theme, found=found, pairs=tuple((side, pair) for side, one in sides for pair in pairs(one)))


def error(fault: ThemeError, code: str = "theme-value") -> Found:
    """Return what stops the work as something found."""
    return Found(fault.place, DiagnosticSeverity.ERROR, code, fault.found, fault.instead)


def told(diagnostic: Diagnostic) -> Found:
    """Return a diagnostic whose message starts with its place as something found."""
    match = _PLACE.match(diagnostic.message)
    place, message = (match[1], match[2]) if match else ("", diagnostic.message)
    return Found(place, diagnostic.severity, diagnostic.code, message, diagnostic.hint or "")


def _sheets(brand: Brand) -> Iterator[Found]:
    for folder in brand.folders:
        try:
            style_sheet(folder)
        except ThemeError as fault:
            yield error(fault, "theme-style-sheet")


def _without_faults(brand: Brand, faults: list[Found]) -> Loaded | None:
    """Return the theme with the default's values in place of the wrong ones, each of which is added to `faults`.

    What is wrong only because a value was taken away, such as a picture without its file, is not told.
    """
    gone: list[Setting] = []
    for _ in range(_MOST):
        try:
            return made(brand, "")
        except SettingError as fault:
            if not _follows(fault.setting, gone):
                faults.append(error(fault))
            gone.append(fault.setting)
            settings = _without(brand.settings, fault.setting, brand.base)
            if settings == brand.settings:
                return None
            brand = replace(brand, settings=settings)
        except ThemeError as fault:
            faults.append(error(fault))
            return None
    return None


def _follows(setting: Setting, gone: list[Setting]) -> bool:
    """Return whether `setting` held one of `gone`, or names a picture that is one of them or held one."""
    picture = f"logo.images.{setting.value}" if isinstance(setting.value, str) else ""
    below = (f"{setting.key}.", f"{picture or setting.key}.")
    return any(one.key == picture or one.key.startswith(below) for one in gone)


def _without(here: Setting, wrong: Setting, base: Setting | None) -> Setting:
    """Return `here` with the value of `base` in the place of `wrong`, or without it where that has none."""
    if isinstance(here.value, tuple):
        # An entry goes as a whole: what were left of it would be one more fault.
        kept = tuple(_without(one, wrong, None) for one in here.value if one != wrong and not _holds(one, wrong))
        return replace(here, value=kept)
    if not isinstance(here.value, dict):
        return here
    below = base.value if base is not None and isinstance(base.value, dict) else {}
    value: dict[str, Setting] = {}
    for word, setting in here.value.items():
        if setting != wrong:
            value[word] = _without(setting, wrong, below.get(word))
        elif word in below:
            value[word] = below[word]
        else:
            value = dict(below) | value
    return replace(here, value=value)


def _holds(entry: Setting, wrong: Setting) -> bool:
    return isinstance(entry.value, dict) and wrong in entry.value.values()


def _fonts(brand: Brand, theme: Theme) -> Iterator[Found]:
    """Yield each file that is no font, and the characters of the page's own words that a role's family lacks."""
    broken: set[Face] = set()
    for one in theme.type.faces:
        if one.woff2 and not is_whole_woff2(one.woff2):
            place = _font_place(brand.settings, one.woff2)
            found = f"{one.woff2.name} is no WOFF2 font that is whole"
            yield error(ThemeError(found, place=place, instead="make it anew from the .ttf"), "theme-font")
        try:
            glyphs(one.ttf)
        except ThemeError as fault:
            broken.add(one)
            place = _font_place(brand.settings, one.ttf)
            yield error(ThemeError(f"{fault.place} {fault.found}", place=place, instead=fault.instead), "theme-font")
    if broken:
        return
    for role, key in (("text", "base"), ("display", "headings"), ("mono", "monospace")):
        family = getattr(theme.type, role)
        missing = missing_characters(face(theme.type, family), ascii_only=role == "mono")
        if missing:
            setting = brand.settings.get("typography", key, "family") or brand.settings
            shown = " ".join(missing[:12]) + (f" and {len(missing) - 12} more" if len(missing) > 12 else "")  # noqa: PLR2004
            yield Found(
                f"{setting.shown}:{setting.line}",
                DiagnosticSeverity.WARNING,
                "theme-missing-glyph",
                f"{family} lacks {shown}",
                "the next family that has them stands in; take a fuller cut of the font",
            )


def _font_place(brand: Setting, file: Path) -> str:
    fonts = brand.get("typography", "fonts")
    for font in fonts.value if fonts and isinstance(fonts.value, tuple) else ():
        files = font.get("files")
        for item in files.value if files and isinstance(files.value, tuple) else (files,) if files else ():
            path = item.get("path") or item
            if isinstance(path.value, str) and (path.file.parent / path.value).resolve() == file:
                return f"{path.shown}:{path.line}"
    return brand.shown


def _signs(brand: Brand, theme: Theme) -> Iterator[Found]:
    """Yield a warning for each side on which the company's sign cannot be seen."""
    place = brand.settings.get("logo") or brand.settings
    for side, logo, ground in (
        ("light", theme.logo, theme.light.ground),
        ("dark", theme.logo_dark, theme.dark.ground),
    ):
        if logo and not is_seen(logo, ground):
            yield Found(
                f"{place.shown}:{place.line}",
                DiagnosticSeverity.WARNING,
                "theme-logo-contrast",
                f"{side}: the logo cannot be seen on {ground.hex}",
                f"give one that can, medium: {{light: sign, dark: sign-dark}}, where {side} names it",
            )


def _families(brand: Brand, theme: Theme) -> Iterator[Found]:
    """Yield each family that a style sheet names and the theme has not: a machine might have it, another not."""
    known = {one.family for one in theme.type.faces}
    for folder in brand.folders:
        file = folder / "theme.css"
        text = file.read_text("utf-8", "replace") if file.is_file() else ""
        for match in _FAMILY.finditer(text):
            for family in _QUOTED.findall(match[1]):
                if family not in known:
                    yield Found(
                        f"{folder.absolute().name}/theme.css:{text.count(chr(10), 0, match.start()) + 1}",
                        DiagnosticSeverity.WARNING,
                        "theme-missing-face",
                        f"{family} is no family of this theme",
                        "name one of typography.fonts, or var(--pm-font-text)",
                    )
