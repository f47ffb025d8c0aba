"""What was changed in Word, changed in the source, and nothing else."""

import re
from collections.abc import Callable
from copy import deepcopy
from difflib import ndiff
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from pmexport.convert import convert
from pmexport.homeward import Imported, imported
from reader.word.conftest import SOURCE, Edit, every_paragraph, replace_words


def _changed(found: Imported) -> list[str]:
    """Return the lines that went and the lines that came."""
    return [line for line in ndiff(SOURCE.splitlines(), found.text.splitlines()) if line[0] in "+-"]


def test_a_document_that_nobody_edited_gives_the_source_letter_by_letter(made: bytes) -> None:
    assert imported(made, "s.docx", SOURCE.encode()) == Imported(SOURCE)


def test_a_word_is_changed_where_it_stands(edited: Edit) -> None:
    found = imported(edited(lambda d: replace_words(d, "for an hour", "for two hours")), "s.docx", SOURCE.encode())

    assert _changed(found) == [
        "- Search took **nine seconds** for an hour.",
        "+ Search took **nine seconds** for two hours.",
    ]


def test_a_status_and_a_date_are_changed_in_their_row(edited: Edit) -> None:
    def update(document: Document) -> None:
        replace_words(document, "20 Mar 2026", "27 Mar 2026")
        replace_words(document, "\N{NO-BREAK SPACE}Not started", "\N{NO-BREAK SPACE}Done")

    assert _changed(imported(edited(update), "s.docx", SOURCE.encode())) == [
        "- | Warm the index at start | Ines Okafor | 2026-03-20 | Not started |",
        "+ | Warm the index at start | Ines Okafor | 2026-03-27 | Done |",
    ]


def test_an_item_that_was_added_stands_behind_its_neighbour(edited: Edit) -> None:
    def add(document: Document) -> None:
        last = next(one for one in every_paragraph(document) if one.text == "Nobody warmed it.")
        last._p.addnext(deepcopy(last._p))  # noqa: SLF001  python-docx has no other way to copy a paragraph
        last.runs[0].text = "Nobody looked."

    found = imported(edited(add), "s.docx", SOURCE.encode())

    assert "Nobody looked." in found.text
    assert "Nobody warmed it." in found.text


def test_a_paragraph_that_was_taken_out_is_gone(edited: Edit) -> None:
    def drop(document: Document) -> None:
        quote = next(one for one in every_paragraph(document) if one.text == "Warm it first.")
        parent = quote._p.getparent()  # noqa: SLF001  as above
        assert parent is not None
        parent.remove(quote._p)  # noqa: SLF001

    assert _changed(imported(edited(drop), "s.docx", SOURCE.encode())) == ["- > Warm it first.", "- "]


def test_every_change_is_told(edited: Edit) -> None:
    found = imported(edited(lambda d: replace_words(d, "Jonah Weiss", "Mirela Popa")), "s.docx", SOURCE.encode())

    assert [(one.before, one.after, one.placed) for one in found.changes] == [("Jonah Weiss", "Mirela Popa", True)]


def test_a_figure_that_we_compute_is_nobodys_change(edited: Edit) -> None:
    assert imported(edited(lambda d: replace_words(d, "+0:20", "+0:21")), "s.docx", SOURCE.encode()).text == SOURCE


def test_a_status_takes_the_sign_before_it_along() -> None:
    source = SOURCE.replace("| Done |", "| \N{WHITE HEAVY CHECK MARK} Done |")
    edited = _edited(source, lambda d: replace_words(d, "Done", "Cancelled"))

    assert (
        "| Alert on cold indexes | Jonah Weiss | 2026-04-02 | Cancelled |"
        in imported(edited, "s.docx", source.encode()).text.splitlines()
    )


def test_a_severity_is_changed_in_the_head() -> None:
    source = SOURCE.replace("SEV-2", "P2")
    document = _edited(source, lambda d: replace_words(d, "P2\N{NO-BREAK SPACE}", "P1\N{NO-BREAK SPACE}"))

    assert "**Severity:** P1" in imported(document, "s.docx", source.encode()).text


def test_emphasis_is_a_change_too(edited: Edit) -> None:
    def embolden(document: Document) -> None:
        next(one for one in every_paragraph(document) if one.text == "Nobody warmed it.").runs[0].bold = True

    assert _changed(imported(edited(embolden), "s.docx", SOURCE.encode())) == [
        "- 2. Nobody warmed it.",
        "+ 2. **Nobody warmed it.**",
    ]


def test_what_was_moved_is_told_once(edited: Edit) -> None:
    def move(document: Document) -> None:
        first, second = (
            next(one for one in every_paragraph(document) if one.text == text)
            for text in ("The release emptied it.", "Nobody warmed it.")
        )
        second._p.addnext(first._p)  # noqa: SLF001  python-docx has no other way to move a paragraph

    changes = imported(edited(move), "s.docx", SOURCE.encode()).changes

    assert [one.before == one.after for one in changes] == [True]


def test_a_row_that_was_deleted_under_tracking_is_gone(edited: Edit) -> None:
    def strike(document: Document) -> None:
        row = document.tables[-1].rows[1]._tr  # noqa: SLF001  tracked changes are not in python-docx
        etree.SubElement(row.get_or_add_trPr(), qn("w:del"))

    assert _changed(imported(edited(strike), "s.docx", SOURCE.encode())) == ["- | 10:00 | Release 118 goes out |"]


def _as_google_docs_leaves_it(document: Document) -> None:
    """Keep the styles of headings, and turn all others into formatting."""
    for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        for style in list(document.element.body.iter(qn(tag))):
            parent = style.getparent()
            if parent is not None and not str(style.get(qn("w:val"))).startswith(("Heading", "Title")):
                parent.remove(style)


