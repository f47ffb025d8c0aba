"""Causes: how deep they go, whether they stop at a person, and what is done about each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmexport.facts.mentions import stems
from pmexport.facts.passages import Form, Passage
from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.review.words import pattern
from pmexport.model.terms import ActionStatus, SectionKind

_CAUSES = (SectionKind.ROOT_CAUSE, SectionKind.CONTRIBUTING_FACTORS, SectionKind.TRIGGER)
_ASKS = re.compile(r"\W*why\b[^.?]{0,120}\?", re.IGNORECASE)
_WHYS = re.compile(r"(?:five|5)\s+whys?", re.IGNORECASE)


def human_error(case: Case) -> Iterator[Found]:
    """Find causes that end with "human error"."""
    yield from _in_causes(case, "human_error")


def person(case: Case) -> Iterator[Found]:
    """Find causes that stop at what somebody failed to do."""
    yield from _in_causes(case, "person")


def _in_causes(case: Case, name: str) -> Iterator[Found]:
    for passage in case.of_kind(*_CAUSES):
        if passage.form in (Form.QUOTE, Form.EVENT):
            continue
        for match in pattern("causes", name).finditer(passage.text):
            sentence = passage.sentence_at(match.start()).text
            if not pattern("causes", "denied").search(sentence[: sentence.find(match.group())]):
                yield Found(line=passage.line_at(match.start()), quote=match.group())


def few_whys(case: Case) -> Iterator[Found]:
    """Find a "five whys" that asks fewer times than the threshold."""
    most = case.options.thresholds.whys
    for section in case.postmortem.walk():
        if not _WHYS.search(f"{section.title} {section.qualifier}") or section.placeholder:
            continue
        own = [passage for passage in case.passages if passage.title == section.title]
        asked = sum(1 for passage in own if pattern("causes", "why").search(passage.text))
        asked = asked or sum(passage.form is Form.ITEM for passage in own)
        if own and asked < most:
            yield Found(line=section.line, quote=section.title, values={"count": str(asked), "most": str(most)})
    yield from _few_in_causes(case, most)


def _few_in_causes(case: Case, most: int) -> Iterator[Found]:
    """Find a list of whys in the cause's section that ends too soon, be it called "five whys" or not."""
    asked: dict[str, list[Passage]] = {}
    for passage in case.of_kind(*_CAUSES):
        if passage.form is Form.ITEM and _ASKS.match(passage.text) and not _WHYS.search(passage.title):
            asked.setdefault(passage.title, []).append(passage)
    for title, whys in asked.items():
        if len(whys) < most:
            yield Found(line=whys[0].line, quote=title, values={"count": str(len(whys)), "most": str(most)})


def factor_without_action(case: Case) -> Iterator[Found]:
    """Find contributing factors with which no action shares a word."""
    actions = [stems(item.action) for item in case.actions]
    if not actions:
        return
    for factor in _factors(case):
        words = stems(factor.text)
        if words and not any(len(words & action) >= _shared(words) for action in actions):
            yield Found(
                line=factor.line, quote=factor.label, values={"factor": phrases.short(factor.label or factor.text)}
            )


def action_without_factor(case: Case) -> Iterator[Found]:
    """Find actions that share no word with any cause, factor or lesson."""
    told = case.of_kind(
        *_CAUSES,
        SectionKind.DETECTION,
        SectionKind.LESSONS,
        SectionKind.WENT_WRONG,
        SectionKind.LUCKY,
        SectionKind.RESPONSE,
    )
    words = frozenset().union(*(stems(passage.text) for passage in told))
    if not words:
        return
    for item in case.actions:
        if item.status is not ActionStatus.CANCELLED and not stems(item.action) & words:
            yield Found(line=item.line, values={"action": phrases.short(item.action)})


def _factors(case: Case) -> tuple[Passage, ...]:
    return tuple(one for one in case.of_kind(SectionKind.CONTRIBUTING_FACTORS) if one.form is Form.ITEM)


def _shared(words: frozenset[str]) -> int:
    return 1 if len(words) < 4 else 2  # noqa: PLR2004 - one common word of many is chance


CHECKS: dict[str, Check] = {
    "human-error": human_error,
    "cause-stops-at-person": person,
    "few-whys": few_whys,
    "factor-without-action": factor_without_action,
    "action-without-factor": action_without_factor,
}
