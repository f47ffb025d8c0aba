from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pmexport.errors import ThemeError
from pmexport.theme.load import load_theme

Written = Callable[..., Path]
BRAND = "meta: {name: Acme}\nlogo: {medium: {path: logo.svg, alt: The Acme sign}}\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">%s</svg>'


def test_a_logo_has_its_words_and_its_proportions(written: Written) -> None:
    logo = load_theme(written(BRAND, logo__svg=SVG % "<path d='M0 0h9v9z'/>")).theme.logo

    assert logo is not None
    assert (logo.alt, logo.width, logo.height, logo.media_type) == ("The Acme sign", 30.0, 10.0, "image/svg+xml")


def test_a_logo_without_words_is_called_by_the_company(written: Written) -> None:
    logo = load_theme(written("meta: {name: Acme}\nlogo: logo.svg\n", logo__svg=SVG % "")).theme.logo

    assert logo is not None
    assert logo.alt == "Acme"


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        "<rect onload='x()'/>",
        "<image href='file:///etc/passwd'/>",
        "<a href='https://e.example'/>",
        "<foreignObject/>",
        "<rect fill='url(https://e.example/x)'/>",
        "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
        "<?xml-stylesheet type='text/css'?>",
    ],
)
def test_a_logo_that_could_do_more_than_be_seen_is_refused(written: Written, content: str) -> None:
    with pytest.raises(ThemeError, match="may not stand in a logo"):
        load_theme(written(BRAND, logo__svg=SVG % content))


def test_a_drawing_that_does_not_name_its_language_is_shown_all_the_same(written: Written) -> None:
    logo = load_theme(
        written(BRAND, logo__svg="<!-- ours -->\n<svg viewBox='0 0 30 10'><path d='M0 0h9'/></svg>")
    ).theme.logo

    assert logo is not None
    assert b'<svg xmlns="http://www.w3.org/2000/svg" viewBox' in logo.content


def test_a_drawing_that_is_not_closed_is_named_with_its_line(written: Written) -> None:
    with pytest.raises(ThemeError, match=r"logo\.svg:2: is no SVG that can be read"):
        load_theme(written(BRAND, logo__svg="<svg viewBox='0 0 30 10'>\n<g>"))


def test_a_sign_that_would_be_a_line_is_refused(written: Written) -> None:
    with pytest.raises(ThemeError, match=r"_brand\.yml:2: .*is 1 by 900; give one that is at most 40 times"):
        load_theme(written(BRAND, logo__svg="<svg viewBox='0 0 1 900'/>"))


@pytest.mark.parametrize(
    "rest", [b"", b"\0\0\0\rIHDR" + (60000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0" + b"\0" * 4]
)
def test_a_png_without_a_size_or_of_a_huge_one_is_refused(written: Written, rest: bytes) -> None:
    folder = written("logo: logo.png\n")
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + rest)

    with pytest.raises(ThemeError, match=r"_brand\.yml:1: logo is 'logo\.png', which is no PNG of a size"):
        load_theme(folder)


@pytest.mark.parametrize("path", ["../../secret.svg", "/etc/hostname"])
def test_a_path_never_leaves_the_folder(written: Written, path: str) -> None:
    with pytest.raises(ThemeError, match="within the theme's folder"):
        load_theme(written(f"logo: {{medium: {path}}}\n"))


def test_a_link_in_the_folder_leads_nowhere_else(written: Written, tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(SVG % "")
    folder = written("logo: {medium: logo.svg}\n")
    (folder / "logo.svg").symlink_to(tmp_path / "secret.svg")

    with pytest.raises(ThemeError, match="within the theme's folder"):
        load_theme(folder)


def test_northwind_has_a_sign_for_light_and_one_for_dark() -> None:
    theme = load_theme("northwind").theme

    assert theme.logo is not None
    assert theme.logo_dark is not None
    assert theme.logo.content != theme.logo_dark.content
