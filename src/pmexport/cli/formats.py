"""Findings for machines: JSON, GitHub annotations and SARIF 2.1.0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias
from urllib.parse import quote

import msgspec

from pmexport import __version__
from pmexport.cli.findings import Checked, basis, documentation, place
from pmexport.cli.terminal import visible
from pmexport.facts.review.rule import rules
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.codes import codes

Json: TypeAlias = "str | int | bool | Sequence[Json] | dict[str, Json] | None"

_LEVELS = {
    DiagnosticSeverity.ERROR: "error",
    DiagnosticSeverity.WARNING: "warning",
    DiagnosticSeverity.NOTE: "note",
}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(checked: tuple[Checked, ...]) -> str:
    """Return the findings as the published contract has them, version 1, with the figures that agree."""
    return _encoded({"schema_version": 1, "files": [_file(one) for one in checked]})


def _file(one: Checked) -> dict[str, Json]:
    return {
        "path": one.path,
        "diagnostics": [_diagnostic(each) for each in one.diagnostics],
        "confirmed": [
            {"line": each.line, "text": each.quote, "kind": each.kind.value, "basis": basis(each)}
            for each in one.confirmed
        ],
    }


def _diagnostic(one: Diagnostic) -> dict[str, Json]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "line": one.line,
        "message": one.message,
        "hint": one.hint,
        "quote": one.quote,
        "docs": documentation(one.code),
    }


def as_github(checked: tuple[Checked, ...]) -> str:
    """Return workflow commands, an annotation a line; GitHub calls a note a notice."""
    return "".join(_command(file, one) for file in checked for one in file.diagnostics)


def _command(file: Checked, one: Diagnostic) -> str:
    name = "notice" if one.severity is DiagnosticSeverity.NOTE else one.severity.value
    properties = [f"file={_property(file.path)}"]
    if one.line:
        start, end = _columns(file, one)
        properties += [f"line={one.line}", f"col={start}", f"endColumn={end}"]
    properties.append(f"title={_property(one.code)}")
    said = "\n".join(visible(text) for text in (one.message, one.hint) if text)
    return f"::{name} {','.join(properties)}::{_data(said)}\n"


def _data(text: str) -> str:
    """Return `text` as the value of a workflow command, which ends with its line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(checked: tuple[Checked, ...]) -> str:
    """Return a SARIF log with one run; the rules that were broken are described in it."""
    found = sorted({one.code for file in checked for one in file.diagnostics})
    number = {code: index for index, code in enumerate(found)}
    driver: dict[str, Json] = {"name": "pmexport", "version": __version__, "rules": [_rule(code) for code in found]}
    results: list[Json] = [_result(file, one, number[one.code]) for file in checked for one in file.diagnostics]
    run: dict[str, Json] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _encoded({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, Json]:
    rule = rules().get(code)
    if rule is None:
        return _told(code)
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": " ".join(rule.rationale.split())},
        "help": {"text": f"See {documentation(code)}."},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _told(code: str) -> dict[str, Json]:
    told = codes().get(code)
    if told is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": told.finds},
        "fullDescription": {"text": told.does},
        "help": {"text": f"See {documentation(code)}."},
    }


def _result(file: Checked, one: Diagnostic, index: int) -> dict[str, Json]:
    where: dict[str, Json] = {"artifactLocation": {"uri": quote(file.path.replace("\\", "/"))}}
    if one.line:
        start, end = _columns(file, one)
        where["region"] = {"startLine": one.line, "startColumn": start, "endColumn": end}
    said = f"{one.message}. {one.hint[:1].upper()}{one.hint[1:]}." if one.hint else one.message
    return {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": said},
        "locations": [{"physicalLocation": where}],
    }


def _columns(file: Checked, one: Diagnostic) -> tuple[int, int]:
    """Return the first column and the one after the last, counted from 1."""
    line = file.lines[one.line - 1] if one.line <= len(file.lines) else ""
    start, end = place(line, one.quote)
    return start + 1, end + 1


def _encoded(value: Json) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
