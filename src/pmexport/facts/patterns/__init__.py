"""The words and patterns that claims in running text are found by; they stand in the TOML files beside this module."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TypeVar

import msgspec

Words = TypeVar("Words", bound=msgspec.Struct)


def load(name: str, words: type[Words]) -> Words:
    """Return the file `name` as the type `words`; its callers keep what they get."""
    text = (resources.files(__name__) / f"{name}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), words, strict=False)
