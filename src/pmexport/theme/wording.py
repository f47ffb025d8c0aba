"""The words of a theme: sections and fields renamed, and schemes of severity, priority and status."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pmexport.model.options import PLURAL_FORMS, Grade, Renamed, ThemeWords
from pmexport.theme.brand import Brand
from pmexport.theme.forms import SCHEMES
from pmexport.theme.setting import Setting

_GRADED = ("severity", "priority")
_TABLES = {"action": "status", "phases": "phase"}
_LEVELS = ("0", "1", "2", "3", "4", "5")


def wording(own: Setting) -> ThemeWords:
    """Return the words under ``defaults.pmexport``. Raises ThemeError for a scheme that nobody knows."""
    return ThemeWords(
        renamed=(*_renamed(own), *_names_of_ours(own)),
        grades=tuple(grade for scheme in _GRADED for grade in _grades(own, scheme)),
        names=tuple(_names(own)),
    )


def graded(brand: Brand, scheme: str) -> tuple[Grade, ...]:
    """Return the words that `brand` has for the levels of `scheme`. Raises ThemeError for one that nobody knows."""
    own = brand.settings.get("defaults", "pmexport")
    return tuple(_grades(own, scheme)) if own else ()


@cache
def shipped_schemes() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return the schemes that ship, by name: each word as authors write it, its level, and what it means."""
    schemes: dict[str, list[tuple[str, str, str]]] = {}
    for line in Path(__file__).with_name("schemes.tsv").read_text("utf-8").splitlines()[1:]:
        name, written, level, label = line.split("\t")
        schemes.setdefault(name, []).append((written, level, label))
    return {name: tuple(words) for name, words in schemes.items()}


def _renamed(own: Setting) -> Iterator[Renamed]:
    labels = own.get("labels")
    for word, setting in labels.items().items() if labels else ():
        if isinstance(setting.value, dict) and not _is_counted(setting):
            for key, inner in setting.items().items():
                yield from _said(word, key, inner)
        else:
            yield from _said("", word, setting)


def _said(table: str, key: str, setting: Setting) -> Iterator[Renamed]:
    """Yield one word of the page, or each of its plural forms."""
    if _is_counted(setting):
        for form, inner in setting.items().items():
            yield Renamed(table, key, inner.text(), _place(inner), inner.key, form)
    else:
        yield Renamed(table, key, setting.text(), _place(setting), setting.key)


def _is_counted(setting: Setting) -> bool:
    return isinstance(setting.value, dict) and bool(setting.value) and set(setting.value) <= set(PLURAL_FORMS)


def _names_of_ours(own: Setting) -> Iterator[Renamed]:
    """Yield the names of statuses and phases: words of the page's own."""
    for scheme, table in _TABLES.items():
        for key, label in _labels(own, scheme):
            yield Renamed(table, key, label.text(), _place(label), label.key)


def _names(own: Setting) -> Iterator[tuple[str, str, str]]:
    for scheme in SCHEMES:
        yield from ((scheme, key, label.text()) for key, label in _labels(own, scheme))


def _labels(own: Setting, scheme: str) -> Iterator[tuple[str, Setting]]:
    setting = own.get(scheme)
    for key, badge in setting.items().items() if setting else ():
        if isinstance(badge.value, dict) and (label := badge.get("label")):
            yield key, label


def _grades(own: Setting, scheme: str) -> Iterator[Grade]:
    setting = own.get(scheme, "scheme")
    if setting is None:
        return
    name = setting.text()
    ours = own.get("schemes", name)
    if ours is not None:
        for written, grade in ours.items().items():
            level, label = grade.get("level"), grade.get("label")
            if level is None:
                raise grade.refusal("give it a level from 0, the worst, to 5")
            yield Grade(scheme, written, level.choice(*_LEVELS), label.text() if label else "")
        return
    known = shipped_schemes()
    if name.casefold() not in known:
        raise setting.refusal(f"write one of {', '.join(known)}, or a name under schemes")
    for written, rank, meaning in known[name.casefold()]:
        yield Grade(scheme, written, rank, meaning)


def _place(setting: Setting) -> str:
    return f"{setting.shown}:{setting.line}"
