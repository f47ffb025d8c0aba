"""How the groups of a briefing stand beside each other."""

from example_postmortem import para, postmortem, section
from pmexport.facts.metrics import measure
from pmexport.model.options import PageOptions
from pmexport.model.postmortem import Section
from pmexport.model.report import Columns
from pmexport.model.terms import SectionKind
from pmexport.report.briefing_page import BriefingPage
from pmexport.report.plain import Plain
from pmexport.report.words import Words

RISK = section(None, "Residual risk", para("The list may be lost again."))
ASKED = section(None, "Decisions needed", para("Buy a second cabinet for the lists."))
CAUSE = section(SectionKind.ROOT_CAUSE, "Root cause", para("Shelves were empty because the list was lost."))
COST = section(SectionKind.IMPACT, "Impact", para("Every reader went home without a book."))


def groups(*chapters: Section) -> list[list[str]]:
    words = Words("en")
    told = postmortem(sections=chapters)
    page = BriefingPage(told, measure(told), PageOptions(), words, Plain(words))
    return [
        [column.heading for column in one.columns]
        for one in page.sections(page.everything())
        if isinstance(one, Columns)
    ]


def test_up_to_three_groups_stand_in_one_row() -> None:
    assert groups(COST, CAUSE, ASKED) == [["Impact", "Cause", "Decisions asked"]]


def test_more_stand_in_two_what_is_asked_first() -> None:
    assert groups(COST, CAUSE, ASKED, RISK) == [["Decisions asked", "Residual risk"], ["Impact", "Cause"]]


def test_a_group_that_says_nothing_is_not_there() -> None:
    assert groups(CAUSE) == [["Cause"]]
