"""Each incident of a file has a text of its own, which reads to the same."""

import pytest

from pmexport.model.options import ReadOptions
from pmexport.reader import read
from pmexport.reader.apart import stretches, texts

_OPTIONS = ReadOptions(name="march.md")
_BODY = """{lead}## Incident 1: Shop down

### Timeline

- 2026-03-02 10:00 Checkout fails
- 10:20 Rolled back

### Action items

- Add an alert - Owner: Kim

## Incident 2: Search slow

### Timeline

- 2026-03-09 14:00 Queries take 9 s
- 14:40 Resolved

### Action items

- Watch the index - Owner: Noor
"""


def _texts(source: str) -> tuple[str, ...]:
    return texts(source.encode(), _OPTIONS, read(source.encode(), _OPTIONS).postmortems)


def test_of_one_alone_it_is_the_whole_file() -> None:
    assert _texts("# Search was slow\r\n\r\nIt was.\r\n") == ("# Search was slow\r\n\r\nIt was.\r\n",)


def test_an_incident_is_raised_to_a_postmortem_of_its_own() -> None:
    first, second = _texts(_BODY.format(lead=""))

    assert first.startswith("# Incident 1: Shop down\n\n## Timeline\n")
    assert second.startswith("# Incident 2: Search slow\n\n## Timeline\n")
    assert "Search" not in first
    assert "Shop" not in second


@pytest.mark.parametrize(
    "lead",
    ["All times in CET.\n\n", "---\ntimezone: CET\n---\n\n", "---\ntimezone: CET\ntitle: March\n---\n\n# March\n\n"],
)
def test_the_zone_that_holds_for_all_is_said_by_each(lead: str) -> None:
    source = _BODY.format(lead=lead)

    for own, before in zip(_texts(source), read(source.encode(), _OPTIONS).postmortems, strict=True):
        after = read(own.encode(), _OPTIONS).postmortems[0]
        assert [one.start for one in after.timeline] == [one.start for one in before.timeline]
        assert after.timezone == before.timezone == "CET"


def test_what_would_be_read_to_something_else_is_not_given() -> None:
    """A heading over the first incident is a bold line of it, which by itself would be a heading."""
    log = _BODY.format(lead="# Incident log\n\n## Second quarter\n\n").replace(
        "### Timeline\n\n- 2", "- **Events**\n  - 2"
    )

    assert all(
        not own or read(own.encode(), _OPTIONS).postmortems[0].title == before.title
        for own, before in zip(_texts(log), read(log.encode(), _OPTIONS).postmortems, strict=True)
    )


def test_the_incidents_of_a_file_stand_one_behind_the_other() -> None:
    source = _BODY.format(lead="All times in CET.\n\n")
    found = stretches(source.encode(), _OPTIONS)

    assert "".join(found.text[start:end] for start, end in found.spans) == source
    assert found.text[found.spans[1][0] :].startswith("## Incident 2")
