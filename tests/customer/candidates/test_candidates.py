"""Sentences in customers' words that a draft offers: what makes one likely, and what is behind a promise."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from msgspec.structs import replace

from example_postmortem import action
from pmexport.customer import candidates
from pmexport.customer.candidates import asked, promises_of, sentences_on
from pmexport.customer.guards import is_clean
from pmexport.customer.guards.known import Known
from pmexport.customer.sentences import Sentence
from pmexport.model.customer import Topic
from pmexport.model.options import CustomerPolicy
from pmexport.model.terms import ActionStatus


def said(text: str, topic: Topic = Topic.CAUSE, clock: str = "", language: str = "en") -> list[str]:
    sentence = Sentence(text=text, line=7, topic=topic, section="Cause")
    return [one.text for one in sentences_on(topic, [sentence], language, clock)]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("A deployment removed an index hint.", "The cause was a change that we made to our service."),
        (
            "The TLS certificate had expired.",
            "A certificate that our service needs had run out, and we had not renewed it in time.",
        ),
        ("The connection pool was used up.", "In the end our service had no free connections to its database."),
        ("Code review didn't catch it.", "Our checks before the change did not show this."),
    ],
)
def test_a_cause_is_told_in_customers_words(text: str, offered: str) -> None:
    assert offered in said(text)


def test_the_time_of_the_change_is_told_where_it_is_known() -> None:
    assert said("The deployment did it.", clock="13:45 UTC") == [
        "The cause was a change that we made to our service at 13:45 UTC."
    ]


def test_a_text_that_says_nothing_of_the_kind_offers_nothing() -> None:
    assert said("Nobody knows yet.") == []


def test_a_language_without_its_file_offers_nothing() -> None:
    assert said("The deployment did it.", language="nb") == []


def test_actions_of_one_kind_are_one_promise_with_all_of_them_behind_it() -> None:
    items = (
        replace(action("Add an alert on errors", ActionStatus.DONE), line=3),
        replace(action("Monitor the pool", None), line=4, due=dt.date(2026, 5, 1)),
        replace(action("Alert on nothing", ActionStatus.CANCELLED), line=5),
    )
    (promise,) = promises_of(items, "en")

    assert promise.lines == (3, 4)
    assert promise.text == "We are alerted sooner when something like this starts"


LANGUAGES = ("de", "en", "es", "fr", "ja", "pt")
ROOM = Path(candidates.__file__).parent


def kinds(language: str) -> dict[str, dict[str, dict[str, object]]]:
    table = tomllib.loads((ROOM / f"{language}.toml").read_text(encoding="utf-8"))
    return {topic: entry for topic, entry in table.items() if isinstance(entry, dict)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_kinds_in_the_same_order(language: str) -> None:
    assert [(topic, *entries) for topic, entries in kinds(language).items()] == [
        (topic, *entries) for topic, entries in kinds("en").items()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_that_may_be_offered_passes_the_guards(language: str) -> None:
    sentences = [str(entry["say"]) for entries in kinds(language).values() for entry in entries.values()]

    assert [text for text in sentences if not is_clean(text, Known(language=language), CustomerPolicy())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_is_still_a_question_holds_an_export_back(language: str) -> None:
    question = asked("12.", language)

    assert not is_clean(question, Known(language=language), CustomerPolicy())


@pytest.mark.parametrize(
    ("language", "text", "offered"),
    [
        ("de", "Das TLS-Zertifikat war abgelaufen.", "Ein Zertifikat, das unser Dienst braucht, war abgelaufen"),
        ("fr", "Le certificat TLS avait expiré.", "Un certificat dont notre service a besoin avait expiré"),
        ("es", "El certificado TLS había caducado.", "Un certificado que nuestro servicio necesita había caducado"),
        ("pt", "O certificado TLS expirou.", "Um certificado de que nosso serviço precisa tinha vencido"),
        ("ja", "TLS証明書の有効期限が切れていた。", "サービスに必要な証明書の期限が切れており"),
        ("de", "Der connection pool war voll.", "Am Ende hatte unser Dienst keine freien Verbindungen"),
    ],
)
def test_candidates_are_in_the_reports_language(language: str, text: str, offered: str) -> None:
    assert [one for one in said(text, language=language) if one.startswith(offered)]
