"""A theme's folder, and what it extends, to a Theme; wrong values are named with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pmexport.errors import ThemeError
from pmexport.model.diagnostic import Diagnostic
from pmexport.theme.brand import Brand, Overlay, read_brand
from pmexport.theme.logo import read_logo, remote_logo
from pmexport.theme.pairs import too_close
from pmexport.theme.palette import palette, too_faint
from pmexport.theme.setting import Setting, warning
from pmexport.theme.theme import CustomerWishes, PageStyle, Theme
from pmexport.theme.typography import missing_faces, typography
from pmexport.theme.unasked import hold, missing_pictures
from pmexport.theme.wording import wording

_LINES = {"company", "id", "title", "classification", "kind", "page", "pages"}
_BRACES = re.compile(r"\{([^{}]*)\}")
# What a style sheet may not hold: it would end the element it stands in, or fetch something.
_FORBIDDEN = re.compile(
    r"</|<!--|@import|@font-face|@namespace|@charset|image-set|(?<![\w-])src\(|image\(|expression\(|url\(\s*['\"]?(?!data:|#)|\\",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"""("[^"]*"|'[^']*'|url\([^)]*\))|/\*.*?(?:\*/|\Z)""", re.DOTALL)
_LARGEST_SHEET = 200_000


class Loaded(Struct, frozen=True):
    """A theme, and what there is to tell about its files."""

    theme: Theme
    diagnostics: tuple[Diagnostic, ...]

    def told(self, here: Path) -> tuple[tuple[str, Diagnostic], ...]:
        """Return what there is to tell by its file, as seen from the folder `here`."""
        return tuple(_placed(one, here) for one in self.diagnostics)


def _placed(diagnostic: Diagnostic, here: Path) -> tuple[str, Diagnostic]:
    place, found, message = diagnostic.message.partition(f":{diagnostic.line}: ")
    if not found:
        return "", diagnostic
    shown = Path(place).relative_to(here).as_posix() if Path(place).is_relative_to(here) else place
    return shown, replace(diagnostic, message=message)


class Look(Struct, frozen=True, kw_only=True):
    """A theme by name or folder, a folder of templates that goes before its own, and what the settings change of it."""

    theme: str = "default"
    template: str = ""
    over: Overlay = Overlay()


def load_look(look: Look | str | Path) -> Loaded:
    """Return the theme that `look` asks for. Raises ThemeError."""
    if not isinstance(look, Look):
        return load_theme(look)
    loaded = load_theme(look.theme, look.over)
    if not look.template:
        return loaded
    folder = Path(look.template)
    if not folder.is_dir():
        raise ThemeError("is no folder", place=look.template, instead="name one that holds templates")
    if not any(folder.rglob("*.j2")):
        raise ThemeError(
            "holds no template", place=look.template, instead="templates/README.md names those that it may hold"
        )
    theme = loaded.theme
    sheets = "\n".join(filter(None, (theme.style_sheet, style_sheet(folder))))
    return Loaded(replace(theme, templates=(folder, *theme.templates), style_sheet=sheets), loaded.diagnostics)


def covered(theme: Theme) -> Theme:
    """Return `theme` with a sheet of its own for the title."""
    return replace(theme, page=replace(theme.page, cover=True))


def load_theme(name: str | Path = "default", over: Overlay | None = None) -> Loaded:
    """Return the theme `name`: a shipped one by its name, or a folder; `over` is laid on it. Raises ThemeError.

    An unknown key and two colours too close to each other are warnings.
    """
    brand = read_brand(name, over)
    return made(brand, "\n".join(style_sheet(folder) for folder in reversed(brand.folders)).strip())


