"""Every state that a part of the page can be in: nothing in it, too much of it, words where figures are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmexport import ReadOptions, convert
from pmexport.theme.load import load_theme
from visual.check import check

_STATES = sorted((Path(__file__).parent / "states").glob("*.md"))


@pytest.mark.parametrize("state", _STATES, ids=lambda path: path.stem)
def test_no_state_shows_what_no_page_may_show(state: Path) -> None:
    rendering = convert(state.read_bytes(), "pdf", ReadOptions(name=state.name))
    told = {diagnostic.code for diagnostic in rendering.diagnostics}
    families = None if "system-font" in told else {face.family for face in load_theme().theme.type.faces}

    assert [one for one in check(rendering.content, families) if one.rule not in {"missing-glyph"} & told] == []
