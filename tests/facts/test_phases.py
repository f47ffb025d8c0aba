"""The phases between the milestones."""

from example_postmortem import at
from pmexport.facts.phases import phases
from pmexport.model.facts import PhaseLength
from pmexport.model.terms import Milestone, Phase


def test_each_phase_runs_from_its_milestone_to_the_next() -> None:
    moments = {
        Milestone.CHANGE: at("09:00"),
        Milestone.IMPACT_START: at("09:20"),
        Milestone.DETECTED: at("09:26"),
        Milestone.CAUSE_FOUND: at("09:50"),
        Milestone.MITIGATED: at("10:05"),
        Milestone.RESOLVED: at("10:40"),
    }

    assert [(length.phase, f"{length.start:%H:%M}", f"{length.end:%H:%M}") for length in phases(moments)] == [
        (Phase.LATENT, "09:00", "09:20"),
        (Phase.UNNOTICED, "09:20", "09:26"),
        (Phase.INVESTIGATING, "09:26", "09:50"),
        (Phase.MITIGATING, "09:50", "10:05"),
        (Phase.RECOVERING, "10:05", "10:40"),
    ]


def test_a_missing_milestone_lets_the_phase_before_it_run_on() -> None:
    moments = {Milestone.DETECTED: at("09:26"), Milestone.RESOLVED: at("10:40")}

    assert phases(moments) == (PhaseLength(phase=Phase.INVESTIGATING, start=at("09:26"), end=at("10:40")),)


def test_an_alert_before_the_impact_leaves_nobody_unaware() -> None:
    moments = {
        Milestone.DETECTED: at("09:10"),
        Milestone.IMPACT_START: at("09:20"),
        Milestone.CAUSE_FOUND: at("09:50"),
    }

    assert phases(moments) == (PhaseLength(phase=Phase.INVESTIGATING, start=at("09:20"), end=at("09:50")),)


def test_milestones_of_the_same_moment_make_no_phase_without_length() -> None:
    moments = {Milestone.IMPACT_START: at("09:20"), Milestone.DETECTED: at("09:20"), Milestone.RESOLVED: at("09:40")}

    assert [length.phase for length in phases(moments)] == [Phase.INVESTIGATING]


def test_one_milestone_makes_no_phase() -> None:
    assert phases({Milestone.DETECTED: at("09:26")}) == ()
