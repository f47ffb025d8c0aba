"""What a picture carries besides its colours."""

import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pmexport.customer.readback.pictures import carried


def drawn(kind: str, comment: str = "") -> bytes:
    stream, texts = io.BytesIO(), PngInfo()
    if comment:
        texts.add_text("Comment", comment)
    picture = Image.new("RGB", (2, 2))
    if kind == "PNG":
        picture.save(stream, kind, pnginfo=texts)
    else:
        picture.save(stream, kind, comment=comment.encode())
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_comment_is_read(kind: str) -> None:
    assert "made by Noor" in " ".join(carried(drawn(kind, "made by Noor")))


def test_words_after_the_end_of_a_picture_are_read() -> None:
    assert "made by Noor" in " ".join(carried(drawn("PNG") + b"made by Noor"))


def test_colours_say_nothing() -> None:
    assert " ".join(carried(drawn("PNG"))).strip() == ""


def test_what_is_no_picture_carries_nothing() -> None:
    assert list(carried(b"plain text")) == []
