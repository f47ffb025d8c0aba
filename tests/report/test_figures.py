"""The strip of five figures."""

import pytest
from msgspec.structs import replace

from example_postmortem import EVENTS, action, event, postmortem, section
from pmexport.facts.metrics import measure
from pmexport.model.postmortem import ActionRun, Postmortem
from pmexport.model.prose import BulletList, ListItem, Plain, Str, Strong
from pmexport.model.report import KeyFigure
from pmexport.model.terms import ActionStatus, Milestone, SectionKind
from pmexport.report.figures import key_figures
from pmexport.report.words import Words


def figures(source: Postmortem) -> dict[str, KeyFigure]:
    strip = key_figures(source, measure(source), Words("en"), "s-figures")
    return {figure.label: figure for figure in strip.figures}


def with_impact(text: str, label: str = "Users affected:") -> Postmortem:
    bullet = ListItem((Plain((Strong((Str(label),)), Str(f" {text}"))),))
    return postmortem(sections=(section(SectionKind.IMPACT, "Impact", BulletList((bullet,))),))


def test_there_are_five() -> None:
    assert list(figures(postmortem())) == [
        "Customer impact",
        "Time to detect",
        "Time to mitigate",
        "Users affected",
        "Actions done",
    ]


def test_lengths_come_from_the_timeline() -> None:
    strip = figures(postmortem())

    assert [strip[label].value for label in ("Customer impact", "Time to detect", "Time to mitigate")] == [
        "1 h 20 min",
        "6 min",
        "45 min",
    ]


def test_a_figure_that_could_not_be_had_says_so_and_is_never_zero() -> None:
    figure = figures(postmortem())["Users affected"]

    assert (figure.value, figure.recorded) == ("not recorded", False)


def test_three_and_more_figures_that_could_not_be_had_are_named_in_one_line() -> None:
    source = postmortem(events=(), stated=5400)

    strip = key_figures(source, measure(source), Words("en"), "s-figures")

    assert [figure.label for figure in strip.figures] == ["Customer impact"]
    assert strip.missing == "Time to detect, Time to mitigate, Users affected, Actions done: not recorded"


def test_a_length_that_only_the_author_states_is_marked_as_stated() -> None:
    figure = figures(postmortem(events=(), stated=5400))["Customer impact"]

    assert (figure.value, figure.note) == ("1 h 30 min", "as stated")


def test_an_approximate_length_says_about() -> None:
    events = tuple(replace(one, approximate=True) for one in EVENTS)

    assert figures(postmortem(events=events))["Customer impact"].value == "~1 h 20 min"


def test_two_moments_of_the_same_minute_are_less_than_a_minute_apart() -> None:
    events = (event("09:00", "Errors", Milestone.IMPACT_START), event("09:00", "Back", Milestone.RESOLVED))

    assert figures(postmortem(events=events))["Customer impact"].value == "<\N{NO-BREAK SPACE}1 min"


def test_time_to_resolve_stands_in_where_nobody_says_when_it_was_mitigated() -> None:
    events = (event("09:00", "Errors", Milestone.IMPACT_START), event("09:30", "Back", Milestone.RESOLVED))

    assert figures(postmortem(events=events))["Time to resolve"].value == "30 min"


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("~8,500 unique users", "~8,500"),
        ("about 300", "about 300"),
        ("12k accounts", "12k"),
        ("40 % of them", "40 %"),
        ("3.", "3"),
    ],
)
def test_users_affected_is_the_number_the_author_gives(written: str, figure: str) -> None:
    assert figures(with_impact(written))["Users affected"].value == figure


@pytest.mark.parametrize("written", ["all of them", "none that we know of"])
def test_users_affected_without_a_number_are_not_recorded(written: str) -> None:
    assert not figures(with_impact(written))["Users affected"].recorded


def test_users_affected_is_found_under_other_labels_too() -> None:
    assert figures(with_impact("17", "Accounts affected:"))["Users affected"].value == "17"


def test_cancelled_actions_do_not_count() -> None:
    run = ActionRun(
        (
            action("One", ActionStatus.DONE),
            action("Two", ActionStatus.NOT_STARTED),
            action("Three", ActionStatus.CANCELLED),
        )
    )

    strip = figures(postmortem(sections=(section(SectionKind.ACTION_ITEMS, "Actions", run),)))

    assert strip["Actions done"].value == "1 of 2"


def test_actions_without_any_status_are_counted_only() -> None:
    run = ActionRun((action("One"), action("Two")))

    strip = figures(postmortem(sections=(section(SectionKind.ACTION_ITEMS, "Actions", run),)))

    assert strip["Action items"].value == "2"
