"""Words that blame, names in the causes, blanks that nobody filled in, and the team's own patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmexport.facts.passages import Form, Passage
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.review.words import pattern
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import PatternRule
from pmexport.model.terms import SectionKind

_CAUSES = (SectionKind.ROOT_CAUSE, SectionKind.CONTRIBUTING_FACTORS, SectionKind.TRIGGER)


def blame(case: Case) -> Iterator[Found]:
    """Find words that blame, but for those of somebody quoted."""
    yield from _matches(case.passages, "blame")


def name_in_causes(case: Case) -> Iterator[Found]:
    """Find people of the incident named in its causes."""
    people = _people(case)
    if not people:
        return
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(people, key=len, reverse=True)))})\b")
    for passage in case.of_kind(*_CAUSES):
        for match in named.finditer(passage.text):
            if not passage.is_code(match.start()):
                yield Found(line=passage.line_at(match.start()), quote=match.group())


def _people(case: Case) -> frozenset[str]:
    """Return the names, whole and first, of those who wrote, reviewed, acted or own an action."""
    told = [*case.postmortem.authors, *case.postmortem.reviewers]
    told += [event.actor for event in case.postmortem.timeline if event.actor]
    told += [item.owner for item in case.actions if item.owner]
    whole = {name for name in told if re.match(r"[A-Z][a-z]+(?:\s+[A-Z][\w.'’-]+){1,2}$", name)}
    return frozenset(whole | {name.split()[0] for name in whole if len(name.split()[0]) > 2})  # noqa: PLR2004 - "Al"


def placeholder(case: Case) -> Iterator[Found]:
    """Find blanks of a template in sections that are otherwise filled in."""
    yield from _matches(case.passages, "placeholder")


def _matches(passages: tuple[Passage, ...], name: str) -> Iterator[Found]:
    for passage in passages:
        if passage.form is Form.QUOTE:
            continue
        for match in pattern("wording", name).finditer(passage.text):
            if not passage.is_code(match.start()):
                yield Found(line=passage.line_at(match.start()), quote=match.group())


def of_team(rule: PatternRule, case: Case) -> Iterator[Diagnostic]:
    """Yield what a team's own rule finds."""
    searched = case.of_kind(*rule.sections) if rule.sections else case.passages
    wanted = re.compile(rule.pattern, re.IGNORECASE)
    for passage in searched:
        for match in wanted.finditer(passage.text):
            if match.group():
                yield Diagnostic(
                    code=rule.id,
                    severity=case.options.severity.get(rule.id, rule.severity),
                    line=passage.line_at(match.start()),
                    message=rule.message.replace("{quote}", match.group()),
                    hint=rule.hint or None,
                    quote=match.group(),
                )


CHECKS: dict[str, Check] = {"blame-word": blame, "name-in-causes": name_in_causes, "placeholder": placeholder}
