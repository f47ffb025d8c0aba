"""PNG, JPEG, GIF and WebP to a picture: told by their first bytes, measured before they are unpacked, encoded anew.

What is encoded anew carries no metadata: no place, no camera, no thumbnail of what was cut off.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from pmexport.model.prose import Picture
from pmexport.reader.refusal import Refusal

MOST_PIXELS = 25_000_000
"""Five thousand by five thousand; unpacked that takes a hundred megabytes."""

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_JPEG_QUALITY = 90


def picture(content: bytes) -> Picture:
    """Return the picture in `content`, a JPEG as JPEG and any other as PNG. Raises Refusal."""
    try:
        with warnings.catch_warnings(), _whole_files_only():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
                return _encoded(opened)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_large() from None
    except UnidentifiedImageError:
        raise Refusal("image-type", "it is no PNG, JPEG, GIF, WebP or SVG", "save it as PNG or JPEG") from None
    except Refusal:
        raise
    except Exception:  # noqa: BLE001  a decoder meets a broken file with whatever its code happens to raise
        raise Refusal("image-broken", "the file is broken", "save it anew") from None


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """Refuse what was cut off: WeasyPrint, once imported, lets Pillow fill it up with grey for the whole process."""
    asked = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = asked


def _too_large() -> Refusal:
    return Refusal("image-too-large", f"it has more than {MOST_PIXELS // 1_000_000} million pixels", "save it smaller")


def _encoded(opened: Image.Image) -> Picture:
    width, height = opened.size
    if width * height > MOST_PIXELS:
        raise _too_large()
    as_jpeg = opened.format == "JPEG"
    upright = ImageOps.exif_transpose(opened)
    plain = _plain(upright, with_alpha=not as_jpeg)
    target = io.BytesIO()
    if as_jpeg:
        plain.save(target, "JPEG", quality=_JPEG_QUALITY)
    else:
        plain.save(target, "PNG")
    media_type = "image/jpeg" if as_jpeg else "image/png"
    return Picture(content=target.getvalue(), media_type=media_type, width=plain.width, height=plain.height)


def _plain(image: Image.Image, *, with_alpha: bool) -> Image.Image:
    """Return the bare pixels in a mode that every reader knows; all else that the file held is left behind."""
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    has_alpha = with_alpha and (image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info)
    mode = "RGBA" if has_alpha else image.mode if image.mode in {"1", "L"} else "RGB"
    converted = image.convert(mode)
    bare = Image.new(mode, converted.size)
    bare.paste(converted)
    return bare
