"""The label files: each says in its language whatever English says, and fills in the same values."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pmexport import ReadOptions, convert
from pmexport.model.options import PageOptions
from pmexport.report.labels import spoken_languages

FOLDER = Path(__file__).resolve().parents[2] / "src/pmexport/report/labels"
# What is told to whoever renders is English, as all that the command says.
ONLY_ENGLISH = {"briefing_topic"}
OTHERS = sorted(spoken_languages() - {"en"})
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "database-outage.md"


def labels(language: str) -> Mapping[str, object]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def said(data: Mapping[str, object], path: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each label that is printed, plurals once, and the values that it has places for."""
    for key, value in data.items():
        name = f"{path}.{key}" if path else key
        match value:
            case str():
                yield name, frozenset(field for _, field, _, _ in string.Formatter().parse(value) if field)
            case {"other": str(text)}:
                yield name, frozenset(field for _, field, _, _ in string.Formatter().parse(text) if field)
            case dict():
                yield from said(value, name)


def printed(language: str) -> dict[str, frozenset[str]]:
    return {name: fields for name, fields in said(labels(language)) if name.partition(".")[0] not in ONLY_ENGLISH}


def test_the_languages_are_those_that_were_promised() -> None:
    assert spoken_languages() >= {"en", "de", "fr", "es", "pt", "ja"}


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_says_all_that_english_says(language: str) -> None:
    assert printed("en").keys() - printed(language).keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_says_nothing_that_english_has_no_word_for(language: str) -> None:
    assert printed(language).keys() - printed("en").keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_label_fills_in_no_value_that_the_english_one_has_not(language: str) -> None:
    english = printed("en")

    assert {name: fields - english[name] for name, fields in printed(language).items() if fields - english[name]} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_every_level_of_severity_has_a_name(language: str) -> None:
    english, own = labels("en")["severity"], labels(language)["severity"]
    assert isinstance(english, dict)
    assert isinstance(own, dict)

    assert len(own["levels"]) == len(english["levels"])


@pytest.mark.parametrize("language", OTHERS)
def test_a_report_in_a_language_has_no_english_label(language: str) -> None:
    """Only the page's own words are looked for that an English text would not say by itself."""
    page = convert(
        SAMPLE.read_bytes(), "html", ReadOptions(name=SAMPLE.name, folder=SAMPLE.parent), PageOptions(language=language)
    ).content.decode()
    own = ("Incident postmortem", "Time to mitigate", "Filled marks are", "From impact", "Next due:", "Skip to the")

    assert [words for words in own if words in page] == []
