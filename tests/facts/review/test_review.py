"""The review runs the rules that are switched on, weighed as the team weighs them."""

from pmexport.model.options import CheckOptions
from pmexport.model.terms import DiagnosticSeverity
from rule_examples import findings

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
