"""Postmortem and facts to the full report: every section, what leaders ask first put first."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pmexport.model.facts import Facts
from pmexport.model.options import PageOptions
from pmexport.model.postmortem import ActionRun, Content, EventRun, FieldRun, Postmortem
from pmexport.model.postmortem import Section as Chapter
from pmexport.model.prose import Definition, DefinitionList, Str
from pmexport.model.report import Marks, Narrative, Properties, Report, Section
from pmexport.model.terms import Audience, DocumentStatus, SectionKind
from pmexport.report import actions, figures, findings, masthead, narrative, timeline
from pmexport.report.anchors import Anchors
from pmexport.report.clock import clock_of
from pmexport.report.event_table import event_table
from pmexport.report.prose import fact_value
from pmexport.report.words import Words


def full_report(postmortem: Postmortem, facts: Facts, options: PageOptions) -> Report:
    """Return the report for colleagues.

    First what leaders ask: severity and status, the figures, the summary, the chart, the actions; then every event;
    then the author's sections in the author's order. A section that holds placeholders only is left out.
    """
    words = Words(options.language or postmortem.language, options.wording)
    return Report(
        audience=Audience.FULL,
        language=words.language,
        direction=words.direction,
        paper=options.paper,
        marks=marks_of(postmortem, options, words),
        labels=words.page_labels(),
        properties=properties_of(postmortem, words),
        sections=tuple(_Full(postmortem, facts, options, words).sections()),
    )


class _Full:
    """Puts the sections of one full report together, giving each its anchor."""

    def __init__(self, postmortem: Postmortem, facts: Facts, options: PageOptions, words: Words) -> None:
        self._postmortem = postmortem
        self._facts = facts
        self._options = options
        self._words = words
        self._anchors = Anchors()

    def sections(self) -> list[Section]:
        """Return the sections in the order to print."""
        timelines, rest = pulled(self._postmortem.sections, SectionKind.TIMELINE, EventRun)
        action_chapters, rest = pulled(rest, SectionKind.ACTION_ITEMS, ActionRun)
        found: list[Section | None] = [*self._opening(rest)]
        clock = clock_of(self._postmortem, self._facts, self._words)
        found.append(timeline.chart(self._postmortem, clock, self._facts, self._new("timeline")))
        table = actions.action_table(action_chapters, self._words, self._options.today, self._new("action_items"))
        found.append(table)
        if timelines:
            found.append(event_table(timelines, clock, self._facts, self._new("event_table")))
        found.append(self._findings())
        found += [self._told(chapter) for chapter in rest if chapter is not self._summary(rest)]
        return [section for section in found if section is not None]

    def _opening(self, chapters: Sequence[Chapter]) -> list[Section]:
        postmortem, words = self._postmortem, self._words
        found: list[Section] = [
            masthead.masthead(postmortem, words, self._anchors.new("top")),
            figures.key_figures(postmortem, self._facts, words, self._new("key_figures")),
        ]
        summary = self._summary(chapters)
        lead = [content for content in postmortem.lead if not isinstance(content, FieldRun)]
        if lead:
            found += self._introduction(lead, as_summary=summary is None)
        if summary is not None:
            found += narrative.summary(summary, words, self._anchors)
        long_facts = masthead.long_facts(postmortem)
        if long_facts:
            details = DefinitionList(
                tuple(Definition((Str(fact.label),), (fact_value(fact.value),)) for fact in long_facts)
            )
            heading = words.say("heading", "details")
            found.append(Narrative(anchor=self._new("details"), heading=heading, blocks=(details,)))
        return found

    def _introduction(self, lead: Sequence[Content], *, as_summary: bool) -> tuple[Narrative, ...]:
        """Tell what stands before the first heading: the summary where no section is one."""
        key = "summary" if as_summary else "introduction"
        title = self._words.say("heading", key)
        chapter = Chapter(kind=None, heading=(Str(title),), title=title, level=2, content=tuple(lead))
        return narrative.summary(chapter, self._words, self._anchors)

    def _summary(self, chapters: Sequence[Chapter]) -> Chapter | None:
        return next(
            (one for one in chapters if one.kind is SectionKind.SUMMARY and not one.placeholder),
            None,
        )

    def _told(self, chapter: Chapter) -> Section | None:
        if chapter.kind is SectionKind.HEADER:
            content = tuple(content for content in chapter.content if not isinstance(content, FieldRun))
            chapter = replace(chapter, content=content)
        return narrative.told(chapter, self._words, self._anchors)

    def _findings(self) -> Section | None:
        if all(one.agrees or not one.certain for one in self._facts.comparisons):
            return None
        return findings.section(self._facts.comparisons, self._new("findings"), self._words)

    def _new(self, heading: str) -> str:
        return self._anchors.new(self._words.say("heading", heading))


def pulled(
    chapters: Sequence[Chapter], kind: SectionKind, run: type[EventRun | ActionRun]
) -> tuple[tuple[Chapter, ...], tuple[Chapter, ...]]:
    """Return the sections of `kind` that hold a `run`, at whatever depth they stand, and the tree without them.

    A section that holds nothing else goes with them, so that its heading is still said.
    """
    taken: list[Chapter] = []
    left: list[Chapter] = []
    for chapter in chapters:
        if chapter.kind is kind and any(isinstance(one, run) for part in chapter.walk() for one in part.content):
            taken.append(chapter)
            continue
        below, children = pulled(chapter.children, kind, run)
        if below == chapter.children and below and not chapter.content:
            taken.append(chapter)
            continue
        taken += below
        left.append(replace(chapter, children=children) if below else chapter)
    return tuple(taken), tuple(left)


def marks_of(postmortem: Postmortem, options: PageOptions, words: Words, kind: str = "full") -> Marks:
    """Return what stands in the running lines of a report of that `kind`."""
    status = postmortem.document_status
    draft = status is not None and status.document is DocumentStatus.DRAFT
    return Marks(
        title=postmortem.title,
        incident_id=postmortem.incident_id or "",
        kind=words.say("kind", kind),
        classification=options.classification or postmortem.classification or words.usual(options.usual_classification),
        draft=words.say("marks", "draft") if draft else "",
    )


def properties_of(postmortem: Postmortem, words: Words, kind: str = "full") -> Properties:
    """Return the properties of a report of that `kind`."""
    return Properties(
        title=postmortem.title,
        authors=postmortem.authors,
        subject=words.say("kind", kind),
        keywords=(postmortem.incident_id,) if postmortem.incident_id else (),
        date=postmortem.date.isoformat() if postmortem.date else "",
    )
