"""The claims to be a milestone that make sense in the order of events; the others are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from pmexport.model.postmortem import TimelineEvent
from pmexport.model.terms import Milestone
from pmexport.reader.claims import DONE, NAMED, STRONG, WEAK, Claim, claims, shows

_SIGN_LENGTH = 60
_SURE = 90

# An incident can be over twice, so that its end is the last event that says so.
_NAMED_ONCE = tuple(milestone for milestone in Milestone if milestone is not Milestone.RESOLVED)

# The usual order. A claim that stands against it is none, unless the author names both milestones.
_ORDER = (
    (Milestone.CHANGE, Milestone.IMPACT_START),
    (Milestone.CHANGE, Milestone.DETECTED),
    (Milestone.IMPACT_START, Milestone.DETECTED),
    (Milestone.IMPACT_START, Milestone.ACKNOWLEDGED),
    (Milestone.IMPACT_START, Milestone.CAUSE_FOUND),
    (Milestone.IMPACT_START, Milestone.MITIGATED),
    (Milestone.IMPACT_START, Milestone.RESOLVED),
    (Milestone.DETECTED, Milestone.ACKNOWLEDGED),
    (Milestone.DETECTED, Milestone.CAUSE_FOUND),
    (Milestone.DETECTED, Milestone.MITIGATED),
    (Milestone.DETECTED, Milestone.RESOLVED),
    (Milestone.ACKNOWLEDGED, Milestone.MITIGATED),
    (Milestone.ACKNOWLEDGED, Milestone.RESOLVED),
    (Milestone.MITIGATED, Milestone.RESOLVED),
)

_KNOWN = frozenset(_NAMED_ONCE) - {Milestone.CHANGE}
"""Of these one at least must be told: before anything is wrong there is nothing to mitigate."""


class Window(Struct, frozen=True):
    """The span of impact that the author tells, and the words that tell it."""

    start: dt.time
    end: dt.time
    words: str


class Choice(Struct, frozen=True):
    """The event that is a milestone, by its number, and what decided."""

    number: int
    weight: int
    basis: str


class Chooser:
    """Chooses among the claims of `events`, the surer milestones first, so that the others find their place."""

    def __init__(self, events: list[TimelineEvent], language: str = "en") -> None:
        self._events = events
        self._language = language
        self._claims = [claims(event.text, language) if event.milestone is None else {} for event in events]
        self._chosen: dict[Milestone, Choice] = {
            event.milestone: Choice(number, NAMED, event.basis or "")
            for number, event in reversed(list(enumerate(events)))
            if event.milestone
        }

    def choose(self, window: Window | None) -> dict[Milestone, Choice]:
        """Return the event of each milestone that can be had."""
        for milestone in _NAMED_ONCE:
            self._first(milestone, self._claimed(milestone, NAMED))
        if window:
            self._told(window)
        self._detected()
        self._impact()
        self._change()
        self._first(Milestone.DECLARED, self._claimed(Milestone.DECLARED))
        self._acknowledged()
        self._resolved()
        self._cause_found()
        self._mitigated()
        self._drop_what_contradicts()
        return self._chosen

    # -- claims and places

    def _claimed(self, milestone: Milestone, least: int = 0) -> list[tuple[int, Claim]]:
        """Return the free events that claim `milestone`, with the claims, the heaviest first and then the earliest."""
        taken = {choice.number for choice in self._chosen.values()}
        found = [
            (number, made[milestone])
            for number, made in enumerate(self._claims)
            if milestone in made and made[milestone].weight >= least and number not in taken
        ]
        return sorted(found, key=lambda claim: (-claim[1].weight, claim[0]))

    def _first(self, milestone: Milestone, claimed: Iterable[tuple[int, Claim]]) -> None:
        """Take the first of `claimed` for a milestone that is not chosen yet."""
        if milestone not in self._chosen:
            for number, claim in claimed:
                self._chosen[milestone] = Choice(number, claim.weight, claim.basis)
                return

    def _after(self, number: int, *milestones: Milestone) -> bool:
        """Whether the event comes after, or with, those of `milestones` that are chosen."""
        return all(not self._earlier(number, self._chosen[one].number) for one in milestones if one in self._chosen)

    def _before(self, number: int, *milestones: Milestone) -> bool:
        return all(self._earlier(number, self._chosen[one].number) for one in milestones if one in self._chosen)

    def _earlier(self, one: int, other: int) -> bool:
        """Whether one event comes before another: by time, by place where a time is missing or the same."""
        a, b = self._events[one].start, self._events[other].start
        if a is None or b is None or (a.tzinfo is None) != (b.tzinfo is None) or a == b:
            return one < other
        return a < b

    def _shown(self, sign: str, numbers: Iterable[int]) -> int | None:
        return next((number for number in numbers if shows(sign, self._events[number].text, self._language)), None)

    def _at_work(self, numbers: Iterable[int]) -> int | None:
        """Return the first event that shows somebody at work on the trouble; a change may restart things as well."""
        return self._shown("responding", (number for number in numbers if not self._claim(number, Milestone.CHANGE)))

    # -- one milestone each

    def _told(self, window: Window) -> None:
        """Take the start of impact that the summary tells."""
        at = next((number for number, event in enumerate(self._events) if _clock(event) == window.start), None)
        if at is not None and Milestone.IMPACT_START not in self._chosen and self._events[at].milestone is None:
            taken = [milestone for milestone, choice in self._chosen.items() if choice.number == at]
            if not taken:
                basis = f"the summary’s words “{window.words}”"
                self._chosen[Milestone.IMPACT_START] = Choice(at, _SURE, basis)

    def _detected(self) -> None:
        """Choose an alert before a person's word; nobody detects what is being worked on already."""
        working = self._at_work(range(len(self._events)))
        claimed = [
            (number, claim)
            for number, claim in self._claimed(Milestone.DETECTED)
            if (working is None or number <= working)
            and (claim.weight >= STRONG or self._after(number, Milestone.IMPACT_START))
            and self._before(number, Milestone.ACKNOWLEDGED, Milestone.CAUSE_FOUND, Milestone.MITIGATED)
            and not self._answers(number, claim)
        ]
        self._first(Milestone.DETECTED, sorted(claimed, key=lambda one: self._early(one[0])))

    def _early(self, number: int) -> bool:
        """Whether the event comes before the impact, where even an alert is less likely to be the one that counts."""
        return not self._after(number, Milestone.IMPACT_START)

    def _answers(self, number: int, alert: Claim) -> bool:
        """Whether the event acknowledges the alert that it speaks of, rather than tells of one and its answer."""
        answer = self._claims[number].get(Milestone.ACKNOWLEDGED)
        return answer is not None and answer.weight >= STRONG and answer.at < alert.at

    def _claim(self, number: int, milestone: Milestone) -> int:
        claim = self._claims[number].get(milestone)
        return claim.weight if claim else 0

    def _impact(self) -> None:
        """Choose what comes before the notice and before any help; what is only seen then has begun before."""
        claimed = [
            (number, claim)
            for number, claim in self._claimed(Milestone.IMPACT_START)
            if self._before(number, Milestone.DETECTED, Milestone.MITIGATED, Milestone.RESOLVED)
            and self._at_work(range(number)) is None
            and self._claim(number, Milestone.DETECTED) < WEAK
            and (claim.weight >= DONE or Milestone.DETECTED in self._chosen)
        ]
        self._first(Milestone.IMPACT_START, claimed)

    def _change(self) -> None:
        """Choose the last change before the impact, or before it was noticed."""
        bounds = [one for one in (Milestone.IMPACT_START, Milestone.DETECTED) if one in self._chosen]
        claimed = [one for one in self._claimed(Milestone.CHANGE) if bounds and self._before(one[0], *bounds)]
        strong = [one for one in claimed if one[1].weight >= STRONG]
        self._first(Milestone.CHANGE, sorted(strong or claimed, key=lambda one: -one[0]))

    def _acknowledged(self) -> None:
        """Choose when somebody takes it on: once it is known, and before anything is done."""
        start = self._number(Milestone.DETECTED, Milestone.IMPACT_START)
        claimed = []
        for number, claim in self._claimed(Milestone.ACKNOWLEDGED):
            known = self._after(number, Milestone.IMPACT_START, Milestone.DETECTED)
            at_work = self._at_work(range(start + 1, number)) is not None
            if known and self._before(number, Milestone.MITIGATED) and (claim.weight >= STRONG or not at_work):
                claimed.append((number, claim))
        self._first(Milestone.ACKNOWLEDGED, claimed)

    def _number(self, *milestones: Milestone) -> int:
        """Return the last of the events of `milestones`, -1 if none is chosen."""
        return max((self._chosen[one].number for one in milestones if one in self._chosen), default=-1)

    def _resolved(self) -> None:
        """Choose the last event that says so, if the trouble does not come back: an incident can be over twice."""
        claimed = [
            (number, claim)
            for number, claim in self._claimed(Milestone.RESOLVED)
            if self._after(number, Milestone.IMPACT_START, Milestone.DETECTED, Milestone.MITIGATED)
            and self._shown("relapse", range(number + 1, len(self._events))) is None
        ]
        self._first(Milestone.RESOLVED, sorted(claimed, key=lambda one: (-one[1].weight, -one[0])))

    def _cause_found(self) -> None:
        """Choose the surest words, told after somebody knew of the trouble."""
        claimed = [
            (number, claim)
            for number, claim in self._claimed(Milestone.CAUSE_FOUND)
            if self._after(number, Milestone.IMPACT_START, Milestone.DETECTED)
            and (claim.weight >= DONE or {Milestone.IMPACT_START, Milestone.DETECTED} & self._chosen.keys())
        ]
        self._first(Milestone.CAUSE_FOUND, claimed)

    def _mitigated(self) -> None:
        """Choose what the author calls so, else the last step before the first sign of recovery or the end."""
        start = self._number(Milestone.IMPACT_START, Milestone.DETECTED)
        end = self._chosen[Milestone.RESOLVED].number if Milestone.RESOLVED in self._chosen else len(self._events)
        steps = [
            (number, claim)
            for number, claim in sorted(self._claimed(Milestone.MITIGATED), key=lambda one: one[0])
            if start < number < end and not self._contradicted(number, claim, end)
        ]
        self._first(
            Milestone.MITIGATED,
            sorted((one for one in steps if one[1].weight >= STRONG), key=lambda one: -one[1].weight),
        )
        if Milestone.MITIGATED in self._chosen or not steps or not _KNOWN & self._chosen.keys():
            return
        sign = self._shown("recovering", range(steps[0][0] + 1, end))
        helped = sign is not None or end < len(self._events)
        number, claim = [one for one in steps if sign is None or one[0] < sign][-1 if helped else 0]
        helped = helped or shows("recovering", self._events[number].text, self._language)
        if claim.weight >= DONE or helped:
            why = f", followed by “{self._events[sign].text[:_SIGN_LENGTH]}”" if sign is not None else ""
            self._chosen[Milestone.MITIGATED] = Choice(number, claim.weight, f"{claim.basis}{why}")

    def _contradicted(self, number: int, claim: Claim, end: int) -> bool:
        """Whether the next event tells that the step did not help; of a mere step, whether any event up to the end."""
        last = min(number + 2, len(self._events)) if claim.weight >= STRONG else end
        return self._shown("relapse", range(number + 1, last)) is not None

    def _drop_what_contradicts(self) -> None:
        for first, second in _ORDER:
            if first in self._chosen and second in self._chosen:
                one, other = self._chosen[first], self._chosen[second]
                if self._earlier(other.number, one.number) and min(one.weight, other.weight) < STRONG:
                    del self._chosen[first if one.weight < other.weight else second]


def _clock(event: TimelineEvent) -> dt.time | None:
    return event.start.time().replace(second=0, microsecond=0) if event.start else None
