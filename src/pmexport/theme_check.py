"""A theme looked over as a whole: its files, its words, its templates, and a page drawn with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
from pmexport.theme.brand import Brand, Overlay, read_brand
from pmexport.theme.examine import Examined, Found, error, examine
from pmexport.theme.sheet import faults as faults_of_sheet
from pmexport.theme.theme import Theme
from pmexport.writers.page import style

_STYLE_NAME = re.compile(r'<w:name w:val="([^"]+)"')
_TRIED = ("html", "docx")


def look_over(name: str, over: Overlay | None = None) -> Examined:
    """Return all that is to be said of the theme `name`, each thing once. Raises ThemeError where there is none."""
    examined = examine(name, over)
    theme = examined.theme
    if theme is None:
        return examined
    brand = read_brand(name, over, [])
    found = [*examined.found, *_words(theme), *_sheets(brand, theme), *_styles(brand, theme)]
    found += [*_reference(brand, theme), *_templates(theme)]
    if not any(one.severity is DiagnosticSeverity.ERROR for one in found):
        found += _drawn(theme)
    return replace(examined, found=tuple(dict.fromkeys(found)))


def _words(theme: Theme) -> Iterator[Found]:
    for fault in faults(Words("en").labels, theme.wording.renamed):
        yield error(fault, "theme-label")


def _sheets(brand: Brand, theme: Theme) -> Iterator[Found]:
    """Yield what is wrong with each style sheet by its text."""
    variables = frozenset({*style.colours(theme.light), *style.sizes(theme), *style.families(theme, fallback={})})
    for folder in brand.folders:
        file = folder / "theme.css"
        for line, found, instead in faults_of_sheet(file.read_text("utf-8-sig"), variables) if file.is_file() else ():
            place = f"{folder.absolute().name}/theme.css:{line}"
            yield Found(place, DiagnosticSeverity.WARNING, "theme-style-sheet", found, instead)


def _styles(brand: Brand, theme: Theme) -> Iterator[Found]:
    """Yield each style of ours that does not exist, and each of the template's that it does not have."""
    ours = _STYLE_NAME.findall((shipped("templates") / "base.docx" / "word" / "styles.xml").read_text("utf-8"))
    theirs = _template_styles(theme)
    styles = brand.settings.get("defaults", "pmexport", "docx", "styles")
    for word, setting in styles.items().items() if styles and theme.word_styles else ():
        place = f"{setting.shown}:{setting.line}"
        if not _is_among(word, ours):
            instead = _nearest(word, ours) or "name one of templates/base.docx"
            yield _style(place, f"there is no style {word!r} in our Word documents", instead)
        elif theirs is None:
            yield _style(place, "there is no reference.docx whose style could stand in", "put it beside the brand file")
        elif not _is_among(setting.text(), theirs):
            instead = _nearest(setting.text(), theirs) or "name one that it has"
            yield _style(place, f"reference.docx has no style {setting.text()!r}", instead)


def _style(place: str, found: str, instead: str) -> Found:
    return Found(place, DiagnosticSeverity.WARNING, "theme-word-style", found, instead)


def _is_among(name: str, names: Sequence[str]) -> bool:
    return name.casefold() in {one.casefold() for one in names}


def _nearest(name: str, names: Sequence[str]) -> str:
    return next((f"write {near}" for near in get_close_matches(name, names, n=1, cutoff=0.5)), "")


def _template_styles(theme: Theme) -> list[str] | None:
    """Return the names of the styles in the theme's Word template; None where there is none that can be opened."""
    if theme.reference_docx is None:
        return None
    from pmexport.writers.docx.reference.company import opened_company  # noqa: PLC0415  few themes have one

    try:
        company = opened_company(theme.reference_docx.read_bytes(), theme.reference_docx.name)
    except PmexportError:
        return []
    return _STYLE_NAME.findall(company.parts.get(company.related("styles"), b"").decode("utf-8", "replace"))


def _reference(brand: Brand, theme: Theme) -> Iterator[Found]:
    """Yield why the theme's Word document cannot be used; it stands where its brand file speaks of Word, if it does."""
    if (file := theme.reference_docx) is None:
        return
    from pmexport.writers.docx.reference.company import opened_company  # noqa: PLC0415  few themes have one

    try:
        opened_company(file.read_bytes(), file.name)
    except PmexportError as fault:
        own = brand.settings
        places = (own.get("defaults", "pmexport", "docx"), own.get("defaults", "pmexport"), own)
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
