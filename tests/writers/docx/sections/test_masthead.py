"""The head of the first page."""

from inspect_docx import Draw, WordFile
from pmexport.model import report as r

_P = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def test_the_masthead_has_kicker_title_badges_and_facts(word: WordFile) -> None:
    assert word.styled("Subtitle") == ["Incident postmortem"]
    assert (
        " ".join(word.styled("MastheadFacts")[0].split())
        == "SEV-1 Final 12 March 2026 Author Tomas Lind Reviewers Ines Okafor, Jonah Weiss, Mirela Popa"
    )


def test_a_masthead_of_a_title_alone_is_a_title(draw: Draw) -> None:
    word = draw(r.Masthead(anchor="top", heading="Only a title", kicker=""))

    assert [(paragraph.style, paragraph.text) for paragraph in word.paragraphs()] == [("Title", "Only a title")]


def test_a_short_fact_is_not_parted_at_a_lines_end(word: WordFile) -> None:
    facts = next(one for one in word.xml["word/document.xml"].iter(_P) if "Tomas" in "".join(one.itertext()))

    assert "Author\N{NO-BREAK SPACE}Tomas\N{NO-BREAK SPACE}Lind" in "".join(facts.itertext())
