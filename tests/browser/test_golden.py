"""The samples in a browser beside pictures of how they are meant to look: on a phone in light, on a desk in dark."""

from __future__ import annotations

import io
from base64 import b64decode
from pathlib import Path

import pytest
from PIL import Image

from browser.conftest import Judge
from visual.pictures import compared

pytestmark = pytest.mark.slow

_PICTURES = Path(__file__).parent / "golden"
_SAMPLES = {"database-outage", "near-miss", "slow-messages", "token-in-build-log"}
# A picture keeps as many dots of a desk's width as show where a word stands.
_DOTS = 480


def test_a_sample_looks_in_a_browser_as_it_is_meant_to(pages: list[Path], judged: Judge) -> None:
    wanted = [page for page in pages if page.stem in {f"{sample}-full-default" for sample in _SAMPLES}]
    pictures = {}
    for told in judged("shoot.mjs", *wanted):
        picture = Image.open(io.BytesIO(b64decode(str(told["picture"])))).convert("L")
        share = min(1.0, _DOTS / picture.width)
        small = picture.resize((round(picture.width * share), round(picture.height * share)), Image.Resampling.LANCZOS)
        pictures[_PICTURES / f"{Path(str(told['file'])).stem.partition('-full')[0]}-{told['width']}.png"] = small

    assert len(pictures) == 2 * len(_SAMPLES)
    assert compared(pictures) == []
