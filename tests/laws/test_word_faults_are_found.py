"""Every rule of test_word_is_accessible finds its fault: each is planted into a document that has none."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import etree

from example_report import example_report
from inspect_docx import Element, WordFile
from laws import test_word_is_accessible as rules
from pmexport.model.options import WordOptions
from pmexport.theme.load import load_theme
from pmexport.writers.docx import write
from pmexport.writers.docx.markup import qualified, run, w, words

Plant = Callable[[WordFile], None]
_STYLES, _SETTINGS = "word/styles.xml", "word/settings.xml"


@pytest.fixture
def word() -> WordFile:
    """Return the document that uses everything, with controls."""
    return WordFile(write(example_report(), load_theme().theme, WordOptions(editable=True)).content)


def _all(root: Element, tag: str) -> list[Element]:
    found = list(root.iter(qualified(tag)))
    assert found
    return found


def _within(word: WordFile, tag: str) -> list[Element]:
    return _all(word.body, tag)


def _put(word: WordFile, element: Element) -> None:
    word.body[0].insert(1, element)


def _drop(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _faint(word: WordFile) -> None:
    properties = w("rPr", w("color", val="DDDDDD"))
    word.xml[_STYLES].append(w("style", w("name", val="Faint"), properties, type="character", styleId="Faint"))


def _skip(word: WordFile) -> None:
    first = next(one for one in _within(word, "w:pStyle") if str(one.get(qualified("w:val"))).startswith("Heading"))
    first.set(qualified("w:val"), "Heading3")


def _nest(word: WordFile) -> None:
    table = _within(word, "w:tbl")[0]
    _all(table, "w:tc")[0].append(deepcopy(table))


def _untitled(word: WordFile) -> None:
    for control in _within(word, "w:alias"):
        _drop(control)


def _without_headings(word: WordFile) -> None:
    _put(word, words("word " * 1000, "BodyText"))
    for style in _within(word, "w:pStyle"):
        style.set(qualified("w:val"), "BodyText")


def _blank_row(word: WordFile) -> None:
    for text in _all(_within(word, "w:tr")[-1], "w:t"):
        text.text = " "


PLANTS: dict[Callable[[WordFile], None], Plant] = {
    rules.test_every_picture_has_words_or_is_decoration: lambda word: _within(word, "wp:docPr")[0].set("descr", ""),
    rules.test_every_table_names_its_header_row: lambda word: _drop(_within(word, "w:tblHeader")[0]),
    rules.test_no_table_has_joined_or_parted_cells: lambda word: _within(word, "w:tcPr")[0].append(
        w("gridSpan", val=2)
    ),
    rules.test_no_table_stands_within_a_table: _nest,
    rules.test_every_table_of_ours_is_named: lambda word: _drop(_within(word, "w:tblCaption")[0]),
    rules.test_the_document_has_a_title: lambda word: _drop(word.xml["docProps/core.xml"].find("{*}title")),  # type: ignore[arg-type]  # it is there
    rules.test_headings_skip_no_level: _skip,
    rules.test_every_object_stands_in_the_line_of_the_text: lambda word: _put(
        word, w("p", w("r", w("drawing", etree.Element(qualified("wp:anchor")))))
    ),
    rules.test_links_say_where_they_lead: lambda word: _put(
        word, w("p", w("hyperlink", run("Click here"), anchor="somewhere"))
    ),
    rules.test_nothing_is_spaced_by_blank_paragraphs_or_spaces: lambda word: _put(word, words("", "BodyText")),
    rules.test_the_language_is_said: lambda word: _drop(_all(word.xml[_STYLES], "w:lang")[0]),
    rules.test_text_stands_out_from_its_ground: _faint,
    rules.test_every_control_has_a_name: _untitled,
    rules.test_nothing_blinks_and_nothing_is_hidden: lambda word: _put(
        word, w("p", w("r", w("rPr", w("vanish")), w("t")))
    ),
    rules.test_no_row_of_a_table_is_blank: _blank_row,
    rules.test_headings_part_the_document: _without_headings,
    rules.test_nothing_keeps_readers_out: lambda word: word.xml[_SETTINGS].insert(0, w("documentProtection")),
}


@pytest.mark.parametrize("rule", PLANTS, ids=lambda rule: rule.__name__.removeprefix("test_"))
def test_the_rule_finds_its_fault_and_nothing_before(rule: Callable[[WordFile], None], word: WordFile) -> None:
    rule(word)
    PLANTS[rule](word)

    with pytest.raises(AssertionError):
        rule(word)


def test_spaces_in_a_row_are_found(word: WordFile) -> None:
    _put(word, words("one     two", "BodyText"))

    with pytest.raises(AssertionError):
        rules.test_nothing_is_spaced_by_blank_paragraphs_or_spaces(word)


def test_no_rule_is_without_its_fault() -> None:
    assert {name for name in vars(rules) if name.startswith("test_")} == {rule.__name__ for rule in PLANTS}
