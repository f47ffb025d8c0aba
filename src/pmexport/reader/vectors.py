"""SVG to a picture: only what draws and refers to nothing outside itself, and only what cannot exhaust the machine.

Every element is on a list of harmless ones. Patterns and noise are not: a few bytes of them make the engine ask for
gigabytes, and it ends the whole process where it does not get them.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from pmexport.model.prose import Picture
from pmexport.reader.rasters import MOST_PIXELS
from pmexport.reader.refusal import Refusal
from pmexport.shipped import shipped

_LARGEST = 3_000_000
_MOST_ELEMENTS = 50_000
_DEEPEST = 100
_SCALE = 2
"""Twice the written size, so that lines stay sharp on paper."""

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWING = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "title",
        "desc",
        "metadata",
        "style",
        "switch",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "marker",
        "filter",
        "feGaussianBlur",
        "feOffset",
        "feMerge",
        "feMergeNode",
        "feBlend",
        "feFlood",
        "feComposite",
        "feColorMatrix",
        "feDropShadow",
    ]
)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[\]<>]*>")
_OTHER_DECLARATION = re.compile(r"<!(?!--|\[CDATA\[)|<\?(?!xml\s)")
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?\s*(?!#)|javascript:", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d{1,2})?")
_LAYER = re.compile(r"opacity|filter|mask|clip-path")
_MOST_LAYER_PIXELS = 5_000_000_000
_LENGTH = re.compile(r"\s*(\d*\.?\d+(?:e\d{1,2})?)\s*(px|pt|pc|mm|cm|in|)\s*$")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_FAMILY = "Inter"


def picture(content: bytes) -> Picture:
    """Return the drawing in `content` as PNG. Raises Refusal."""
    root = _checked(content)
    width, height = _size(root)
    if width * height * _SCALE**2 > MOST_PIXELS:
        raise Refusal("image-too-large", "it would have more than 25 million pixels", "save it smaller")
    if width * height * _layers(root) > _MOST_LAYER_PIXELS:
        raise Refusal("image-too-large", "it lays too many layers over one another", "save it as PNG")
    root.set("width", str(width))
    root.set("height", str(height))
    drawn = _drawn(ET.tostring(root, encoding="unicode"))
    return Picture(content=drawn, media_type="image/png", width=width * _SCALE, height=height * _SCALE)


def _checked(content: bytes) -> ET.Element:
    if len(content) > _LARGEST:
        raise Refusal("image-too-large", "it is an SVG of more than 3 MB", "save it as PNG")
    try:
        text = _DOCTYPE.sub("", content.decode("utf-8-sig"), count=1)
        if _OTHER_DECLARATION.search(text):
            raise _unsafe("it declares entities or style sheets")
        root = ET.fromstring(text)  # noqa: S314  no declaration gets here, and so no entity
    except (UnicodeDecodeError, ET.ParseError):
        raise Refusal("image-broken", "it is no well-formed SVG in UTF-8", "save it anew, or as PNG") from None
    _check_elements(root)
    return root


def _check_elements(root: ET.Element) -> None:
    waiting = [(root, 1)]
    seen = 0
    uses: list[ET.Element] = []
    while waiting:
        element, depth = waiting.pop()
        seen += 1
        name = str(element.tag).removeprefix(_SVG)
        if depth > _DEEPEST or seen > _MOST_ELEMENTS:
            raise Refusal("image-too-large", "it is nested too deep or holds too much", "save it as PNG")
        if name == "metadata":
            element.clear()
        elif "{" not in name:
            _check_element(element, name)
            uses += [element] if name == "use" else []
        waiting += [(child, depth + 1) for child in element]
    _check_uses(root, uses)


def _check_element(element: ET.Element, name: str) -> None:
    if name not in _DRAWING:
        raise _unsafe(f"it holds <{name}>")
    if name == "style" and _OUTSIDE.search(element.text or ""):
        raise _unsafe("its style refers to something outside")
    for attribute, value in element.attrib.items():
        bare = attribute.rpartition("}")[2].lower()
        if bare.startswith("on") or (bare in {"href", "src"} and not value.startswith("#")) or _OUTSIDE.search(value):
            raise _unsafe(f"its {bare} refers to something outside or runs a script")


def _check_uses(root: ET.Element, uses: list[ET.Element]) -> None:
    """Refuse copies of copies: ten levels of ten make ten thousand million elements."""
    if not uses:
        return
    by_name = {element.get("id"): element for element in root.iter()}
    total = 0
    for use in uses:
        reference = next((value for name, value in use.attrib.items() if name.endswith("href")), "")
        copied = by_name.get(reference[1:])
        if copied is None:
            continue
        parts = list(copied.iter())
        total += len(parts)
        if total > _MOST_ELEMENTS or any(part.tag == f"{_SVG}use" for part in parts):
            raise Refusal("image-too-large", "it copies its own parts over and over", "save it as PNG")


def _layers(root: ET.Element) -> int:
    """Return how often something is drawn apart and then laid over the rest, each time on a canvas of its own."""
    return sum(
        len(_LAYER.findall(f"{' '.join(element.attrib)} {element.get('style', '')} {element.text or ''}"))
        if element.tag == f"{_SVG}style"
        else len(_LAYER.findall(f"{' '.join(element.attrib)} {element.get('style', '')}"))
        for element in root.iter()
    )


def _unsafe(found: str) -> Refusal:
    return Refusal("image-unsafe", found, "save it as PNG")


def _size(root: ET.Element) -> tuple[int, int]:
    """Return the size in pixels as written, else that of the view box. Source: SVG 1.1, 7.2 and 7.12."""
    box = [float(part) for part in _NUMBER.findall(root.get("viewBox", ""))]
    seen = (box[2], box[3]) if len(box) == 4 else (300.0, 150.0)  # noqa: PLR2004  x, y, width, height
    lengths = [_pixels(root.get(name, "")) for name in ("width", "height")]
    width, height = (length or other for length, other in zip(lengths, seen, strict=True))
    if not (0 < width < MOST_PIXELS and 0 < height < MOST_PIXELS):
        raise Refusal("image-broken", "it has no size that can be drawn", "save it as PNG")
    return max(1, round(width)), max(1, round(height))


def _pixels(written: str) -> float:
    found = _LENGTH.match(written)
    return float(found[1]) * _PIXELS[found[2]] if found else 0.0


def _drawn(svg: str) -> bytes:
    import resvg_py  # noqa: PLC0415  an engine, loaded only for a text with such a picture

    fonts = shipped("themes") / "default" / "fonts"
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                zoom=_SCALE,
                skip_system_fonts=True,
                font_files=sorted(map(str, fonts.glob(f"{_FAMILY}-*.ttf"))),
                font_family=_FAMILY,
                serif_family=_FAMILY,
                sans_serif_family=_FAMILY,
                monospace_family=_FAMILY,
                cursive_family=_FAMILY,
                fantasy_family=_FAMILY,
            )
        )
    except ValueError:
        raise Refusal("image-broken", "it cannot be drawn", "save it as PNG") from None
