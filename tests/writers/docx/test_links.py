"""Where links lead."""

import pytest

from inspect_docx import Draw, Link, WordFile
from pmexport.model import prose as p
from pmexport.writers.docx.links import address, bookmark_name


def _link(target: str) -> p.Para:
    return p.Para((p.Link((p.Str("here"),), target),))


def test_a_web_address_is_a_hyperlink(word: WordFile) -> None:
    wanted = Link("Decline rate, 12 March", "https://metrics.tarnfell.example/d/declines?from=0831&to=1140")

    assert wanted in word.links()


def test_a_fragment_leads_to_the_bookmark_of_its_heading(word: WordFile) -> None:
    link = [link for link in word.links() if link.target.startswith("#")][-1]

    assert link.text == "Root cause"
    assert link.target[1:] in word.bookmarks()


def test_a_fragment_that_leads_nowhere_is_text(say: Draw) -> None:
    said = say(_link("#nowhere"))

    assert said.links() == []
    assert said.paragraph("here").text == "here"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//host/x",
        "https://",
        "http://[",
        "ftp://host",
        "https://a:b@host",
        "mailto:",
    ],
)
def test_anything_else_is_text(target: str, say: Draw) -> None:
    said = say(_link(target))

    assert said.external() == []
    assert "here" in said.text()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://host.example/a b", "https://host.example/a%20b"),
        ('https://host.example/"', "https://host.example/%22"),
        ("https://host.example/100%", "https://host.example/100%25"),
        ("https://host.example/%20", "https://host.example/%20"),
        ("mailto:team@host.example", "mailto:team@host.example"),
        ("https://host.example/" + "x" * 3000, None),
    ],
)
def test_an_address_holds_nothing_that_word_takes_for_damage(written: str, expected: str | None) -> None:
    assert expected == address(written)


def test_bookmarks_are_unique_and_within_words_limits(word: WordFile) -> None:
    names = word.bookmarks()

    assert len(names) == len(set(names))
    assert all(len(name) <= 40 and name.startswith("_") for name in names)


def test_anchors_that_differ_in_punctuation_alone_have_different_names() -> None:
    assert bookmark_name("a-b") != bookmark_name("a.b")


def test_a_link_in_a_footnote_belongs_to_the_footnotes(say: Draw) -> None:
    note = p.Note((_link("https://host.example/"),))

    said = say(p.Para((p.Str("text"), note)))

    assert said.links("footnotes") == [Link("here", "https://host.example/")]
