"""The rules that are patterns."""

import pytest

from pmexport.customer.guards import meanings
from pmexport.customer.guards.patterns import Pattern, rules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_rule_is_explained_and_says_what_to_write_instead(rule: Pattern) -> None:
    assert meanings.explain(rule.name)
    assert meanings.instead(rule.name)


def test_what_may_pass_of_a_rule_is_a_part_of_what_it_finds() -> None:
    host = next(rule for rule in rules() if rule.name == "host")

    assert any(find.search("non-prod") for find in host.find)
    assert any(spare.fullmatch("non-prod") for spare in host.spare)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("blame", "Schuld war die Hektik am Morgen."),
        ("blame", "Ein neuer Kollege hat einen Fehler gemacht."),
        ("blame", "C'est une erreur humaine."),
        ("blame", "Un technicien a coupé le courant."),
        ("blame", "Fue un error humano."),
        ("blame", "Foi um descuido, e a culpa é nossa."),
        ("staffing", "Die Rufbereitschaft war nicht besetzt."),
        ("staffing", "Nur zwei Leute hatten Bereitschaft."),
        ("staffing", "L'ingénieur d'astreinte dormait."),
        ("staffing", "El equipo de guardia no respondió."),
        ("staffing", "O engenheiro de plantão não respondeu."),
        ("money", "Wir verloren dreiundzwanzigtausend Euro."),
        ("money", "Nous avons perdu vingt-trois mille euros."),
        ("money", "Perdimos veinte mil euros."),
    ],
)
def test_blame_duty_and_sums_are_seen_in_other_languages_than_english(rule: str, text: str) -> None:
    found = next(one for one in rules() if one.name == rule)

    assert any(find.search(text) for find in found.find)


@pytest.mark.parametrize(
    "text",
    [
        "Unsere Mitarbeiterinnen und Mitarbeiter helfen Ihnen gern.",
        "Zwei Stunden lang konnten 3.000 Kunden nicht zahlen. Tausend Dank für Ihre Geduld.",
        "Nous travaillons depuis mille jours; les données sont intactes.",
        "Mil gracias por su paciencia, y la nota queda guardada.",
    ],
)
def test_harmless_sentences_of_these_pass(text: str) -> None:
    found = [one for one in rules() if one.name in {"blame", "staffing", "money"}]

    assert [one.name for one in found if any(find.search(text) for find in one.find)] == []
