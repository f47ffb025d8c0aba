"""The families of a brand, their files and the type scale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from pmexport.theme.logo import is_remote
from pmexport.theme.setting import Setting
from pmexport.theme.theme import Face, Typography

_OURS = ("defaults", "pmexport")
_ROLES = {
    "text": ("typography", "base", "family"),
    "headings": ("typography", "headings", "family"),
    "code": ("typography", "monospace", "family"),
    "signs": (*_OURS, "type", "emoji"),
}
_CUTS = {
    "text": ((400, False), (400, True), (600, False)),
    "headings": ((700, False),),
    "code": ((400, False),),
    "signs": (),
}
# Where a family comes from, in the open format; only the first has files here.
_SOURCES = ("file", "google", "bunny", "system")
_STYLES = ("normal", "italic")
_NEAR = 100
_LARGEST_FONT = 30_000_000
_SMALLEST, _LARGEST = 7.5, 60.0
_WEIGHTS = {"thin": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400, "regular": 400,
            "medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700, "extra-bold": 800, "ultra-bold": 800,
            "black": 900}  # fmt: skip


class Missing(Struct, frozen=True):
    """Something that a family lacks, where that was written, and what stands in."""

    place: Setting
    found: str
    instead: str


def typography(brand: Setting, base: Setting) -> Typography:
    """Return the families by role, every face and the sizes. For a family without files that of `base` stands in."""
    faces = _faces(brand)
    known = {face.family for face in faces}
    text = _family(brand, base, known, *_ROLES["text"])
    display = _family(brand, base, known, *_ROLES["headings"]) or text
    mono = _family(brand, base, known, *_ROLES["code"]) or text
    base_text = _named_in(base, "text")
    return Typography(
        text=text,
        display=display,
        mono=mono,
        emoji=_family(brand, base, known, *_ROLES["signs"]),
        faces=faces,
        sizes={
            word: size.number(_SMALLEST, _LARGEST, "pt")
            for word, size in _items(brand, "defaults", "pmexport", "type", "sizes")
        },
        word_text=(word_text := _word(brand, base, "text", text, base_text)),
        word_mono=_word(brand, base, "mono", mono, _named_in(base, "code")),
        word_display=_word(brand, base, "headings", display, _named_in(base, "headings")) or word_text,
    )


def missing_faces(brand: Setting, base: Setting, families: Typography) -> Iterator[Missing]:
    """Yield each family without files, and each cut that the page needs and a family has not."""
    known = {face.family for face in families.faces}
    for role, path in _ROLES.items():
        setting = brand.get(*path)
        if setting is not None and not known & set(_named(setting)):
            other = base.get(*path)
            yield Missing(
                setting,
                f"{setting.key} is {setting.text()!r}, of which there are no files here",
                f"{other.text() if other else families.text} stands in; give typography.fonts its files",
            )
        elif setting is not None:
            yield from _missing_cuts(setting, role, families, known)


def _missing_cuts(setting: Setting, role: str, families: Typography, known: set[str]) -> Iterator[Missing]:
    family = next(name for name in _named(setting) if name in known)
    cuts = {(face.weight, face.italic) for face in families.faces if face.family == family}
    for weight, italic in _CUTS[role]:
        near = any(slope is italic and abs(one - weight) <= _NEAR for one, slope in cuts)
        if not near:
            called = f"{family} {weight}{' italic' if italic else ''}"
            yield Missing(setting, f"{called} is missing, which {role} needs", "give typography.fonts its file")


def _named(setting: Setting) -> list[str]:
    """Return the families that are named, first choice first: other tools take a list with commas."""
    return [name.strip().strip("'\"").strip() for name in setting.text().split(",")]


def _items(brand: Setting, *path: str) -> list[tuple[str, Setting]]:
    setting = brand.get(*path)
    return list(setting.items().items()) if setting else []


def _word(brand: Setting, base: Setting, role: str, family: str, usual: str) -> str:
    """Return the family that Word names for `role`: what is stated, else the theme's own where it has one.

    The default theme states families that every machine has, in place of its own that few have.
    """
    setting = brand.get("defaults", "pmexport", "docx", "fonts", role)
    stated = setting is not None and setting.shown != base.shown
    if family != usual and not stated:
        return family
    return setting.text() if setting else ""


def _named_in(base: Setting, role: str) -> str:
    setting = base.get(*_ROLES[role])
    return setting.text() if setting else ""


def _family(brand: Setting, base: Setting, known: set[str], *path: str) -> str:
    for setting in (brand.get(*path), base.get(*path)):
        if setting is not None and (found := next((name for name in _named(setting) if name in known), "")):
            return found
    return ""


def _faces(brand: Setting) -> tuple[Face, ...]:
    """Return each face once, with its files for paper and screen; a later file takes the place of an earlier one."""
    paper: dict[tuple[str, int, bool], Path] = {}
    screen: dict[tuple[str, int, bool], Path] = {}
    fonts = brand.get("typography", "fonts")
    if fonts is not None and not isinstance(fonts.value, tuple):
        raise fonts.refusal("write a list, with family, source and files for each")
    for font in fonts.value if fonts and isinstance(fonts.value, tuple) else ():
        for key, file in _files(font):
            (screen if file.suffix.lower() == ".woff2" else paper)[key] = file
            if file.suffix.lower() != ".woff2":
                screen.pop(key, None)
    return tuple(
        Face(family=key[0], weight=key[1], italic=key[2], ttf=file, woff2=screen.get(key))
        for key, file in paper.items()
    )


def _files(font: Setting) -> Iterator[tuple[tuple[str, int, bool], Path]]:
    family, source, files = font.get("family"), font.get("source"), font.get("files")
    # A family from a network service has no file here; whoever names it for a role is told.
    if family is None or files is None or (source and source.choice(*_SOURCES) != _SOURCES[0]):
        return
    for item in files.value if isinstance(files.value, tuple) else (files,):
        path = item.get("path") or item
        if isinstance(path.value, dict):
            raise path.refusal("give each file a path")
        if is_remote(path):
            continue
        file = path.path()
        if file.suffix.lower() not in {".ttf", ".otf", ".woff2"}:
            raise path.refusal("give a .ttf or .otf for paper, a .woff2 for the screen")
        if file.stat().st_size > _LARGEST_FONT:
            raise path.refusal("a font may have 30 MB")
        style = item.get("style")
        yield (family.text(), _weight(item.get("weight")), bool(style and style.choice(*_STYLES) == _STYLES[1])), file


def _weight(setting: Setting | None) -> int:
    if setting is None:
        return 400
    return _WEIGHTS.get(setting.text()) or int(setting.number(100, 900))
