"""The parts of a company's document."""

from lxml import etree

from pmexport.writers.docx.markup import w
from pmexport.writers.docx.reference.company import opened_company
from pmexport.writers.docx.reference.parts import Parts


def test_a_part_that_is_added_is_typed_and_related(company: bytes) -> None:
    parts = Parts(opened_company(company, "t.docx"))
    name = parts.add_part("comments", etree.tostring(w("comments")))
    closed = parts.closed()

    assert name == "word/comments.xml"
    assert b'PartName="/word/comments.xml"' in closed["[Content_Types].xml"]
    assert b'Target="comments.xml"' in closed["word/_rels/document.xml.rels"]


def test_what_is_not_touched_stays_byte_by_byte(company: bytes) -> None:
    opened = opened_company(company, "t.docx")

    assert Parts(opened).closed()["word/styles.xml"] == opened.parts["word/styles.xml"]


def test_styles_are_found_by_name(company: bytes) -> None:
    parts = Parts(opened_company(company, "t.docx"))

    assert parts.style("footer") == "Footer"
    assert parts.style("No such style") == "No such style"
