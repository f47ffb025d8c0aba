"""The label files: which languages the page speaks, and what it says in each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
FALLBACK = "en"


def spoken(language: str) -> str:
    """Return the language that is really spoken where `language` is asked for: one that has labels."""
    return language if language.partition("-")[0] in spoken_languages() else FALLBACK


@cache
def spoken_languages() -> frozenset[str]:
    """Return the codes of the languages that there are labels in."""
    return frozenset(file.stem for file in _FOLDER.glob("*.toml"))


@cache
def labels(language: str) -> Mapping[str, object]:
    """Return the labels of `language`, table by table; what its file leaves out is English."""
    own = _file(language.partition("-")[0])
    return {name: _joined(table, own.get(name, table)) for name, table in _file(FALLBACK).items()}


def _joined(english: object, own: object) -> object:
    return {**english, **own} if isinstance(english, dict) and isinstance(own, dict) else own


@cache
def _file(language: str) -> Mapping[str, object]:
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
