"""The page on which a designer judges a theme holds every component in every state."""

from pmexport.convert import renderings
from pmexport.model.prose import CodeToken
from pmexport.model.rendering import Rendering
from pmexport.model.terms import Phase
from pmexport.specimen import drawn, specimen
from pmexport.theme.load import covered, load_theme

THEME = load_theme("northwind").theme
HTML = renderings(specimen(THEME), THEME, ("html",))[0]


def page() -> str:
    assert isinstance(HTML, Rendering)
    return HTML.content.decode()


def test_every_badge_of_every_scheme_is_shown() -> None:
    shown = {(badge.scheme, badge.key) for badge in getattr(specimen(THEME).sections[0], "badges", ())}

    assert shown == set(THEME.light.badges)


def test_every_phase_and_every_kind_of_code_is_shown() -> None:
    text = page()

    assert [phase for phase in Phase if f"phase-{phase}" not in text.partition("<body")[2]] == []
    assert [token for token in CodeToken if token is not CodeToken.TEXT and f'class="{token}"' not in text] == []


def test_every_kind_of_section_and_of_running_text_is_shown() -> None:
    kinds = {type(section).__name__ for section in specimen(THEME).sections}
    marks = ["<h3", "<h4", "<ol", "<ul", "<blockquote", "<pre", "<table", "<em>", "<code>", "noteref", "<hr", "late"]

    assert kinds == {
        "Masthead", "KeyFigures", "Narrative", "Timeline", "ActionTable", "EventTable", "Columns", "Findings",
    }  # fmt: skip
    assert [mark for mark in marks if mark not in page()] == []


def test_every_pair_of_colours_stands_there_with_its_contrast() -> None:
    assert "#0b3a66\N{NO-BREAK SPACE}on\N{NO-BREAK SPACE}#ffffff" in page()


def test_the_pdf_is_one_sheet_as_long_as_it_has_to_be() -> None:
    made = drawn(specimen(THEME), THEME, "pdf")

    assert isinstance(made, Rendering)
    assert made.pages == 1
    assert made.depth > 2 * 297


def test_a_theme_with_a_title_sheet_has_that_sheet_besides() -> None:
    theme = covered(THEME)
    made = drawn(specimen(theme), theme, "pdf")

    assert isinstance(made, Rendering)
    assert made.pages == 2
