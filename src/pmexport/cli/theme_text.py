"""What `theme list` and `theme check` print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from pmexport.cli.terminal import visible
from pmexport.errors import ExitStatus, ThemeError
from pmexport.model.terms import DiagnosticSeverity
from pmexport.shipped import shipped
from pmexport.theme.brand import read_brand, themes
from pmexport.theme.examine import Examined
from pmexport.theme.pairs import Pair

_FILE = "_brand.yml"


class Listed(Struct, frozen=True, kw_only=True):
    """A theme as it is listed: its name, where it lies, what it extends, and the first words of its file."""

    name: str
    where: str
    extends: tuple[str, ...]
    about: str


def themes_here(folder: Path) -> tuple[Listed, ...]:
    """Return the themes that ship, and those in `folder`, by name."""
    own = sorted(file.parent for file in folder.glob(f"*/{_FILE}")) if folder.is_dir() else []
    ours = [_listed(name, shipped("themes") / name, "ships with pmexport") for name in themes()]
    same = shipped("themes").resolve()
    theirs = [_listed(one.name, one, one.as_posix()) for one in own if one.parent.resolve() != same]
    return (*ours, *theirs)


def _listed(name: str, folder: Path, where: str) -> Listed:
    first = (folder / _FILE).read_text("utf-8-sig", "replace").splitlines()
    about: list[str] = []
    for line in first:
        if not line.startswith("#"):
            break
        about.append(line.lstrip("# ").strip())
    try:
        extends = read_brand(folder).settings.get("defaults", "pmexport", "extends")
        below = extends.texts() if extends else ()
    except ThemeError as fault:
        return Listed(name=name, where=where, extends=(), about=f"cannot be used: {fault.found}")
    sentence = " ".join(about).partition(". ")[0].rstrip(".")
    return Listed(name=name, where=where, extends=below, about=sentence)


def listed(found: Sequence[Listed]) -> str:
    """Return themes as lines of text."""
    width = max((len(one.name) for one in found), default=0)
    return "".join(
        f"{visible(one.name):<{width}}  {visible(one.about or 'says nothing of itself')} ({visible(_whence(one))})\n"
        for one in found
    )


def _whence(one: Listed) -> str:
    return f"{one.where}; extends {', '.join(one.extends)}" if one.extends else one.where


def listed_json(found: Sequence[Listed]) -> str:
    """Return themes as JSON."""
    return _json({"schema_version": 1, "themes": found})


def status_of(examined: Examined, *, strict: bool) -> int:
    """Return the exit status: 1 for an error, and when strict for a warning."""
    errors = {DiagnosticSeverity.ERROR} | ({DiagnosticSeverity.WARNING} if strict else set())
    return ExitStatus.FINDINGS if any(one.severity in errors for one in examined.found) else ExitStatus.DONE


def examined_text(name: str, examined: Examined, *, quiet: bool = False) -> str:
    """Return what was found in the theme `name` as lines, each with its place; then its pairs, faces and logo."""
    lines = [
        f"{one.place}: {one.severity}: {one.message} ({one.code}){f'; {one.hint}' if one.hint else ''}"
        for one in examined.found
    ]
    theme = examined.theme
    if theme is not None and not quiet:
        lines += ["", f"Colours of {name}, every pair: contrast, and what it must reach"]
        lines += [_pair(side, pair) for side, pair in examined.pairs]
        lines += ["", "Faces"]
        lines += [f"  {one.family} {one.weight}{' italic' if one.italic else ''}" for one in theme.type.faces]
        logo = f"“{theme.logo.alt}”" if theme.logo else "none"
        lines += ["", f"Logo, in words: {logo}", ""]
    errors, warnings = (_count(examined, word) for word in ("error", "warning"))
    low = sum(pair.ratio < pair.wanted for _, pair in examined.pairs)
    lines.append(
        f"{name}: {errors}, {warnings}; {len(examined.pairs) - low} of {len(examined.pairs)} pairs can be read"
    )
    return "\n".join(map(visible, lines)) + "\n"


def _pair(side: str, pair: Pair) -> str:
    verdict = "" if pair.ratio >= pair.wanted else "  too low"
    colours = f"{pair.ink.hex} on {pair.ground.hex}"
    return f"  {side:<5}  {pair.name:<32} {colours}  {pair.ratio:>4.1f} of {pair.wanted:g}{verdict}"


def _count(examined: Examined, severity: str) -> str:
    count = sum(one.severity == severity for one in examined.found)
    return f"{count} {severity}{'' if count == 1 else 's'}"


def examined_json(found: Iterable[tuple[str, Examined]]) -> str:
    """Return what was found in themes as JSON."""
    themes_found = [
        {
            "theme": name,
            "found": one.found,
            "pairs": [
                {
                    "side": side,
                    "name": pair.name,
                    "ink": pair.ink.hex,
                    "ground": pair.ground.hex,
                    "contrast": round(pair.ratio, 2),
                    "wanted": pair.wanted,
                }
                for side, pair in one.pairs
            ],
            "logo": one.theme.logo.alt if one.theme and one.theme.logo else None,
        }
        for name, one in found
    ]
    return _json({"schema_version": 1, "themes": themes_found})


def _json(content: object) -> str:
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"
