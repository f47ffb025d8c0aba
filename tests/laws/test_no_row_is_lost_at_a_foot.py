"""No row of a table is lost or parted, wherever on the page the table stands, in what LibreOffice prints of it.

LibreOffice 7.4 drops the rest of a table whose first row is not to be parted and reaches, without the rule under it,
just to the foot of the page. So each table is set at every place where its first rows meet the foot.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from example_report import example_report, para
from pmexport.model import prose as p
from pmexport.model import report as r
from pmexport.theme.load import load_theme
from pmexport.writers.docx import write
from visual.office import printed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext, of poppler-utils, is not installed"),
]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = "word/document.xml"
_LINE = "words that go on until the line is full and then some more of them until it ends "
# Lines that the rows of a table take, more or less.
_ROWS = (2, 1, 3, 1, 2)
# From where to where the tables stand, in twips below the head of the page, and how close: half a point is the window.
_PLACES = range(11_000, 13_400, 8)
_TABLES = 50


def _said(table: int, row: int, lines: int) -> str:
    return f"begin{table}r{row}n {_LINE * lines}end{table}r{row}n"


def _event_table(number: int) -> r.Section:
    rows = [
        r.EventRow(anchor=f"e{number}-{index}", clock=f"09:{index:02}", blocks=(para(_said(number, index, lines)),))
        for index, lines in enumerate(_ROWS)
    ]
    return r.EventTable(
        anchor=f"t{number}", heading=f"Table {number}", clock_heading="Time", event_heading="Event", rows=tuple(rows)
    )


def _action_table(number: int) -> r.Section:
    status = r.Badge(scheme=r.BadgeScheme.ACTION, key="done", label="Done")
    rows = [
        r.ActionRow(
            anchor=f"a{number}-{index}", owner="Ines Okafor", blocks=(para(_said(number, index, lines)),), status=status
        )
        for index, lines in enumerate(_ROWS)
    ]
    return r.ActionTable(
        anchor=f"t{number}",
        heading=f"Table {number}",
        action_heading="Action",
        owner_heading="Owner",
        status_heading="Status",
        groups=(r.ActionGroup(rows=tuple(rows)),),
    )


def _own_table(number: int) -> r.Section:
    rows = tuple(
        p.Row(cells=((p.Str(_said(number, index, lines)),), (p.Str("42"),))) for index, lines in enumerate(_ROWS)
    )
    plain = p.Alignment.DEFAULT
    table = p.Table(alignments=(plain, plain), head=((p.Str("What"),), (p.Str("How many"),)), rows=rows)
    return r.Narrative(anchor=f"t{number}", heading=f"Table {number}", blocks=(table, para("After it.")))


def _document(places: range, section: Callable[[int], r.Section]) -> bytes:
    """Return a document with a table at each of `places`, each on a page of its own and the one after it."""
    report = replace(example_report(), sections=tuple(map(section, places)))
    content = write(report, load_theme().theme).content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts[_PART])
    for contents in list(body.iter(_W + "sdt")):
        parent = contents.getparent()
        assert parent is not None
        parent.remove(contents)
    for heading in list(body.iter(_W + "p")):
        if found := re.fullmatch(r"Table (\d+)", "".join(text.text or "" for text in heading.iter(_W + "t"))):
            heading.addprevious(_spacer(int(found[1])))
    parts[_PART] = etree.tostring(body)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


def _spacer(twips: int) -> etree._Element:
    """Return a paragraph that begins a page and leaves `twips` free below itself."""
    return etree.fromstring(
        f'<w:p xmlns:w="{_W[1:-1]}"><w:pPr><w:pageBreakBefore/><w:spacing w:after="{twips}"/></w:pPr>'
        "<w:r><w:t>Top</w:t></w:r></w:p>"
    )


@pytest.mark.parametrize("section", [_event_table, _action_table, _own_table])
def test_every_row_is_on_one_page_and_whole(section: Callable[[int], r.Section], tmp_path: Path) -> None:
    documents = []
    for start in range(0, len(_PLACES), _TABLES):
        documents.append(tmp_path / f"from{_PLACES[start]}.docx")
        documents[-1].write_bytes(_document(_PLACES[start : start + _TABLES], section))
    printed(documents, tmp_path)
    begun: dict[str, int] = {}
    ended: dict[str, int] = {}
    for document in documents:
        for number, page in enumerate(_pages(document.with_suffix(".pdf"))):
            begun |= dict.fromkeys(re.findall(r"begin(\d+r\d)n", page), number)
            ended |= dict.fromkeys(re.findall(r"end(\d+r\d)n", page), number)

    assert sorted(begun) == sorted(f"{place}r{row}" for place in _PLACES for row in range(len(_ROWS)))
    assert ended == begun
    assert len({page for row, page in begun.items() if row.endswith("r0")}) > 1


def _pages(file: Path) -> list[str]:
    asked: list[str | Path] = ["pdftotext", file, "-"]
    return subprocess.run(asked, capture_output=True, encoding="utf-8", check=True).stdout.split("\f")
