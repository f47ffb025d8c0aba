"""The review: runs every rule over a postmortem and says what it found in the rule's own words."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.facts.review import (
    actions,
    calendar,
    causes,
    clocks,
    figures,
    order,
    prose,
    sections,
    shares,
    summary,
    timeline,
    wording,
)
from pmexport.facts.review.case import Case, Check, Found, case_of
from pmexport.facts.review.rule import Rule, rules
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.facts import Facts
from pmexport.model.options import CheckOptions
from pmexport.model.postmortem import Postmortem

CHECKS: dict[str, Check] = {
    **figures.CHECKS,
    **clocks.CHECKS,
    **shares.CHECKS,
    **calendar.CHECKS,
    **order.CHECKS,
    **sections.CHECKS,
    **summary.CHECKS,
    **timeline.CHECKS,
    **causes.CHECKS,
    **actions.CHECKS,
    **wording.CHECKS,
}


def review(postmortem: Postmortem, facts: Facts, options: CheckOptions) -> tuple[Diagnostic, ...]:
    """Return what the rules that are switched on find, by line, each finding once.

    Raises UnavailableError where `options` ask for a linter that is not installed.
    """
    case = case_of(postmortem, facts, options)
    found = [*_shipped(case)]
    for rule in options.rules:
        if rule.id not in options.disable:
            found += wording.of_team(rule, case)
    if options.prose and prose.CODE not in options.disable:
        found += prose.wording(case)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.line, one.code)))


def _shipped(case: Case) -> Iterator[Diagnostic]:
    english = case.postmortem.language.startswith("en")
    for code, rule in rules().items():
        if code not in case.options.disable and (english or not rule.english):
            yield from (_told(rule, one, case.options) for one in CHECKS[code](case))


def _told(rule: Rule, found: Found, options: CheckOptions) -> Diagnostic:
    message = rule.messages.get(found.variant, rule.message)
    values = {"quote": found.quote, **found.values}
    return Diagnostic(
        code=rule.id,
        severity=options.severity.get(rule.id, rule.severity),
        line=found.line,
        message=message.format(**values),
        hint=rule.hint.format(**values) or None,
        quote=found.quote,
    )
