"""Lead-ins switch the bucket within one review."""

import pytest

from pmexport.model.postmortem import Postmortem, Section
from pmexport.model.prose import BulletList, Para, Plain, text_of
from pmexport.model.terms import SectionKind
from read_text import postmortem


def review(text: str, heading: str = "Retrospective") -> Section:
    found: Postmortem = postmortem(f"# Outage\n\n## {heading}\n\n{text}\n")
    return found.sections[0]


def told(section: Section) -> dict[SectionKind | None, list[str]]:
    return {child.kind: [words for block in child.content for words in texts(block)] for child in section.children}


def texts(block: object) -> list[str]:
    match block:
        case Para(content) | Plain(content):
            return [text_of(content)]
        case BulletList(items):
            return [words for item in items for part in item.content for words in texts(part)]
        case _:
            return []


@pytest.mark.parametrize(
    "text",
    [
        "Worked:\n\n- alert\n- rollback\n\nFailed:\n\n- docs\n",
        "Worked:\n- alert\n- rollback\n\n**Failed:**\n- docs\n",
        "**Worked**\n\n- alert\n- rollback\n\n**Failed**\n\n- docs\n",
    ],
)
def test_a_lead_in_begins_a_section_of_its_own(text: str) -> None:
    assert told(review(text)) == {SectionKind.WENT_WELL: ["alert", "rollback"], SectionKind.WENT_WRONG: ["docs"]}


def test_lead_ins_with_their_text_on_the_same_line_part_it_too() -> None:
    found = told(review("We met on Monday.\n\nWorked: the alert\n\nFailed: the docs\nLucky: it was night\n"))

    assert found == {
        SectionKind.WENT_WELL: ["the alert"],
        SectionKind.WENT_WRONG: ["the docs"],
        SectionKind.LUCKY: ["it was night"],
    }


def test_the_items_of_a_list_are_parted_by_what_they_begin_with() -> None:
    found = told(review("- Worked: alert\n- and the rollback\n- Failed: docs\n  - twice\n"))

    assert found == {SectionKind.WENT_WELL: ["alert", "and the rollback"], SectionKind.WENT_WRONG: ["docs", "twice"]}


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Retrospective", "Worked: the alert\n\nWorked: the rollback\n"),
        ("Impact", "Good: none were lost\n\nBad: all were late\n"),
        ("Retrospective", "It worked, and then it failed.\n"),
    ],
)
def test_what_is_no_review_of_both_sides_stays_as_it_is(heading: str, text: str) -> None:
    assert review(text, heading).children == ()


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        (
            "fr",
            "Ce qui a bien marché / moins bien marché",
            "- **Bien** : l'alerte.\n- **Moins bien** : la sonde.\n",
        ),
        ("en", "What held vs. what failed", "**Held**\n\n- the limit\n\n**Failed**\n\n- the alert\n"),
        (
            "es",
            "Qué funcionó / qué costó",
            "- **Funcionó bien:**\n  - la métrica\n- **Costó:**\n  - la alerta\n",
        ),
    ],
)
def test_one_word_leads_in_where_a_heading_names_both_sides(language: str, heading: str, text: str) -> None:
    found = postmortem(f"---\nlang: {language}\n---\n\n# Shop down\n\n## {heading}\n\n{text}")

    assert {SectionKind.WENT_WELL, SectionKind.WENT_WRONG} <= {part.kind for part in found.walk()}
