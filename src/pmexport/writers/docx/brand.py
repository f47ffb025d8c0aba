"""The company's colours and fonts put into the base document, so that a change of theme in Word restyles all of it."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from lxml import etree

from pmexport.model.prose import CodeToken
from pmexport.model.report import BadgeScheme
from pmexport.theme.theme import Colour, Palette, Theme, Typography
from pmexport.writers.docx.markup import Element, qualified

_STYLED = ("word/styles.xml", "word/numbering.xml")
_THEME = "word/theme/theme1.xml"
_FONTS = "word/fontTable.xml"
_SETTINGS = "word/settings.xml"
# What the slots of a Word theme are called where a style refers to them.
_REFERENCES = {
    "dk1": "text1",
    "lt1": "background1",
    "dk2": "text2",
    "lt2": "background2",
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}
# The base document's own families, to be replaced by the theme's.
_BASE_TEXT = "Inter"
_BASE_MONO = "JetBrains Mono"
_TINTED = 255
_EAST_ASIAN = ("ja", "ko", "zh")

CODE_STYLES = {
    CodeToken.COMMENT: "CodeComment",
    CodeToken.KEYWORD: "CodeKeyword",
    CodeToken.STRING: "CodeString",
    CodeToken.NUMBER: "CodeNumber",
}
"""The character style of each kind of code; plain code has none."""


def slots(palette: Palette) -> dict[str, Colour]:
    """Return the twelve colours of a Word theme: text and ground, six accents, links."""
    return {
        "dk1": palette.ink,
        "lt1": palette.ground,
        "dk2": palette.soft,
        "lt2": palette.wash,
        "accent1": palette.brand,
        "accent2": palette.alert,
        "accent3": palette.badges[BadgeScheme.ACTION, "in_progress"].ink,
        "accent4": palette.badges[BadgeScheme.ACTION, "done"].ink,
        "accent5": palette.tag,
        "accent6": palette.faint,
        "hlink": palette.link,
        "folHlink": palette.soft,
    }


def dressed(parts: Mapping[str, bytes], theme: Theme, language: str) -> dict[str, bytes]:
    """Return the base document's `parts` in the colours and families of `theme`, set in `language` (a BCP 47 tag)."""
    colours = slots(theme.light)
    changed = dict(parts)
    changed[_THEME] = _theme_part(parts[_THEME], colours, theme)
    for name in _STYLED:
        root = etree.fromstring(parts[name])
        _fill_colours(root, {_REFERENCES.get(slot, slot): colour for slot, colour in colours.items()})
        _fill_code(root, theme.light)
        _fill_fonts(root, theme.type)
        _fill_language(root, language)
        changed[name] = _serialised(root)
    for name in (_FONTS, _SETTINGS):
        root = etree.fromstring(parts[name])
        _fill_fonts(root, theme.type)
        _fill_language(root, language)
        changed[name] = _serialised(root)
    return changed


def tinted(colour: Colour, share: float) -> Colour:
    """Return `colour` mixed towards white as Word does it: lightness in HSL, keeping `share` (0 to 1) of the dark."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in (colour.red, colour.green, colour.blue)))
    red, green, blue = colorsys.hls_to_rgb(hue, light * share + 1 - share, saturation)
    return Colour(round(red * 255), round(green * 255), round(blue * 255))


def plain(colour: Colour) -> str:
    """Return `colour` as Word writes it: RRGGBB."""
    return colour.hex[1:].upper()


def _theme_part(part: bytes, colours: Mapping[str, Colour], theme: Theme) -> bytes:
    root = etree.fromstring(part)
    for slot, colour in colours.items():
        for value in root.iterfind(f".//{qualified('a:' + slot)}/{qualified('a:srgbClr')}"):
            value.set("val", plain(colour))
    for latin in root.iter(qualified("a:latin")):
        latin.set("typeface", theme.type.word_text)
    return _serialised(root)


def _fill_colours(root: Element, colours: Mapping[str, Colour]) -> None:
    """Give every reference to a theme colour its value too: LibreOffice and Google Docs read that alone."""
    for theme_name, tint_name, value_names in (
        ("themeColor", "themeTint", ("val", "color")),
        ("themeFill", "themeFillTint", ("fill",)),
    ):
        for element in root.iterfind(f".//*[@{qualified('w:' + theme_name)}]"):
            colour = colours[str(element.get(qualified("w:" + theme_name)))]
            tint = element.get(qualified("w:" + tint_name))
            name = "color" if element.get(qualified("w:color")) and "color" in value_names else value_names[0]
            shown = tinted(colour, int(tint, 16) / _TINTED) if tint else colour
            element.set(qualified("w:" + name), plain(shown))


def _fill_code(root: Element, palette: Palette) -> None:
    """Give the styles of code the palette's own colours, which are more than a Word theme has slots for."""
    for token, style in CODE_STYLES.items():
        found = root.find(f"{qualified('w:style')}[@{qualified('w:styleId')}='{style}']//{qualified('w:color')}")
        if found is not None:
            found.attrib.clear()
            found.set(qualified("w:val"), plain(palette.code[token]))


def _fill_fonts(root: Element, families: Typography) -> None:
    replaced = {_BASE_TEXT: families.word_text, _BASE_MONO: families.word_mono}
    for tag, names in (("w:rFonts", ("ascii", "hAnsi", "cs")), ("w:font", ("name",))):
        for element in root.iter(qualified(tag)):
            for name in names:
                family = element.get(qualified("w:" + name))
                if family in replaced:
                    element.set(qualified("w:" + name), replaced[family])


def _fill_language(root: Element, language: str) -> None:
    """Name the language; Word keeps that of Chinese, Japanese and Korean in a place of its own."""
    names = ("val", "eastAsia") if language.partition("-")[0] in _EAST_ASIAN else ("val",)
    for tag in ("w:lang", "w:themeFontLang"):
        for element in root.iter(qualified(tag)):
            for name in names:
                element.set(qualified("w:" + name), language)


def _serialised(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
