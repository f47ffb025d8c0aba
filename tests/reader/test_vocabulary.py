"""Words looked up."""

import pytest

from pmexport.model.options import ReadOptions
from pmexport.model.terms import ActionStatus, SectionKind
from pmexport.reader import read, vocabulary
from pmexport.reader.vocabulary import key, languages, load


@pytest.mark.parametrize("language", languages())
def test_every_language_knows_the_sections_of_a_template(language: str) -> None:
    known = set(load(language).sections.values())

    assert {
        SectionKind.SUMMARY,
        SectionKind.IMPACT,
        SectionKind.TIMELINE,
        SectionKind.ROOT_CAUSE,
        SectionKind.DETECTION,
        SectionKind.RESPONSE,
        SectionKind.WENT_WELL,
        SectionKind.WENT_WRONG,
        SectionKind.LUCKY,
        SectionKind.ACTION_ITEMS,
        SectionKind.LESSONS,
    } <= known


@pytest.mark.parametrize(
    ("text", "expected"),
    [("6.1 What *didn’t* go well?", "what didnt go well"), ("Root cause(s)", "root cause"), ("Q&A", "q and a")],
)
def test_a_key_is_free_of_numbering_brackets_and_marks(text: str, expected: str) -> None:
    assert expected == key(text)


def test_a_long_word_may_miss_a_letter_and_a_short_one_may_not() -> None:
    assert SectionKind.TIMELINE is load("en").heading("Timline of events").kind
    assert load("en").heading("Lag").kind is None


OWN = (
    ("sections", "impact", "Blast damage"),
    ("sections", "went_well", "Impact"),
    ("fields", "severity", "Impact class"),
    ("action_columns", "owner", "Captain"),
    ("action_status", "done", "in the bag"),
    ("severity", "0", "Code red"),
)


def test_a_team_s_words_are_read_like_our_own_and_come_first() -> None:
    text = (
        "# Shop down\n\n**Impact class:** Code red\n\n## Blast damage\n\nNo orders.\n\n## Impact\n\nQuick.\n\n"
        "## Action items\n\n| Action | Captain | Status |\n|---|---|---|\n| Add alert | Kim | In the bag |\n"
    )
    found = read(text.encode(), ReadOptions(words=OWN)).postmortems[0]

    assert [section.kind for section in found.sections][:2] == [SectionKind.IMPACT, SectionKind.WENT_WELL]
    assert found.severity is not None
    assert (found.severity.label, found.severity.level) == ("Code red", 0)
    assert [(item.owner, item.status) for item in found.action_items] == [("Kim", ActionStatus.DONE)]


def test_every_table_of_the_data_files_takes_a_team_s_words() -> None:
    assert {"sections", "fields", "severity", "action_columns", "titles"} <= set(vocabulary.tables())
    assert {"impact", "customer_summary", "narrative"} <= set(vocabulary.tables()["sections"])


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("How did we fix it so fast?", SectionKind.RESPONSE),
        ("What are we doing to prevent it from happening again?", SectionKind.ACTION_ITEMS),
        ("Why didn’t we catch it earlier?", SectionKind.ROOT_CAUSE),
        ("Impact on partners", SectionKind.IMPACT),
        ("Actions taken during the incident", SectionKind.RESPONSE),
        ("Ursprung (Root cause)", SectionKind.ROOT_CAUSE),
        ("Zusammenfassung", SectionKind.SUMMARY),
        ("根本原因深度分析", SectionKind.ROOT_CAUSE),
    ],
)
def test_a_heading_is_known_by_how_it_begins_and_in_any_language(heading: str, kind: SectionKind) -> None:
    assert kind is load("en").heading(heading).kind or kind is load("zh", "en").heading(heading).kind


def test_an_article_that_lost_its_vowel_is_a_word() -> None:
    assert key("Rapport d’incident") == "rapport d incident"
    assert key("didn’t") == "didnt"


def test_what_a_heading_is_about_stands_first_in_romance_languages() -> None:
    assert load("fr", "en").heading("Chronologie de la résolution").kind is SectionKind.TIMELINE
    assert load("pt", "en").heading("Lições para outros projetos").kind is SectionKind.LESSONS


@pytest.mark.parametrize(
    ("language", "heading", "kind"),
    [
        ("en", "Timeline {WIP}", SectionKind.TIMELINE),
        ("en", "Root cause {#cause}", SectionKind.ROOT_CAUSE),
        ("en", "Preliminary root cause", SectionKind.ROOT_CAUSE),
        ("en", "Solving", SectionKind.RESPONSE),
        ("en", "Technical details of the fix", SectionKind.RESPONSE),
        ("en", "Outage", SectionKind.SUMMARY),
        ("en", "Evidence and mechanism", SectionKind.ROOT_CAUSE),
        ("en", "How did we become aware?", SectionKind.DETECTION),
        ("en", "The way forward", SectionKind.ACTION_ITEMS),
        ("en", "What made it worse", SectionKind.WENT_WRONG),
        ("en", "How the attack worked", SectionKind.ROOT_CAUSE),
        ("en", "What we tried", SectionKind.RESPONSE),
        ("es", "El problema real", SectionKind.ROOT_CAUSE),
        ("es", "Lo siguiente", SectionKind.ACTION_ITEMS),
        ("pt", "Mitigação imediata", SectionKind.RESPONSE),
        ("pt", "Origem (contexto de código)", SectionKind.ROOT_CAUSE),
        ("ru", "Извлечённые уроки", SectionKind.LESSONS),
        ("ru", "Извлеченные уроки", SectionKind.LESSONS),
        ("ru", "Что пошло не так", SectionKind.WENT_WRONG),
    ],
)
def test_a_heading_names_its_kind(language: str, heading: str, kind: SectionKind) -> None:
    assert kind is load(language, "en").heading(heading).kind
