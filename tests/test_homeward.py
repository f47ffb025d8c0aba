"""Every document that we make finds its way back: of one incident of several, for leaders, in a company's template."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from pmexport.convert import convert, own_texts, read, rendered
from pmexport.errors import UnreadableError
from pmexport.examine import model_json
from pmexport.homeward import Imported, imported
from pmexport.model.options import PageOptions, ReadOptions, WordOptions
from pmexport.model.rendering import Rendering
from pmexport.model.terms import Audience
from pmexport.theme.load import load_theme
from reader.word.conftest import SOURCE, replace_words

_OPTIONS = ReadOptions(name="s.md")
_TWO = """---
authors: Ida Berg
---

# Outages in March

All times in CET.

## Incident 1: Shop down

**Severity:** SEV-1

### Summary

The shop was down.

### Timeline

- 2026-03-02 10:00 Checkout fails
- 10:20 Rolled back

### Action items

- Add an alert - Owner: Kim

## Incident 2: Search slow

### Summary

The search was slow.

### Timeline

- 2026-03-09 14:00 Queries take 9 s
- 14:40 Resolved

### Action items

- Watch the index - Owner: Kim
"""


def _company() -> bytes:
    document = docx.Document()
    document.add_heading("Acme Holding", 1)
    document.add_paragraph("A cover with words of its own")
    document.add_paragraph("{{ report }}")
    document.add_paragraph("Approved by the board")
    return _saved(document)


def _saved(document: docx.document.Document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _edited(content: bytes, before: str, after: str) -> bytes:
    document = docx.Document(BytesIO(content))
    replace_words(document, before, after)
    return _saved(document)


def _made(source: str, number: int = 0, audience: Audience = Audience.FULL, word: WordOptions | None = None) -> bytes:
    reading = read(source.encode(), _OPTIONS)
    text = own_texts(source.encode(), reading, _OPTIONS)[number]
    word = WordOptions(source=text, reference=(word or WordOptions()).reference)
    options, theme = PageOptions(audience=audience), load_theme().theme
    made = rendered(reading.postmortems[number], options, theme, ("docx",), word=word).made[0]
    assert isinstance(made, Rendering)
    return made.content


def _model(source: str, number: int = 0) -> bytes:
    return model_json((read(source.encode(), _OPTIONS).postmortems[number],), ())


def _texts(source: str) -> tuple[str, ...]:
    return own_texts(source.encode(), read(source.encode(), _OPTIONS), _OPTIONS)


def test_within_a_companys_template_the_report_alone_is_read() -> None:
    made = _made(SOURCE, word=WordOptions(reference=_company()))

    assert imported(made, "s.docx").text == SOURCE
    assert imported(made, "s.docx", SOURCE.encode(), _OPTIONS).changes == ()


def test_what_was_changed_within_a_companys_template_is_changed_in_the_source() -> None:
    made = _edited(_made(SOURCE, word=WordOptions(reference=_company())), "for an hour", "for two hours")

    assert imported(made, "s.docx").text == SOURCE.replace("for an hour", "for two hours")


def test_a_companys_own_notes_are_not_the_reports() -> None:
    noted = "# A\n\n## Summary\n\nWords[^1].\n\n[^1]: Said on the phone.\n"
    cover = convert(noted.replace("phone", "cover").encode(), "docx").content
    made = _made(noted, word=WordOptions(reference=cover))

    assert imported(made, "s.docx").text == noted


@pytest.mark.parametrize("number", [0, 1])
def test_one_incident_of_several_reads_to_its_own_text(number: int) -> None:
    found = imported(_made(_TWO, number), "s.docx").text
    other = ("Search slow", "Shop down")[number]

    assert found == _texts(_TWO)[number]
    assert other not in found
    assert read(found.encode(), _OPTIONS).postmortems[0].timeline[0].start == (
        read(_TWO.encode(), _OPTIONS).postmortems[number].timeline[0].start
    )


def test_a_document_of_one_incident_holds_no_word_of_another() -> None:
    with ZipFile(BytesIO(_made(_TWO, 1))) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    assert b"Queries" in parts["word/document.xml"]
    assert not any(b"Checkout" in part for part in parts.values())


@pytest.mark.parametrize("number", [0, 1])
def test_against_a_source_of_several_the_right_incident_is_changed(number: int) -> None:
    name, words = (("Shop", "shop was down"), ("Search", "search was slow"))[number]
    made = _edited(_edited(_made(_TWO, number), "Kim", "Noor"), words, f"{words} for all")
    found = imported(made, "s.docx", _TWO.encode(), _OPTIONS)
    parts = _TWO.split("## Incident 2")
    parts[number] = parts[number].replace("Kim", "Noor").replace(words, f"{words} for all")

    assert found.text == "## Incident 2".join(parts), name


def test_a_briefing_says_what_it_is() -> None:
    found = imported(_made(SOURCE, audience=Audience.LEADERSHIP), "s.docx")

    assert "briefing" in found.note
    assert imported(_made(SOURCE), "s.docx").note == ""


def test_a_briefing_that_nobody_edited_changes_nothing_in_its_source() -> None:
    found = imported(_made(SOURCE, audience=Audience.LEADERSHIP), "s.docx", SOURCE.encode(), _OPTIONS)

    assert (found.text, found.changes) == (SOURCE, ())


def test_what_was_changed_in_a_briefing_is_changed_in_its_source() -> None:
    made = _edited(_made(SOURCE, audience=Audience.LEADERSHIP), "for an hour", "for two hours")
    found = imported(made, "s.docx", SOURCE.encode(), _OPTIONS)

    assert found.text == SOURCE.replace("for an hour", "for two hours")


@pytest.mark.parametrize("subject", ["Incident report for customers", "Bericht zur Störung für Kunden"])
def test_a_report_for_customers_is_refused_in_one_line(subject: str) -> None:
    document = docx.Document(BytesIO(_made(SOURCE)))
    document.core_properties.subject = subject
    content = _saved(document)

    for source in (None, SOURCE.encode()):
        with pytest.raises(UnreadableError, match=r"report for customers"):
            imported(content, "s.customer.docx", source)


def test_what_another_tool_handed_out_comes_back_as_markdown() -> None:
    page = b"<html><body><h1>Search was slow</h1><h2>Summary</h2><p>It took nine seconds.</p></body></html>"
    made = convert(page, "docx").content
    found = imported(made, "s.docx").text

    assert found.startswith("# Search was slow")
    assert imported(made, "s.docx", page).text == found
    assert "ten seconds" in imported(_edited(made, "nine", "ten"), "s.docx", page).text


def test_a_text_of_which_the_page_shows_little_comes_back_whole() -> None:
    """As a template, of which the page leaves the empty sections out."""
    source = "> From a book.\n\n# Title (incident #)\n\n### Date\n\n### Authors\n\n### Status\n\n### Impact\n"

    assert imported(_made(source), "s.docx").text == source


def test_another_document_is_not_held_against_the_source() -> None:
    other = convert(b"# Billing was late\n\n## Summary\n\nInvoices left a day late, all of them.\n", "docx").content

    with pytest.raises(UnreadableError, match=r"^other\.docx: does not come from that source"):
        imported(other, "other.docx", SOURCE.encode(), _OPTIONS)


def test_a_document_made_in_another_language_is_held_against_the_same() -> None:
    text = SOURCE.encode()
    german = ReadOptions(name="s.md", language="de")
    made = convert(text, "docx", german, PageOptions(language="de")).content

    assert "Zeitverlauf" in [one.text for one in docx.Document(BytesIO(made)).paragraphs]
    assert imported(made, "s.docx", text, _OPTIONS).changes == ()
    assert imported(made, "s.docx", text, _OPTIONS).text == SOURCE


def test_a_document_with_controls_is_held_against_the_same() -> None:
    text = SOURCE.replace("2026-03-20 | Not started", "| ").encode()
    made = convert(text, "docx", _OPTIONS, word=WordOptions(editable=True)).content

    assert b"dropDownList" in ZipFile(BytesIO(made)).read("word/document.xml")
    assert imported(made, "s.docx", text, _OPTIONS) == Imported(text.decode())
