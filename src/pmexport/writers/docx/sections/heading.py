"""The heading of a section, with the bookmark that links lead to."""

from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element, paragraph, run, w


def heading(
    text: str, anchor: str, manuscript: Manuscript, style: str = "Heading1", line: int = 0, *, rank: int = 0
) -> Element:
    """Return `text` as a heading in `style` and of its rank, or of `rank`, 1 being the top."""
    ranked = [w("outlineLvl", val=rank - 1)] if rank else []
    return manuscript.noted(line, paragraph(style, manuscript.bookmarks.around(anchor, [run(text)]), *ranked))
