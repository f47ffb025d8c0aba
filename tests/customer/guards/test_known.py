"""Names that are known of one postmortem, found in a text."""

import pytest

from pmexport.customer.guards.known import Known


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The orders table was locked.", True),
        ("Your orders are safe.", False),
        ("A search in table orders was slow.", True),
    ],
)
def test_an_ordinary_word_counts_only_as_a_tables_name(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    assert bool(list(Known(tables=frozenset({"orders"})).hits(text))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We will tell you.", False),
        ("Will you be told?", False),
        ("In May 2026 we test again.", False),
        ("Then Will restarted it.", True),
        ("Will restarted it.", True),
        ("This was May's idea.", True),
        ("Thanks to Grace and others.", True),
        ("A grace period applies.", False),
    ],
)
def test_a_name_that_is_a_word_counts_only_as_a_name(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    assert bool(list(Known(ambiguous=frozenset({"will", "may", "grace"})).hits(text))) is found


@pytest.mark.parametrize(
    "text",
    ["session keeper", "Session keepers", "sessionkeeper", "session-keepers", "check outs"],
)
def test_a_name_of_two_words_is_seen_in_one_and_of_several(text: str) -> None:
    known = Known(codes=frozenset({"session-keeper", "check_out"}))

    assert [rule for rule, _, _ in known.hits(f"our {text} failed")] == ["code"]


def test_a_name_whose_parts_make_a_word_is_not_that_word() -> None:
    assert list(Known(codes=frozenset({"check_out"})).hits("the checkout failed")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Im Sommer fiel es keinem auf.", False),
        ("Bei Sturm schließen wir früher.", False),
        ("Das hat Herrn Sommer nicht gefallen.", True),
        ("Es wurde durch Sturm behoben.", True),
    ],
)
def test_a_noun_of_another_language_is_a_name_only_beside_what_people_do(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    assert bool(list(Known(ambiguous=frozenset({"sommer", "sturm"})).hits(text))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The purser on board can print your pass.", False),
        ("The purser restarted at nine.", True),
        ("Then purser lost its queue.", True),
        ("The purser service was slow.", False),
    ],
)
def test_a_word_that_names_a_service_counts_where_only_the_service_may_be_meant(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    assert bool(list(Known(services=frozenset({"purser"})).hits(text))) is found


@pytest.mark.parametrize("text", ["Place Victor-Hugo is closed.", "The shop in Albert Road.", "à la Saint-Jean"])
def test_a_street_and_a_feast_are_nobodys_name(text: str) -> None:
    assert list(Known().hits(text)) == []
