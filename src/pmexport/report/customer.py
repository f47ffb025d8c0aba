"""CustomerReport to the page customers get. Knows no postmortem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from pmexport.model.customer import Chapter, CustomerReport, PublicAction, Topic
from pmexport.model.options import Paper, ThemeWords
from pmexport.model.prose import Block, Inlines, Para, Str, Strong, text_of
from pmexport.model.report import (
    ActionGroup,
    ActionRow,
    ActionTable,
    Badge,
    BadgeScheme,
    LabelledFact,
    Marks,
    Masthead,
    Narrative,
    Properties,
    Report,
    Section,
)
from pmexport.model.terms import ActionStatus, Audience
from pmexport.report.anchors import Anchors
from pmexport.report.customer_times import Clock, customer_words, when
from pmexport.report.words import Words


def customer_report(report: CustomerReport, paper: Paper, wording: ThemeWords | None = None) -> Report:
    """Return the page for customers, in the order in which they ask.

    What happened and our apology; who was affected; when; why; what was done and what comes next; where to ask.
    """
    return _Page(report, customer_words(report.language.value.tag, wording), paper).report()


# Where to ask is a sentence of its own where it ends as one.
_ENDS = (".", "!", "?", "。")


class _Page:
    """Puts the sections of one customers' page together, giving each its anchor."""

    def __init__(self, report: CustomerReport, words: Words, paper: Paper) -> None:
        self._report = report
        self._words = words
        self._paper = paper
        self._clock = Clock(report, words)
        self._anchors = Anchors()

    def report(self) -> Report:
        words, title = self._words, self._title()
        return Report(
            audience=Audience.CUSTOMER,
            language=words.language,
            direction=words.direction,
            paper=self._paper,
            marks=Marks(
                title=title,
                kind=self._say("kind"),
                classification=self._say("kind"),
                draft=self._say("draft") if self._report.draft else "",
            ),
            # One page: a list of what stands on it would be longer than the way there.
            labels=replace(words.page_labels(), contents=""),
            properties=Properties(
                title=title,
                subject=self._say("kind"),
                date=self._report.date.value.isoformat() if self._report.date else "",
            ),
            sections=tuple(self._sections()),
        )

    def _say(self, key: str, **values: object) -> str:
        return self._words.say("customer", key, **values)

    def _title(self) -> str:
        report = self._report
        if report.title:
            return report.title.value.text
        if report.date:
            return self._say("title", date=self._words.date(report.date.value))
        return self._say("title_undated")

    def _sections(self) -> Iterator[Section]:
        yield self._masthead()
        yield self._opening()
        yield from self._impact()
        yield from when(self._clock, self._chapters(Topic.TIMES), self._new)
        yield from map(self._narrative, self._of(Topic.CAUSE))
        yield from self._promises()
        yield from self._corrections()
        yield from self._contact()

    def _masthead(self) -> Masthead:
        report = self._report
        badges = []
        if report.status is not None:
            status = report.status.value
            label = self._say(f"status_{status.value}")
            badges.append(Badge(scheme=BadgeScheme.INCIDENT, key=status.value, label=label))
        return Masthead(
            anchor=self._new("top"),
            heading=self._title(),
            kicker=self._say("kicker"),
            badges=tuple(badges),
            facts=tuple(self._facts()),
        )

    def _facts(self) -> Iterator[LabelledFact]:
        report = self._report
        span = self._clock.span(dated=not self._is_dated(self._title()))
        if span:
            yield LabelledFact(label="", value=(Str(span),))
        elif report.date and not self._is_dated(self._title()):
            yield LabelledFact(label="", value=(Str(self._words.date(report.date.value)),))
        if report.services:
            names = ", ".join(service.value.text for service in report.services)
            yield LabelledFact(label=self._say("affected"), value=(Str(names),))
        if report.recipient:
            yield LabelledFact(label=self._say("recipient"), value=(Str(report.recipient.value.text),))
        if report.revision > 1:
            yield LabelledFact(label="", value=(Str(self._say("revision", number=report.revision)),))

    def _is_dated(self, text: str) -> bool:
        """Tell whether `text` names the day already."""
        start = self._report.start.value.date() if self._report.start else None
        day = start or (self._report.date.value if self._report.date else None)
        return day is not None and self._words.date(day) in text

    def _opening(self) -> Narrative:
        written = [block for chapter in self._of(Topic.OPENING) for block in _blocks(chapter)]
        own = [text for text in (self._report.apology,) if text is not None]
        apology = own[0].value.text if own else ""
        if written:
            blocks: list[Block] = list(written)
            if apology and not self._apologises(written):
                blocks.append(_para(apology))
        else:
            blocks = [_para(" ".join(self._plain_opening(apology or self._say("apology"))))]
        return Narrative(
            anchor=self._new("summary"), heading=self._words.say("heading", "summary"), blocks=tuple(blocks), lead=True
        )

    def plain_facts(self) -> Mapping[Topic, str]:
        """Return the sentences that need nobody's words."""
        apology = self._report.apology.value.text if self._report.apology else self._say("apology")
        contact = self._report.contact.value.text if self._report.contact else ""
        facts = {Topic.OPENING: " ".join(self._plain_opening(apology)), Topic.IMPACT: self._affected()}
        return facts | ({Topic.CONTACT: self._contact_line(contact)} if contact else {})

    def _contact_line(self, contact: str) -> str:
        """Return the sentence that says where to ask: `contact` itself where it is one."""
        return contact if contact.endswith(_ENDS) else self._say("contact_line", contact=contact)

    def _apologises(self, blocks: Sequence[Block]) -> bool:
        text = " ".join(text_of(block.content) for block in blocks if isinstance(block, Para)).casefold()
        return any(word in text for word in self._words.sought("customer", "apology_words"))

    def _plain_opening(self, apology: str) -> Iterator[str]:
        """Yield true sentences made of typed facts alone."""
        report = self._report
        names = [service.value.text for service in report.services]
        yield self._clock.opening(self._listed(names) if names else self._say("our_service"))
        yield apology
        if report.status is not None:
            yield self._say(report.status.value.value)

    def _impact(self) -> Iterator[Section]:
        written = list(self._of(Topic.IMPACT))
        if written:
            yield from map(self._narrative, written)
            return
        sentence = self._affected()
        if sentence:
            yield self._told(self._say("impact"), (_para(sentence),))

    def _affected(self) -> str:
        report = self._report
        where = ""
        if any(region.value == "all" for region in report.regions):
            where = self._say("where_all")
        elif report.regions:
            names = [self._say(f"region_{region.value.value}") for region in report.regions]
            where = self._say("where", regions=self._listed(names))
        if report.users is not None:
            users = report.users.value
            key = "users_about" if users.about else "users"
            return self._words.say_counted("customer", key, users.number, where=where)
        return self._say("regions_only", where=where) if where else ""

    def _listed(self, names: Sequence[str]) -> str:
        if len(names) == 1:
            return names[0]
        return self._say("list_and", first=", ".join(names[:-1]), last=names[-1])

    def _promises(self) -> Iterator[Section]:
        chapters = [chapter for topic in (Topic.DONE, Topic.NEXT, Topic.DONE_AND_NEXT) for chapter in self._of(topic)]
        yield from map(self._narrative, chapters)
        actions = self._report.actions
        if not actions:
            return
        rows = tuple(self._row(number, action) for number, action in enumerate(actions, start=1))
        yield ActionTable(
            anchor=self._new("actions"),
            heading=self._say(self._promised(actions)),
            action_heading=self._say("action_heading"),
            status_heading=self._words.say("action_table", "status") if any(row.status for row in rows) else "",
            groups=(ActionGroup(rows=rows),),
        )

    def _promised(self, actions: Sequence[PublicAction]) -> str:
        kept = [action.status is not None and action.status.value is ActionStatus.DONE for action in actions]
        return "done" if all(kept) else "done_and_next" if any(kept) else "next"

    def _row(self, number: int, action: PublicAction) -> ActionRow:
        due = action.due.value if action.due else None
        return ActionRow(
            anchor=f"a-{number}",
            blocks=(_para(action.wording.value.text),),
            due_date=f"{due.year}-{due.month:02}" if due else "",
            late=action.late,
            status=self._state(action),
        )

    def _state(self, action: PublicAction) -> Badge | None:
        """Return how far a promise is: kept, or its month with the mark of its status."""
        status = action.status.value if action.status else None
        if status is None and action.due is None:
            return None
        label = self._words.say("status", status) if status else ""
        if action.due is not None and (status is not ActionStatus.DONE or action.late):
            name = self._words.month(action.due.value.month)
            wording = self._report.promise_late if action.late else self._report.promise
            label = self._say("late" if action.late else "due", month=name, year=action.due.value.year)
            if wording is not None:
                # Only these two are filled in, whatever else stands in braces.
                said = wording.value.text.replace("{month}", name)
                label = said.replace("{year}", str(action.due.value.year))
        return Badge(scheme=BadgeScheme.ACTION, key=(status or ActionStatus.NOT_STARTED).value, label=label)

    def _corrections(self) -> Iterator[Section]:
        if self._report.corrections:
            blocks = tuple(_para(each.value.text) for each in self._report.corrections)
            yield self._told(self._say("corrections"), blocks)

    def _contact(self) -> Iterator[Section]:
        report = self._report
        chapters = list(self._of(Topic.CONTACT))
        yield from map(self._narrative, chapters[:-1])
        blocks: list[Block] = [block for chapter in chapters[-1:] for block in _blocks(chapter)]
        if report.contact is not None and not chapters:
            contact = report.contact.value.text
            before, _, after = self._contact_line(contact).partition(contact)
            words = (Str(before), Strong((Str(contact),)), Str(after)) if before or after else (Str(contact),)
            blocks.append(Para(words))
        if report.legal is not None:
            blocks.append(_para(report.legal.value.text))
        if blocks:
            heading = chapters[-1].heading if chapters else None
            yield self._told(heading.value.text if heading else self._say("contact"), blocks)

    def _of(self, topic: Topic) -> Iterator[Chapter]:
        return (chapter for chapter in self._report.chapters if chapter.topic is topic)

    def _chapters(self, topic: Topic) -> tuple[Block, ...]:
        return tuple(block for chapter in self._of(topic) for block in _blocks(chapter))

    def _narrative(self, chapter: Chapter) -> Narrative:
        heading = chapter.heading.value.text if chapter.heading else self._say(chapter.topic.value)
        return self._told(heading, _blocks(chapter))

    def _told(self, heading: str, blocks: Iterable[Block]) -> Narrative:
        return Narrative(anchor=self._new(heading), heading=heading, blocks=tuple(blocks))

    def _new(self, text: str) -> str:
        return self._anchors.new(text)


def _blocks(chapter: Chapter) -> tuple[Block, ...]:
    return tuple(block.value for block in chapter.blocks)


def _para(text: str) -> Para:
    content: Inlines = (Str(text),)
    return Para(content)


def plain_facts(report: CustomerReport) -> Mapping[Topic, str]:
    """Return what typed facts alone say of `report`, as a sentence or two for each topic that has any."""
    page = _Page(report, customer_words(report.language.value.tag), Paper.AUTO)
    return page.plain_facts()
