"""PNG, JPEG, GIF and WebP, encoded anew."""

import io
import zlib
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from pmexport.reader import rasters
from pmexport.reader.refusal import Refusal


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:  # noqa: ANN401  as Pillow takes them
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def code(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        rasters.picture(content)
    return caught.value.code


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("PNG", "image/png"), ("GIF", "image/png"), ("WEBP", "image/png"), ("JPEG", "image/jpeg")],
)
def test_each_kind_is_read_by_its_first_bytes(kind: str, media_type: str) -> None:
    found = rasters.picture(encoded(Image.new("RGB", (40, 30), "navy"), kind))

    assert (found.media_type, found.width, found.height) == (media_type, 40, 30)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_a_png_is_read(mode: str) -> None:
    assert rasters.picture(encoded(Image.new(mode, (8, 8)), "PNG")).width == 8


def test_a_print_jpeg_becomes_one_for_screens() -> None:
    content = rasters.picture(encoded(Image.new("CMYK", (8, 8)), "JPEG")).content

    assert Image.open(io.BytesIO(content)).mode == "RGB"


def test_transparent_pixels_stay_transparent() -> None:
    content = rasters.picture(encoded(Image.new("RGBA", (2, 2), (255, 0, 0, 0)), "PNG")).content

    assert Image.open(io.BytesIO(content)).getpixel((0, 0)) == (255, 0, 0, 0)


def test_metadata_is_left_behind() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "secretname")
    exif = Image.Exif()
    exif[0x010E] = "secretplace"
    image = Image.new("RGB", (8, 8))
    as_png = encoded(image, "PNG", pnginfo=notes, exif=exif)
    as_jpeg = encoded(image, "JPEG", exif=exif, comment=b"secretnote")
    assert b"secret" in as_png
    assert b"secret" in as_jpeg

    assert b"secret" not in rasters.picture(as_png).content
    assert b"secret" not in rasters.picture(as_jpeg).content


def test_a_photo_that_lies_on_its_side_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = rasters.picture(encoded(Image.new("RGB", (40, 30)), "JPEG", exif=exif))

    assert (found.width, found.height) == (30, 40)


def test_the_same_picture_gives_the_same_bytes() -> None:
    content = encoded(Image.new("RGB", (8, 8), "teal"), "JPEG")

    assert rasters.picture(content) == rasters.picture(content)


@pytest.mark.parametrize("side", [6000, 12000, 20000])
def test_too_many_pixels_are_refused_by_the_header(side: int) -> None:
    header = encoded(Image.new("1", (1, 1)), "PNG")
    size = side.to_bytes(4, "big")
    forged = header[:16] + size + size + header[24:]
    with_sum = forged[:29] + _sum(forged[12:29]) + forged[33:]

    assert code(with_sum) == "image-too-large"


def _sum(chunk: bytes) -> bytes:
    return zlib.crc32(chunk).to_bytes(4, "big")


@pytest.mark.parametrize("content", [b"", b"%!PS-Adobe-3.0 EPSF-3.0\n", b"BM" + b"\0" * 60, b"hello"])
def test_any_other_kind_is_refused(content: bytes) -> None:
    assert code(content) == "image-type"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_file_that_was_cut_off_is_refused(kind: str) -> None:
    content = encoded(Image.effect_noise((64, 64), 50).convert("RGB"), kind)

    assert code(content[: len(content) // 2]) in {"image-broken", "image-type"}
