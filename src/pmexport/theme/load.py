"""A theme's folder, and what it extends, to a Theme; wrong values are named with file and line."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from pmexport.errors import ThemeError
from pmexport.model.diagnostic import Diagnostic
from pmexport.theme.brand import Brand, read_brand
from pmexport.theme.logo import read_logo
from pmexport.theme.palette import palette, too_close
from pmexport.theme.setting import Setting
from pmexport.theme.theme import PageStyle, Theme
from pmexport.theme.typography import typography

_LINES = {"company", "id", "title", "classification", "kind", "page", "pages"}
_BRACES = re.compile(r"\{([^{}]*)\}")
# What a style sheet may not hold: it would end the element it stands in, or fetch something.
_FORBIDDEN = re.compile(r"</|<!--|@import|url\(\s*['\"]?(?!data:|#)|\\", re.IGNORECASE)


class Loaded(Struct, frozen=True):
    """A theme, and what there is to tell about its files."""

    theme: Theme
    diagnostics: tuple[Diagnostic, ...]


def load_theme(name: str | Path = "default") -> Loaded:
    """Return the theme `name`: a shipped one by its name, or a folder. Raises ThemeError.

    An unknown key and two colours too close to each other are warnings.
    """
    brand = read_brand(name)
    top = brand.settings
    own = top.get("defaults", "pmexport") or top
    light, dark = palette(top, "light"), palette(top, "dark")
    logo, logo_dark = read_logo(top)
    theme = Theme(
        name=brand.name,
        company=_company(top),
        logo=logo,
        logo_dark=logo_dark,
        page=_page(own),
        light=light,
        dark=dark,
        type=typography(top),
        classification=_words(own, "classification"),
        legal=_words(own, "legal"),
        watermark=_words(own, "watermark"),
        style_sheet="\n".join(_style_sheet(folder) for folder in reversed(brand.folders)).strip(),
        templates=_first(brand, "templates"),
        reference_docx=_first(brand, "reference.docx"),
        word_styles=_word_styles(own),
    )
    return Loaded(theme, (*brand.diagnostics, *too_close(light, "light"), *too_close(dark, "dark")))


def _company(top: Setting) -> str:
    name = top.get("meta", "name")
    if name is not None and isinstance(name.value, dict):
        name = name.get("full") or (name.get("short") if name.get("full") else None)
    return name.text() if name else ""


def _words(own: Setting, *path: str) -> str:
    setting = own.get(*path)
    return setting.text() if setting else ""


def _word_styles(own: Setting) -> dict[str, str]:
    styles = own.get("docx", "styles")
    return {word: setting.text() for word, setting in styles.items().items()} if styles else {}


def _page(own: Setting) -> PageStyle:
    margins = {side: _millimetres(own, side) for side in ("top", "right", "bottom", "left")}
    size = own.get("page", "size")
    return PageStyle(
        paper=size.choice("auto", "A4", "Letter") if size else "auto",
        margin_top=margins["top"],
        margin_right=margins["right"],
        margin_bottom=margins["bottom"],
        margin_left=margins["left"],
        header_left=_running(own, "header", "left"),
        header_right=_running(own, "header", "right"),
        footer_left=_running(own, "footer", "left"),
        footer_right=_running(own, "footer", "right"),
    )


def _millimetres(own: Setting, side: str) -> float:
    setting = own.get("page", "margin", side)
    return setting.number(5, 60, "mm") if setting else 20.0


def _running(own: Setting, line: str, side: str) -> str:
    setting = own.get("page", line, side)
    if setting is None:
        return ""
    for word in _BRACES.findall(setting.text()):
        if word not in _LINES:
            raise setting.refusal(f"in braces write one of {', '.join(sorted(_LINES))}")
    return setting.text()


def _style_sheet(folder: Path) -> str:
    file = folder / "theme.css"
    if not file.is_file():
        return ""
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise ThemeError("cannot be read as UTF-8", place=f"{folder.name}/theme.css") from None
    if found := _FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise ThemeError(
            f"{found[0]!r} may not stand in a style sheet",
            place=f"{folder.name}/theme.css:{line}",
            instead="use plain rules, and data: for pictures",
        )
    return text


def _first(brand: Brand, name: str) -> Path | None:
    """Return the first `name` in the theme's own folder and those that it extends."""
    return next((folder / name for folder in brand.folders if (folder / name).exists()), None)
