"""Every key that a theme may hold: what may stand there, an example, and what it does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from msgspec import Struct

ANY = "*"
_KEPT = 1024


class Key(Struct, frozen=True):
    """One row of the table: `path` holds alternatives for each word, ``*`` for any; `kind` is what may stand there."""

    path: tuple[tuple[str, ...], ...]
    kind: str
    example: str
    does: str

    @property
    def written(self) -> str:
        """Return the path as the table has it."""
        return ".".join(",".join(words) for words in self.path)

    def paths(self) -> Iterator[tuple[str, ...]]:
        """Yield each single path."""
        return product(*self.path)

    def fits(self, words: tuple[str, ...]) -> bool:
        """Return whether `words` is one of the paths, or leads to one."""
        return len(words) <= len(self.path) and all(
            word in known or ANY in known for word, known in zip(words, self.path, strict=False)
        )


@cache
def keys() -> tuple[Key, ...]:
    """Return every key, in the order of the table."""
    lines = Path(__file__).with_name("keys.tsv").read_text("utf-8").splitlines()[1:]
    return tuple(_key(*line.split("\t")) for line in lines)


def _key(path: str, kind: str, example: str, does: str) -> Key:
    return Key(tuple(tuple(words.split(",")) for words in path.split(".")), kind, example, does)


@lru_cache(maxsize=_KEPT)
def is_known(words: tuple[str, ...]) -> bool:
    """Return whether something reads what stands under `words`, or something below it.

    Where the table names the words of a place, a row about the parts of any of them names no further one.
    """
    found = [key for key in _below(words[:2]) if key.fits(words)]
    place = len(words) - 1
    if any(words[place] in key.path[place] or len(key.path) == len(words) for key in found):
        return True
    named = any(len(key.path) == len(words) and ANY not in key.path[place] for key in keys() if key.fits(words[:-1]))
    return bool(found) and not named


@lru_cache(maxsize=_KEPT)
def is_free(words: tuple[str, ...]) -> bool:
    """Return whether all that stands under `words` belongs to other tools."""
    return any(key.kind == "any" and len(key.path) == len(words) and key.fits(words) for key in _below(words[:2]))


def beside(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that may stand where the last of `words` does."""
    place = len(words) - 1
    found = (key.path[place] for key in keys() if len(key.path) > place and key.fits(words[:-1]))
    return tuple(dict.fromkeys(word for known in found for word in known if word != ANY))


@cache
def _below(start: tuple[str, ...]) -> tuple[Key, ...]:
    return tuple(key for key in keys() if key.fits(start[: len(key.path)]))
