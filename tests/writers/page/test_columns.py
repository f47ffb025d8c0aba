"""How wide columns are where words may be broken."""

from hypothesis import given
from hypothesis import strategies as st

from pmexport.writers.page.columns import shares


def test_a_short_entry_keeps_its_line_and_a_long_word_gets_more() -> None:
    short, long = shares([["120 ms"], ["vault-gateway-north"]])

    assert (short, long) == (29, 50)


def test_of_very_many_columns_and_of_one_none_has_a_width() -> None:
    assert shares([["a"]] * 30) == ()
    assert shares([["a"]]) == ()


@given(st.lists(st.lists(st.text(max_size=60), min_size=1, max_size=3), min_size=2, max_size=24))
def test_every_column_gets_a_width_and_together_not_much_more_than_there_is(texts: list[list[str]]) -> None:
    found = shares(texts)

    assert len(found) == len(texts)
    assert min(found) > 1
    assert sum(found) - max(found) < 100
