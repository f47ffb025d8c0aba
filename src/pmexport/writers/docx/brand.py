"""The company's colours and fonts put into the base document, so that a change of theme in Word restyles all of it."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from pmexport.model.prose import CodeToken
from pmexport.theme.theme import Colour, Palette, Theme, Typography
from pmexport.writers.docx.markup import Element, qualified, w
from pmexport.writers.docx.sizes import resized
from pmexport.writers.docx.slots import REFERENCES, Slots, named_slots, plain, resolved, slots

_STYLED = ("word/styles.xml", "word/numbering.xml")
_THEME = "word/theme/theme1.xml"
_FONTS = "word/fontTable.xml"
_SETTINGS = "word/settings.xml"
# The base document's own families, to be replaced by the theme's.
_BASE_TEXT = "Inter"
_BASE_MONO = "JetBrains Mono"
_DOCUMENT = "word/document.xml"
_WHITE = Colour(255, 255, 255)
# What the settings say before they speak of the ground (ISO/IEC 29500-1, 17.15.1.78).
_BEFORE_GROUND = ("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime")
# Lines in the base document, and the share of a slot's colour that its hairlines have.
_BORDERS = (qualified("w:pBdr"), qualified("w:tblBorders"), qualified("w:tcBorders"))
_HAIR = "40"
# Word chooses a face and a spelling by language and region; it has places of their own for these two kinds.
_EAST_ASIAN = {"ja": "ja-JP", "ko": "ko-KR", "zh": "zh-CN"}
# What stands in Latin letters amid those is English to Word as to LibreOffice, which would else break it at any letter.
_LATIN = "en-US"
_LEFTWARDS = {"ar": "ar-SA", "fa": "fa-IR", "he": "he-IL", "ur": "ur-PK"}

CODE_STYLES = {
    CodeToken.COMMENT: "CodeComment",
    CodeToken.KEYWORD: "CodeKeyword",
    CodeToken.STRING: "CodeString",
    CodeToken.NUMBER: "CodeNumber",
}
"""The character style of each kind of code; plain code has none."""


def dressed(parts: Mapping[str, bytes], theme: Theme, language: str) -> dict[str, bytes]:
    """Return the base document's `parts` in the colours and families of `theme`, set in `language` (a BCP 47 tag)."""
    colours = slots(theme.light)
    changed = dict(parts)
    changed[_THEME] = _theme_part(parts[_THEME], colours, theme)
    for name in _STYLED:
        root = etree.fromstring(parts[name])
        fill_colours(root, {REFERENCES.get(slot, slot): colour for slot, colour in colours.items()})
        _fill_lines(root, theme.light)
        _fill_code(root, theme.light)
        _fill_fonts(root, theme.type)
        _fill_language(root, language)
        resized(root, theme.type.sizes)
        changed[name] = _serialised(root)
    for name in (_FONTS, _SETTINGS):
        root = etree.fromstring(parts[name])
        _fill_fonts(root, theme.type)
        _fill_language(root, language)
        if name == _SETTINGS and theme.light.ground != _WHITE:
            _show_ground(root)
        changed[name] = _serialised(root)
    if theme.light.ground != _WHITE:
        document = etree.fromstring(parts[_DOCUMENT])
        document.insert(0, w("background", color=plain(theme.light.ground), themeColor=REFERENCES["lt1"]))
        changed[_DOCUMENT] = _serialised(document)
    return changed


def _show_ground(settings: Element) -> None:
    """Let Word show the colour of the page on the screen, which it does not print."""
    before = [qualified(f"w:{name}") for name in _BEFORE_GROUND]
    place = sum(1 for element in settings if element.tag in before)
    settings.insert(place, w("displayBackgroundShape"))


def _theme_part(part: bytes, colours: Mapping[str, Colour], theme: Theme) -> bytes:
    root = etree.fromstring(part)
    for slot, colour in colours.items():
        for value in root.iterfind(f".//{qualified('a:' + slot)}/{qualified('a:srgbClr')}"):
            value.set("val", plain(colour))
    families = {"a:majorFont": theme.type.word_display or theme.type.word_text, "a:minorFont": theme.type.word_text}
    for role, family in families.items():
        for latin in root.iterfind(f".//{qualified(role)}/{qualified('a:latin')}"):
            latin.set("typeface", family)
    return _serialised(root)


def fill_colours(root: Element, colours: Mapping[str, Colour]) -> None:
    """Give every reference to a theme colour its value too: LibreOffice and Google Docs read that alone."""
    for theme_name, prefix, value_names in (
        ("themeColor", "theme", ("color", "val")),
        ("themeFill", "themeFill", ("fill",)),
    ):
        for element in root.iterfind(f".//*[@{qualified('w:' + theme_name)}]"):
            changes = {kind: element.get(qualified(f"w:{prefix}{kind.title()}")) for kind in ("tint", "shade")}
            shown = resolved(str(element.get(qualified("w:" + theme_name))), colours, **changes)
            name = next(name for name in value_names if element.get(qualified("w:" + name)) is not None)
            element.set(qualified("w:" + name), plain(shown))


def _fill_lines(root: Element, palette: Palette) -> None:
    """Give the rules and hairlines the palette's own colours: the slot they refer to may hold another one here."""
    found = Slots(named_slots(palette))
    wanted = {("text1", None): palette.rule, ("accent6", None): palette.faint, ("accent6", _HAIR): palette.hair}
    for borders in root.iter(*_BORDERS):
        for line in borders:
            slot = (str(line.get(qualified("w:themeColor"))), line.get(qualified("w:themeTint")))
            if slot not in wanted:
                continue
            for name in ("themeTint", "themeShade"):
                line.attrib.pop(qualified(f"w:{name}"), None)
            for name, value in found.nearest(wanted[slot]).ink("color").items():
                line.set(qualified(f"w:{name}"), value)


def _fill_code(root: Element, palette: Palette) -> None:
    """Give the styles of code the palette's own colours, as near as the theme's slots come to them."""
    found = Slots(named_slots(palette))
    for token, style in CODE_STYLES.items():
        colour = root.find(f"{qualified('w:style')}[@{qualified('w:styleId')}='{style}']//{qualified('w:color')}")
        if colour is not None:
            colour.attrib.clear()
            for name, value in found.nearest(palette.code[token]).ink().items():
                colour.set(qualified("w:" + name), value)


def _fill_fonts(root: Element, families: Typography) -> None:
    replaced = {_BASE_TEXT: families.word_text, _BASE_MONO: families.word_mono}
    for tag, names in (("w:rFonts", ("ascii", "hAnsi", "cs")), ("w:font", ("name",))):
        for element in root.iter(qualified(tag)):
            for name in names:
                family = element.get(qualified("w:" + name))
                if family in replaced:
                    element.set(qualified("w:" + name), replaced[family])


def _fill_language(root: Element, language: str) -> None:
    """Name the language, and where it is one that Word keeps in a place of its own, name it there as well."""
    named = {"val": language}
    for place, regions in (("eastAsia", _EAST_ASIAN), ("bidi", _LEFTWARDS)):
        if language.partition("-")[0] in regions:
            named["val"] = named[place] = regions.get(language, language)
            if place == "eastAsia":
                named["val"] = _LATIN
    for tag in ("w:lang", "w:themeFontLang"):
        for element in root.iter(qualified(tag)):
            for name, value in named.items():
                element.set(qualified("w:" + name), value)


def _serialised(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
