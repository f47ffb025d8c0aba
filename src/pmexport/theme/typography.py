"""The families of a brand, their files and the type scale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pmexport.theme.setting import Setting
from pmexport.theme.theme import Face, Typography

_SMALLEST, _LARGEST = 7.5, 60.0
_WEIGHTS = {"thin": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400, "regular": 400,
            "medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700, "extra-bold": 800, "ultra-bold": 800,
            "black": 900}  # fmt: skip


def typography(brand: Setting) -> Typography:
    """Return the families by role, every face and the sizes. Raises ThemeError for a role whose family has no file."""
    faces = _faces(brand)
    known = {face.family for face in faces}
    text = _family(brand, known, "typography", "base", "family")
    return Typography(
        text=text,
        display=_family(brand, known, "typography", "headings", "family") or text,
        mono=_family(brand, known, "typography", "monospace", "family") or text,
        emoji=_family(brand, known, "defaults", "pmexport", "type", "emoji"),
        faces=faces,
        sizes={
            word: size.number(_SMALLEST, _LARGEST, "pt")
            for word, size in _items(brand, "defaults", "pmexport", "type", "sizes")
        },
        word_text=_word(brand, "text") or text,
        word_mono=_word(brand, "mono") or text,
    )


def _items(brand: Setting, *path: str) -> list[tuple[str, Setting]]:
    setting = brand.get(*path)
    return list(setting.items().items()) if setting else []


def _word(brand: Setting, role: str) -> str:
    setting = brand.get("defaults", "pmexport", "docx", "fonts", role)
    return setting.text() if setting else ""


def _family(brand: Setting, known: set[str], *path: str) -> str:
    setting = brand.get(*path)
    if setting is None:
        return ""
    if setting.text() not in known:
        raise setting.refusal(f"give typography.fonts its files, or name one of {', '.join(sorted(known))}")
    return setting.text()


def _faces(brand: Setting) -> tuple[Face, ...]:
    """Return each face once, with its files for paper and screen; a later file takes the place of an earlier one."""
    paper: dict[tuple[str, int, bool], Path] = {}
    screen: dict[tuple[str, int, bool], Path] = {}
    fonts = brand.get("typography", "fonts")
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
    if family is None or files is None or (source and source.text() != "file"):
        return
    for item in files.value if isinstance(files.value, tuple) else (files,):
        path = item.get("path") or item
        file = path.path()
        if file.suffix.lower() not in {".ttf", ".otf", ".woff2"}:
            raise path.refusal("give a .ttf or .otf for paper, a .woff2 for the screen")
        style = item.get("style")
        yield (family.text(), _weight(item.get("weight")), bool(style and style.text() == "italic")), file


def _weight(setting: Setting | None) -> int:
    if setting is None:
        return 400
    return _WEIGHTS.get(setting.text()) or int(setting.number(100, 900))
