"""Styles taken over by name."""

from pmexport.theme.theme import Colour
from pmexport.writers.docx.markup import Element, qualified, w, words
from pmexport.writers.docx.reference.styles import recoloured, repointed, taken_over, tied, used_styles
from pmexport.writers.docx.slots import Slots


def _styles(*named: tuple[str, str], based: str = "") -> Element:
    found = w("styles")
    for identifier, name in named:
        below = w("basedOn", val=based) if based else None
        found.append(w("style", w("name", val=name), below, type="paragraph", styleId=identifier))
    return found


def test_names_are_compared_without_case() -> None:
    ours, theirs = _styles(("Heading1", "heading 1")), _styles(("Titre1", "Heading 1"))

    assert taken_over(ours, theirs, ["Heading1"], {}) == {"Heading1": "Titre1"}
    assert len(theirs) == 1


def test_the_theme_may_name_another() -> None:
    ours, theirs = _styles(("Quote", "Quote")), _styles(("AcmeQuote", "Acme Quote"))

    assert taken_over(ours, theirs, ["Quote"], {"Quote": "Acme Quote"}) == {"Quote": "AcmeQuote"}


def test_what_is_missing_is_added_with_what_it_is_based_on() -> None:
    ours, theirs = _styles(("Lead", "Lead"), ("Body", "Body"), based="Body"), _styles()

    assert taken_over(ours, theirs, ["Lead"], {}) == {"Lead": "Lead", "Body": "Body"}
    assert len(theirs) == 2


def test_an_id_that_is_taken_by_another_style_is_not_taken_twice() -> None:
    ours, theirs = _styles(("Lead", "Lead")), _styles(("Lead", "Something else"))

    assert taken_over(ours, theirs, ["Lead"], {}) == {"Lead": "PmLead"}


def test_text_names_the_style_it_was_given() -> None:
    line = words("x", "Lead")
    repointed(line, {"Lead": "PmLead"})

    assert used_styles([line]) == ["PmLead"]


def test_a_colour_that_means_something_stays_where_the_company_has_none_like_it() -> None:
    red = w("r", w("rPr", w("color", val="B42318", themeColor="accent2")))
    recoloured(red, Slots({"accent1": Colour(0, 0, 255)}, 60))
    colour = red[0][0]

    assert dict(colour.attrib) == {qualified("w:val"): "B42318"}


def test_a_colour_that_is_like_one_of_theirs_becomes_theirs() -> None:
    blue = w("r", w("rPr", w("color", val="0000F0", themeColor="accent5")))
    recoloured(blue, Slots({"accent1": Colour(0, 0, 255)}, 60))

    assert blue[0][0].get(qualified("w:themeColor")) == "accent1"


def test_a_link_to_a_style_that_is_not_there_goes() -> None:
    theirs = w("styles", w("style", w("name", val="Quote Char"), w("link", val="Quote"), styleId="QuoteChar"))
    tied(theirs)

    assert theirs.find(f".//{qualified('w:link')}") is None


def test_a_style_that_was_added_is_linked_back() -> None:
    theirs = _styles(("Quote", "Quote"), based="Quote")
    theirs.append(w("style", w("name", val="Quote Char"), w("link", val="Quote"), styleId="QuoteChar"))
    tied(theirs)
    added = theirs[0]

    assert [one.tag for one in added] == [qualified(f"w:{tag}") for tag in ("name", "basedOn", "link")]
    assert added[2].get(qualified("w:val")) == "QuoteChar"
