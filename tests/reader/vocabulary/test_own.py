"""A team's own words."""

from pmexport.reader.vocabulary.own import table_of, tables


def test_the_words_of_one_name_stand_together_as_in_a_data_file() -> None:
    own = (("sections", "impact", "harm"), ("sections", "impact", "hurt"), ("fields", "date", "day zero"))

    assert table_of(own) == {"sections": {"impact": "harm|hurt"}, "fields": {"date": "day zero"}}


def test_nothing_can_be_added_to_the_months() -> None:
    assert "months" not in tables()["dates"]
    assert "weekdays" in tables()["dates"]
