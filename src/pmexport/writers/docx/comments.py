"""The findings of a review as comments, each at the place that its line of the source became."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from pmexport.model.diagnostic import Diagnostic
from pmexport.writers.docx.markup import Element, Voice, paragraph, qualified, run, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_NAME = "/word/comments.xml"
_AUTHOR, _INITIALS = "pmexport", "pm"


class Places:
    """Which paragraph each line of the source became."""

    def __init__(self) -> None:
        self._found: list[tuple[int, Element]] = []

    def add(self, line: int, element: Element) -> None:
        """Note that `element`, or its first paragraph, holds what the source has on `line`; 0 is no line."""
        first = element if element.tag == qualified("w:p") else next(element.iter(qualified("w:p")), None)
        if line and first is not None:
            self._found.append((line, first))

    def at(self, line: int) -> Element | None:
        """Return the paragraph that `line` became, or the nearest before it; None where none is."""
        ordered = sorted(self._found, key=lambda one: one[0])
        place = bisect_right([one for one, _ in ordered], line)
        # Of several on one line the first holds the line's own words.
        return next((element for one, element in ordered if place and one == ordered[place - 1][0]), None)


def add_comments(
    findings: Sequence[Diagnostic], places: Places, body: Sequence[Element], document: WordDocument
) -> None:
    """Put `findings` beside the text as comments; one about the file as a whole stands at the first paragraph."""
    first = next((one for element in body for one in element.iter(qualified("w:p"))), None)
    comments = w("comments")
    for number, finding in enumerate(findings):
        place = places.at(finding.line) if finding.line else None
        place = first if place is None else place
        if place is not None:
            _anchor(place, number)
            comments.append(_comment(finding, number))
    if len(comments):
        content = etree.tostring(comments, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI(_NAME), _KIND, content, document.part.package)
        document.part.relate_to(part, _RELATIONSHIP)


def _anchor(place: Element, number: int) -> None:
    """Let comment `number` speak of all of the paragraph `place`."""
    properties = place.find(qualified("w:pPr"))
    place.insert(0 if properties is None else 1, w("commentRangeStart", id=number))
    mark = w("r", Voice(style="CommentReference").properties(), w("commentReference", id=number))
    place.extend([w("commentRangeEnd", id=number), mark])


def _comment(finding: Diagnostic, number: int) -> Element:
    message = f"{finding.message[:1].upper()}{finding.message[1:]}"
    mark = w("r", Voice(style="CommentReference").properties(), w("annotationRef"))
    # Some of what is found is about a line that the page does not print, such as the heading of an empty section.
    kind = f"{finding.severity.value} {finding.code}" + (f", line {finding.line}" if finding.line else "")
    said = [paragraph("CommentText", [mark, run(f"{message}. ".replace("..", ".")), run(f"({kind})")])]
    if finding.hint:
        said.append(paragraph("CommentText", [run(f"{finding.hint[:1].upper()}{finding.hint[1:]}")]))
    return w("comment", *said, id=number, author=_AUTHOR, initials=_INITIALS)
