"""Who is named in a postmortem."""

from pmexport.convert import read
from pmexport.customer.guards.people import doers, initials_of, name_words, people_of
from pmexport.model.postmortem import Postmortem

SOURCE = """# Slow pages

Authors: Noor Haddad

## Timeline (UTC)

- 09:00 Kasia opens a ticket
- 09:10 Traffic drops

## Root cause

A change by Pat Quinn was too large.
"""


def own() -> Postmortem:
    return read(SOURCE.encode()).postmortems[0]


def test_people_are_named_in_fields_and_in_running_text() -> None:
    assert {"Noor Haddad", "Pat Quinn"} <= set(people_of(own()))


def test_who_begins_a_row_with_a_deed_may_be_a_person() -> None:
    assert set(doers(own())) == {"kasia"}


def test_a_name_has_its_parts_and_a_login() -> None:
    made = set(name_words("Noor Haddad"))

    assert {"noor", "haddad", "nhaddad", "noor.haddad", "noor_haddad", "noorhaddad"} <= made


def test_a_group_has_no_name() -> None:
    assert set(name_words("Platform team")) == set()


def test_a_full_name_has_initials() -> None:
    assert list(initials_of("Noor Haddad")) == ["n.h"]
