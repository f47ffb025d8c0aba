"""Which fonts a page may be set in: the theme's own, and this machine's only where those lack a character."""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterable

import pydyf  # type: ignore[import-untyped]  # ships no types
from weasyprint.text.ffi import (  # type: ignore[import-untyped]  # as above
    ffi,
    fontconfig,
    gobject,
    pangoft2,
)
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # as above

from pmexport.theme.theme import Face


def theme_fonts(faces: Iterable[Face]) -> FontConfiguration:
    """Return a configuration that knows only the faces that a page declares, and one of `faces` for all else.

    Pango crashes where it has no font at all; if none of `faces` can be read, the machine's fonts are allowed.
    """
    fonts = _ThemeFonts()
    return fonts if any(fonts.holds(face) for face in faces) else FontConfiguration()


class _ThemeFonts(FontConfiguration):  # type: ignore[misc]  # as above
    """Begins with no font, where the engine's own begins with all fonts of the machine."""

    def __init__(self) -> None:
        self._config = _empty()
        self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
        pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", self.font_map), self._config)
        fontconfig.FcConfigDestroy(self._config)  # the map holds it
        self._folder = None
        self.strut_layouts: dict[object, object] = {}
        self.font_features: dict[object, object] = {}

    def holds(self, face: Face) -> bool:
        """Add `face` under its file's own name; return whether it could be read."""
        added = bool(fontconfig.FcConfigAppFontAddFile(self._config, str(face.ttf).encode()))
        pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", self.font_map))
        return added


def _empty() -> object:
    """Return a configuration of fontconfig with no font in it.

    The engine declares no function for that, and its binding takes a quarter of a second to learn one more.
    """
    name = "libfontconfig.so.1" if sys.platform == "linux" else ctypes.util.find_library("fontconfig")
    create = ctypes.CDLL(name).FcConfigCreate
    create.restype = ctypes.c_void_p
    return ffi.cast("FcConfig *", create())


def strangers(pdf: pydyf.PDF, faces: Iterable[Face]) -> tuple[str, ...]:
    """Return the names of the fonts in `pdf` whose family is none of `faces`, in order."""
    families = tuple({_plain(face.family) for face in faces})
    names = (str(part["BaseFont"]) for part in pdf.objects if _is_font(part))
    # The engine lets an apostrophe of its own slip into a name.
    spoken = (name.lstrip("/").partition("+")[2].replace("-", " ").replace("'", "") for name in names)
    return tuple(dict.fromkeys(name for name in spoken if not _plain(name).startswith(families)))


def _is_font(part: object) -> bool:
    return isinstance(part, pydyf.Dictionary) and part.get("Type") == "/Font" and "BaseFont" in part


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
