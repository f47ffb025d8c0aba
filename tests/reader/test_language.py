"""Which language a text is in."""

import datetime as dt
from pathlib import Path

import pytest

from pmexport.model.kinds import kinds_held
from pmexport.model.terms import SectionKind
from read_text import postmortem, reading


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            (
                "# Laden kaputt\n\n**Datum:** 25.07.2024\n\n## Zusammenfassung\n\nDefekt.\n\n## Zeitachse\n\n"
                "- 10:00 Uhr: kaputt\n- 11:00 Uhr: heil\n"
            ),
            "de",
        ),
        (
            (
                "# Boutique en panne\n\n**Date :** 25 juillet 2024\n\n## Résumé\n\nPanne.\n\n## Chronologie\n\n"
                "- 10h00 : panne\n- 11h00 : fini\n"
            ),
            "fr",
        ),
        (
            (
                "# Tienda caída\n\n**Fecha:** 25 de julio de 2024\n\n## Resumen\n\nCaída.\n\n## Cronología\n\n"
                "- 10:00: caída\n- 11:00: fin\n"
            ),
            "es",
        ),
        (
            (
                "# Loja fora\n\n**Data:** 25 de julho de 2024\n\n## Resumo\n\nFora.\n\n## Linha do tempo\n\n"
                "- 10:00: fora\n- 11:00: fim\n"
            ),
            "pt",
        ),
        (
            (
                "# 店舗停止\n\n**日付:** 2024年7月25日\n\n## 概要\n\n停止。\n\n## タイムライン\n\n"
                "- 10:00 停止\n- 11:00 復旧\n"
            ),
            "ja",
        ),
        (
            (
                "# Butikken nede\n\n**Dato:** 25.07.2024\n\n## Sammendrag\n\nNede.\n\n## Tidslinje\n\n"
                "- kl 10:00: nede\n- kl 11:00: oppe\n"
            ),
            "nb",
        ),
        (
            (
                "# Магазин недоступен\n\n**Дата:** 25 июля 2024\n\n## Сводка\n\nСтоял.\n\n## Временная шкала\n\n"
                "- 10:00 сбой\n- 11:00 работает\n"
            ),
            "ru",
        ),
    ],
)
def test_other_languages_are_read_too(text: str, language: str) -> None:
    found = postmortem(text)

    assert (language, dt.date(2024, 7, 25), 2) == (found.language, found.date, len(found.timeline))
    assert kinds_held(found) == [SectionKind.SUMMARY, SectionKind.TIMELINE]
    assert all(event.start for event in found.timeline)


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (("Impact", "Timeline", "Cause racine", "Actions correctives"), "fr"),
        (("Impact", "Timeline", "Root cause", "Follow-ups"), "en"),
        (("TL;DR", "障害の背景と経緯のまとめ"), "ja"),
        (("TL;DR", "店铺停机的整个过程"), "zh"),
    ],
)
def test_english_headings_stand_in_texts_of_every_language(headings: tuple[str, ...], language: str) -> None:
    text = "".join(f"## {heading}\n\n-\n\n" for heading in headings)

    assert language == postmortem(f"# Shop\n\n{text}").language


_KINDS = """summary impact impact_user timeline root_cause trigger contributing_factors detection response
went_well went_wrong lucky action_items lessons appendix"""
KINDS = [*map(SectionKind, _KINDS.split())]


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt", "ja"])
def test_a_template_translated_into_it_is_read_whole(language: str) -> None:
    text = (Path(__file__).parent / "translated" / f"{language}.md").read_text(encoding="utf-8")

    found = reading(text)
    postmortem = found.postmortems[0]

    assert (postmortem.language, found.diagnostics) == (language, ())
    assert [section.kind for section in postmortem.walk()] == KINDS
    assert (postmortem.date, postmortem.incident_id) == (dt.date(2024, 7, 25), "INC-2024-07")
    assert {field.label for field in postmortem.fields if field.name is None} <= {"Feld"}
    assert [event.start and event.start.minute for event in postmortem.timeline] == [0, 20]
    assert [item.due for item in postmortem.action_items] == [dt.date(2024, 12, 1), dt.date(2024, 12, 5)]
    assert [item.status for item in postmortem.action_items] == ["not_started", "done"]
    assert all(item.owner for item in postmortem.action_items)


@pytest.mark.parametrize(
    ("name", "title", "texts", "items"),
    [
        (
            "de-own-way",
            "Datenbankausfall",
            ["Erste Meldungen im Support", "Team alarmiert"],
            ["Alarm für Plattenplatz", "Kim"],
        ),
        ("fr-own-way", "base de données indisponible", ["Premiers signalements", "Équipe alertée"], None),
        (
            "es-own-way",
            "caída de la base de datos",
            ["Primeros reportes", "Equipo alertado"],
            ["Agregar alerta", "Kim"],
        ),
        ("ja-own-way", "DB障害", ["問い合わせ", "アラート確認"], ["監視追加", "山田"]),
    ],
)
def test_a_postmortem_in_its_own_words_is_read_too(
    name: str, title: str, texts: list[str], items: list[str] | None
) -> None:
    found = postmortem((Path(__file__).parent / "translated" / f"{name}.md").read_text(encoding="utf-8"))

    assert (found.title, found.date) == (title, dt.date(2025, 3, 12))
    assert [event.text for event in found.timeline][:2] == texts
    assert {SectionKind.SUMMARY, SectionKind.TIMELINE, SectionKind.ROOT_CAUSE, SectionKind.ACTION_ITEMS} <= {
        section.kind for section in found.walk()
    }
    if items:
        assert [found.action_items[0].action, found.action_items[0].owner] == items
        assert found.action_items[0].due == dt.date(2025, 3, 20)
