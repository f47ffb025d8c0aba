"""The company's sign: read from the theme's folder, measured, and refused where it could do more than be seen."""

from __future__ import annotations

import re
import struct
import zlib

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
_NAMED = re.compile(r"<svg\b[^>]*?\sxmlns\s*=")
_RUNNING = {
    "script",
    "foreignobject",
    "style",
    "image",
    "use",
    "a",
    "animate",
    "animatetransform",
    "set",
    "handler",
    "iframe",
}
_LEAST, _MOST_PIXELS, _LONGEST = 33, 25_000_000, 40
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
    return next((side for side in sides if is_remote(_file(side, brand))), None)


def _chosen(brand: Setting) -> Setting | None:
    setting = brand.get("logo")
    if setting is not None and isinstance(setting.value, dict) and not {"path", *_SIDES} & set(setting.value):
        return next((found for size in ("medium", "large", "small") if (found := setting.get(size))), None)
    return setting


def _file(setting: Setting, brand: Setting) -> Setting:
    if isinstance(setting.value, str):
        setting = brand.get("logo", "images", setting.value) or setting
    return setting.get("path") or setting


def is_remote(path: Setting) -> bool:
    """Return whether `path` names a file on the network."""
    return isinstance(path.value, str) and re.match(r"[a-z]+://", path.value, re.IGNORECASE) is not None


def _logo(setting: Setting, brand: Setting) -> Logo | None:
    if is_remote(_file(setting, brand)):
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
        width, height = struct.unpack(">II", content[16:24]) if len(content) > _LEAST else (0, 0)
        if not 0 < width * height <= _MOST_PIXELS:
            raise _fault(
                "is no PNG of a size that can be shown", name, setting, "save it as a PNG of a few hundred pixels"
            )
        if not _is_whole(content):
            raise _fault("is a PNG that is damaged", name, setting, "save it anew")
        _proportions(width, height, name, setting)
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
    if broken := _broken(text):
        raise _fault(broken[1], name, setting, "save it as paths and shapes only", f"{name}:{broken[0]}")
    width, height = float(box[2]), float(box[3])
    _proportions(width, height, name, setting)
    if _NAMED.search(text) is None:
        # Without the name of its language a browser takes it for no picture.
        text = text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return Logo(content=text.encode(), media_type="image/svg+xml", alt=alt, width=width, height=height)


def _is_whole(png: bytes) -> bool:
    """Say whether every chunk of `png` is there and as it was written. Source: PNG, section 5."""
    place = len(_PNG)
    while len(png) >= place + 12:
        length, kind = struct.unpack_from(">I4s", png, place)
        end = place + 8 + length
        if len(png) < end + 4 or zlib.crc32(png[place + 4 : end]) != struct.unpack_from(">I", png, end)[0]:
            return False
        if kind == b"IEND":
            return True
        place = end + 4
    return False


def _broken(text: str) -> tuple[int, str] | None:
    """Return the line of what keeps `text` from being a drawing, and what it is: no XML, or more than shapes."""
    from xml.parsers import expat  # noqa: PLC0415  few themes have a sign that is an SVG

    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[tuple[int, str]] = []

    def opened(name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(" ")[2]
        handler = next((one for one in attributes if one.rpartition(" ")[2].lower().startswith("on")), "")
        if element.lower() in _RUNNING or handler:
            found.append((parser.CurrentLineNumber, f"{handler or element!r} may not stand in a logo"))

    def instructed(target: str, _: str) -> None:
        found.append((parser.CurrentLineNumber, f"<?{target} may not stand in a logo"))

    parser.StartElementHandler = opened
    parser.ProcessingInstructionHandler = instructed
    try:
        parser.Parse(text, True)  # noqa: FBT003  expat takes it by place
    except expat.ExpatError as error:
        return error.lineno, f"is no SVG that can be read, {expat.ErrorString(error.code)}"
    return found[0] if found else None


def _proportions(width: float, height: float, name: str, setting: Setting | None) -> None:
    """Refuse a sign that would be a line: nobody could see it in a page's head."""
    if max(width / height, height / width) > _LONGEST:
        instead = f"give one that is at most {_LONGEST} times as long as it is high"
        raise _fault(f"is {width:g} by {height:g}", name, setting, instead)


def _fault(found: str, name: str, setting: Setting | None, instead: str, place: str = "") -> ThemeError:
    if setting is None:
        return ThemeError(found, place=place or name, instead=instead)
    if not place:
        return SettingError(f"{setting.key} is {name!r}, which {found}", setting, instead=instead)
    return SettingError(found, setting, place=place, instead=instead)
