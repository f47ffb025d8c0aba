"""What other programs read in our Word documents: every heading, list, table and alternative text that was put in."""

from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import docx
import mammoth
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree, html
from msgspec import Struct

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
                self.cells += filter(None, (section.clock_heading, section.distance_heading, section.event_heading))
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
                    if group.rows:
                        self.cells += _head(section, group)

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


def _head(table: r.ActionTable, group: r.ActionGroup) -> list[str]:
    """Return the words over the columns of `group`; actions that nothing else is told of are a list."""
    shown = r.columns_of(table, group)
    told = [shown.priority_heading, shown.kind_heading, shown.owner_heading, shown.due_heading, shown.status_heading]
    any_told = (
        table.priority_heading or table.kind_heading or table.owner_heading or table.due_heading or table.status_heading
    )
    return list(filter(None, [shown.action_heading, *told])) if any_told else []


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


class _Read(Struct):
    """What another program found in a document."""

    headings: list[str]
    items: list[str]
    cells: list[str]
    pictures: list[str]


def _by_python_docx(content: bytes) -> _Read:
    document = docx.Document(BytesIO(content))
    body = document.element.body
    paragraphs = [Paragraph(e, document) for e in body.iter(qn("w:p"))]
    headings = [
        one for one in paragraphs if str(one.style and one.style.name).startswith(("Heading ", "Column Heading"))
    ]
    listed = [e for e in body.iter(qn("w:p")) if e.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None]
    return _Read(
        [one.text for one in headings],
        ["".join(t.text or "" for t in e.iter(qn("w:t"))) for e in listed],
        ["".join(t.text or "" for t in c.iter(qn("w:t"))) for c in body.iter(qn("w:tc"))],
        [str(e.get("descr")) for e in body.iter(qn("wp:docPr"))],
    )


def _by_mammoth(content: bytes) -> _Read:
    page = html.fromstring(f"<div>{mammoth.convert_to_html(BytesIO(content), style_map=_STYLES).value}</div>")
    return _Read(
        [_text(e) for e in page.iter("h1", "h2", "h3", "h4", "h5", "h6") if e.get("class") != "title"],
        [_text(e) for e in page.iter("li")],
        [_text(e) for e in page.iter("td", "th")],
        [str(e.get("alt")) for e in page.iter("img")],
    )


_READERS = pytest.mark.parametrize("reader", [_by_python_docx, _by_mammoth], ids=("python-docx", "mammoth"))
_Reader = Callable[[bytes], _Read]


def _lacking(put: _Put, found: _Read) -> list[str]:
    """Return which of the items, cells and alternative texts that were `put` into a document were not found."""
    return [
        *_missing(put.items, found.items),
        *_missing(put.cells, found.cells),
        *_missing(put.pictures, found.pictures),
    ]


@_READERS
def test_every_heading_is_read_in_order(made: tuple[_Put, bytes], reader: _Reader) -> None:
    assert list(map(_plain, reader(made[1]).headings)) == [_plain(text) for text in made[0].headings if text]


@_READERS
def test_every_item_cell_and_alternative_text_is_read(made: tuple[_Put, bytes], reader: _Reader) -> None:
    assert _lacking(made[0], reader(made[1])) == []


_NOTED = b"""# Search was slow

## Root cause

- The index was cold
- Nobody warmed it

| Node | State |
|---|---|
| a1 | cold |

## Timeline

- 2026-03-12 10:00 Release goes out
- 2026-03-12 10:20 Alert fires
"""


@_READERS
@pytest.mark.parametrize(
    "fault",
    [
        "w:p[w:pPr/w:pStyle/@w:val='Heading1']",
        "w:p[w:pPr/w:numPr]",
        "w:tbl/w:tr[1]/w:tc/w:p/w:r",
        "w:tbl/w:tr[last()]/w:tc[1]/w:p/w:r",
        "w:drawing",
    ],
)
def test_what_is_taken_out_is_missed(fault: str, reader: _Reader) -> None:
    """The laws above are not blind: a document without one of its parts breaks them."""
    report = _report(read(_NOTED).postmortems[0], Audience.FULL, load_theme().theme)
    put, word = _Put(report), renderings(report, load_theme().theme, ("docx",))[0]
    assert isinstance(word, Rendering)
    document = docx.Document(BytesIO(word.content))
    part = document.element.body.xpath(f".//{fault}")[0]
    part.getparent().remove(part)
    stream = BytesIO()
    document.save(stream)
    found = reader(stream.getvalue())

    assert _lacking(put, found) or len(found.headings) < len([text for text in put.headings if text])


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield the words of `element` without those of lists within it and of the marks of notes."""
    yield element.text or ""
    for child in element:
        if child.tag not in {"ul", "ol", "sup"}:
            yield from _pieces(child)
        yield child.tail or ""
