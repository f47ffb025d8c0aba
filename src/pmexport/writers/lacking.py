"""What the author is told where the theme's fonts lack characters, and which font would have them."""

from __future__ import annotations

import tomllib
import unicodedata
from importlib.resources import files

import msgspec

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.report import Report
from pmexport.model.terms import DiagnosticSeverity
from pmexport.theme.fonts import missing_glyphs
from pmexport.theme.theme import Theme

_LISTED = 12
# The last letter that every font for Western Europe has; looking further would cost each run.
_LATIN = "\u024f"


def left_to_the_reader(report: Report, theme: Theme) -> tuple[Diagnostic, ...]:
    """Return what to tell of the characters of `report` that no font of `theme` has, where others show the file."""
    seen = set(msgspec.json.encode(report).decode())
    lacking = "".join(missing_glyphs("".join(sorted(each for each in seen if each > _LATIN)), theme.type.faces))
    if not lacking:
        return ()
    told = Diagnostic(
        code="reader-font",
        severity=DiagnosticSeverity.WARNING,
        line=0,
        message=f"the theme's fonts lack {_listed(lacking)}; a browser and Word show them in a font of their reader's "
        "machine, or as boxes",
        hint=f"add a font that has them to the theme{_such_as(lacking)}",
    )
    return (told,)


def diagnostics(
    borrowed: str, fonts: tuple[str, ...], missing: str, *, where: str = "the PDF"
) -> tuple[Diagnostic, ...]:
    """Return what to tell of `borrowed` characters, set in `fonts` of this machine, and of `missing` ones, in none."""
    found = []
    if borrowed and fonts:
        found.append(
            Diagnostic(
                code="system-font",
                severity=DiagnosticSeverity.WARNING,
                line=0,
                message=f"the theme's fonts lack {_listed(borrowed)}; set in {', '.join(fonts)} of this machine, "
                "so that the PDF may look different on another",
                hint=f"add a font that has them to the theme{_such_as(borrowed)}",
            )
        )
    if missing:
        found.append(
            Diagnostic(
                code="missing-glyph",
                severity=DiagnosticSeverity.WARNING,
                line=0,
                message=f"no font has {_listed(missing)}: boxes in {where}",
                hint=f"add a font that has them to the theme, or install one{_such_as(missing)}",
            )
        )
    return tuple(found)


def _listed(characters: str) -> str:
    named = ", ".join(f"{character} (U+{ord(character):04X})" for character in characters[:_LISTED])
    more = len(characters) - _LISTED
    return f"{named} and {more} more characters" if more > 0 else named


def _such_as(characters: str) -> str:
    """Return the fonts that are made for `characters`, as far as the table knows."""
    table: dict[str, str] = tomllib.loads((files(__package__) / "scripts.toml").read_text("utf-8"))
    scripts = (unicodedata.name(character, "").partition(" ")[0] for character in characters)
    fonts = dict.fromkeys(table[script] for script in scripts if script in table)
    return f", such as {' or '.join(fonts)}" if fonts else ""
