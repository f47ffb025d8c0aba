"""What the page for customers is called and said in, for the draft of its text and for the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from pmexport.model.customer import CustomerReport
from pmexport.report.customer_times import Clock, customer_words, told


def teller(report: CustomerReport) -> Callable[[str, object], str]:
    """Return what tells how a cleared value of `report` is said on its page, for the ledger."""
    clock = Clock(report, customer_words(report.language.value.tag))
    return lambda place, value: told(place, value, clock)


def draft_words(language: str) -> Mapping[str, str]:
    """Return headings, questions and notes of a draft in `language`, and the months, parted by bars."""
    words = customer_words(language)
    keys = ("impact", "cause", "done_and_next", "contact", "draft_intro", "draft_candidate")
    asked = tuple(f"draft_ask_{key}" for key in ("opening", "impact", "cause", "next", "contact"))
    notes = ("draft_title", "draft_titled", "draft_services", "draft_harder", "draft_own_words")
    said = {key: words.say("customer", key) for key in (*keys, *asked)}
    said |= {key: words.say("customer", key) if words.has("customer", key) else "" for key in notes}
    due = words.say("customer", "due")
    return said | {"draft_due": due[0].lower() + due[1:], "months": "|".join(words.month_names())}


def dated_title(report: CustomerReport) -> str:
    """Return how a title with its day is written, ``{title}`` standing for its words; nothing without a day."""
    words = customer_words(report.language.value.tag)
    spoken = report.language.value.tag.partition("-")[0]
    if report.date is None or words.language.partition("-")[0] != spoken or not words.has("customer", "draft_titled"):
        return ""
    return words.say("customer", "draft_titled", title="{title}", date=words.date(report.date.value))


def clock_of(report: CustomerReport, moment: dt.datetime) -> str:
    """Return the time of day of `moment` as the page tells times, with the zone."""
    clock = Clock(report, customer_words(report.language.value.tag))
    return f"{clock.words.clock(moment)} {clock.zone}".strip()
