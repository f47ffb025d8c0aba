"""A word across every page, as Word's own Watermark command makes it, so that the same command takes it away."""

from __future__ import annotations

from lxml import etree

from pmexport.theme.theme import Colour
from pmexport.writers.docx.markup import Element, clean, paragraph, qualified, w

_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
# The type of shape that is a text on a straight line (Office Open XML, part 4, section 19.1.2.20).
_TEXT_ON_A_PATH = "136"
_TALLEST = 130.0
_SHARE = 0.82
_LETTER = 0.62
_TURN = 315
_STYLE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;height:{height:.0f}pt;rotation:{turn};"
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def watermark(text: str, width: float, number: int, colour: Colour) -> Element:
    """Return `text` across a page that is `width` points wide between its margins; `number` counts the document's."""
    long = width * _SHARE
    height = min(_TALLEST, long / (len(text) * _LETTER))
    shape = etree.Element(
        f"{{{_VML}}}shape",
        nsmap={"v": _VML, "o": _OFFICE},
        id=f"PowerPlusWaterMarkObject{number}",
        type=f"#_x0000_t{_TEXT_ON_A_PATH}",
        alt=clean(text),
        style=_STYLE.format(width=min(long, height * len(text) * _LETTER), height=height, turn=_TURN),
        fillcolor=_grey(colour).hex,
        stroked="f",
    )
    shape.set(f"{{{_OFFICE}}}spid", f"_x0000_s{2048 + number}")
    shape.set(f"{{{_OFFICE}}}allowincell", "f")
    etree.SubElement(shape, f"{{{_VML}}}textpath", style='font-family:"Calibri";font-size:1pt', string=clean(text))
    return w("r", w("rPr", w("noProof")), w("pict", _kind(), shape))


def marked(header: Element, text: str, width: float, number: int, colour: Colour) -> None:
    """Put `text` in `colour` into `header`, a whole header part, across every page that has it."""
    first = header.find(qualified("w:p"))
    if first is None:
        first = paragraph("Header")
        header.append(first)
    properties = first.find(qualified("w:pPr"))
    first.insert(0 if properties is None else 1, watermark(text, width, number, colour))


def _grey(colour: Colour) -> Colour:
    """Return `colour` without its hue, as light as it is: a grey goes with whatever theme the document is given."""
    level = round(0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue)
    return Colour(level, level, level)


def _kind() -> Element:
    """Return the definition of the kind of shape, as Word writes it beside each."""
    kind = etree.Element(
        f"{{{_VML}}}shapetype",
        nsmap={"v": _VML, "o": _OFFICE},
        id=f"_x0000_t{_TEXT_ON_A_PATH}",
        coordsize="21600,21600",
        adj="10800",
        path="m@7,l@8,m@5,21600l@6,21600e",
    )
    kind.set(f"{{{_OFFICE}}}spt", _TEXT_ON_A_PATH)
    formulas = etree.SubElement(kind, f"{{{_VML}}}formulas")
    for equation in (
        "sum #0 0 10800",
        "prod #0 2 1",
        "sum 21600 0 @1",
        "sum 0 0 @2",
        "sum 21600 0 @3",
        "if @0 @3 0",
        "if @0 21600 @1",
        "if @0 0 @2",
        "if @0 @4 21600",
        "mid @5 @6",
        "mid @8 @5",
        "mid @7 @8",
        "mid @6 @7",
        "sum @6 0 @5",
    ):
        etree.SubElement(formulas, f"{{{_VML}}}f", eqn=equation)
    path = etree.SubElement(kind, f"{{{_VML}}}path", textpathok="t")
    path.set(f"{{{_OFFICE}}}connecttype", "custom")
    path.set(f"{{{_OFFICE}}}connectlocs", "@9,0;@10,10800;@11,21600;@12,10800")
    path.set(f"{{{_OFFICE}}}connectangles", "270,180,90,0")
    etree.SubElement(kind, f"{{{_VML}}}textpath", on="t", fitshape="t")
    handles = etree.SubElement(kind, f"{{{_VML}}}handles")
    etree.SubElement(handles, f"{{{_VML}}}h", position="#0,bottomRight", xrange="6629,14971")
    lock = etree.SubElement(kind, f"{{{_OFFICE}}}lock", text="t", shapetype="t")
    lock.set(f"{{{_VML}}}ext", "edit")
    return kind
