"""A rule as its file tells it: what it is called, says and is for, and examples on which it fires and does not."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from pmexport.model.terms import DiagnosticSeverity


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule of the review. `message` and `hint` hold names in braces that its function fills; `messages` are variants.

    `rationale` says why and `source` who asks for it; `fires` and `silent` are Markdown texts, read with `today`.
    An `english` rule misses words that another language has not, and is left out for texts in one.
    """

    id: str
    severity: DiagnosticSeverity
    title: str
    message: str = ""
    messages: dict[str, str] = {}
    hint: str = ""
    rationale: str
    source: str = ""
    english: bool = False
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    today: dt.date | None = None


class Topic(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of rules."""

    title: str
    about: str
    rule: tuple[Rule, ...]


_FOLDER = Path(__file__).parents[1] / "rules"

TOPICS = (
    "figures",
    "calendar",
    "sections",
    "summary",
    "timeline",
    "causes",
    "actions",
    "wording",
)


@cache
def topic(name: str) -> Topic:
    """Return the rules of the file `name`."""
    text = (_FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Topic)


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its id, in the order of the files."""
    return {rule.id: rule for name in TOPICS for rule in topic(name).rule}
