"""The briefing's figures are those the author counted, as written."""

import pytest

from example_postmortem import EVENTS, postmortem, section
from pmexport.facts.metrics import measure
from pmexport.model.postmortem import TimelineEvent
from pmexport.model.prose import BulletList, ListItem, Para, Str, Strong
from pmexport.model.prose import Plain as PlainBlock
from pmexport.model.terms import SectionKind
from pmexport.report.briefing_figures import briefing_figures
from pmexport.report.plain import Plain
from pmexport.report.words import Words


def figures(*facts: str, prose: str = "", events: tuple[TimelineEvent, ...] = ()) -> list[tuple[str, str, str]]:
    """Return value, label and note of each figure of a postmortem whose impact states `facts`, as ``label: value``."""
    items = tuple(
        ListItem((PlainBlock((Strong((Str(f"{label}:"),)), Str(f" {value}"))),))
        for label, _, value in (fact.partition(": ") for fact in facts)
    )
    impact = section(SectionKind.IMPACT, "Impact", BulletList(items), Para((Str(prose),)))
    told = postmortem(events=events, sections=(impact,))
    words = Words("en")
    found = briefing_figures(told, measure(told), words, Plain(words))
    return [(one.value, one.label, one.note) for one in found]


MISSING = [("not recorded", "Customer impact", ""), ("not recorded", "Users affected", "")]


def test_length_and_users_are_said_even_where_they_are_not_recorded() -> None:
    assert figures() == MISSING


def test_a_labelled_count_stands_with_the_words_that_follow_it() -> None:
    assert figures("Orders failed: 9,310", "Requests failed: ~18,604 bookings")[2:] == [
        ("9,310", "Orders failed", ""),
        ("~18,604", "Requests failed", "bookings"),
    ]


@pytest.mark.parametrize(
    "fact",
    [
        "Duration of impact: 2 hours 34 minutes",
        "Share late: 11.9 % of the messages",
        "Start: 14:23",
        "Regions: 3 of 14",
        "Revenue impact: about €38,900 (2,684 bookings at a mean fee of €14.50)",
        "Versions: 3-5",
    ],
)
def test_what_is_no_count_makes_no_figure(fact: str) -> None:
    assert figures(fact) == MISSING


def test_money_lost_and_tickets_are_found_in_sentences() -> None:
    assert figures(prose="$12,000 permanently lost, and 340 customer support tickets came in.")[2:] == [
        ("$12,000", "Permanently lost", ""),
        ("340", "Support tickets", ""),
    ]


def test_there_are_no_more_than_five() -> None:
    assert len(figures(*(f"Things of kind {number} lost: {number}00" for number in range(1, 9)))) == 5


def test_a_length_that_the_text_states_otherwise_says_so_beside_the_figure() -> None:
    (first, *_) = figures(prose="The outage lasted 3 hours.", events=EVENTS)

    assert first == ("1 h 20 min", "Customer impact", "the text says 3 h")
