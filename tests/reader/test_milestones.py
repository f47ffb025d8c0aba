"""Which events are milestones."""

import pytest

from pmexport.model.terms import Milestone
from read_text import postmortem

HEAD = "# Shop down\n\n**Date:** 2024-07-25\n\n## Timeline\n\n"


def test_the_basis_names_the_words() -> None:
    event = postmortem(f"{HEAD}- 10:00 Checkout is down\n- 10:05 Incident resolved\n").timeline[1]

    assert event.basis == "the marker “incident resolved”"


def test_a_column_names_the_milestone() -> None:
    table = "| Time | Phase | Event |\n|---|---|---|\n| 10:00 | Detected | Graph looks odd |\n| 10:05 | | Nothing |\n"

    assert [event.milestone for event in postmortem(HEAD + table).timeline] == [Milestone.DETECTED, None]


@pytest.mark.parametrize(
    ("head", "events"),
    [
        ("de", "Beginn der Auswirkung|Erste Meldung eines Kunden|Alarm quittiert|Ursache gefunden|Störung behoben"),
        (
            "fr",
            "Début de l'impact|Détecté par la supervision|Pris en charge par nous|Cause identifiée|Incident résolu",
        ),
        (
            "es",
            "Inicio del impacto|Alerta detectada|Se inicia la investigación|Causa raíz identificada|Incidente resuelto",
        ),
        ("pt", "Início do impacto|Alerta disparado|Investigação iniciada|Causa identificada|Incidente encerrado"),
        ("ja", "影響開始|アラートを検知|調査を開始|原因を特定|復旧を確認"),
        ("it", "Inizio dell'incidente|Allarme scattato|Iniziata l'analisi|Causa identificata|Incidente risolto"),
        ("ko", "장애 발생|알람 수신|원인 분석 시작|원인 파악|복구 완료"),
        ("en", "Impact begins|🟡 Detected: lag|Acknowledged|Status changed to Identified|✅ Resolved"),
    ],
)
def test_the_labels_of_a_language_name_its_milestones(head: str, events: str) -> None:
    rows = "\n".join(f"- 1{hour}:00 {event}" for hour, event in enumerate(events.split("|")))
    found = postmortem(f"---\nlang: {head}\n---\n\n# Shop\n\n**Date:** 2024-05-12\n\n## Timeline\n\n{rows}\n")

    assert [event.milestone for event in found.timeline] == [
        Milestone.IMPACT_START,
        Milestone.DETECTED,
        Milestone.ACKNOWLEDGED,
        Milestone.CAUSE_FOUND,
        Milestone.RESOLVED,
    ]


@pytest.mark.parametrize(
    ("event", "milestone"),
    [
        ("Paged", Milestone.DETECTED),
        ("Support receives the first tickets", Milestone.DETECTED),
        ("Confirmed resolved", Milestone.RESOLVED),
    ],
)
def test_few_words_are_enough_for_a_milestone(event: str, milestone: Milestone) -> None:
    text = f"# Shop\n\n**Date:** 2024-05-12\n\n## Timeline\n\n- 10:00 A page loads\n- 10:10 {event}\n- 10:20 Lunch\n"

    assert postmortem(text).timeline[1].milestone is milestone
