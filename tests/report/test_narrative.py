"""Sections of running text, and groups that stand side by side."""

from example_postmortem import para, section
from pmexport.model.postmortem import Section
from pmexport.model.prose import CodeBlock, Header, Str
from pmexport.model.report import Columns, Narrative
from pmexport.model.terms import SectionKind
from pmexport.report.anchors import Anchors
from pmexport.report.narrative import summary, told
from pmexport.report.words import Words

WORDS = Words("en")


def tell(chapter: Section) -> Narrative | Columns | None:
    return told(chapter, WORDS, Anchors())


def test_sub_sections_stand_under_their_headings() -> None:
    below = section(None, "Why then", para("Because."))

    assert tell(section(SectionKind.ROOT_CAUSE, "Cause", para("It broke."), children=(below,))) == Narrative(
        anchor="s-cause",
        heading="Cause",
        blocks=(para("It broke."), Header(3, (Str("Why then"),), "s-why-then"), para("Because.")),
    )


def test_short_groups_stand_side_by_side() -> None:
    well = section(SectionKind.WENT_WELL, "What went well", para("Alerts."))
    wrong = section(SectionKind.WENT_WRONG, "What went wrong", para("Tests."))

    columns = tell(section(SectionKind.RESPONSE, "Response", children=(well, wrong)))

    assert isinstance(columns, Columns)
    assert columns.side_by_side
    assert [column.heading for column in columns.columns] == ["What went well", "What went wrong"]


def test_long_groups_and_code_stand_one_under_the_other() -> None:
    short = section(SectionKind.WENT_WELL, "Well", para("Alerts."))
    long = section(SectionKind.WENT_WRONG, "Wrong", para("word " * 200))
    code = section(SectionKind.LUCKY, "Lucky", CodeBlock("x"))

    for other in (long, code):
        columns = tell(section(SectionKind.RESPONSE, "Response", children=(short, other)))

        assert isinstance(columns, Columns)
        assert not columns.side_by_side


def test_an_empty_section_is_not_printed() -> None:
    assert tell(section(SectionKind.DETECTION, "Detection")) is None


def test_a_short_summary_is_set_large() -> None:
    (lead,) = summary(section(SectionKind.SUMMARY, "Executive Summary", para("Shelves were empty.")), WORDS, Anchors())

    assert (lead.lead, lead.heading, lead.blocks) == (True, "Executive summary", (para("Shelves were empty."),))


def test_what_is_too_long_for_a_lead_follows_it() -> None:
    long = para("word " * 150)

    lead, rest = summary(section(SectionKind.SUMMARY, "Summary", para("Short."), long), WORDS, Anchors())

    assert (lead.blocks, rest.lead, rest.blocks) == ((para("Short."),), False, (long,))
