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
    ],
)
def test_a_logo_that_could_do_more_than_be_seen_is_refused(written: Written, content: str) -> None:
    with pytest.raises(ThemeError, match="may not stand in a logo"):
        load_theme(written(BRAND, logo__svg=SVG % content))


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
