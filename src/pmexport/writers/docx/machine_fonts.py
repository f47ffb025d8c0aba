"""Fonts of this machine for what the theme's fonts lack in a drawing, as fontconfig picks them for the PDF, too."""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import ctypes


class Found(Struct, frozen=True):
    """The font files that have the characters asked for, and those characters that no font has.

    `asked` is false where there is nobody to ask: then the engine has to look for itself.
    """

    files: tuple[str, ...] = ()
    missing: str = ""
    asked: bool = True


def fonts_with(characters: Iterable[str]) -> Found:
    """Return the fonts of this machine that have `characters`, those of a script in one font where one has them all."""
    scripts: dict[str, str] = defaultdict(str)
    for character in characters:
        scripts[unicodedata.name(character, "").partition(" ")[0]] += character
    if not scripts:
        return Found()
    library = _fontconfig()
    if library is None:
        return Found(asked=False)
    matched = [_matched(library, together) for together in scripts.values()]
    return Found(tuple(dict.fromkeys(file for file, _ in matched if file)), "".join(lacking for _, lacking in matched))


def _matched(library: ctypes.CDLL, characters: str) -> tuple[str, str]:
    """Return the file of the font that fits `characters` best, and those of them that it lacks."""
    import ctypes  # noqa: PLC0415  few drawings lack a character

    points = " ".join(f"{ord(character):x}" for character in characters)
    pattern = ctypes.c_void_p(library.FcNameParse(f"sans-serif:charset={points}".encode()))
    library.FcConfigSubstitute(None, pattern, 0)
    library.FcDefaultSubstitute(pattern)
    match = ctypes.c_void_p(library.FcFontMatch(None, pattern, ctypes.byref(ctypes.c_int())))
    library.FcPatternDestroy(pattern)
    if match.value is None:
        return "", characters
    file, covered = ctypes.c_char_p(), ctypes.c_void_p()
    library.FcPatternGetString(match, b"file", 0, ctypes.byref(file))
    library.FcPatternGetCharSet(match, b"charset", 0, ctypes.byref(covered))
    lacking = "".join(each for each in characters if not library.FcCharSetHasChar(covered, ord(each)))
    path = (file.value or b"").decode(errors="replace")
    library.FcPatternDestroy(match)
    return (path if lacking != characters else ""), lacking


def _fontconfig() -> ctypes.CDLL | None:
    import ctypes.util  # noqa: PLC0415  as above

    name = "libfontconfig.so.1" if sys.platform == "linux" else ctypes.util.find_library("fontconfig")
    try:
        library = ctypes.CDLL(name) if name else None
    except OSError:
        return None
    if library is not None:
        library.FcNameParse.restype = library.FcFontMatch.restype = ctypes.c_void_p
    return library
