"""How one name may be spelt: with and without its marks, as Søren, Soren and Soeren."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path


def spellings(name: str) -> frozenset[str]:
    """Return `name` in small letters as written, without marks, and with a mark written as a second letter."""
    plain = unicodedata.normalize("NFC", name.casefold())
    if plain.isascii():
        return frozenset({plain})
    letters = _letters()
    bare = "".join(letters["bare"].get(mark, mark) for mark in plain)
    wide = "".join(letters["wide"].get(mark, letters["bare"].get(mark, mark)) for mark in plain)
    return frozenset({plain, _without_marks(bare), _without_marks(wide)})


def _without_marks(text: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))


@cache
def _letters() -> dict[str, dict[str, str]]:
    """Return what stands for a letter that no decomposition takes apart, and for one that takes two."""
    table = tomllib.loads((Path(__file__).parent / "lookalikes.toml").read_text(encoding="utf-8"))
    return {"bare": table["bare"], "wide": table["wide"]}
