"""What each code of the reader's own diagnostics stands for, in the words of the documentation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct


class Told(Struct, frozen=True, forbid_unknown_fields=True):
    """What is found under a code, and what becomes of it or what to do, as sentences."""

    finds: str
    does: str


@cache
def codes() -> Mapping[str, Told]:
    """Return every code that the reader may tell, in the order of the documentation."""
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Told])
