"""The HTML file before Lighthouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.conftest import Judge

pytestmark = pytest.mark.slow


def test_every_page_has_the_full_score_for_accessibility(browsed: list[Path], judged: Judge) -> None:
    told = judged("lighthouse.mjs", *(page for page in browsed if page.stem.endswith("-default")))

    assert [one for one in told if one["score"] != 1] == []
    assert len(told) > 1
