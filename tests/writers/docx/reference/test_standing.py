"""Where a report stands in a company's document."""

from example_report import example_report
from pmexport.writers.docx.markup import Element, run, w, words
from pmexport.writers.docx.reference.standing import blanks, filled, put


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


def test_braces_that_name_nothing_stay() -> None:
    line = w("p", run("{{ other }}"))

    assert filled(w("body", line), blanks(example_report(), "")) == set()
    assert "".join(line.itertext()) == "{{ other }}"
