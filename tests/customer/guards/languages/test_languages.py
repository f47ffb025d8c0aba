"""Texts in other languages than English: what blames, counts staff or sums of money, and names places to talk."""

from pathlib import Path

import pytest

from pmexport.customer.folding import folded, parted
from pmexport.customer.guards import hits, meanings
from pmexport.customer.guards.known import Known
from pmexport.customer.guards.languages import any_word, languages, rules_for
from pmexport.model.options import CustomerPolicy

HERE = Path(__file__).parent
POLICY = CustomerPolicy(allowed_domains=("example.com",))


def rows(language: str, sign: str) -> list[str]:
    """Return the sentences of `language` that begin with `sign`: + holds something, - is harmless."""
    lines = (HERE / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line[2:] for line in lines if line.startswith(f"{sign} ")]


def rules_hit(text: str, language: str) -> set[str]:
    return {hit.rule for hit in hits(parted(folded(text)), Known(language=language), POLICY)}


@pytest.mark.parametrize(("language", "text"), [(one, text) for one in languages() for text in rows(one, "+")])
def test_what_must_not_leave_is_seen(language: str, text: str) -> None:
    assert rules_hit(text, language)


@pytest.mark.parametrize("language", languages())
def test_harmless_sentences_pass(language: str) -> None:
    assert {text: rules_hit(text, language) for text in rows(language, "-") if rules_hit(text, language)} == {}


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
        ("blame", "担当者が設定を忘れました。"),
        ("staffing", "夜勤は2名体制でした。"),
    ],
)
def test_a_finding_is_told_by_the_rule_that_it_breaks(rule: str, text: str) -> None:
    assert rule in {one.name for one in rules_for(folded(text)) for find in one.find if find.search(folded(text))}


def test_a_text_in_english_is_read_by_no_other_language() -> None:
    assert list(rules_for("Payments failed between nine and ten.")) == []


@pytest.mark.parametrize("language", languages())
def test_each_rule_has_its_meaning(language: str) -> None:
    text = rows(language, "+")[0]

    assert all(meanings.explain(rule.name) and meanings.instead(rule.name) for rule in rules_for(folded(text)))


def test_the_longest_word_comes_first() -> None:
    assert any_word(("un", "un solo")) == r"(?:un\ssolo|un)".replace(r"\ ", r"\s")
