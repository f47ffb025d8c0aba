"""The HTML file before Lighthouse."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from browser.conftest import Judge

# Lighthouse takes far longer than axe, which has seen the same page by then.
_ONE_IN = 2

pytestmark = pytest.mark.slow


def test_every_page_has_the_full_score_for_accessibility(browsed: list[Path], judged: Judge) -> None:
    chosen = browsed if os.environ.get("PMEXPORT_EVERY_PAGE") else browsed[::_ONE_IN]
    told = judged("lighthouse.mjs", *(page for page in chosen if page.stem.endswith("-default")))

    assert [one for one in told if one["score"] != 1] == []
    assert len(told) > 1
