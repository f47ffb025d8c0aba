"""The document being written: its parts, and what must be counted through the whole of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from lxml import etree
from msgspec import Struct

from pmexport.model.options import WordOptions
from pmexport.model.prose import Blocks
from pmexport.model.report import Labels, Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx.badges import Badges
from pmexport.writers.docx.comments import Places
from pmexport.writers.docx.controls import Controls
from pmexport.writers.docx.direction import directed
from pmexport.writers.docx.heights import Heights
from pmexport.writers.docx.links import Bookmarks
from pmexport.writers.docx.lists import Numbering
from pmexport.writers.docx.markup import PLAIN, Element, Voice, is_paragraph, paragraph, run, w
from pmexport.writers.docx.picture import Pictures
from pmexport.writers.docx.raster import Chart
from pmexport.writers.docx.sheet import Sheet
from pmexport.writers.docx.slots import Slots, named_slots

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part, XmlPart

_FOOTNOTES = "/word/footnotes.xml"


class Place(Struct, frozen=True, kw_only=True):
    """Where blocks are set: the style of running text, the room in points, the indent in twips, the depth in lists.

    `depth` counts the lists around it. `part` is what links and pictures belong to. Headings start at level `heading`.
    `dense` text (tables, notes) keeps its style within lists; `noted` text may hold no footnote.
    """

    style: str
    width: float
    part: Part
    indent: int = 0
    depth: int = 0
    heading: int = 2
    dense: bool = False
    noted: bool = False
    voice: Voice = PLAIN


class Manuscript:
    """The parts of one document while it is written."""

    def __init__(
        self,
        document: WordDocument,
        report: Report,
        theme: Theme,
        charts: Mapping[str, Chart],
        options: WordOptions,
        *,
        sheet: Sheet,
    ) -> None:
        parts = {str(part.partname): part for part in document.part.package.iter_parts()}
        self.document = document
        self.report = report
        self.theme = theme
        self.charts = charts
        self.options = options
        self.sheet = sheet
        self.width, self.height, self.long_width = sheet.text_width, sheet.text_height, sheet.long_width
        self.pictures = Pictures(document.part.package, max_height=self.height * 0.8)
        self.bookmarks = Bookmarks(report)
        self.numbering = Numbering(document.part.numbering_part.element)
        self.slots = Slots(named_slots(theme.light))
        self.heights = Heights(document.styles.element, self.width, self.height)
        self.badges = Badges(document.styles.element, theme.light)
        self.notes_part = parts[_FOOTNOTES]
        self._notes = etree.fromstring(self.notes_part.blob)
        self.notes: list[Blocks] = []
        self.wide: list[Element] = []
        self.places = Places()
        self.controls = Controls(report.language)
        self._parts = parts
        self._captions = 0

    def noted(self, line: int, element: Element) -> Element:
        """Return `element`, noted as what `line` of the source became."""
        self.places.add(line, element)
        return element

    def headers(self) -> list[XmlPart]:
        """Return every header of the document, of whatever kind."""
        return self._running("header")

    def running_parts(self) -> Iterator[tuple[XmlPart, XmlPart]]:
        """Yield the headers with the footers of their kinds."""
        return zip(self.headers(), self._running("footer"), strict=True)

    def next_figure(self) -> int:
        """Return the number of the next figure that has a caption, from 1."""
        self._captions += 1
        return self._captions

    def _running(self, kind: str) -> list[XmlPart]:
        return [cast("XmlPart", part) for name, part in sorted(self._parts.items()) if f"/word/{kind}" in name]

    @property
    def labels(self) -> Labels:
        """Return the page's own words."""
        return self.report.labels

    def body(self, style: str = "BodyText") -> Place:
        """Return the place of running text between the margins."""
        return Place(style=style, width=self.width, part=self.document.part)

    def cell(self, style: str, width: float) -> Place:
        """Return the place of text in a table's cell that is `width` points wide."""
        return Place(style=style, width=width, part=self.document.part, dense=True)

    def note(self) -> Place:
        """Return the place of a footnote's text."""
        return Place(style="FootnoteText", width=self.width, part=self.notes_part, dense=True, noted=True)

    def add_note(self, content: Blocks) -> Element:
        """Keep `content` to be set as a footnote, and return the run that points to it."""
        self.notes.append(content)
        return w("r", Voice(style="FootnoteReference").properties(), w("footnoteReference", id=len(self.notes)))

    def set_note(self, number: int, content: list[Element]) -> None:
        """Put `content` under the mark of the note `number`, from 1."""
        mark = w("r", Voice(style="FootnoteReference").properties(), w("footnoteRef"))
        if not content or not is_paragraph(content[0]):
            content = [paragraph("FootnoteText"), *content]
        first = content[0]
        first.insert(1, mark)
        first.insert(2, run(" "))
        note = w("footnote", *content, id=number)
        directed(note, leftwards=self.report.direction == "rtl")
        self._notes.append(note)

    def roots(self) -> list[Element]:
        """Return the roots of all that is read: the body, the notes, the running lines."""
        running = [part.element for pair in self.running_parts() for part in pair]
        return [self.document.element.body, self._notes, *running]

    def kept_as_bytes(self) -> dict[str, bytes]:
        """Return the parts that the package must replace when it is packed."""
        notes = etree.tostring(self._notes, xml_declaration=True, encoding="UTF-8", standalone=True)
        return {_FOOTNOTES.removeprefix("/"): notes}
