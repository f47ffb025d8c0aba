"""How words are used: the lists and patterns stand in a data file, and the modules of the guards list none."""

import re
import tomllib
from pathlib import Path

import pytest

from pmexport.customer import guards
from pmexport.customer.guards.usages import any_of, listed, usage

ROOM = Path(guards.__file__).parent
TABLE = tomllib.loads((ROOM / "usages.toml").read_text(encoding="utf-8"))
MODULES = sorted(ROOM.glob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_no_expression_in_a_module_chooses_among_words(module: Path) -> None:
    text = module.read_text(encoding="utf-8")

    assert re.findall(r"[a-z]{2,}\|[a-z]{2,}\|", text, re.IGNORECASE) == []


@pytest.mark.parametrize("name", TABLE["patterns"])
def test_every_pattern_can_be_made(name: str) -> None:
    assert "(?&" not in usage(name).pattern


def test_every_list_and_pattern_is_used() -> None:
    code = "".join(module.read_text(encoding="utf-8") for module in MODULES)
    patterns = "".join(TABLE["patterns"].values())

    named = {name for name in (*TABLE["words"], *TABLE["patterns"]) if re.search(rf"[\"']{name}[\"']", code)}
    assert {*TABLE["words"], *TABLE["patterns"]} - named == {
        name for name in TABLE["words"] if name not in named and f"(?&{name})" in patterns
    }


def test_the_longest_word_comes_first_and_a_space_may_be_any() -> None:
    assert "google chat" in listed("talked_on")
    assert re.fullmatch(any_of("talked_on"), "google\tchat")
    assert any_of("before_things") == "(?:every|your|any|an|a)"
