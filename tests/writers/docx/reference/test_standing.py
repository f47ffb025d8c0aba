"""Where a report stands in a company's document."""

from copy import deepcopy

import pytest

from example_report import example_report
from pmexport.writers.docx.markup import Element, Voice, qualified, run, w, words
from pmexport.writers.docx.reference.standing import blanks, filled, heads_its_page, numbered, put


def _body(*elements: Element) -> Element:
    return w("body", *elements, w("sectPr"))


def _texts(body: Element) -> list[str]:
    return ["".join(child.itertext()) for child in body][:-1]


def test_an_empty_letterhead_is_all_report() -> None:
    body = _body(words("", "Normal"))
    put(body, [words("Report", "Normal")])

    assert _texts(body) == ["Report"]


def test_a_document_without_page_breaks_is_a_cover() -> None:
    body = _body(words("Cover", "Normal"))
    put(body, [words("Report", "Normal")])

    assert _texts(body) == ["Cover", "", "Report"]


def test_the_section_around_the_place_is_told() -> None:
    inner = w("sectPr", w("pgSz", w=1))
    body = _body(words("{{report}}", "Normal"), w("p", w("pPr", inner)), words("After", "Normal"))

    assert put(body, [words("Report", "Normal")]) is inner


def test_a_blank_that_word_parted_into_runs_is_filled() -> None:
    line = w("p", run("On {{ ti"), run("tle }}!"))

    assert filled(w("body", line), {"title": "Search"}) == {"title"}
    assert "".join(line.itertext()) == "On Search!"


def test_what_stands_between_two_blanks_of_a_line_stays_there() -> None:
    line = w("p", run("{{ company }}"), w("r", w("tab")), run("{{ id }} of {{ ti"), run("tle }}"))
    asked = filled(w("hdr", line), {"company": "Acme", "id": "INC-1", "title": "Outage"})

    assert asked == {"company", "id", "title"}
    assert ["".join(one.itertext()) for one in line] == ["Acme", "", "INC-1 of Outage", ""]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("{{ id }} · {{ classification }}", "Internal"),
        ("{{ classification }} · {{ id }}", "Internal"),
        ("{{ id }} · {{ authors }} · {{ classification }}", "Internal"),
        ("{{ id }} · {{ authors }}", ""),
        ("Acme · {{ id }} · {{ classification }}", "Acme · Internal"),
        ("Report {{ id }} · {{ classification }}", "Report  · Internal"),
    ],
)
def test_a_blank_between_dots_that_stays_empty_takes_a_dot_with_it(line: str, printed: str) -> None:
    written = w("p", run(line))
    filled(w("ftr", written), {"id": "", "authors": "", "classification": "Internal"})

    assert "".join(written.itertext()) == printed


def test_a_page_of_pages_is_counted_by_word_in_the_language_of_the_report() -> None:
    bold = run("Seite {{ pa", Voice(strong=True))
    line = w("p", bold, run("ge }}"))
    numbered(w("ftr", line), "{page} von {pages}")
    counters = [one.get(qualified("w:instr")) for one in line.iter(qualified("w:fldSimple"))]

    assert "".join(line.itertext()) == "Seite 1 von 1"
    assert counters == [" PAGE ", " NUMPAGES "]
    assert len(list(line.iter(qualified("w:b")))) == 4


def test_braces_that_name_nothing_stay() -> None:
    line = w("p", run("{{ other }}"))

    assert filled(w("body", line), blanks(example_report(), "")) == set()
    assert "".join(line.itertext()) == "{{ other }}"


_PAGE_BREAK = w("p", w("r", w("br", type="page")))
_PLACE = words("{{ report }}", "Normal")


@pytest.mark.parametrize(
    ("before", "at_the_head"),
    [
        ((), True),
        ((words("", "Normal"),), True),
        ((words("Cover", "Normal"), _PAGE_BREAK), True),
        ((words("Cover", "Normal"), w("p", w("pPr", w("sectPr")))), True),
        ((_PAGE_BREAK, words("To all departments", "Normal")), False),
    ],
    ids=["nothing before", "an empty line before", "behind a page", "behind a section", "under a letter's head"],
)
def test_it_is_known_where_a_report_begins_a_page(before: tuple[Element, ...], *, at_the_head: bool) -> None:
    assert heads_its_page(_body(*map(deepcopy, before), deepcopy(_PLACE))) is at_the_head


def test_behind_a_cover_a_report_begins_a_page() -> None:
    assert heads_its_page(_body(words("Cover", "Normal")))
