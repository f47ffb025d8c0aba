"""What an author is told of a finding: what it is, where, and what to write instead."""

import tomllib
from pathlib import Path

import pytest

from pmexport.customer.finding import Finding
from pmexport.customer.guards import meanings
from pmexport.customer.guards.patterns import rules
from pmexport.errors import ExitStatus
from pmexport.model.customer import Document


def finding(item: str = "Noor", rule: str = "person", sentence: str = "Noor saw it.") -> Finding:
    return Finding(rule=rule, item=item, sentence=sentence, document=Document.CUSTOMER_FILE, line=5)


def test_a_finding_is_told_with_its_sentence_its_name_and_what_to_write() -> None:
    one = finding()

    assert meanings.told(one) == f"“Noor” is somebody's name ({one.name}), in “Noor saw it.”; say “we”"


def test_a_secret_is_not_repeated_in_its_sentence_either() -> None:
    said = meanings.told(finding("hunter2boat", "secret", "The key hunter2boat is old."))

    assert "hunter2boat" not in said
    assert "The key hu…at is old." in said


def test_another_address_in_its_sentence_is_not_repeated() -> None:
    sentence = "Noor (noor@corp.example) saw it."
    fault = meanings.held_back([finding(sentence=sentence), finding("noor@corp.example", "email", sentence)], "a", "b")

    assert not [line for line in fault.particulars if "noor@corp.example" in line]


def test_of_a_long_sentence_the_part_around_the_item_is_told() -> None:
    said = meanings.told(finding(sentence=f"{'word ' * 60}Noor {'more ' * 60}"))

    assert "Noor more" in said
    assert len(said) < 260


def test_the_fault_names_each_on_a_line_of_its_own_and_says_how_to_let_one_pass() -> None:
    fault = meanings.held_back([finding(), finding("Ada")], "report.customer.md", "report.md")

    assert fault.status is ExitStatus.HELD_BACK
    assert [line.split("”")[0] for line in fault.particulars] == [
        "report.customer.md:5: “Noor",
        "report.customer.md:5: “Ada",
    ]
    assert "2 things" in str(fault)
    assert "pmexport customer approve report.md" in str(fault)


@pytest.mark.parametrize("table", ["rules", "instead"])
def test_every_rule_has_its_words(table: str) -> None:
    texts = tomllib.loads((Path(meanings.__file__).parent / "meanings.toml").read_text(encoding="utf-8"))

    assert {rule.name for rule in rules()} <= set(texts[table])
    assert set(texts["rules"]) == set(texts["instead"])
