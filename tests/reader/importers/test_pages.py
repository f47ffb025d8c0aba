"""Web pages and Word documents become Markdown; without their converter the message says what to install."""

import io
import sys

import docx
import pytest

from pmexport.errors import UnavailableError, UnreadableError
from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.reader import read

PAGE = """<!doctype html><html><head><title>Wiki</title><style>p {}</style></head><body>
<h1>Incident: Shop down</h1><p><strong>Severity:</strong> SEV-1</p><script>alert(1)</script>
<h2>Timeline</h2><table><thead><tr><th>Time</th><th>Event</th></tr></thead><tbody>
<tr><td>2026-03-02 10:00 UTC</td><td>Checkout <em>fails</em></td></tr>
<tr><td>10:40 UTC</td><td>Incident resolved</td></tr></tbody></table>
<h2>Action items</h2><ul><li>Add an alert - Owner: Kim</li></ul></body></html>"""


def postmortem(content: bytes, name: str) -> Postmortem:
    return read(content, ReadOptions(name=name)).postmortems[0]


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Incident: Shop down", 1)
    document.add_heading("Timeline", 2)
    table = document.add_table(rows=3, cols=2)
    rows = [("Time", "Event"), ("2026-03-02 10:00 UTC", "Checkout fails"), ("10:40 UTC", "Incident resolved")]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_heading("Action items", 2)
    document.add_paragraph("Add an alert - Owner: Kim", style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("content", "name"), [(PAGE.encode(), "a.html"), (word(), "a.docx")])
def test_a_document_is_read_like_its_markdown(content: bytes, name: str) -> None:
    found = postmortem(content, name)

    assert (found.title, [event.text for event in found.timeline]) == (
        "Shop down",
        ["Checkout fails", "Incident resolved"],
    )
    assert [item.owner for item in found.action_items] == ["Kim"]


def test_nothing_of_a_page_that_is_not_shown_is_read() -> None:
    assert "alert(1)" not in repr(postmortem(PAGE.encode(), "a.html"))
    assert "Wiki" not in repr(postmortem(PAGE.encode(), "a.html"))


@pytest.mark.parametrize(
    ("content", "name", "missing"), [(PAGE.encode(), "a.html", "markdownify"), (word(), "a.docx", "mammoth")]
)
def test_a_missing_converter_is_named_with_what_installs_it(
    content: bytes, name: str, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(UnavailableError, match=rf"{missing}.*pip install 'pmexport\[import\]'"):
        postmortem(content, name)


def test_a_broken_document_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"a\.docx: the Word document cannot be read"):
        postmortem(word()[:-400], "a.docx")


def test_another_archive_is_no_text() -> None:
    with pytest.raises(UnreadableError, match="this is not a text file"):
        postmortem(b"PK\x03\x04" + b"mimetype" * 20, "a.zip")
