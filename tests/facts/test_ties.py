"""What a length is tied to: by the words beside it, a span of two phrases, or the verb before it."""

import pytest

from pmexport.facts.pairs import MARK
from pmexport.facts.ties import clause_of, lasts, ties


def tied(text: str, *, is_bound: bool = False) -> list[tuple[str, str]]:
    clause = clause_of(text.replace("LENGTH", MARK))
    return [(one.start.strip(), one.end.strip()) for one in ties(clause, is_bound=is_bound)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The site was back LENGTH after the alert.", "the alert", "The site was back"),
        ("LENGTH after the alert, the site was back.", "the alert", "the site was back"),
        ("It took LENGTH before anybody noticed.", "It took", "anybody noticed"),
        ("LENGTH passed until anybody noticed.", "", "anybody noticed"),
        ("We needed LENGTH from the alert to the fix.", "the alert", "the fix"),
        ("Between the alert and the fix lay LENGTH.", "the alert", "the fix"),
        ("GitHub took LENGTH to answer us.", "GitHub took", "answer us"),
        ("The alert fired; LENGTH later the site was back.", "The alert fired;", "the site was back"),
        ("The site was back after LENGTH.", "", "The site was back"),
        ("Once the cause was found, the site was back in a mere LENGTH.", "the cause was found", "the site was back"),
        ("Finding the cause cost us LENGTH.", "", "Finding the cause"),
        ("The indexer was back LENGTH after it had stopped.", "The indexer had stopped", "The indexer was back"),
        ("LENGTH after the alert had fired we were back.", "the alert had fired", "we were back"),
        ("Es dauerte LENGTH bis zur Entdeckung.", "Es dauerte", "zur Entdeckung"),
        ("Det tok LENGTH før noen oppdaget det.", "Det tok", "noen oppdaget det"),
    ],
)
def test_the_words_beside_a_length_name_its_start_and_its_end(text: str, start: str, end: str) -> None:
    assert (start, end) in tied(text)


def test_within_is_counted_from_what_follows() -> None:
    assert tied("The team was told LENGTH of the alert.", is_bound=True)[0] == ("the alert", "The team was told")


def test_a_length_that_nothing_ties_has_no_ends() -> None:
    assert tied("The meeting is LENGTH long.") == []


def test_a_clause_ends_where_another_thought_begins() -> None:
    clause = clause_of(f"Orders failed; the site was back after {MARK}, and we went home.", "We slept.")

    assert (clause.before, clause.behind, clause.earlier) == ("the site was back after", "", "Orders failed;")


def test_a_bracket_that_holds_a_length_is_part_of_its_clause() -> None:
    assert lasts(clause_of(f"It was broken for long ({MARK}) before we noticed."))
