"""Every word of the source is on the page, once or oftener, whatever the postmortem looks like."""

from hypothesis import HealthCheck, given, settings

from pmexport import PageOptions, ReadOptions, convert
from pmexport.theme.load import load_theme
from strategies import Written, postmortems
from words_of import html_words

THEME = load_theme("default").theme


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(postmortems())
def test_every_word_of_the_source_is_on_the_page(source: Written) -> None:
    page = convert(source.text.encode(), "html", ReadOptions(), PageOptions(), THEME)
    on_the_page = set(html_words(page.content))

    assert [word for word in source.words if word not in on_the_page] == []
