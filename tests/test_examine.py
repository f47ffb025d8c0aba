"""The roads that end with findings: check, inspect and fix."""

from pmexport.examine import explain, json_schema, mended, reviewed
from pmexport.model.options import CheckOptions, ReadOptions

TEXT = b"# Postmortem: Search was slow\n\n**Severity:** SEV-2\n\n## Summary\n\nSearch took nine seconds.\n"
DEEP = b"# Postmortem: Deep\n\n" + b"> " * 3000 + b"down\n"


def test_a_review_tells_the_reader_s_findings_and_its_own_in_the_order_of_the_lines() -> None:
    found = reviewed(TEXT + b"\n## Timeline\n\n- TBD\n").diagnostics

    assert [one.line for one in found] == sorted(one.line for one in found)
    assert {"section-missing", "section-empty"} <= {one.code for one in found}


def test_a_finding_that_the_settings_switch_off_is_not_told() -> None:
    without = reviewed(TEXT, check_options=CheckOptions(disable=frozenset({"section-missing"}))).diagnostics

    assert "section-missing" not in {one.code for one in without}


def test_a_code_in_the_settings_that_no_rule_has_is_told() -> None:
    found = reviewed(TEXT, check_options=CheckOptions(disable=frozenset({"secton-missing"}))).diagnostics

    assert [one.code for one in found if "secton-missing" in one.message] == ["rule-unknown"]


def test_each_section_is_explained_with_its_line() -> None:
    (explained,) = explain(TEXT, ReadOptions(name="x.md"))

    assert "Summary" in str(explained)


def test_a_text_nested_without_end_is_examined_and_told_of() -> None:
    assert explain(DEEP, ReadOptions(name="x.md"))[0].title == "Deep"
    assert mended(DEEP).content == DEEP
    assert "nested-too-deep" in {one.code for one in reviewed(DEEP).diagnostics}


def test_the_schema_is_one_of_an_object() -> None:
    assert b'"title"' in json_schema()
