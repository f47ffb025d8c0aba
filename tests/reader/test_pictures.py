"""Pictures: from where they are read, and from where not."""

import base64
import io
from pathlib import Path

import pytest
from PIL import Image as Pillow

from pmexport.model.prose import Image, Para
from pmexport.reader.pictures import Gallery
from pmexport.reader.prose import blocks


def png() -> bytes:
    target = io.BytesIO()
    Pillow.new("RGB", (4, 3), "red").save(target, "PNG")
    return target.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a text, with a picture in it and one outside that it must not reach."""
    (tmp_path / "outside.png").write_bytes(png())
    inside = tmp_path / "postmortems"
    (inside / "img").mkdir(parents=True)
    (inside / "img" / "load over time.png").write_bytes(png())
    (inside / "text.png").write_text("no picture")
    (inside / "link.png").symlink_to(tmp_path / "outside.png")
    (inside / "loop.png").symlink_to(inside / "loop.png")
    return inside


def told(folder: Path | None, target: str) -> list[str]:
    picture, diagnostics = Gallery(folder).picture(target, 1)
    assert (picture is None) == bool(diagnostics)
    return [one.code for one in diagnostics]


@pytest.mark.parametrize(
    "target", ["img/load over time.png", "img/load%20over%20time.png", "./img/../img/load%20over%20time.png?raw=true"]
)
def test_a_file_in_the_folder_or_below_is_read(folder: Path, target: str) -> None:
    assert told(folder, target) == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("../outside.png", "image-outside"),
        ("%2e%2e/outside.png", "image-outside"),
        ("%252e%252e%252foutside.png", "image-outside"),
        ("%25252525252e%25252525252e/outside.png", "image-outside"),
        ("link.png", "image-outside"),
        ("loop.png", "image-missing"),
        ("/srv/outside.png", "image-outside"),
        ("~/outside.png", "image-outside"),
        ("\\\\host\\share\\a.png", "image-outside"),
        ("%5C%5Chost%5Cshare", "image-outside"),
        ("file:///srv/a.png", "image-outside"),
        ("C:/a.png", "image-outside"),
        ("a%00.png", "image-outside"),
        ("http://a.example/x.png", "image-remote"),
        ("HTTPS://a.example/x.png", "image-remote"),
        ("//a.example/x.png", "image-remote"),
        ("img", "image-too-large"),
        ("none.png", "image-missing"),
        ("", "image-missing"),
        ("text.png", "image-type"),
        ("data:image/png;base64,####", "image-broken"),
        ("data:image/png;base64,aGk=", "image-type"),
        ("data:image/png;.lua+%252f%252e%252e,aGk=", "image-type"),
    ],
)
def test_any_other_target_is_refused_and_told(folder: Path, target: str, code: str) -> None:
    assert told(folder, target) == [code]


def test_without_a_folder_nothing_is_read_from_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)

    assert told(None, "text.png") == ["image-outside"]


def test_a_picture_within_the_text_is_read() -> None:
    assert told(None, "data:image/png;base64," + base64.b64encode(png()).decode()) == []


def test_the_alternative_text_remains_and_the_line_is_told() -> None:
    prose = blocks("a\nb ![the *load*](https://a.example/x.png 'Load')")
    (paragraph,) = prose.blocks
    assert isinstance(paragraph, Para)

    assert paragraph.content[-1] == Image("the load", "https://a.example/x.png", "Load")
    assert [(one.line, one.message) for one in prose.diagnostics] == [
        (2, "the picture https://a.example/x.png is left out: pictures from the web are not fetched")
    ]


def test_a_target_that_may_not_be_read_reaches_no_output() -> None:
    assert "host" not in repr(blocks(r"![a](\\\\host\share\a.png) ![b](file://host/a.png)").blocks)


def test_a_picture_is_read_once_and_told_each_time(folder: Path) -> None:
    gallery = Gallery(folder)

    assert gallery.picture("img/load over time.png", 1)[0] is gallery.picture("img/load over time.png", 2)[0]
    assert [gallery.picture("none.png", line)[1][0].line for line in (3, 4)] == [3, 4]


def test_too_many_pixels_in_one_text_are_refused(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr("pmexport.reader.pictures.MOST_PIXELS_OF_ALL", 11)

    assert told(folder, "img/load over time.png") == ["image-too-large"]
