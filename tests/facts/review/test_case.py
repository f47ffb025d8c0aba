"""What a rule is given of a postmortem."""

import datetime as dt

from example_postmortem import DAY, para, postmortem, section
from pmexport.facts.metrics import measure
from pmexport.facts.review.case import Case, case_of
from pmexport.model.options import CheckOptions
from pmexport.model.terms import SectionKind


def case(**more: object) -> Case:
    del more
    one = postmortem(sections=(section(SectionKind.IMPACT, "Impact", para("Shelves were empty.")),))
    return case_of(one, measure(one), CheckOptions())


def test_passages_are_had_by_the_kind_of_their_section() -> None:
    assert [passage.text for passage in case().of_kind(SectionKind.IMPACT)] == ["Shelves were empty."]


def test_the_days_of_the_incident_are_those_of_its_events() -> None:
    days: tuple[dt.date, ...] = case().days

    assert days == (DAY,)
