"""Findings for machines."""

import json
from typing import Any

import pytest

from pmexport.cli.findings import Checked
from pmexport.cli.formats import as_github, as_json, as_sarif
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.terms import DiagnosticSeverity

FOUND = (
    Diagnostic(
        code="percent-over-100",
        severity=DiagnosticSeverity.ERROR,
        line=2,
        message="104 % is more than all",
        hint="write a share",
        quote="104 %",
    ),
    Diagnostic(code="section-usual", severity=DiagnosticSeverity.NOTE, line=0, message="there is no summary"),
)
CONFIRMED = Comparison(kind=ClaimKind.COUNT, agrees=True, quote="two regions", line=3, stated=2, computed=2)
CHECKED = (
    Checked(path="a b/x.md", lines=("# X", "- 104 % failed"), diagnostics=FOUND, confirmed=(CONFIRMED,)),
    Checked(path="y.md", lines=(), diagnostics=(), confirmed=()),
)
ERROR = (
    "::error file=a b/x.md,line=2,col=3,endColumn=8,title=percent-over-100::104 %25 is more than all%0Awrite a share"
)


def test_json_is_as_the_contract_says() -> None:
    found = json.loads(as_json(CHECKED))

    assert (found["schema_version"], [file["path"] for file in found["files"]]) == (1, ["a b/x.md", "y.md"])
    assert {
        key: found["files"][0]["diagnostics"][0][key] for key in ("code", "severity", "line", "message", "hint")
    } == {
        "code": "percent-over-100",
        "severity": "error",
        "line": 2,
        "message": "104 % is more than all",
        "hint": "write a share",
    }


def test_json_tells_what_agrees_as_well() -> None:
    [file, _] = json.loads(as_json(CHECKED))["files"]

    assert file["confirmed"] == [{"line": 3, "text": "two regions", "kind": "count", "basis": "“two regions”: 2"}]


def test_a_github_annotation_stands_on_one_line_with_its_marks_escaped() -> None:
    assert as_github(CHECKED).splitlines() == [
        ERROR,
        "::notice file=a b/x.md,title=section-usual::there is no summary",
    ]


def test_a_path_cannot_forge_a_property() -> None:
    odd = Checked(path="a,line=9:x.md", lines=(), diagnostics=FOUND[1:], confirmed=())

    assert as_github((odd,)).startswith("::notice file=a%2Cline=9%3Ax.md,title=")


@pytest.fixture
def run() -> Any:  # noqa: ANN401 - plain JSON
    log = json.loads(as_sarif(CHECKED))
    assert log["version"] == "2.1.0"
    return log["runs"][0]


def test_sarif_describes_the_rules_that_were_broken(run: Any) -> None:  # noqa: ANN401
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == ["percent-over-100", "section-usual"]
    assert rules[0]["help"]["text"] == "See docs/rules/percent-over-100.md."


def test_sarif_points_at_the_words(run: Any) -> None:  # noqa: ANN401
    results = run["results"]

    assert [(result["ruleId"], result["ruleIndex"], result["level"]) for result in results] == [
        ("percent-over-100", 0, "error"),
        ("section-usual", 1, "note"),
    ]
    assert results[0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b/x.md"},
        "region": {"startLine": 2, "startColumn": 3, "endColumn": 8},
    }
    assert "region" not in results[1]["locations"][0]["physicalLocation"]


def test_sarif_keeps_to_its_schema() -> None:
    schema = pytest.importorskip("pydantic_sarif.model").StaticAnalysisResultsFormatSarifVersion210JsonSchema
    log = json.loads(as_sarif(CHECKED))

    assert len(schema.model_validate(log).runs) == 1
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(ValueError, match="level"):
        schema.model_validate(log)
