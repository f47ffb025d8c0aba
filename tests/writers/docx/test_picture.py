"""Pictures and their parts."""

from lxml import etree

from example_report import picture
from inspect_docx import Draw, WordFile
from pmexport.model import prose as p

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU = 12700


def _image(width: int, height: int, alt: str = "A picture") -> p.Para:
    return p.Para((p.Image(alt, "a.png", picture=picture(width, height)),))


def _size(word: WordFile) -> tuple[int, int]:
    extent = next(word.body.iter(_WP + "extent"))
    return int(str(extent.get("cx"))) // _EMU, int(str(extent.get("cy"))) // _EMU


def test_a_small_picture_keeps_its_size(say: Draw) -> None:
    assert _size(say(_image(100, 50))) == (75, 37)


def test_a_wide_picture_fits_the_text(say: Draw) -> None:
    assert _size(say(_image(6000, 600))) == (493, 49)


def test_a_tall_picture_fits_the_page(say: Draw) -> None:
    width, height = _size(say(_image(60, 6000)))

    assert height < 600
    assert width < 10


def test_the_same_bytes_are_stored_once(say: Draw) -> None:
    said = say(_image(100, 50), _image(100, 50))

    assert [name for name in said.names if name.startswith("word/media/")] == ["word/media/image1.png"]


def test_each_drawing_has_its_own_number(say: Draw) -> None:
    said = say(_image(100, 50), _image(100, 50))

    assert [e.get("id") for e in said.body.iter(_WP + "docPr")] == ["1", "2"]


def test_a_picture_without_words_is_marked_as_decoration(say: Draw) -> None:
    assert "decorative" in etree.tostring(say(_image(100, 50, "")).body, encoding="unicode")


def test_the_chart_is_an_svg_with_a_png_beside_it(word: WordFile) -> None:
    media = {name.rsplit(".", 1)[1] for name in word.names if name.startswith("word/media/")}

    assert media == {"png", "svg"}
    assert b"svgBlip" in word.parts["word/document.xml"]


def test_a_picture_in_a_footnote_belongs_to_the_footnotes(say: Draw) -> None:
    said = say(p.Para((p.Str("text"), p.Note((_image(100, 50),)))))

    assert [target for _, target, _ in said.relationships("footnotes")] == ["media/image1.png"]
