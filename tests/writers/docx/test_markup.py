"""Elements and the text within them."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from inspect_docx import Draw
from pmexport.model import prose as p
from pmexport.writers.docx.markup import Voice, clean, keep, kept_with_next, paragraph, run, settled, w

_FIELDS = '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe" } { INCLUDEPICTURE "http://127.0.0.1:9/x.png" }'


@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    again = etree.fromstring(etree.tostring(run(text)))

    assert "".join(again.itertext()) == clean(text).replace("\t", "").replace("\r", "").replace("\n", "")


def test_line_ends_and_tabs_are_elements() -> None:
    tags = [etree.QName(element).localname for element in run("a\tb\nc")]

    assert tags == ["t", "tab", "t", "br", "t"]


def test_control_characters_are_left_out() -> None:
    assert clean("a\x00b\x1bc\ufffe") == "abc"


def test_a_run_without_marks_has_no_properties() -> None:
    assert Voice().properties() is None


def test_no_table_touches_another() -> None:
    tags = [etree.QName(element).localname for element in settled([w("tbl"), w("tbl")])]

    assert tags == ["tbl", "p", "tbl", "p"]


def test_a_paragraph_names_its_style_first() -> None:
    properties = paragraph("Quote", (), w("keepNext"))[0]

    assert [etree.QName(element).localname for element in properties] == ["pStyle", "keepNext"]


def test_text_that_looks_like_a_field_is_text(say: Draw) -> None:
    said = say(p.Para((p.Str(_FIELDS),)), p.CodeBlock(_FIELDS), p.Header(3, (p.Str(_FIELDS),), "field"))

    assert said.text().count(_FIELDS) == 3
    assert sorted(set(said.fields())) == ["NUMPAGES", "PAGE"]
    assert said.external() == []


def test_a_sentence_that_announces_a_table_stays_with_it() -> None:
    announcing = kept_with_next([paragraph("BodyText"), paragraph("BodyText")])

    assert [len(element[0]) for element in announcing] == [1, 2]


def test_a_paragraph_is_told_to_stay_once_only() -> None:
    told = paragraph("BodyText", (), w("keepNext"))

    keep(told)

    assert len(told[0]) == 2
