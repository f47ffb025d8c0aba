"""Every sample, in every shipped theme, printed and looked at by the visual check."""

from pathlib import Path

import pytest

from pmexport import ReadOptions, convert
from pmexport.shipped import shipped
from pmexport.theme.load import load_theme
from visual.check import check

_SAMPLES = sorted(path for path in (Path(__file__).parents[2] / "samples").glob("*.md") if path.name != "README.md")
_THEMES = sorted(path.parent.name for path in shipped("themes").glob("*/_brand.yml"))


@pytest.mark.parametrize("theme", _THEMES)
@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda path: path.stem)
def test_no_page_shows_what_no_page_may_show(sample: Path, theme: str) -> None:
    brand = load_theme(theme).theme
    options = ReadOptions(name=sample.name, folder=sample.parent)
    rendering = convert(sample.read_bytes(), "pdf", options, theme=brand)

    assert check(rendering.content, {face.family for face in brand.type.faces}) == []
