"""The review runs the rules that are switched on, weighed as the team weighs them."""

import tomllib
from pathlib import Path

import pytest

from pmexport.model.options import CheckOptions
from pmexport.model.terms import DiagnosticSeverity
from rule_examples import codes, findings

TEXT = """# Orders stopped

## Impact
About 8,500 users saw errors; 9 of 8 servers were down. Revenue: TBD, finance is asked.
"""


def severities(options: CheckOptions) -> dict[str, DiagnosticSeverity]:
    return {one.code: one.severity for one in findings(TEXT, options=options)}


def test_findings_come_by_line() -> None:
    lines = [one.line for one in findings(TEXT)]

    assert lines == sorted(lines)


def test_a_rule_that_is_switched_off_finds_nothing() -> None:
    assert "placeholder" in severities(CheckOptions())
    assert "placeholder" not in severities(CheckOptions(disable=frozenset({"placeholder"})))


def test_a_team_weighs_a_rule_otherwise() -> None:
    note = CheckOptions(severity={"part-over-whole": DiagnosticSeverity.NOTE})

    assert severities(CheckOptions())["part-over-whole"] is DiagnosticSeverity.ERROR
    assert severities(note)["part-over-whole"] is DiagnosticSeverity.NOTE


def test_what_is_found_says_what_to_write_instead() -> None:
    hints = {one.code: one.hint for one in findings(TEXT)}

    assert hints["part-over-whole"] == "mend one of the two numbers"


def test_words_that_another_language_has_not_are_not_missed() -> None:
    text = "---\nlang: {}\n---\n# Ordre stoppet\n\n## Action Items\n- [ ] Begrense antall sesjoner i mellomlageret\n"

    missed = {lang: {one.code for one in findings(text.format(lang))} for lang in ("en", "nb")}

    assert "action-without-verb" in missed["en"]
    assert "action-without-verb" not in missed["nb"]


def attacked(kind: str) -> list[tuple[str, str]]:
    told = tomllib.loads((Path(__file__).parent / "attacked.toml").read_text(encoding="utf-8"))
    return [(rule, text) for rule, texts in told.items() for text in texts[kind]]


@pytest.mark.parametrize(("rule", "text"), attacked("fires"))
def test_a_rule_is_not_got_round_by_other_words(rule: str, text: str) -> None:
    assert rule in codes(text)


@pytest.mark.parametrize(("rule", "text"), attacked("silent"))
def test_a_rule_leaves_alone_what_only_looks_alike(rule: str, text: str) -> None:
    assert rule not in codes(text)
