"""Values that this theme's pages do not ask for, held to what may stand there all the same: a fault is told early."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.theme.logo import is_remote
from pmexport.theme.palette import Paint
from pmexport.theme.setting import Setting

_LEVELS = ("0", "1", "2", "3", "4", "5")
_TEXTS = (("meta", "name", "full"), ("meta", "name", "short"), ("logo", "alt"))


def hold(top: Setting) -> None:
    """Raise ThemeError for a wrong colour of the palette, picture or text by name, or grade of a scheme."""
    for setting in _below(top, "color", "palette"):
        for side in ("light", "dark"):
            Paint(top, side).colour(setting)
    for path in _TEXTS:
        if text := top.get(*path):
            text.text()
    for image in _below(top, "logo", "images"):
        file = image.get("path") or image
        if not is_remote(file):
            file.target()
        if alt := image.get("alt"):
            alt.text()
    for scheme in _below(top, "defaults", "pmexport", "schemes"):
        for grade in scheme.items().values():
            _hold_grade(grade)


def missing_pictures(top: Setting) -> Iterator[Setting]:
    """Yield where a picture by name has no file; the one that a page shows is an error of its own."""
    for image in _below(top, "logo", "images"):
        file = image.get("path") or image
        if not is_remote(file) and not file.target().is_file():
            yield file


def _hold_grade(grade: Setting) -> None:
    grade.items()
    level, label = grade.get("level"), grade.get("label")
    if level is None:
        raise grade.refusal("give it a level from 0, the worst, to 5")
    level.choice(*_LEVELS)
    if label:
        label.text()


def _below(top: Setting, *path: str) -> Iterator[Setting]:
    here = top.get(*path)
    yield from here.items().values() if here else ()
