"""The sections of one briefing, put together from whatever was chosen for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from pmexport.model.facts import Facts
from pmexport.model.options import PageOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import Block, BulletList, Definition, DefinitionList, ListItem, Para, Str
from pmexport.model.prose import Plain as PlainBlock
from pmexport.model.report import (
    Badge,
    BadgeScheme,
    Column,
    Columns,
    KeyFigures,
    LabelledFact,
    Masthead,
    Narrative,
    Section,
    Timeline,
)
from pmexport.model.terms import IncidentStatus, MetricName, Milestone
from pmexport.report import timeline
from pmexport.report.anchors import Anchors
from pmexport.report.briefing_figures import briefing_figures
from pmexport.report.briefing_text import Topic, briefing_text, says_why, tells_impact
from pmexport.report.clock import clock_of
from pmexport.report.masthead import severity_badge
from pmexport.report.plain import Piece, Plain
from pmexport.report.promises import next_promises, promise_text, promises
from pmexport.report.words import Words

Chosen: TypeAlias = Mapping[Topic, tuple[Piece, ...]]
Group: TypeAlias = tuple[str, tuple[Block, ...]]

_LONGEST_TITLE = 150
_LONGEST_STATUS = 20
_ABREAST = 3
_ENDED = '.!?。！？…)”"'


class BriefingPage:
    """Puts the sections of one briefing together from whatever was chosen for it."""

    def __init__(self, postmortem: Postmortem, facts: Facts, options: PageOptions, words: Words, plain: Plain) -> None:
        self._postmortem = postmortem
        self._facts = facts
        self._options = options
        self._words = words
        self._plain = plain
        self._clock = clock_of(postmortem, facts, words)
        self._figures = briefing_figures(postmortem, facts, words, plain)
        self._chart = self._small_chart()
        self._known = self._everything()

    def everything(self) -> Chosen:
        """Return all that could be said."""
        return self._known

    def _everything(self) -> Chosen:
        found = dict(briefing_text(self._postmortem, self._words, self._plain))
        if not found[Topic.HAPPENED]:
            found[Topic.HAPPENED] = self._computed()
        counted = {figure.label.casefold() for figure in self._figures}
        self._cost_told = any(one.label.casefold() in counted for one in found[Topic.COST])
        found[Topic.COST] = tuple(one for one in found[Topic.COST] if one.label.casefold() not in counted)
        if self._chart is not None:
            found[Topic.CHART] = (Piece(text="", line=self._first_event_line()),)
        items = self._postmortem.action_items
        places = next_promises(self._postmortem, self._options.today, self._words, self._plain)
        found[Topic.PROMISES] = tuple(
            Piece(text=promise_text(items[place], self._words), label=str(place), line=items[place].line)
            for place in places
        )
        return found

    @property
    def title(self) -> str:
        """Return the title; where it is too long for a page, the incident's id or what the page is."""
        if len(self._postmortem.title) <= _LONGEST_TITLE:
            return self._postmortem.title
        return self._postmortem.incident_id or self._words.say("kind", "leadership")

    def sections(self, chosen: Chosen) -> tuple[Section, ...]:
        """Return the page that says what was `chosen`."""
        anchors = Anchors()
        found = [
            self._masthead(anchors),
            KeyFigures(
                anchor=anchors.new("figures"),
                heading=self._words.say("heading", "key_figures"),
                figures=self._figures,
            ),
            self._lead(chosen, anchors),
            replace(self._chart, anchor=anchors.new("timeline")) if chosen.get(Topic.CHART) and self._chart else None,
            *self._groups(chosen, anchors),
            *self._promises(chosen, anchors),
        ]
        return tuple(section for section in found if section is not None)

    def _masthead(self, anchors: Anchors) -> Masthead:
        severity = severity_badge(self._postmortem, self._words)
        badges = [badge for badge in (severity, self._over()) if badge is not None]
        when = self._when()
        return Masthead(
            anchor=anchors.new("top"),
            heading=self.title,
            kicker=self._words.say("kind", "leadership"),
            badges=tuple(badges),
            facts=(LabelledFact(label="", value=(Str(when),)),) if when else (),
        )

    def _over(self) -> Badge | None:
        """Return whether it is over: as the author says, else as far as the timeline came."""
        status = self._postmortem.incident_status
        reached = {milestone for milestone, _ in self._facts.moments}
        if status is not None and status.incident is not None:
            said = status.incident
        elif Milestone.RESOLVED in reached:
            said = IncidentStatus.RESOLVED
        elif Milestone.MITIGATED in reached:
            said = IncidentStatus.MITIGATED
        else:
            return None
        label = self._words.say("briefing", said.value)
        if status is not None and status.incident is said and len(status.text) <= _LONGEST_STATUS:
            label = status.text
        return Badge(scheme=BadgeScheme.INCIDENT, key=said.value, label=label)

    def _when(self) -> str:
        words = self._words
        length = self._facts.metric(MetricName.DURATION)
        if length.start is None or length.end is None:
            return words.date(self._postmortem.date) if self._postmortem.date else ""
        start, end = self._clock.local(length.start), self._clock.local(length.end)
        name = start.tzname()
        zone = f" {name}" if name else ""
        clocks = {"start": words.clock(start), "end": words.clock(end), "zone": zone}
        if start.date() == end.date():
            return words.say("briefing", "span", date=words.date(start.date()), **clocks)
        days = {"first": words.date(start.date()), "last": words.date(end.date())}
        return words.say("briefing", "span_days", **days, **clocks)

    def _computed(self) -> tuple[Piece, ...]:
        """Return the one sentence that the figures alone allow."""
        length = self._facts.metric(MetricName.DURATION)
        if not length.seconds or length.start is None or length.end is None:
            return ()
        start, end = self._clock.local(length.start), self._clock.local(length.end)
        text = self._words.say(
            "briefing",
            "computed",
            start=self._words.clock(start),
            end=self._words.clock(end),
            length=self._words.length(length.seconds),
        )
        return (Piece(text=text, line=self._first_event_line()),)

    def _lead(self, chosen: Chosen, anchors: Anchors) -> Narrative | None:
        said = chosen[Topic.HAPPENED]
        if not said:
            return None
        text = " ".join(piece.text if piece.text[-1:] in '.!?。！？…)”"' else f"{piece.text}." for piece in said)
        heading = self._words.say("heading", "summary")
        return Narrative(anchor=anchors.new(heading), heading=heading, blocks=(Para((Str(text),)),), lead=True)

    def _small_chart(self) -> Timeline | None:
        """Return the chart where it shows milestones; without readings, which need a page of their own."""
        chart = timeline.chart(self._postmortem, self._clock, self._facts, "timeline")
        if chart is None or not any(event.milestone for event in chart.events):
            return None
        return replace(chart, readings=None, note="", heading="")

    def _first_event_line(self) -> int:
        return next((event.line for event in self._postmortem.timeline), 0)

    def _groups(self, chosen: Chosen, anchors: Anchors) -> Iterator[Columns]:
        """Yield what is asked and what lies behind the figures: in one row where that is no more than three groups."""
        asks = _told((self._asks(chosen, Topic.DECISIONS), self._asks(chosen, Topic.RISK)))
        behind = _told((self._cost(chosen), self._causes(chosen), self._luck(chosen)))
        if asks and behind and len(asks) + len(behind) <= _ABREAST:
            yield self._columns([*behind, *asks], anchors)
            return
        if asks:
            yield self._columns(asks, anchors)
        if behind:
            yield self._columns(behind, anchors)

    @staticmethod
    def _columns(told: Sequence[Group], anchors: Anchors) -> Columns:
        return Columns(
            anchor=anchors.new("groups"),
            heading="",
            columns=tuple(Column(anchor=anchors.new(head), heading=head, blocks=blocks) for head, blocks in told),
            side_by_side=True,
        )

    def _cost(self, chosen: Chosen) -> Group:
        pieces = chosen[Topic.COST]
        if pieces and not pieces[0].label:
            return self._words.say("briefing", "cost_sentences"), tuple(Para((Str(one.text),)) for one in pieces)
        facts = tuple(Definition((Str(one.label),), (PlainBlock((Str(one.text),)),)) for one in pieces)
        return self._words.say("briefing", "cost"), (DefinitionList(facts),) if facts else ()

    def _causes(self, chosen: Chosen) -> Group:
        sentences = tuple(Para((Str(one.text),)) for one in chosen[Topic.CAUSE])
        factors = _bullets(chosen[Topic.FACTORS])
        return self._words.say("briefing", "cause" if sentences else "factors"), (*sentences, *factors)

    def _luck(self, chosen: Chosen) -> Group:
        return self._words.say("briefing", "lucky"), _bullets(chosen[Topic.LUCKY])

    def _asks(self, chosen: Chosen, topic: Topic) -> Group:
        pieces = chosen[topic]
        text: tuple[Block, ...] = (
            tuple(Para((Str(one.text),)) for one in pieces) if len(pieces) == 1 else _bullets(pieces)
        )
        return self._words.say("briefing", topic.value), text

    def _promises(self, chosen: Chosen, anchors: Anchors) -> tuple[Section, ...]:
        places = [int(piece.label) for piece in chosen[Topic.PROMISES]]
        missing = self._missing(chosen)
        anchor = anchors.new("promises")
        table = promises(self._postmortem, places, self._options.today, self._words, anchor=anchor, rest=missing)
        if table is not None:
            return (table,)
        return (Narrative(anchor=anchor, heading="", blocks=(Para((Str(missing),)),)),) if missing else ()

    def _missing(self, chosen: Chosen) -> str:
        """Return in one line what leaders ask and the file does not say."""
        promised = [item for item in self._postmortem.action_items if not item.placeholder]
        cost = "cost_plainly" if tells_impact(self._postmortem) else "cost"
        has = {
            "happened": bool(chosen[Topic.HAPPENED]),
            "severity": self._postmortem.severity is not None,
            "over": self._over() is not None,
            cost: self._cost_told or bool(self._known[Topic.COST]),
            "cause": bool(self._known[Topic.CAUSE] or self._known[Topic.FACTORS])
            or says_why(chosen[Topic.HAPPENED], self._words, "hints_why"),
            "promises": bool(self._postmortem.action_items),
            "owners": not promised or any(item.owner for item in promised),
            "dates": not promised or any(item.due or item.due_text for item in promised),
            "risk": bool(self._known[Topic.RISK]),
            "decisions": bool(self._known[Topic.DECISIONS]),
        }
        missing = [self._words.say("briefing", f"missing_{name}") for name, told_of in has.items() if not told_of]
        return self._words.say("briefing", "missing", list=", ".join(missing)) if missing else ""


def _told(groups: Iterable[Group]) -> list[Group]:
    return [(heading, blocks) for heading, blocks in groups if blocks]


def _bullets(pieces: tuple[Piece, ...]) -> tuple[Block, ...]:
    items = tuple(ListItem((PlainBlock((Str(one.text),)),)) for one in pieces)
    return (BulletList(items),) if items else ()
