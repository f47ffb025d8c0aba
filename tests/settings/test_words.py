"""A team's own words: told to the reader, or refused where there is no place for them."""

import pytest

from pmexport.errors import UsageError
from pmexport.settings import Layer, settle


def test_a_team_s_own_words_are_told_to_the_reader() -> None:
    words = {"headings": {"impact": ["Blast damage", "Who felt it"]}, "fields": {"severity": "Impact class"}}
    settled = settle(Layer(place="pmexport.toml", values={"reader": words}))

    assert settled.settings.read_options("a.md").words == (
        ("sections", "impact", "Blast damage"),
        ("sections", "impact", "Who felt it"),
        ("fields", "severity", "Impact class"),
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"headngs": {}}, "[reader]: there is no headngs; did you mean headings?"),
        ({"headings": {"inpact": ["x"]}}, "[reader.headings]: there is no inpact; did you mean impact?"),
        ({"headings": ["x"]}, "[reader]: headings cannot be \"['x']\"; write a table, [reader.headings]"),
        ({"severity": {"9": ["x"]}}, "[reader.severity]: there is no 9; known are 0, 1, 2, 3, 4"),
        ({"fields": {"date": 3}}, '[reader.fields]: date cannot be \'3\'; write ["first", "second"]'),
    ],
)
def test_a_word_without_a_place_is_refused(words: dict[str, object], said: str) -> None:
    settings = settle(Layer(place="pmexport.toml", values={"reader": words})).settings

    with pytest.raises(UsageError) as fault:
        settings.read_options("a.md")

    assert str(fault.value) == said
