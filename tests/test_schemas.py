"""Editors are told what may stand in brand files and settings: no more and no less than what is read."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from pmexport.schemas import brand_schema, settings_schema
from pmexport.shipped import shipped

BRAND = Draft202012Validator(json.loads(brand_schema()))
SETTINGS = Draft202012Validator(json.loads(settings_schema()))
SCHEMAS = Path(__file__).parents[1] / "docs" / "schemas"


def faults(validator: Draft202012Validator, content: object) -> list[str]:
    return [error.message for error in validator.iter_errors(content)]


@pytest.mark.parametrize("schema", [BRAND, SETTINGS])
def test_a_schema_is_one(schema: Draft202012Validator) -> None:
    Draft202012Validator.check_schema(schema.schema)


@pytest.mark.parametrize("file", sorted(shipped("themes").glob("*/_brand.yml")), ids=lambda file: file.parent.name)
def test_the_brand_file_of_a_shipped_theme_is_valid(file: Path) -> None:
    assert faults(BRAND, yaml.safe_load(file.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "brand",
    [
        "color: {primary: [1]}",
        "defaults: {pmexport: {severty: {}}}",
        "defaults: {pmexport: {page: {size: A3}}}",
        "defaults: {pmexport: {severity: {'0': {shap: ring}}}}",
        "defaults: {pmexport: {severity: {'9': red}}}",
        "defaults: {pmexport: {type: {sizes: {body: 3}}}}",
    ],
)
def test_what_a_theme_would_be_told_of_is_not_valid(brand: str) -> None:
    assert len(faults(BRAND, yaml.safe_load(brand))) == 1


def test_keys_of_other_tools_are_valid() -> None:
    brand = "meta: {name: Acme, motto: onwards}\ncolor: {accent: red}\ndefaults: {bootstrap: {a: 1}}\nbutton: {a: b}\n"

    assert faults(BRAND, yaml.safe_load(brand)) == []


def test_settings_as_they_are_documented_are_valid() -> None:
    text = """
theme = "mono"
[labels]
root_cause = "Factors"
[severity]
scheme = "s1-s4"
[severity.colours]
0 = "red"
[check]
disable = ["blame-word"]
[reader.headings]
root_cause = "Why"
[customer.services]
payment-service = "Payments"
"""

    assert faults(SETTINGS, tomllib.loads(text)) == []
    assert faults(SETTINGS, tomllib.loads("theem = 'mono'")) != []


@pytest.mark.parametrize(("name", "made"), [("brand", brand_schema()), ("settings", settings_schema())])
def test_the_schemas_in_the_documentation_are_these(name: str, made: bytes) -> None:
    assert (SCHEMAS / f"{name}.schema.json").read_bytes() == made, "run: python scripts/theme_pages.py"
