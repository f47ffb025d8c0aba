"""The head of the first page."""

from inspect_docx import Draw, WordFile
from pmexport.model import report as r


def test_the_masthead_has_kicker_title_badges_and_facts(word: WordFile) -> None:
    assert word.styled("Subtitle") == ["Incident postmortem"]
    assert (
        " ".join(word.styled("MastheadFacts")[0].split())
        == "SEV-1 Final 12 March 2026 Author Tomas Lind Reviewers Ines Okafor, Jonah Weiss, Mirela Popa"
    )


def test_a_masthead_of_a_title_alone_is_a_title(draw: Draw) -> None:
    word = draw(r.Masthead(anchor="top", heading="Only a title", kicker=""))

    assert [(paragraph.style, paragraph.text) for paragraph in word.paragraphs()] == [("Title", "Only a title")]