def made(brand: Brand, sheet: str) -> Loaded:
    """Return the theme of `brand` with the style sheet `sheet`. Raises ThemeError."""
    top = brand.settings
    own = top.get("defaults", "pmexport") or top
    families = typography(top, brand.base)
    light, dark = palette(top, "light"), palette(top, "dark")
    logo, logo_dark = read_logo(top)
    hold(top)
    theme = Theme(
        name=brand.name,
        company=_company(top),
        logo=logo,
        logo_dark=logo_dark,
        page=_page(own),
        light=light,
        dark=dark,
        type=families,
        classification=_words(own, "classification"),
        legal=_words(own, "legal"),
        watermark=_words(own, "watermark"),
        style_sheet=sheet,
        templates=tuple(_templates(brand)),
        reference_docx=_first(brand, "reference.docx"),
        word_styles=_word_styles(own),
        wording=wording(own),
        customer=_customer(own),
    )
    told = (*brand.diagnostics, *_lacking(top, brand.base, theme), *too_faint(top, "light"), *too_faint(top, "dark"))
    return Loaded(theme, (*told, *too_close(light, "light", top), *too_close(dark, "dark", top)))


def _lacking(top: Setting, base: Setting, theme: Theme) -> Iterator[Diagnostic]:
    """Yield a warning for each family without files, each missing cut, and a logo that cannot be had or is mute."""
    for lack in missing_faces(top, base, theme.type):
        yield warning("theme-missing-face", lack.place, lack.found, lack.instead)
    if (address := remote_logo(top)) is not None:
        yield warning(
            "theme-logo",
            address,
            f"{address.key} is on the network, from which nothing is fetched",
            "put the file into the theme's folder",
        )
    for file in missing_pictures(top):
        yield warning("theme-logo", file, f"{file.key} is {file.text()!r}", "there is no such file; no page shows it")
    if theme.logo and not theme.logo.alt.strip():
        place = top.get("logo") or top
        yield warning(
            "theme-logo-alt",
            place,
            "the logo has no words for those who cannot see it",
            "give it alt: or the company's meta.name",
        )


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


def _customer(own: Setting) -> CustomerWishes:
    services, contact = own.get("customer", "services"), own.get("customer", "contact")
    domains = own.get("customer", "domains") or own.get("customer", "allowed-domains")
    banned = own.get("customer", "banned")
    return CustomerWishes(
        services={word: setting.text() for word, setting in services.items().items()} if services else {},
        domains=domains.texts() if domains else (),
        banned=banned.texts() if banned else (),
        contact=contact.text() if contact else "",
    )


def _page(own: Setting) -> PageStyle:
    margins = {side: _millimetres(own, side) for side in ("top", "right", "bottom", "left")}
    size, cover = own.get("page", "size"), own.get("page", "cover")
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
        cover=bool(cover and cover.choice("none", "page") == "page"),
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


def style_sheet(folder: Path) -> str:
    """Return the theme.css of `folder` without its comments, or nothing.

    Raises ThemeError for what reaches out of its place.
    """
    file = folder / "theme.css"
    if not file.is_file():
        return ""
    if not _inside(file, folder):
        raise _outside(folder, "theme.css")
    if file.stat().st_size > _LARGEST_SHEET:
        raise ThemeError("larger than 200 kB", place=f"{folder.absolute().name}/theme.css")
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise ThemeError("cannot be read as UTF-8", place=f"{folder.absolute().name}/theme.css") from None
    if found := _FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise ThemeError(
            f"{found[0]!r} may not stand in a style sheet",
            place=f"{folder.absolute().name}/theme.css:{line}",
            instead="use plain rules, and data: for pictures",
        )
    # What a designer notes for another is not for whoever gets the page.
    return _COMMENT.sub(lambda match: match[1] or "", text).strip()


def _templates(brand: Brand) -> Iterator[Path]:
    """Yield the folders of templates, the theme's own first. Raises ThemeError where one lies outside its theme."""
    for folder in brand.folders:
        if (folder / "templates").is_dir():
            if not _inside(folder / "templates", folder):
                raise _outside(folder, "templates")
            yield folder / "templates"


def _outside(folder: Path, name: str) -> ThemeError:
    return ThemeError(
        "leads outside the theme's folder", place=f"{folder.absolute().name}/{name}", instead="put a copy there"
    )


def _first(brand: Brand, name: str) -> Path | None:
    """Return the first `name` in the theme's own folder and those that it extends.

    Raises ThemeError where it lies outside.
    """
    for folder in brand.folders:
        if (folder / name).exists():
            if not _inside(folder / name, folder):
                raise _outside(folder, name)
            return folder / name
    return None


def _inside(file: Path, folder: Path) -> bool:
    return file.resolve().is_relative_to(folder.resolve())
