"""The pages of rules in the documentation are made from the rules' own texts, a page for each."""

import re
import runpy
from pathlib import Path

import pytest

from pmexport.cli.findings import documentation
from pmexport.facts.review.rule import rules
from pmexport.reader.codes import codes


@pytest.fixture(scope="module")
def made(repository: Path) -> dict[str, str]:
    pages = runpy.run_path(str(repository / "scripts" / "rules_pages.py"))["pages"]()
    assert isinstance(pages, dict)
    return pages


def test_the_pages_are_what_the_rules_say(repository: Path, made: dict[str, str]) -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (repository / "docs/rules").glob("*.md")}

    assert written == made, "run: python scripts/rules_pages.py"


@pytest.mark.parametrize("code", [*rules(), *codes(), "prose"])
def test_the_link_of_a_finding_leads_to_its_page(repository: Path, code: str) -> None:
    page, _, anchor = (documentation(code) or "").partition("#")

    text = (repository / page).read_text(encoding="utf-8")

    assert re.search(rf"^#+ {anchor or code}$", text, re.MULTILINE)


@pytest.mark.parametrize("code", rules())
def test_a_page_tells_why_and_shows_what_is_found_and_what_is_not(code: str, made: dict[str, str]) -> None:
    page = made[f"{code}.md"]

    assert rules()[code].rationale.strip() in page
    assert page.count("````markdown") == len(rules()[code].fires) + len(rules()[code].silent)


@pytest.mark.parametrize("code", rules())
def test_the_index_leads_to_every_page(code: str, made: dict[str, str]) -> None:
    assert f"[{code}]({code}.md)" in made["README.md"]


def test_a_rule_of_the_team_has_no_page_of_ours() -> None:
    assert documentation("old-team-name") is None
