"""The company's sign: read from the theme's folder, measured, and refused where it could do more than be seen."""

from __future__ import annotations

import re
import struct

from pmexport.errors import ThemeError
from pmexport.theme.setting import Setting, SettingError
from pmexport.theme.theme import Logo

_LARGEST = 500_000
_ACTIVE = re.compile(
    r"<!doctype|<!entity|<script|<foreignobject|<style|<image|<use|<a[\s>]|<animate|<set[\s>]|[\s'\"]on[a-z]+\s*="
    r"|href\s*=\s*['\"](?!#)|url\(\s*['\"]?(?!#)|javascript:",
    re.IGNORECASE,
)
_VIEW_BOX = re.compile(r"<svg\b[^>]*?\sviewBox\s*=\s*['\"]\s*([-\d.eE]+[\s,]+){2}([\d.]+)[\s,]+([\d.]+)\s*['\"]")
_SIDES = {"light", "dark"}
_PNG = b"\x89PNG\r\n\x1a\n"


def read_logo(brand: Setting) -> tuple[Logo | None, Logo | None]:
    """Return the logo for a light ground and the one for a dark ground, None where the brand has none.

    Raises ThemeError for a file that is neither SVG nor PNG, is too large, or holds more than a drawing.
    """
    setting = _chosen(brand)
    if setting is None:
        return None, None
    light, dark = setting.get("light") or setting, setting.get("dark") or setting.get("light") or setting
    return _logo(light, brand), _logo(dark, brand)


def remote_logo(brand: Setting) -> Setting | None:
    """Return where a logo is named that lies on the network, or None."""
    setting = _chosen(brand)
    sides = [setting.get("light") or setting, setting.get("dark") or setting] if setting else []
    return next((side for side in sides if _is_remote(_file(side, brand))), None)


def _chosen(brand: Setting) -> Setting | None:
    setting = brand.get("logo")
    if setting is not None and isinstance(setting.value, dict) and not {"path", *_SIDES} & set(setting.value):
        return next((found for size in ("medium", "large", "small") if (found := setting.get(size))), None)
    return setting


def _file(setting: Setting, brand: Setting) -> Setting:
    if isinstance(setting.value, str):
        setting = brand.get("logo", "images", setting.value) or setting
    return setting.get("path") or setting


def _is_remote(path: Setting) -> bool:
    return isinstance(path.value, str) and re.match(r"[a-z]+://", path.value, re.IGNORECASE) is not None


def _logo(setting: Setting, brand: Setting) -> Logo | None:
    if _is_remote(_file(setting, brand)):
        return None
    if isinstance(setting.value, str):
        setting = brand.get("logo", "images", setting.value) or setting
    path = setting.get("path") or setting
    alt = setting.get("alt")
    company = brand.get("meta", "name", "full") or brand.get("meta", "name")
    words = alt.text() if alt else company.text() if company and isinstance(company.value, str) else ""
    file = path.path()
    with file.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise path.refusal("a logo may have half a megabyte")
    return sign(content, f"{path.text()}", words, path)


def sign(content: bytes, name: str, alt: str = "", setting: Setting | None = None) -> Logo:
    """Return `content`, the file `name`, as a logo. Raises ThemeError where it is none or more than a drawing."""
    if content.startswith(_PNG):
        width, height = struct.unpack(">II", content[16:24])
        return Logo(content=content, media_type="image/png", alt=alt, width=float(width), height=float(height))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    box = _VIEW_BOX.search(text)
    if box is None or not (float(box[2]) and float(box[3])):
        raise _fault(
            "has no viewBox with a size, and is no PNG", name, setting, "give an SVG that has a viewBox, or a PNG"
        )
    if active := _ACTIVE.search(text):
        place = f"{name}:{text.count(chr(10), 0, active.start()) + 1}"
        found = f"{active[0].strip()!r} may not stand in a logo"
        raise _fault(found, name, setting, "save it as paths and shapes only", place)
    width, height = float(box[2]), float(box[3])
    return Logo(content=text.encode(), media_type="image/svg+xml", alt=alt, width=width, height=height)


def _fault(found: str, name: str, setting: Setting | None, instead: str, place: str = "") -> ThemeError:
    if setting is None:
        return ThemeError(found, place=place or name, instead=instead)
    if not place:
        return setting.refusal(instead)
    return SettingError(found, setting, place=place, instead=instead)
