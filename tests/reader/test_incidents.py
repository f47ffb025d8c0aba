"""A file that tells of several incidents is cut where the next one begins, and says so."""

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import Para, text_of
from pmexport.reader import Reading
from read_text import reading

TWO = """# Outages in March

All times in CET.

## Incident 1: Shop down

**Severity:** SEV-1

### Timeline

- 2026-03-02 10:00 Checkout fails
- 10:20 Rolled back

### Action items

- Add an alert - Owner: Kim

## Incident 2: Search slow

### Timeline

- 2026-03-09 14:00 Queries take 9 s
- 14:30 Index rebuilt
- 14:40 Resolved

### Action items

- Watch the index - Owner: Noor
"""

LOG = """# Incident log

## Second quarter

### Incident on 2025-05-04 09:10 - Sign-in down

- **Key events**
  - 2025-05-04 09:10: Sign-in fails
  - 2025-05-04 09:40: Incident resolved
- **Impact**: Nobody could sign in.

## First quarter

### Incident on 2025-02-01 22:00 - Mail late

- **Key events**
  - 2025-02-01 22:00: Queue stops
  - 2025-02-01 23:30: Incident resolved
- **Impact**: Mail came an hour late.
"""


def titles(found: Reading) -> list[str]:
    return [each.title for each in found.postmortems]


def told(found: Reading, code: str) -> list[Diagnostic]:
    return [each for each in found.diagnostics if each.code == code]


def lead(found: Postmortem) -> list[str]:
    return [text_of(part.content) for part in found.lead if isinstance(part, Para)]


def test_each_incident_of_a_file_is_a_postmortem_of_its_own() -> None:
    found = reading(TWO)

    assert titles(found) == ["Shop down", "Search slow"]
    assert [len(each.timeline) for each in found.postmortems] == [2, 3]
    assert [[item.owner for item in each.action_items] for each in found.postmortems] == [["Kim"], ["Noor"]]
    assert [each.severity.label if each.severity else None for each in found.postmortems] == ["SEV-1", None]


def test_the_cut_is_told_with_its_lines() -> None:
    assert [(each.line, each.message) for each in told(reading(TWO), "incidents-split")] == [
        (
            18,
            (
                "the file tells of 2 incidents, which are read one by one: "
                "“Incident 1: Shop down” (line 5), “Incident 2: Search slow” (line 18)"
            ),
        )
    ]


def test_what_stands_before_all_is_kept_with_the_first_and_its_zone_holds_for_each() -> None:
    first, second = reading(TWO).postmortems

    assert (lead(first), lead(second)) == (["Outages in March", "All times in CET."], [])
    assert (first.timezone, second.timezone) == ("CET", "CET")


def test_a_log_of_incidents_under_headings_of_time_is_cut() -> None:
    found = reading(LOG)

    assert titles(found) == ["Sign-in down", "Mail late"]
    assert [str(each.date) for each in found.postmortems] == ["2025-05-04", "2025-02-01"]
    assert lead(found.postmortems[1]) == ["First quarter"]


def test_first_level_headings_that_each_tell_an_incident_are_cut() -> None:
    one = "# Incident: {}\n\n## Impact\n\nDown.\n\n## Root cause\n\nA bug.\n\n"

    assert titles(reading(one.format("Shop") + one.format("Search") + one.format("Mail"))) == ["Shop", "Search", "Mail"]


def test_header_fields_alone_are_an_account() -> None:
    one = "## INC-1{}: {}\n\n**Date:** 2026-01-0{}\n**Severity:** SEV-2\n\nA disk was full.\n\n"

    assert titles(reading("# Incidents\n\n" + one.format(7, "Shop", 7) + one.format(8, "Mail", 8))) == ["Shop", "Mail"]


def test_front_matter_gives_each_its_people_but_none_its_title() -> None:
    found = reading(f"---\ntitle: March\nauthors: [Kim]\n---\n{TWO}")

    assert titles(found) == ["Shop down", "Search slow"]
    assert [each.authors for each in found.postmortems] == [("Kim",), ("Kim",)]


def test_sections_that_stand_once_for_all_keep_the_incidents_together() -> None:
    one = "## Incident {}\n\n### Timeline\n\n- 10:00 Down\n- 10:10 Up\n\n### Impact\n\nSome.\n\n"
    found = reading("# Two outages\n\n" + one.format(1) + one.format(2) + "## Action items\n\n- Fix it\n")

    assert titles(found) == ["Two outages"]
    assert "“Action items” (line 25)" in told(found, "incidents-together")[0].message


def test_a_known_section_after_an_incident_belongs_to_it() -> None:
    one = "# Incident: {}\n\n## Impact\n\nDown.\n\n# Lessons learned\n\nTest more.\n\n"
    found = reading(one.format("Shop") + one.format("Mail"))

    assert titles(found) == ["Shop", "Mail"]
    assert [[part.title for part in each.sections] for each in found.postmortems] == [["Impact", "Lessons learned"]] * 2


def test_parts_of_one_incident_are_not_cut() -> None:
    services = "# Outage\n\n## Frontend\n\n### Impact\n\nNone.\n\n## Backend\n\n### Impact\n\nSlow.\n"
    actions = "# Outage\n\n## Action items\n\n### #12 Alert\n\n- Owner: Kim\n\n### #13 Limit\n\n- Owner: Noor\n"
    sections = "# Timeline\n\n- 10:00 Down\n\n# Impact\n\n## Timeline\n\n- 10:00 Down\n"

    assert [len(reading(text).postmortems) for text in (services, actions, sections)] == [1, 1, 1]
