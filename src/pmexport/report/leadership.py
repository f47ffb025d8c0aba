"""The one-page briefing: what leaders ask about one incident, chosen so that it fills one page and no more."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.facts import Facts
from pmexport.model.options import PageOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.report import Report
from pmexport.model.terms import Audience
from pmexport.report.briefing_log import told
from pmexport.report.briefing_page import BriefingPage, Chosen
from pmexport.report.briefing_room import Sheet
from pmexport.report.briefing_text import Topic, at_most
from pmexport.report.full import marks_of, properties_of
from pmexport.report.pictures import pictures_of
from pmexport.report.plain import Piece, Plain
from pmexport.report.words import Words
from pmexport.theme.theme import Theme

# How late a topic's first piece is given room, and how much later each further one.
_TURN = {
    Topic.HAPPENED: (0, 7),
    Topic.DECISIONS: (6, 7),
    Topic.PROMISES: (8, 3),
    Topic.CHART: (12, 0),
    Topic.COST: (13, 4),
    Topic.CAUSE: (13, 15),
    Topic.FACTORS: (15, 3),
    Topic.RISK: (16, 9),
    Topic.LUCKY: (19, 4),
}


class Briefing(Struct, frozen=True, kw_only=True):
    """The briefing, and what was chosen for it and what left out, as notes for whoever renders it."""

    report: Report
    diagnostics: tuple[Diagnostic, ...]


def leadership_report(
    postmortem: Postmortem, facts: Facts, options: PageOptions, theme: Theme, *, share: float = 1.0
) -> Briefing:
    """Return the briefing that fits `share` of one page of `theme`, be it A4 or Letter.

    The least telling piece is dropped until the rest fits; what is said is said in the author's whole sentences.
    """
    words = Words(options.language or postmortem.language, options.wording)
    plain = Plain(words, pictures_of(postmortem), postmortem.title)
    page = BriefingPage(postmortem, facts, options, words, plain)
    everything = page.everything()
    chosen = _fitted(page, everything, Sheet(theme, options.paper, words.language), share)
    report = Report(
        audience=Audience.LEADERSHIP,
        language=words.language,
        direction=words.direction,
        paper=options.paper,
        marks=replace(marks_of(postmortem, options, words, "leadership"), title=page.title),
        labels=words.page_labels(),
        properties=properties_of(postmortem, words, "leadership"),
        sections=page.sections(chosen),
    )
    found = told(everything, chosen, plain.passed_over, dated=options.today is not None)
    return Briefing(report=report, diagnostics=found)


def _fitted(page: BriefingPage, everything: Chosen, sheet: Sheet, share: float) -> Chosen:
    """Return of `everything` what is most telling and fits; the first sentence always stands.

    Each topic is told from its start: where a piece has no room, neither have those after it.
    """
    chosen: dict[Topic, tuple[Piece, ...]] = dict.fromkeys(everything, ())
    chosen[Topic.HAPPENED] = everything[Topic.HAPPENED][:1]
    ranked = sorted(
        (_rank(topic, place), topic, place)
        for topic, pieces in everything.items()
        for place in range(at_most(topic, pieces))
    )
    for _, topic, place in ranked:
        if len(chosen[topic]) != place:
            continue
        more = chosen | {topic: everything[topic][: place + 1]}
        if sheet.room(page.sections(more)) <= sheet.height * share:
            chosen = more
    return chosen


def _rank(topic: Topic, place: int) -> int:
    first, further = _TURN[topic]
    return first + further * place
