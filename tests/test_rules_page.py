"""The page of rules in the documentation is made from the rules' own texts."""

import runpy
from pathlib import Path

import pytest

from pmexport.facts.review.rule import rules


@pytest.fixture(scope="module")
def written(repository: Path) -> str:
    return (repository / "docs" / "review-rules.md").read_text(encoding="utf-8")


def test_the_page_is_what_the_rules_say(repository: Path, written: str) -> None:
    made = runpy.run_path(str(repository / "scripts" / "rules_page.py"))["page"]()

    assert made == written, "run: python scripts/rules_page.py"


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_its_section(code: str, written: str) -> None:
    assert f"\n### {code}\n" in written