def test_without_our_styles_nobody_has_changed_anything(edited: Edit) -> None:
    assert imported(edited(_as_google_docs_leaves_it), "s.docx", SOURCE.encode()) == Imported(SOURCE)


def test_without_our_styles_a_change_is_found_where_it_stands(edited: Edit) -> None:
    def change(document: Document) -> None:
        replace_words(document, "The release emptied it.", "Release 118 emptied it.")
        replace_words(document, "Jonah Weiss", "Mara Lind")
        _as_google_docs_leaves_it(document)

    assert _changed(imported(edited(change), "s.docx", SOURCE.encode())) == [
        "- 1. The release emptied it.",
        "+ 1. Release 118 emptied it.",
        "- | Alert on cold indexes | Jonah Weiss | 2026-04-02 | Done |",
        "+ | Alert on cold indexes | Mara Lind | 2026-04-02 | Done |",
    ]


def _edited(source: str, change: Callable[[Document], None]) -> bytes:
    """Return the document made from `source` after `change`."""
    document = docx.Document(BytesIO(convert(source.encode(), "docx").content))
    change(document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_an_item_that_was_moved_leaves_nothing_behind() -> None:
    source = SOURCE.replace("2. Nobody warmed it.", "2. **Nobody:** warmed it.\n3. Nobody looked.")

    def swap(document: Document) -> None:
        first, last = (_starting(document, words) for words in ("The release", "Nobody: warmed"))
        first._p.addprevious(last._p)  # noqa: SLF001  python-docx has no other way to move a paragraph

    found = imported(_edited(source, swap), "s.docx", source.encode())

    assert [line for line in found.text.splitlines() if re.match(r"\d\.", line)] == [
        "1. **Nobody:** warmed it.",
        "1. The release emptied it.",
        "3. Nobody looked.",
    ]


def test_a_name_that_was_typed_in_parts_is_one_change(edited: Edit) -> None:
    def retype(document: Document) -> None:
        facts = next(one for one in document.paragraphs if one.style is not None and one.style.name == "Masthead Facts")
        name = next(one for one in facts.runs if one.text == "Ines\N{NO-BREAK SPACE}Okafor")
        again = deepcopy(name._r)  # noqa: SLF001  python-docx has no other way to copy a run
        name._r.addnext(again)  # noqa: SLF001  as above
        name.text, facts.runs[facts.runs.index(name) + 1 if name in facts.runs else -1].text = "Ines ", "Ferreira"

    found = imported(edited(retype), "s.docx", SOURCE.encode())

    assert ("Ines Okafor", "Ines Ferreira", True) in [(one.before, one.after, one.placed) for one in found.changes]


def test_what_was_put_into_the_head_is_told(edited: Edit) -> None:
    def insert(document: Document) -> None:
        facts = next(one for one in document.paragraphs if one.style is not None and one.style.name == "Masthead Facts")
        facts.add_run(" seen by Legal")

    found = imported(edited(insert), "s.docx", SOURCE.encode())

    assert any("seen by Legal" in one.after for one in found.changes)


def _starting(document: Document, words: str) -> Paragraph:
    return next(one for one in every_paragraph(document) if one.text.startswith(words))


_LINKED = """# Search was slow

## Summary

The fix is at https://code.example/pull/7 and [the plan][plan] says why.

## Timeline

- **2026-03-02 09:40 UTC+8** - Queries take nine seconds, see https://chat.example/1
- **2026-03-02 09:40 UTC+2** - The index is warmed, all is well

[plan]: https://docs.example/plan
"""


def _reworded(old: str, new: str) -> str:
    document = docx.Document(BytesIO(convert(_LINKED.encode(), "docx").content))
    replace_words(document, old, new)
    document.save(stream := BytesIO())
    return imported(stream.getvalue(), "s.docx", _LINKED.encode()).text


def test_a_word_beside_an_address_is_changed_where_it_stands() -> None:
    assert _reworded("says why", "says so") == _LINKED.replace("says why", "says so")


def test_a_line_that_ends_in_an_address_goes_as_a_whole() -> None:
    text = _LINKED.replace(
        "## Timeline", "## Notes\n\n- Look up\n- See https://code.example/7.\n- Go on\n\n## Timeline"
    )
    document = docx.Document(BytesIO(convert(text.encode(), "docx").content))
    item = next(one for one in every_paragraph(document) if one.text.startswith("See https://code.example/7"))
    parent = item._p.getparent()  # noqa: SLF001  as above
    assert parent is not None
    parent.remove(item._p)  # noqa: SLF001
    document.save(stream := BytesIO())

    found = imported(stream.getvalue(), "s.docx", text.encode())

    assert found.text == text.replace("- See https://code.example/7.\n", "")


def test_an_event_under_which_the_page_says_its_local_time_is_changed_where_it_stands() -> None:
    assert _reworded("nine seconds", "ten seconds") == _LINKED.replace("nine seconds", "ten seconds")
    assert _reworded("all is well", "all is good") == _LINKED.replace("all is well", "all is good")


def test_an_item_under_an_event_is_changed_without_its_bullet() -> None:
    text = "# Pods stuck\n\n## Timeline\n\n### 2026-03-02 10:00 UTC\n\n- Launches drop quickly\n- Many pods are stuck\n"
    document = docx.Document(BytesIO(convert(text.encode(), "docx").content))
    replace_words(document, "quickly", "slowly")
    document.save(stream := BytesIO())

    assert imported(stream.getvalue(), "s.docx", text.encode()).text == text.replace("quickly", "slowly")
