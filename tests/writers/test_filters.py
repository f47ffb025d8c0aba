"""The filters of somebody else's templates: words in, words out."""

import pytest
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from pmexport.theme.theme import Colour
from pmexport.writers.filters import measured, words_of
from pmexport.writers.meter import Meter

BLUE = Colour(0, 0, 255)


def test_what_is_no_text_has_no_words_of_its_own() -> None:
    with pytest.raises(SecurityError, match="Colour is no text; name one of its fields"):
        words_of(BLUE)


def test_words_and_figures_are_written_as_they_are() -> None:
    assert [words_of(one) for one in ("a", 1, 2.5, Markup("<b>"))] == ["a", "1", "2.5", "<b>"]


@pytest.mark.parametrize("name", ["upper", "string", "escape", "trim"])
def test_a_filter_of_words_takes_no_values_of_ours(name: str) -> None:
    with pytest.raises(SecurityError, match="Colour is no text"):
        measured(Meter())[name](BLUE)


def test_filters_that_reach_further_are_not_there() -> None:
    assert not {"attr", "safe", "format", "center", "indent", "pprint", "random", "tojson", "xmlattr"} & set(
        measured(Meter())
    )
