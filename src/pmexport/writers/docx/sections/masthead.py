"""The head of the first page: what this is, its title, badges and facts."""

from __future__ import annotations

from msgspec.structs import replace

from pmexport.model.report import LabelledFact, Masthead
from pmexport.model.terms import Audience
from pmexport.writers.docx.inlines import inlines
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element, Voice, paragraph, qualified, run, w, words
from pmexport.writers.docx.sections.heading import heading

_DOWN = 4400  # twips, a quarter of the sheet
_SHORT = 45  # letters of a fact that moves to the next line as a whole
# Facts stand apart without a table; LibreOffice breaks a line at the common space alone.
_GAP = "\N{EN SPACE} "


def masthead(section: Masthead, manuscript: Manuscript) -> list[Element]:
    """Return the kicker, the title, and a line of badges and facts."""
    content = [words(section.kicker, "Subtitle")] if section.kicker else []
    content.append(heading(section.heading, section.anchor, manuscript, "Title"))
    marks = [[manuscript.badges.label(badge)] for badge in section.badges]
    facts = [_fact(fact, manuscript) for fact in section.facts]
    line: list[Element] = []
    for piece in (*marks, *facts):
        line += [run(_GAP), *piece] if line else piece
    whole = [*content, paragraph("MastheadFacts", line)] if line else content
    # What is found in a source's first lines is about its title or, below that, its fields.
    manuscript.places.add(1, content[-1])
    manuscript.places.add(2, whole[-1])
    return _on_a_sheet(whole) if has_cover(manuscript) else whole


def has_cover(manuscript: Manuscript) -> bool:
    """Return whether the title has a sheet of its own; a briefing of one page never has."""
    return manuscript.theme.page.cover and manuscript.report.audience is not Audience.LEADERSHIP


def _on_a_sheet(content: list[Element]) -> list[Element]:
    """Return the head moved down its sheet, which ends after it."""
    style = content[0].find(qualified("w:pPr"))
    assert style is not None  # noqa: S101 - every paragraph of ours has a style
    style.append(w("spacing", before=_DOWN))
    return [*content, w("p", w("pPr", w("pStyle", val="BodyText")), w("r", w("br", type="page")))]


def _fact(fact: LabelledFact, manuscript: Manuscript) -> list[Element]:
    """Return the label and the value; a short fact stays on one line."""
    label = [run(f"{fact.label} ", Voice(style="Soft"))] if fact.label else []
    strong = replace(manuscript.body("MastheadFacts"), voice=Voice(strong=True))
    said = [*label, *inlines(fact.value, strong, manuscript)]
    texts = [text for one in said for text in one.iter(qualified("w:t"))]
    if sum(len(text.text or "") for text in texts) <= _SHORT:
        for text in texts:
            text.text = (text.text or "").replace(" ", "\N{NO-BREAK SPACE}")
    return said
