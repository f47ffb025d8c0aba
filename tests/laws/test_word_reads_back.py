"""What other programs read in our Word documents: every heading, list, table and alternative text that was put in."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import mammoth
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree, html

from customer_report import POLICY, page, written
from pmexport.convert import read, renderings, report_of
from pmexport.customer.gate import admit
from pmexport.facts.metrics import measure
from pmexport.model import prose as p
from pmexport.model import report as r
from pmexport.model.options import PageOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.rendering import Rendering
from pmexport.model.terms import Audience
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Theme
from postmortems import EVERY, beside

_STYLES = "\n".join(
    (
        "p[style-name='Column Heading'] => h2:fresh",
        "p[style-name='Title'] => h1.title:fresh",
        *(f"p[style-name='heading {level}'] => h{level}:fresh" for level in range(1, 7)),
    )
)


class _Put:
    """What a report puts into a document: headings and alternative texts, items of lists, cells of tables."""

    def __init__(self, report: r.Report) -> None:
        self.headings: list[str] = []
        self.items: list[str] = []
        self.cells: list[str] = []
        self.pictures: list[str] = []
        for section in report.sections:
            self._section(section)

    def _section(self, section: r.Section) -> None:
        match section:
            case r.Masthead() | r.KeyFigures() | r.Findings():
                return
            case r.Narrative(blocks=blocks, lead=lead):
                self.headings += [section.heading] * (not lead)
                self._blocks(blocks)
            case r.Timeline():
                self.headings.append(section.heading)
                self.pictures.append(section.description)
            case r.Columns():
                self.headings.append(section.heading)
                self._blocks(section.intro)
                for column in section.columns:
                    self.headings.append(column.heading)
                    self._blocks(column.blocks)
                self._blocks(section.rest)
            case r.EventTable():
                self.headings.append(section.heading)
                self._blocks(section.intro)
                for row in section.rows:
                    self.cells += [text for text in (row.clock, row.distance, row.actor) if text]
                    self._blocks(row.blocks)
                self._blocks(section.rest)
            case r.ActionTable():
                self.headings.append(section.heading)
                self._blocks(section.intro)
                for group in section.groups:
                    self.headings += [group.heading] * bool(group.heading)
                    self._blocks((*group.intro, *(b for row in group.rows for b in row.blocks), *group.rest))
                    self.cells += [text for row in group.rows for text in (row.owner, row.due) if text]

    def _blocks(self, blocks: p.Blocks) -> None:
        for block in blocks:
            match block:
                case p.Header(content=content):
                    self.headings.append(p.text_of(content))
                case p.BulletList(items=items) | p.OrderedList(items=items):
                    for item in items:
                        match item.content[:1]:
                            case (p.Para(words) | p.Plain(words),):
                                self.items.append(p.text_of(words))
                        self._blocks(item.content)
                case p.Table(head=head, rows=rows):
                    self.cells += [p.text_of(c) for cells in (head, *(row.cells for row in rows)) for c in cells]
                case p.BlockQuote(content=content):
                    self._blocks(content)
                case p.DefinitionList(items=definitions):
                    for definition in definitions:
                        self._blocks(definition.content)
                case p.Para((p.Image(picture=p.Picture()) as image,)):
                    self.pictures.append(image.alt)
                case _:
                    pass


@pytest.fixture(scope="module", params=EVERY)
def postmortem(request: pytest.FixtureRequest) -> Postmortem:
    """Return a sample, or a text of the corpus."""
    source: Path = request.param
    return read(source.read_bytes(), beside(source)).postmortems[0]


@pytest.fixture(scope="module", params=Audience)
def made(request: pytest.FixtureRequest, postmortem: Postmortem) -> tuple[_Put, bytes]:
    """Return what its report for each audience holds, and its document."""
    theme = load_theme().theme
    report = _report(postmortem, request.param, theme)
    word = renderings(report, theme, ("docx",))[0]
    assert isinstance(word, Rendering)
    return _Put(report), word.content


def _report(postmortem: Postmortem, audience: Audience, theme: Theme) -> r.Report:
    if audience is not Audience.CUSTOMER:
        return report_of(postmortem, PageOptions(audience=audience), theme)
    return page(admit(postmortem, measure(postmortem), written(), POLICY, "en", draft=True))


def _plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def _missing(wanted: list[str], found: list[str]) -> list[str]:
    lacking = Counter(filter(None, map(_plain, wanted))) - Counter(map(_plain, found))
    return list(lacking.elements())


def test_python_docx_reads_every_heading_in_order(made: tuple[_Put, bytes]) -> None:
    document = docx.Document(BytesIO(made[1]))
    paragraphs = [Paragraph(e, document) for e in document.element.body.iter(qn("w:p"))]
    headings = [
        one for one in paragraphs if str(one.style and one.style.name).startswith(("Heading ", "Column Heading"))
    ]

    assert [_plain(one.text) for one in headings] == [_plain(text) for text in made[0].headings if text]


def test_python_docx_reads_every_list_table_and_alternative_text(made: tuple[_Put, bytes]) -> None:
    document = docx.Document(BytesIO(made[1]))
    put = made[0]
    body = document.element.body
    listed = [e for e in body.iter(qn("w:p")) if e.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None]
    items = ["".join(t.text or "" for t in e.iter(qn("w:t"))) for e in listed]
    cells = ["".join(t.text or "" for t in c.iter(qn("w:t"))) for c in body.iter(qn("w:tc"))]
    pictures = [str(e.get("descr")) for e in body.iter(qn("wp:docPr"))]

    assert (_missing(put.items, items), _missing(put.cells, cells), _missing(put.pictures, pictures)) == ([], [], [])


def test_mammoth_reads_them_too(made: tuple[_Put, bytes]) -> None:
    page = html.fromstring(f"<div>{mammoth.convert_to_html(BytesIO(made[1]), style_map=_STYLES).value}</div>")
    put = made[0]
    headings = [_plain(_text(e)) for e in page.iter("h1", "h2", "h3", "h4", "h5", "h6") if e.get("class") != "title"]
    items = [_text(e) for e in page.iter("li")]
    cells = [_text(e) for e in page.iter("td", "th")]
    pictures = [str(e.get("alt")) for e in page.iter("img")]

    assert headings == [_plain(text) for text in put.headings if text]
    assert (_missing(put.items, items), _missing(put.cells, cells), _missing(put.pictures, pictures)) == ([], [], [])


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield the words of `element` without those of lists within it and of the marks of notes."""
    yield element.text or ""
    for child in element:
        if child.tag not in {"ul", "ol", "sup"}:
            yield from _pieces(child)
        yield child.tail or ""
