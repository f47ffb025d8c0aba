"""Contradictions planted into real files: edits that turn a sound statement into one that the document contradicts."""

from __future__ import annotations

import datetime as dt
import os
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from pmexport.examine import reviewed
from pmexport.model.options import CheckOptions, ReadOptions

FOLDER = Path(__file__).parent / "planted"
_REPOSITORY = FOLDER.parents[1]


class Plant(Struct, frozen=True, forbid_unknown_fields=True):
    """An edit: `find` is replaced by `plant`; any of `codes` on its line counts as found, `anywhere` on any line.

    Of two lines that contradict each other either may be told. `missed` says why the review cannot see it; it counts as
    not found all the same.
    """

    kind: str
    find: str
    plant: str
    codes: tuple[str, ...]
    anywhere: bool = False
    missed: str = ""


class Planted(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of the repository or of the shared material, and what is planted into it."""

    file: str
    plant: tuple[Plant, ...]
    today: dt.date | None = None

    def path(self, shared: Path | None) -> Path | None:
        """Return where the file lies, None where the shared material, or that of $PMEXPORT_SETS, is not at hand."""
        if self.file.startswith("sets/"):
            sets = os.environ.get("PMEXPORT_SETS")
            return Path(sets) / self.file.removeprefix("sets/") if sets else None
        if self.file.startswith("shared/"):
            return shared / self.file.removeprefix("shared/") if shared else None
        return _REPOSITORY / self.file


def planted() -> Iterator[tuple[str, Planted]]:
    """Yield the files of plants by name."""
    for path in sorted(FOLDER.glob("*.toml")):
        yield path.stem, msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Planted)


def is_found(planted: Planted, plant: Plant, text: str) -> bool:
    """Tell whether the review finds `plant` in `text`, on its line, and had not found it there before."""
    assert text.count(plant.find) == 1, f"{plant.find!r} stands {text.count(plant.find)} times in {planted.file}"
    start = text[: text.index(plant.find)].count("\n") + 1
    lines = range(start, start + plant.plant.count("\n") + 1)
    edited = text.replace(plant.find, plant.plant)
    before = {(code, message) for line, code, message in _found(planted, text) if plant.anywhere or line in lines}
    return any(
        code in plant.codes and (plant.anywhere or line in lines) and (code, message) not in before
        for line, code, message in _found(planted, edited)
    )


def _found(planted: Planted, text: str) -> list[tuple[int, str, str]]:
    return _reviewed(Path(planted.file).name, text, planted.today)


@cache
def _reviewed(name: str, text: str, today: dt.date | None) -> list[tuple[int, str, str]]:
    found = reviewed(text.encode(), ReadOptions(name=name), CheckOptions(today=today))
    return [(one.line, one.code, one.message) for one in found.diagnostics]
