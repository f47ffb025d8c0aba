"""Header, footer and sheet."""

from msgspec.structs import replace

from inspect_docx import WordFile
from pmexport.model.options import Paper
from pmexport.model.report import Marks, Report
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _lines(report: Report, theme: Theme) -> tuple[str, str]:
    word = WordFile(write(replace(report, sections=()), theme).content)
    return word.paragraphs("word/header1.xml")[0].text, word.paragraphs("word/footer1.xml")[0].text


def test_the_header_says_what_it_is_and_for_whom(report: Report, theme: Theme) -> None:
    assert _lines(report, theme)[0] == "Incident postmortem\tINC-2026-0312 · Internal"


def test_the_header_does_not_say_the_same_at_both_sides(report: Report, theme: Theme) -> None:
    marks = replace(report.marks, kind="Incident report", classification="Incident report", incident_id="")

    assert _lines(replace(report, marks=marks), theme)[0].strip() == "Incident report"


def test_the_footer_has_the_title_and_the_page_of_pages(report: Report, theme: Theme) -> None:
    assert _lines(report, theme)[1] == "Card payments declined across Europe\t1 of 1"


def test_pages_are_fields(word: WordFile) -> None:
    assert sorted(set(word.fields())) == ["NUMPAGES", "PAGE", r'TOC \o "1-1" \h \z \n']


def test_a_company_stands_at_the_left(report: Report, theme: Theme) -> None:
    assert _lines(report, replace(theme, company="Tarn & Fell"))[0].startswith("Tarn & Fell\t")


def _header(report: Report, theme: Theme) -> str:
    return WordFile(write(replace(report, sections=()), theme).content).parts["word/header1.xml"].decode()


def test_a_sign_stands_before_the_name_as_decoration(report: Report) -> None:
    header = _header(report, load_theme("northwind").theme)

    assert "svgBlip" in header
    assert 'descr=""' in header
    assert "Northwind" in header


def test_a_logo_that_spells_the_name_stands_alone_and_is_said_aloud(report: Report) -> None:
    northwind = replace(load_theme("northwind").theme, reference_docx=None)
    assert northwind.logo is not None

    header = _header(report, replace(northwind, logo=replace(northwind.logo, width=80.0)))

    assert 'descr="Northwind"' in header
    assert ">Northwind<" not in header


def test_a_draft_says_so_across_every_page_whichever_header_it_has(report: Report, theme: Theme) -> None:
    draft = replace(report, marks=replace(report.marks, draft="Draft"))

    assert WordFile(write(draft, theme).content).watermarks() == {
        "even": ["DRAFT"],
        "default": ["DRAFT"],
        "first": ["DRAFT"],
    }


def test_a_theme_may_have_a_word_across_every_page(report: Report, theme: Theme) -> None:
    marked = WordFile(write(report, replace(theme, watermark="Confidential")).content)

    assert marked.watermarks()["default"] == ["CONFIDENTIAL"]


def test_without_one_there_is_nothing_across_the_page(word: WordFile) -> None:
    assert word.watermarks() == {"even": [""], "default": [""], "first": [""]}


def _said(word: WordFile, line: str) -> set[str]:
    return {word.paragraphs(f"word/{line}{number}.xml")[0].text for number in (1, 2, 3)}


def test_the_running_lines_of_every_kind_say_the_same(report: Report, theme: Theme) -> None:
    word = WordFile(write(report, replace(theme, company="Tarn & Fell")).content)

    assert [len(_said(word, line)) for line in ("header", "footer")] == [1, 1]
    assert b"titlePg" not in word.parts["word/document.xml"]


def test_what_the_document_is_stands_once_on_its_first_page(word: WordFile) -> None:
    """The line over the title says it there; the classification stays, whichever header Word shows."""
    right = "\tINC-2026-0312 · Internal"

    assert _said(word, "header") == {right, f"Incident postmortem{right}"}
    assert len(_said(word, "footer")) == 1
    assert word.paragraphs("word/header2.xml")[0].text == right
    assert [section.find(_W + "titlePg") is not None for section in word.body.iter(_W + "sectPr")][:2] == [True]


def test_what_is_empty_leaves_no_dot(report: Report, theme: Theme) -> None:
    nameless = replace(report, marks=Marks(title="T", classification="Internal"))

    assert _lines(nameless, theme)[0] == "\tInternal"


def test_a_title_that_names_a_field_is_text(report: Report, theme: Theme) -> None:
    forged = replace(report, marks=Marks(title="{page} { PAGE } {company}"))

    assert _lines(forged, theme)[1] == "{page} { PAGE } {company}\t1 of 1"


def test_the_sheet_is_the_reports(report: Report, theme: Theme) -> None:
    letter = WordFile(write(replace(report, paper=Paper.LETTER, sections=()), theme).content)

    assert b'w:w="12240" w:h="15840"' in letter.parts["word/document.xml"]
