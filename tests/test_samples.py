"""The samples are good postmortems: read without a warning, and with the figures that their authors meant."""

from pathlib import Path

import pytest

from pmexport import ReadOptions, read
from pmexport.facts.metrics import measure
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import ActionStatus, DiagnosticSeverity, MetricName
from pmexport.reader import Reading

MINUTE, HOUR = 60, 3600
SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NAMES = sorted(path.name for path in SAMPLES.glob("*.md") if path.name != "README.md")


def reading(name: str) -> Reading:
    return read((SAMPLES / name).read_bytes(), ReadOptions(name=name, folder=SAMPLES))


def sample(name: str) -> Postmortem:
    (postmortem,) = reading(name).postmortems
    return postmortem


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_read_without_a_warning(name: str) -> None:
    found = [one for one in reading(name).diagnostics if one.severity is not DiagnosticSeverity.NOTE]

    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_what_a_sample_states_is_what_its_timeline_says(name: str) -> None:
    assert measure(sample(name)).differences == ()


@pytest.mark.parametrize(
    ("name", "severity", "events", "actions", "done"),
    [
        ("database-outage.md", ("P1", 1), 22, 11, 6),
        ("near-miss.md", ("S3", 3), 6, 3, 2),
        ("slow-messages.md", ("Major", 1), 20, 9, 3),
        ("token-in-build-log.md", ("SEV-1", 1), 17, 8, 4),
    ],
)
def test_every_event_and_action_of_a_sample_is_found(
    name: str, severity: tuple[str, int], events: int, actions: int, done: int
) -> None:
    postmortem = sample(name)

    assert postmortem.severity is not None
    assert (postmortem.severity.label, postmortem.severity.level) == severity
    assert len(postmortem.timeline) == events
    assert len(postmortem.action_items) == actions
    assert [item.status for item in postmortem.action_items].count(ActionStatus.DONE) == done
    assert all(item.owner and (item.due or item.due_text) for item in postmortem.action_items)


@pytest.mark.parametrize(
    ("name", "lengths"),
    [
        ("database-outage.md", (2 * MINUTE, 39 * MINUTE, 66 * MINUTE, 118 * MINUTE)),
        ("near-miss.md", (None, None, None, None)),
        (
            "slow-messages.md",
            (5 * HOUR + 51 * MINUTE, 25 * HOUR + 40 * MINUTE, 28 * HOUR + 20 * MINUTE, 73 * HOUR + 5 * MINUTE),
        ),
        (
            "token-in-build-log.md",
            (5 * HOUR + 28 * MINUTE, 6 * HOUR + 34 * MINUTE, 5 * HOUR + 46 * MINUTE, 12 * HOUR + 32 * MINUTE),
        ),
    ],
)
def test_the_lengths_of_a_sample_are_those_of_its_clock(name: str, lengths: tuple[int | None, ...]) -> None:
    facts = measure(sample(name))
    asked = (
        MetricName.TIME_TO_DETECT,
        MetricName.TIME_TO_FIND_CAUSE,
        MetricName.TIME_TO_MITIGATE,
        MetricName.TIME_TO_RESOLVE,
    )

    assert tuple(facts.metric(one).seconds for one in asked) == lengths
