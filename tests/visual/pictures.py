"""Pictures of pages beside those of how they are meant to look.

Both are blurred before they are compared, since no two versions of a renderer set the same pixels. After a change of
looks that is meant, PMEXPORT_GOLDEN=write draws the pictures anew: look at them before you commit them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

_BLUR = 1.6
# Parts of 255: a page as a whole, and each square of it that holds about a word.
_WHOLE, _SQUARE, _SIDE = 1.5, 26.0, 16


def differences(one: Image.Image, two: Image.Image) -> str:
    """Return where two pictures differ beyond what two renderers do, or nothing."""
    if one.size != two.size:
        return f"{one.size} instead of {two.size}"
    blur = ImageFilter.GaussianBlur(_BLUR)
    difference = ImageChops.difference(one.filter(blur), two.filter(blur))
    whole = ImageStat.Stat(difference).mean[0]
    squares = difference.reduce(_SIDE)
    worst = squares.getextrema()[1]
    return f"{whole:.1f} on the whole, {worst} at worst" if whole > _WHOLE or float(str(worst)) > _SQUARE else ""


def compared(pages: Mapping[Path, Image.Image]) -> list[str]:
    """Return how `pages` differ from the pictures at their places; where asked to, draw these anew and skip."""
    if os.environ.get("PMEXPORT_GOLDEN") == "write":
        for path, page in pages.items():
            path.parent.mkdir(exist_ok=True)
            page.quantize(32).save(path, optimize=True)
        pytest.skip("drawn anew")
    found = {path.name: differences(page, Image.open(path).convert("L")) for path, page in pages.items()}
    return [f"{name}: {said}" for name, said in found.items() if said]
