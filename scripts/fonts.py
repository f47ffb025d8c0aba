"""Make the fonts of the shipped themes again from the packages that publish them.

    python scripts/fonts.py            fetches the packages with npm
    python scripts/fonts.py FOLDER     takes their archives from FOLDER

Needs fontTools and brotli, and npm where nothing is given. Each face becomes a static, unhinted TTF with the whole
character set for paper, and a subset WOFF2 for one-file HTML. The same packages and the same fontTools give the same
bytes.
"""

# ruff: noqa: INP001 - a script that stands alone
from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

THEMES = Path(__file__).resolve().parents[1] / "themes"


class Package(NamedTuple):
    """An npm package by name and version, and where its licence lies."""

    name: str
    version: str
    licence: str

    @property
    def archive(self) -> str:
        """Return the file name that ``npm pack`` gives it."""
        return f"{self.name.replace('@', '').replace('/', '-')}-{self.version}.tgz"


INTER = Package("inter-ui", "4.1.1", "LICENSE.txt")
MONO = Package("@expo-google-fonts/jetbrains-mono", "0.4.1", "LICENSE_FONT")
EMOJI = Package("@expo-google-fonts/noto-emoji", "0.4.7", "LICENSE_FONT")
BITTER = Package("@expo-google-fonts/bitter", "0.4.2", "LICENSE_FONT")
LICENCES = {
    INTER: "default/fonts/OFL-Inter.txt",
    MONO: "default/fonts/OFL-JetBrainsMono.txt",
    EMOJI: "default/fonts/OFL-NotoEmoji.txt",
    BITTER: "northwind/fonts/OFL-Bitter.txt",
}

# Spacing and shapes that a page relies on. Stylistic sets, fractions and swashes go, and so does `calt`: in Inter it
# turns "->" into an arrow and in JetBrains Mono "!=" into one sign, where a postmortem must show what was typed.
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "case")

# What one-file HTML carries: Latin with Latin-1 and Extended-A, punctuation, currency, arrows, signs, marks. The
# browser's own fonts serve the rest.
SCREEN = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), 0x192, 0x218, 0x219, 0x21A, 0x21B, 0x2C6, 0x2C7, *range(0x2D8, 0x2DE),
    0x300, 0x301, 0x302, 0x303, 0x308, 0x30A, 0x327, 0x328, 0x3BC, 0x3A9, 0x3C0, *range(0x2000, 0x200C),
    *range(0x2010, 0x2028), 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x203D, 0x2044, 0x20AC, 0x20B9, 0x20BF,
    0x2116, 0x2122, *range(0x2190, 0x219A), 0x21B5, 0x21D0, 0x21D2, 0x2206, 0x2211, 0x2212, 0x2215, 0x221A, 0x221E,
    0x2248, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25B2, 0x25B6, 0x25BC, 0x25C0, 0x25C6, 0x25CB, 0x25CF, 0x2713,
    0x2717,
)  # fmt: skip
BOX = tuple(range(0x2500, 0x25A0))  # trees and tables drawn with lines, in code
# The emoji face must not lend its wide digits, its space or its © to ordinary text.
TEXT = frozenset(range(0xFF)) | {0x2122, 0x200B, 0x2003, 0x2002, 0x2009}


class Cut(NamedTuple):
    """One face to make: its package, the file in it, the name to ship it under."""

    package: Package
    path: str
    name: str
    screen: tuple[int, ...] = ()
    theme: str = "default"
    whole: bool = True


CUTS = (
    Cut(INTER, "web/Inter-Regular.woff2", "Inter-400", SCREEN),
    Cut(INTER, "web/Inter-Italic.woff2", "Inter-400-italic", SCREEN),
    Cut(INTER, "web/Inter-SemiBold.woff2", "Inter-600", SCREEN),
    Cut(INTER, "web/Inter-SemiBoldItalic.woff2", "Inter-600-italic"),
    Cut(INTER, "display/InterDisplay-Bold.woff2", "InterDisplay-700", SCREEN),
    Cut(MONO, "400Regular/JetBrainsMono_400Regular.ttf", "JetBrainsMono-400", SCREEN + BOX),
    Cut(EMOJI, "400Regular/NotoEmoji_400Regular.ttf", "NotoEmoji-400"),
    # A made-up brand needs no more characters on paper than on the screen.
    Cut(BITTER, "700Bold/Bitter_700Bold.ttf", "Bitter-700", SCREEN, "northwind", whole=False),
)


def main(arguments: list[str]) -> None:
    """Write every font and licence into the folder of its theme."""
    with tempfile.TemporaryDirectory() as fetched:
        folder = Path(arguments[0]) if arguments else Path(fetched)
        for package, licence in LICENCES.items():
            if not arguments:
                pack = ["npm", "pack", f"{package.name}@{package.version}", "--pack-destination", fetched]
                subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed words only
            text = _read(folder, package, package.licence).decode().replace("\r\n", "\n").strip()
            (THEMES / licence).parent.mkdir(parents=True, exist_ok=True)
            (THEMES / licence).write_text("\n".join(map(str.rstrip, text.split("\n"))) + "\n", encoding="utf-8")
        for cut in CUTS:
            content = _read(folder, cut.package, cut.path)
            fonts = THEMES / cut.theme / "fonts"
            without = None if cut.package is not EMOJI else TEXT
            _write(content, fonts / f"{cut.name}.ttf", only=() if cut.whole else cut.screen, without=without)
            if cut.screen:
                _write(content, fonts / f"{cut.name}.woff2", only=cut.screen)


def _read(folder: Path, package: Package, path: str) -> bytes:
    with tarfile.open(folder / package.archive) as archive:
        member = archive.extractfile(f"package/{path}")
        if member is None:
            raise FileNotFoundError(path)
        return member.read()


def _write(content: bytes, target: Path, *, only: tuple[int, ...] = (), without: frozenset[int] | None = None) -> None:
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    options = subset.Options(
        layout_features=list(FEATURES),
        hinting=False,
        name_IDs=["*"],
        notdef_outline=True,
        glyph_names=False,
        drop_tables=[*subset.Options._drop_tables_default, "DSIG", "STAT", "gasp"],  # noqa: SLF001 - its documented default
    )
    options.flavor = "woff2" if target.suffix == ".woff2" else None
    chosen = set(only) if only else set(font.getBestCmap()) - (without or set())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=chosen)
    subsetter.subset(font)
    font.flavor = options.flavor
    font.save(target)


if __name__ == "__main__":
    main(sys.argv[1:])
