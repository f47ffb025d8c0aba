"""Sentences in customers' words that a draft offers: what makes one likely, and what is behind a promise."""

import datetime as dt

import pytest
from msgspec.structs import replace

from example_postmortem import action
from pmexport.customer.candidates import promises_of, sentences_on
from pmexport.customer.sentences import Sentence
from pmexport.model.customer import Topic
from pmexport.model.terms import ActionStatus


def said(text: str, topic: Topic = Topic.CAUSE, clock: str = "", language: str = "en") -> list[str]:
    sentence = Sentence(text=text, line=7, topic=topic, section="Cause")
    return [one.text for one in sentences_on(topic, [sentence], language, clock)]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("A deployment removed an index hint.", "The cause was a change that we made to our service."),
        (
            "The TLS certificate had expired.",
            "A certificate that our service needs had run out, and we had not renewed it in time.",
        ),
        ("The connection pool was used up.", "In the end our service had no free connections to its database."),
        ("Code review didn't catch it.", "Our checks before the change did not show this."),
    ],
)
def test_a_cause_is_told_in_customers_words(text: str, offered: str) -> None:
    assert offered in said(text)


def test_the_time_of_the_change_is_told_where_it_is_known() -> None:
    assert said("The deployment did it.", clock="13:45 UTC") == [
        "The cause was a change that we made to our service at 13:45 UTC."
    ]


def test_a_text_that_says_nothing_of_the_kind_offers_nothing() -> None:
    assert said("Nobody knows yet.") == []


def test_a_language_without_its_file_offers_nothing() -> None:
    assert said("The deployment did it.", language="fr") == []


def test_actions_of_one_kind_are_one_promise_with_all_of_them_behind_it() -> None:
    items = (
        replace(action("Add an alert on errors", ActionStatus.DONE), line=3),
        replace(action("Monitor the pool", None), line=4, due=dt.date(2026, 5, 1)),
        replace(action("Alert on nothing", ActionStatus.CANCELLED), line=5),
    )
    (promise,) = promises_of(items, "en")

    assert promise.lines == (3, 4)
    assert promise.text == "We are alerted sooner when something like this starts"
