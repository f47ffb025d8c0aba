"""The head of the first page."""

import pytest
from msgspec.structs import replace

from example_postmortem import postmortem
from pmexport.model.postmortem import FieldRun, HeaderField, Postmortem, Severity, WrittenStatus
from pmexport.model.prose import Str, text_of
from pmexport.model.terms import DocumentStatus, FieldName, IncidentStatus
from pmexport.report.masthead import long_facts, masthead
from pmexport.report.words import Words


def field(label: str, value: str, name: FieldName | None = None) -> HeaderField:
    return HeaderField(name=name, label=label, value=(Str(value),))


def with_fields(*fields: HeaderField) -> Postmortem:
    return replace(postmortem(), lead=(FieldRun(fields),))


def facts(source: Postmortem) -> list[tuple[str, str]]:
    return [(fact.label, text_of(fact.value)) for fact in masthead(source, Words("en"), "s-top").facts]


def badges(source: Postmortem) -> list[tuple[str, str]]:
    return [(badge.label, badge.key) for badge in masthead(source, Words("en"), "s-top").badges]


@pytest.mark.parametrize(
    ("label", "level", "badge"),
    [
        ("P1", 1, ("P1 Major", "1")),
        ("SEV-1", 0, ("SEV-1 Critical", "0")),
        ("Critical", 0, ("Critical", "0")),
        ("Purple", None, ("Purple", "none")),
    ],
)
def test_a_bare_code_is_told_what_its_level_means(label: str, level: int | None, badge: tuple[str, str]) -> None:
    source = replace(postmortem(), severity=Severity(label=label, level=level))

    assert badges(source)[0] == badge


def test_document_and_incident_status_are_two_badges() -> None:
    source = replace(
        postmortem(),
        severity=None,
        document_status=WrittenStatus(text="In Review", document=DocumentStatus.REVIEW),
        incident_status=WrittenStatus(text="Resolved", incident=IncidentStatus.RESOLVED),
    )

    assert badges(source) == [("In Review", "review"), ("Resolved", "resolved")]


def test_date_and_people_are_facts() -> None:
    assert facts(postmortem()) == [
        ("", "4 March 2026"),
        ("Author", "Noor Haddad"),
        ("Reviewers", "Ada Brandt, Tom Weil"),
    ]


def test_a_field_that_the_page_says_elsewhere_is_not_said_twice() -> None:
    source = with_fields(
        field("Incident ID", "LIB-7", FieldName.INCIDENT_ID),
        field("Severity", "P1", FieldName.SEVERITY),
        field("Author", "Noor Haddad", FieldName.AUTHORS),
        field("Services", "shelves", FieldName.SERVICES),
    )

    assert facts(source)[3:] == [("Services", "shelves")]


def test_a_field_that_says_more_than_its_badge_is_kept() -> None:
    source = with_fields(field("Severity", "P1, since it was a Sunday", FieldName.SEVERITY))

    assert ("Severity", "P1, since it was a Sunday") in facts(source)


def test_a_front_matter_key_becomes_words() -> None:
    assert facts(with_fields(field("incident_commander", "Marek")))[3:] == [("Incident commander", "Marek")]


def test_placeholders_are_not_printed() -> None:
    source = with_fields(replace(field("Team", "[team]"), placeholder=True))

    assert facts(source) == facts(postmortem())


def test_facts_too_long_for_the_masthead_get_a_place_of_their_own() -> None:
    source = with_fields(field("Background", "word " * 40))

    assert facts(source) == facts(postmortem())
    assert [fact.label for fact in long_facts(source)] == ["Background"]
