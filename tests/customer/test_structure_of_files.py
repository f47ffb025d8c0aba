"""What a file for customers is built of: an allow-list, so that a new place to hide something is seen."""

import io
import re
import zipfile
from html.parser import HTMLParser

import pikepdf
from customer_report import page

from pmexport.theme.load import load_theme
from pmexport.writers import writer

THEME = load_theme().theme
PDF_KEYS = frozenset(
    """
    /A /Alt /AntiAlias /Ascent /Attached /BBox /BM /Background /BaseFont /BitsPerComponent /Border /Bounds /BoundingBox /C
    /CA /CIDSystemInfo /CIDSet /CIDToGIDMap /CS /CapHeight /ColSpan /ColorSpace /Contents /Coords /Count /CreationDate
    /DW /DeviceRGB /DescendantFonts /Descent /Dest /Dests /DisplayDocTitle /Domain /E /Encode /Encoding /ExtGState /Extend
    /F /Filter /First /Flags /Font /FontBBox /FontDescriptor /FontFamily /FontFile2 /FontFile3 /FontName /FontStretch
    /FontWeight /FunctionType /Functions /Group /H /Headers /Height /I /ID /Index /Info /ItalicAngle /K /Kids /Lang /Last
    /Length /Length1 /ListNumbering /MCID /MarkInfo /Marked /MediaBox /Metadata /N /Names /Next /Nums /O /Ordering /Outlines
    /P /Pages /Parent /ParentTree /ParentTreeNextKey /Pattern /Pg /Placement /Prev /Producer /Properties /Rect /Registry
    /Resources /RoleMap /Root /RowSpan /S /SMask /Scope /Shading /ShadingType /Size /StemV /StructParent /StructParents
    /StructTreeRoot /Subject /Subtype /Supplement /Tabs /Title /ToUnicode /TrimBox /BleedBox /CropBox /Type /URI
    /ViewerPreferences /W /Width /XObject /XStep /YStep /ca /AvgWidth /MaxWidth /MissingWidth /StemH /XHeight /Leading
    /PatternType /PaintType /TilingType /Matrix /Decode /ImageMask /Interpolate /Mask /DecodeParms /Annots /NS /Namespaces
    /Version /Extensions /PageLabels /PageMode /OpenAction /Lang /T /ActualText /G /BC /TR /FormType /IDTree /ParentTree
    """.split()
)
DOCX_PARTS = frozenset(
    {
        *("[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/_rels/document.xml.rels"),
        *("word/_rels/header#.xml.rels", "word/document.xml", "word/fontTable.xml", "word/footer#.xml"),
        *("word/footnotes.xml", "word/header#.xml", "word/media/image#.png", "word/media/image#.svg"),
        *("word/numbering.xml", "word/settings.xml", "word/styles.xml", "word/theme/theme#.xml"),
    }
)
RELATIONS = frozenset(
    {
        *("officeDocument", "core-properties", "extended-properties", "styles", "settings", "numbering", "fontTable"),
        *("footnotes", "theme", "header", "footer", "image", "hyperlink"),
    }
)
TAGS = frozenset(
    """
    a article body circle clippath defs desc details div figcaption figure footer g h1 h2 h3 head header html i img li line
    lineargradient main meta nav ol p path picture polygon polyline rect script section source span stop strong style summary
    svg table tbody td text th thead time title tr tspan ul use
    """.split()
)
ATTRIBUTES = frozenset(
    """
    alt aria-hidden aria-label aria-labelledby aria-level aria-sort charset class clip-path colspan content cx cy d data-due
    data-label data-owner data-priority data-row data-status data-table data-words datetime dir dominant-baseline fill
    fill-opacity focusable font-family font-size font-weight height href http-equiv id lang letter-spacing media name opacity
    paint-order points r role rx ry scope src srcset stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-width style
    tabindex text-anchor transform viewbox width x x1 x2 xmlns y y1 y2
    """.split()
)


def made(suffix: str) -> bytes:
    return writer(suffix)(page(), THEME).content


# Names that a page gives to its own resources: fonts, images, shades, states.
_OF_A_PAGE = re.compile(r"/(?:[a-z]+[\w.-]*|[\w.-]*\d[\w.-]*|[A-Z]{6}\+.*)")


def test_the_keys_of_the_pdf_are_known() -> None:
    with pikepdf.open(io.BytesIO(made("pdf"))) as document:
        keys = {key for thing in document.objects for key in _keys(thing)}
        fonts = {name for one in document.pages for name in one.Resources.get("/Font", {})}

    assert [key for key in keys - fonts - PDF_KEYS if not _OF_A_PAGE.fullmatch(key)] == []


def _keys(thing: pikepdf.Object) -> set[str]:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return set(thing.keys())
    return set()


def test_the_parts_and_relations_of_the_word_file_are_known() -> None:
    with zipfile.ZipFile(io.BytesIO(made("docx"))) as package:
        parts = {re.sub(r"\d+(?=\.\w+(\.rels)?$)", "#", name) for name in package.namelist()}
        relations = {
            kind
            for name in package.namelist()
            if name.endswith(".rels")
            for kind in re.findall(r'Type="[^"]*/([\w-]+)"', package.read(name).decode())
        }
        outward = [name for name in package.namelist() if b'TargetMode="External"' in package.read(name)]

    assert (parts - DOCX_PARTS, relations - RELATIONS, outward) == (set(), set(), [])


class _Names(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_the_tags_and_attributes_of_the_page_are_known() -> None:
    names = _Names()
    names.feed(made("html").decode())

    assert (names.tags - TAGS, names.attributes - ATTRIBUTES) == (set(), set())
