"""A theme looked over as a whole: its files, its words, its templates, and a page drawn with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from msgspec.structs import replace

from pmexport.convert import renderings
from pmexport.errors import PmexportError, ThemeError
from pmexport.model.rendering import Rendering
from pmexport.model.terms import DiagnosticSeverity
from pmexport.report.renaming import faults
from pmexport.report.words import Words
from pmexport.shipped import shipped
from pmexport.specimen import specimen
from pmexport.theme.brand import Overlay, read_brand
from pmexport.theme.examine import Examined, Found, error, examine
from pmexport.theme.theme import Theme

_STYLE_NAME = re.compile(r'<w:name w:val="([^"]+)"')
_TRIED = ("html", "docx")


def look_over(name: str, over: Overlay | None = None) -> Examined:
    """Return all that is to be said of the theme `name`, each thing once. Raises ThemeError where there is none."""
    examined = examine(name, over)
    theme = examined.theme
    if theme is None:
        return examined
    found = [*examined.found, *_words(theme), *_styles(name, theme), *_reference(name, theme), *_templates(theme)]
    if not any(one.severity is DiagnosticSeverity.ERROR for one in found):
        found += _drawn(theme)
    return replace(examined, found=tuple(dict.fromkeys(found)))


def _words(theme: Theme) -> Iterator[Found]:
    for fault in faults(Words("en").labels, theme.wording.renamed):
        yield error(fault, "theme-label")


def _styles(name: str, theme: Theme) -> Iterator[Found]:
    """Yield each style of ours that does not exist."""
    known = _STYLE_NAME.findall((shipped("templates") / "base.docx" / "word" / "styles.xml").read_text("utf-8"))
    styles = read_brand(name).settings.get("defaults", "pmexport", "docx", "styles")
    for word, setting in styles.items().items() if styles and theme.word_styles else ():
        if word.casefold() not in {one.casefold() for one in known}:
            near = get_close_matches(word, known, n=1, cutoff=0.5)
            yield Found(
                f"{setting.shown}:{setting.line}",
                DiagnosticSeverity.WARNING,
                "theme-word-style",
                f"there is no style {word!r} in our Word documents",
                f"write {near[0]}" if near else "name one of templates/base.docx",
            )


def _reference(name: str, theme: Theme) -> Iterator[Found]:
    """Yield why the theme's Word document cannot be used; it stands where its brand file speaks of Word, if it does."""
    if (file := theme.reference_docx) is None:
        return
    from pmexport.writers.docx.reference.company import opened_company  # noqa: PLC0415  few themes have one

    try:
        opened_company(file.read_bytes(), file.name)
    except PmexportError as fault:
        brand = read_brand(name).settings
        places = (brand.get("defaults", "pmexport", "docx"), brand.get("defaults", "pmexport"), brand)
        place = next((one for one in places if one and one.file.parent == file.parent), None)
        shown = f"{place.shown}:{place.line}" if place else str(file)
        yield error(ThemeError(f"{file.name} {fault.found}", place=shown, instead=fault.instead), "theme-reference")


def _templates(theme: Theme) -> Iterator[Found]:
    """Yield each template that nothing draws, is none, or names what does not exist."""
    if not theme.templates:
        return
    from pmexport.writers.sandbox import Sandbox, shown_folder  # noqa: PLC0415  few themes have templates of their own
    from pmexport.writers.templates import documented_names, drawn_templates  # noqa: PLC0415

    sandbox = Sandbox(theme.templates)
    known = drawn_templates()
    for folder in theme.templates:
        for file in sorted(folder.rglob("*.j2")):
            name = file.relative_to(folder).as_posix()
            if name not in known:
                near = get_close_matches(name, known, n=1, cutoff=0.5)
                yield Found(
                    f"{shown_folder(folder)}/{name}:1",
                    DiagnosticSeverity.WARNING,
                    "theme-template",
                    "no page draws this template by itself",
                    f"call it {near[0]}, or include it in another" if near else "templates/README.md lists the names",
                )
            for fault in sandbox.faults(name, documented_names(name)):
                yield error(fault, "theme-template")


def _drawn(theme: Theme) -> Iterator[Found]:
    """Yield why the specimen cannot be drawn, where it cannot: what only drawing shows."""
    try:
        report = specimen(theme)
    except ThemeError as fault:
        yield error(fault)
        return
    for made in renderings(report, theme, _TRIED):
        if isinstance(made, Rendering):
            continue
        yield error(ThemeError(made.found, place=_place(made), instead=made.instead), "theme-drawing")


def _place(fault: PmexportError) -> str:
    return fault.place or "the specimen"
