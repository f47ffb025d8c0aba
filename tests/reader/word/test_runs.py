"""Runs to Markdown."""

from lxml import etree

from pmexport.reader.word.package import WordText
from pmexport.reader.word.runs import marked, pieces

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _said(runs: str) -> str:
    paragraph = etree.fromstring(f'<w:p xmlns:w="{_W}">{runs}</w:p>')
    word = WordText(body=paragraph, styles={"C": "Inline Code"}, links={}, notes={}, lists={}, style_lists={})
    return marked(pieces(paragraph, word))


def test_runs_that_a_program_parted_are_one() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"

    assert _said(bold.format("nine ") + bold.format("seconds")) == "**nine seconds**"


def test_bold_that_is_switched_off_is_not_bold() -> None:
    assert _said('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>x</w:t></w:r>') == "x"


def test_tracked_changes_are_taken_as_accepted() -> None:
    gone, came = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"

    assert _said(gone + came) == "new"


def test_signs_that_markdown_would_read_are_escaped() -> None:
    assert _said("<w:r><w:t>a*b_c |</w:t></w:r>") == r"a\*b_c \|"


def test_code_is_not_escaped() -> None:
    assert _said('<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>a_b</w:t></w:r>') == "`a_b`"


def test_a_link_that_is_a_field_is_a_link() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://tarn.example/run book.html" \\l "cold"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>runbook</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> here</w:t></w:r>'
    )

    assert _said(field) == "[runbook](https://tarn.example/run%20book.html#cold) here"
