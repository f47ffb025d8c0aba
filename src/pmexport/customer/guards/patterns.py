"""The rules that are patterns: what each looks for, and what of it may pass."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from msgspec import Struct


class Pattern(Struct, frozen=True):
    """What one rule looks for, and what of it may pass."""

    name: str
    find: tuple[re.Pattern[str], ...]
    spare: tuple[re.Pattern[str], ...]


@cache
def rules() -> tuple[Pattern, ...]:
    """Return every rule that is a pattern."""
    table = tomllib.loads((Path(__file__).parent / "patterns.toml").read_text(encoding="utf-8"))
    return tuple(
        Pattern(name, compiled(entry["find"]), compiled(entry.get("spare", ()))) for name, entry in table.items()
    )


def compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Return `patterns` as expressions that match in any case."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
