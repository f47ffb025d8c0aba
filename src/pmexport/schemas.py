"""What may stand in a brand file and in the settings, as JSON Schema, for editors that check while one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import msgspec

from pmexport.model.options import CheckOptions, Paper, SupportHours
from pmexport.reader.vocabulary import tables
from pmexport.settings import CUSTOMER_KEYS, LOOK
from pmexport.theme.brand import themes
from pmexport.theme.keys import ANY, Key, keys
from pmexport.theme.wording import shipped_schemes

Schema: TypeAlias = "dict[str, object]"

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Schema = {"type": ["string", "number", "boolean"]}
_TEXTS: Schema = {"type": "array", "items": {"type": "string"}}
_OBJECT: Schema = {"type": "object"}
_LISTS = ("fonts", "list")
_PAIR: Schema = {"type": "object", "properties": {"light": {"type": "string"}, "dark": {"type": "string"}}}
_DEFINED: Schema = {"colour": {"anyOf": [{"type": "string"}, {**_PAIR, "additionalProperties": False}]}}
_OURS = ("defaults", "pmexport")


def brand_schema() -> bytes:
    """Return the schema of ``_brand.yml``: the open format, and closed below ``defaults.pmexport``."""
    whole = _tree(keys())
    return _written({"$schema": _DRAFT, "title": "Theme for pmexport, in the open brand.yml format", **whole})


def settings_schema() -> bytes:
    """Return the schema of ``pmexport.toml``; the same may stand under ``[tool.pmexport]``."""
    properties: Schema = {
        "theme": {"type": "string", "description": "a theme that ships, or a folder", "examples": list(themes())},
        "template": {"type": "string", "description": "a folder of templates that go before those of the theme"},
        "paper": {"enum": [paper.value for paper in Paper]},
        "lang": {"type": "string", "description": "a language tag", "examples": ["en-GB", "de"]},
        "timezone": {"type": "string", "examples": ["UTC", "Europe/Berlin"]},
        "classification": {"type": "string", "examples": ["Internal"]},
        "today": {"type": "string", "description": "the day that due dates are held against"},
        "customer": _customer(),
        "check": _of_type(CheckOptions),
        "support_hours": _of_type(SupportHours),
        "reader": _reader(),
        **{name: _ours(name) for name in LOOK},
    }
    whole = {"title": "Settings of pmexport", "type": "object", "properties": properties, "additionalProperties": False}
    return _written({"$schema": _DRAFT, **whole})


def _written(schema: Mapping[str, object]) -> bytes:
    return msgspec.json.format(msgspec.json.encode({**schema, "$defs": _DEFINED}), indent=1) + b"\n"


def _ours(name: str) -> Schema:
    """Return the schema of a table that changes a theme: what stands under its name in a brand file."""
    here: object = _tree(keys())
    for word in (*_OURS, name):
        properties = here.get("properties") if isinstance(here, dict) else None
        here = properties.get(word) if isinstance(properties, dict) else None
    return here if isinstance(here, dict) else _OBJECT


def _tree(rows: Iterable[Key], depth: int = 0, *, ours: bool = False) -> Schema:
    """Return the schema of the keys below one place, `depth` words from the top of the file."""
    groups: dict[str, list[Key]] = {}
    for row in rows:
        for word in row.path[depth]:
            groups.setdefault(word, []).append(row)
    of_any = groups.pop(ANY, [])
    parts = [row for row in of_any if len(row.path) > depth + 1]
    properties = {word: _node([*group, *parts], depth, word, ours=ours) for word, group in groups.items()}
    is_open = not groups or len(parts) < len(of_any)
    any_word = _node(of_any, depth, ANY, ours=ours) if of_any and is_open else None
    found: Schema = {"type": "object", "properties": properties}
    found["additionalProperties"] = any_word if any_word is not None else not ours
    return found


def _node(rows: list[Key], depth: int, word: str, *, ours: bool) -> Schema:
    own = [row for row in rows if len(row.path) == depth + 1]
    below = [row for row in rows if len(row.path) > depth + 1 and (ANY not in row.path[depth] or _has_parts(word, own))]
    inner = _tree(below, depth + 1, ours=ours or (depth == 1 and word == _OURS[1])) if below else None
    if not own:
        return inner or _OBJECT
    leaf, key_kind = _kind(own[0]), own[0].kind
    described: Schema = {"description": own[0].does, **({"examples": [own[0].example]} if own[0].example else {})}
    if inner is None:
        return {**leaf, **described}
    if key_kind == "any":
        return described
    if key_kind == "map":
        return {**inner, **described}
    if key_kind in _LISTS:
        array: Schema = {"type": "array", "items": {"anyOf": [{"type": "string"}, inner]}}
        lone = {"anyOf": [{"type": "string"}, inner, array]}
        return {**(lone if key_kind == "list" else array), **described}
    return {"anyOf": [leaf, inner], **described}


def _has_parts(word: str, own: list[Key]) -> bool:
    """Return whether the parts that any badge has stand below `word` too."""
    return word == ANY or any(row.kind == "badge" for row in own)


def _kind(key: Key) -> Schema:
    kind, *more = key.kind.split(" ")
    match kind:
        case "any":
            return {}
        case "map":
            return dict(_OBJECT)
        case "colour":
            return {"$ref": "#/$defs/colour"}
        case "badge":
            return {"type": "string"}
        case "choice":
            return {"enum": [*more, *(int(word) for word in more if word.isdigit())]}
        case "number":
            low, high, unit = float(more[0]), float(more[1]), more[2]
            figure = {"type": "number", "minimum": low, "maximum": high}
            return {"anyOf": [figure, {"type": "string", "pattern": rf"^\d+(\.\d+)?\s*({unit})?$"}]}
        case "names" | "texts":
            return {"anyOf": [{"type": "string"}, _TEXTS]}
        case "scheme":
            return {"type": "string", "examples": list(shipped_schemes())}
        case _:
            return dict(_PLAIN)


def _customer() -> Schema:
    by_language: Schema = {"type": "object", "additionalProperties": {"type": "string"}}
    text: Schema = {"anyOf": [{"type": "string"}, by_language]}
    kinds: Mapping[str, Schema] = {"texts": text, "lists": _TEXTS, "numbers": {"type": "number"}}
    found: Schema = {key: kinds[kind] for kind, names in CUSTOMER_KEYS.items() for key in names}
    found["services"] = {"type": "object", "additionalProperties": {"type": "string"}}
    return {"type": "object", "properties": found, "additionalProperties": False}


def _reader() -> Schema:
    words = {"anyOf": [{"type": "string"}, _TEXTS]}
    known = {**tables(), "headings": tables()["sections"]}
    found = {
        table: {"type": "object", "properties": dict.fromkeys(names, words), "additionalProperties": False}
        for table, names in known.items()
    }
    return {"type": "object", "properties": found, "additionalProperties": False}


def _of_type(table: type[msgspec.Struct]) -> Schema:
    """Return the schema of a table that is read into `table`, its parts written out in their places."""
    (schema,), parts = msgspec.json.schema_components((table,), ref_template="{name}")
    return _resolved(schema, parts)  # type: ignore[return-value]  # an object is one


def _resolved(schema: object, parts: Mapping[str, object]) -> object:
    if isinstance(schema, dict):
        if "$ref" in schema:
            return _resolved(parts[str(schema["$ref"])], parts)
        return {word: _resolved(one, parts) for word, one in schema.items() if word != "default"}
    if isinstance(schema, list):
        return [_resolved(one, parts) for one in schema]
    return schema
