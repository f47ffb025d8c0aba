"""The tables of the documentation are made from what the program reads."""

import runpy
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]


def test_the_pages_about_themes_are_up_to_date() -> None:
    pages: dict[Path, str] = runpy.run_path(str(REPOSITORY / "scripts" / "theme_pages.py"))["pages"]()
    stale = [path.name for path, text in pages.items() if path.read_text("utf-8") != text]

    assert stale == [], "run: python scripts/theme_pages.py"
