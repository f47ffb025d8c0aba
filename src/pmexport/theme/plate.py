"""Whether a company's sign can be seen on a ground, and the same sign on a plate where it cannot."""

from __future__ import annotations

from io import BytesIO

from msgspec.structs import replace

from pmexport.theme.colour import contrast
from pmexport.theme.theme import Colour, Logo

# A sign is no text: what stands out by this much is seen. Brands in orange and light blue reach little more on white.
_SEEN = 2.0
# The least share of a sign that must stand out: a dot beside a name that has gone is not the sign.
_SHARE = 0.15
_PIXELS = 96
_OPAQUE, _CLEAR = 128, 16
_SAME = 1.03
# How much wider and higher than the sign a plate is, in heights of the sign.
_RIM = 0.2


def is_seen(logo: Logo, ground: Colour) -> bool:
    """Return whether `logo` stands out on `ground`; one that no engine can draw counts as seen, others tell of it."""
    try:
        pixels = _pixels(logo)
    except (ValueError, OSError):
        return True
    boxed = all(pixel[3] > _CLEAR for pixel in pixels)
    shown = [contrast(_over(pixel, ground), ground) for pixel in pixels if pixel[3] >= _OPAQUE]
    # Paper that comes with a picture is no part of the sign where it is the page's own.
    drawn = [one for one in shown if one > _SAME] if boxed else shown
    return bool(drawn) and sum(one >= _SEEN for one in drawn) >= _SHARE * len(drawn)


def on_plate(logo: Logo, ground: Colour) -> Logo:
    """Return `logo`, its colours as they are, on a plate of the colour `ground`."""
    return _drawing(logo, ground) if logo.media_type == "image/svg+xml" else _picture(logo, ground)


def _pixels(logo: Logo) -> list[tuple[int, int, int, int]]:
    """Return the sign in small, each pixel as red, green, blue and opacity."""
    from PIL import Image  # noqa: PLC0415  for a theme that is looked over, not for every report

    content = logo.content
    if logo.media_type == "image/svg+xml":
        from resvg_py import svg_to_bytes  # noqa: PLC0415

        content = svg_to_bytes(svg_string=content.decode(), width=_PIXELS, skip_system_fonts=True)
    with Image.open(BytesIO(content), formats=["PNG"]) as opened:
        picture = opened.convert("RGBA")
    picture.thumbnail((_PIXELS, _PIXELS))
    raw = picture.tobytes()
    return [(raw[at], raw[at + 1], raw[at + 2], raw[at + 3]) for at in range(0, len(raw), 4)]


def _over(pixel: tuple[int, int, int, int], ground: Colour) -> Colour:
    share = pixel[3] / 255
    below = (ground.red, ground.green, ground.blue)
    return Colour(*(round(one * share + other * (1 - share)) for one, other in zip(pixel, below, strict=False)))


def _drawing(logo: Logo, ground: Colour) -> Logo:
    from lxml import etree  # noqa: PLC0415

    inner = etree.fromstring(logo.content, etree.XMLParser(resolve_entities=False, no_network=True))
    rim = logo.height * _RIM
    width, height = logo.width + 2 * rim, logo.height + 2 * rim
    for key, value in (("x", rim), ("y", rim), ("width", logo.width), ("height", logo.height)):
        inner.set(key, f"{value:g}")
    outer = etree.Element("{http://www.w3.org/2000/svg}svg", nsmap={None: "http://www.w3.org/2000/svg"})
    outer.set("viewBox", f"0 0 {width:g} {height:g}")
    plate = etree.SubElement(outer, "{http://www.w3.org/2000/svg}rect")
    for key, words in (("width", f"{width:g}"), ("height", f"{height:g}"), ("fill", ground.hex)):
        plate.set(key, words)
    outer.append(inner)
    return replace(logo, content=etree.tostring(outer), width=width, height=height)


def _picture(logo: Logo, ground: Colour) -> Logo:
    from PIL import Image  # noqa: PLC0415

    with Image.open(BytesIO(logo.content), formats=["PNG"]) as opened:
        sign = opened.convert("RGBA")
    rim = round(sign.height * _RIM)
    plate = Image.new("RGB", (sign.width + 2 * rim, sign.height + 2 * rim), (ground.red, ground.green, ground.blue))
    plate.paste(sign, (rim, rim), sign)
    stream = BytesIO()
    plate.save(stream, "PNG", optimize=True)
    return replace(logo, content=stream.getvalue(), width=float(plate.width), height=float(plate.height))
