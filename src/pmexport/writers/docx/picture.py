"""Pictures: PNG or JPEG, an SVG with its PNG, and the words for those who cannot see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from pmexport.writers.docx.markup import NAMESPACES, Element, clean, qualified, w

if TYPE_CHECKING:
    from docx.package import Package

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_EMU = 12700
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_PREFIXES = {name: NAMESPACES[name] for name in ("wp", "a", "pic", "r", "asvg")}


class Pictures:
    """The picture parts of one package; the same bytes are stored once."""

    def __init__(self, package: Package, *, max_height: float) -> None:
        self._package = package
        self._max_height = max_height
        self._parts: dict[bytes, Part] = {}
        self._drawings = 0

    def inline(
        self,
        home: Part,
        content: bytes,
        media_type: str,
        *,
        size: tuple[float, float],
        alt: str,
        svg: bytes = b"",
    ) -> Element:
        """Return a run that shows `content` in a line of text.

        `size` is width and height in points, made smaller where it is higher than a page. `svg`, where given, is the
        same picture for programs that can draw it. An empty `alt` marks the picture as decoration.
        """
        self._drawings += 1
        shrink = min(1.0, self._max_height / size[1])
        extent = {"cx": str(round(size[0] * shrink * _EMU)), "cy": str(round(size[1] * shrink * _EMU))}
        inline = etree.Element(qualified("wp:inline"), nsmap=_PREFIXES, distT="0", distB="0", distL="0", distR="0")
        etree.SubElement(inline, qualified("wp:extent"), extent)
        inline.append(self._properties("wp:docPr", alt))
        data = etree.SubElement(
            etree.SubElement(inline, qualified("a:graphic")), qualified("a:graphicData"), uri=NAMESPACES["pic"]
        )
        picture = etree.SubElement(data, qualified("pic:pic"))
        names = etree.SubElement(picture, qualified("pic:nvPicPr"))
        names.append(self._properties("pic:cNvPr", alt))
        etree.SubElement(names, qualified("pic:cNvPicPr"))
        picture.append(self._fill(home, content, media_type, svg))
        picture.append(_shape(extent))
        return w("r", w("drawing", inline))

    def drawing(self, home: Part, svg: str, raster: bytes, *, size: tuple[float, float], alt: str) -> Element:
        """Return a run that shows `svg`, with its `raster` for programs that draw none."""
        return self.inline(home, raster, "image/png", size=size, alt=alt, svg=svg.encode())

    def _properties(self, tag: str, alt: str) -> Element:
        element = etree.Element(qualified(tag), id=str(self._drawings), name=f"Picture {self._drawings}")
        element.set("descr", clean(alt))
        if not alt:
            extensions = etree.SubElement(element, qualified("a:extLst"))
            extension = etree.SubElement(extensions, qualified("a:ext"), uri=_DECORATIVE_EXTENSION)
            etree.SubElement(extension, f"{{{_DECORATIVE}}}decorative", nsmap={"adec": _DECORATIVE}, val="1")
        return element

    def _fill(self, home: Part, content: bytes, media_type: str, svg: bytes) -> Element:
        fill = etree.Element(qualified("pic:blipFill"))
        blip = etree.SubElement(fill, qualified("a:blip"))
        blip.set(qualified("r:embed"), self._related(home, content, media_type))
        if svg:
            extensions = etree.SubElement(blip, qualified("a:extLst"))
            extension = etree.SubElement(extensions, qualified("a:ext"), uri=_SVG_EXTENSION)
            vector = etree.SubElement(extension, qualified("asvg:svgBlip"))
            vector.set(qualified("r:embed"), self._related(home, svg, "image/svg+xml"))
        etree.SubElement(etree.SubElement(fill, qualified("a:stretch")), qualified("a:fillRect"))
        return fill

    def _related(self, home: Part, content: bytes, media_type: str) -> str:
        if content not in self._parts:
            name = PackURI(f"/word/media/image{len(self._parts) + 1}.{_SUFFIXES[media_type]}")
            self._parts[content] = Part(name, media_type, content, self._package)
        return home.relate_to(self._parts[content], _IMAGE)


def _shape(extent: dict[str, str]) -> Element:
    shape = etree.Element(qualified("pic:spPr"))
    transform = etree.SubElement(shape, qualified("a:xfrm"))
    etree.SubElement(transform, qualified("a:off"), x="0", y="0")
    etree.SubElement(transform, qualified("a:ext"), extent)
    etree.SubElement(etree.SubElement(shape, qualified("a:prstGeom"), prst="rect"), qualified("a:avLst"))
    return shape
