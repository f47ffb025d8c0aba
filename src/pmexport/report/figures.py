"""The strip of five figures: how long, how soon noticed, how soon mitigated, how many people, how much is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pmexport.model.facts import Facts
from pmexport.model.postmortem import ActionItem, Postmortem
from pmexport.model.prose import Block, BulletList, DefinitionList, Para, Plain, Table, text_of
from pmexport.model.report import KeyFigure, KeyFigures
from pmexport.model.terms import ActionStatus, MetricName, SectionKind
from pmexport.report.prose import labelled
from pmexport.report.words import Words

_IMPACT = {
    SectionKind.IMPACT,
    SectionKind.IMPACT_USER,
    SectionKind.IMPACT_BUSINESS,
    SectionKind.IMPACT_TECHNICAL,
}
# So many figures that could not be had crowd out those that could: one line names them.
_MANY_MISSING = 3
_AMOUNT = r"(?:[~≈<>≤≥]\s*|(?:{about})\s+)?\d[\d.,]*(?:\s?[kKmM]\b|\+|\s?%)?"


def key_figures(postmortem: Postmortem, facts: Facts, words: Words, anchor: str) -> KeyFigures:
    """Return the five figures of the full report; one that could not be had says so, most of them in one line."""
    mitigated = MetricName.TIME_TO_MITIGATE
    if facts.metric(mitigated).seconds is None and facts.metric(MetricName.TIME_TO_RESOLVE).seconds is not None:
        mitigated = MetricName.TIME_TO_RESOLVE
    figures = (
        metric_figure(facts, MetricName.DURATION, words),
        metric_figure(facts, MetricName.TIME_TO_DETECT, words),
        metric_figure(facts, mitigated, words),
        users_affected(postmortem, words),
        _actions(postmortem.action_items, words),
    )
    heading = words.say("heading", "key_figures")
    missing = [figure.label for figure in figures if not figure.recorded]
    if len(missing) < _MANY_MISSING:
        return KeyFigures(anchor=anchor, heading=heading, figures=figures)
    return KeyFigures(
        anchor=anchor,
        heading=heading,
        figures=tuple(figure for figure in figures if figure.recorded),
        missing=f"{', '.join(missing)}: {words.say('figure', 'not_recorded')}",
    )


def metric_figure(facts: Facts, name: MetricName, words: Words) -> KeyFigure:
    """Return the length `name` as a figure, which may say that it is not recorded."""
    metric = facts.metric(name)
    label = words.say("figure", name)
    if metric.seconds is None:
        return _not_recorded(label, words)
    about = "~" if metric.approximate else ""
    if not metric.seconds and metric.start is not None:  # to the minute, the same minute
        return KeyFigure(value=f"<\N{NO-BREAK SPACE}{words.length(60)}", label=label)
    note = "" if metric.start is not None else words.say("figure", "stated")
    return KeyFigure(value=f"{about}{words.length(metric.seconds)}", label=label, note=note)


def _not_recorded(label: str, words: Words) -> KeyFigure:
    return KeyFigure(value=words.say("figure", "not_recorded"), label=label, recorded=False)


def users_affected(postmortem: Postmortem, words: Words) -> KeyFigure:
    """Return how many people were affected, by the labels that authors use for it; it may say not recorded."""
    label = words.say("figure", "users_affected")
    said = {name.casefold().rstrip(": "): value for name, value in _impact_facts(postmortem)}
    pattern = re.compile(_AMOUNT.format(about="|".join(words.sought("labels", "about"))), re.IGNORECASE)
    for name in words.sought("labels", "users_affected"):
        amount = pattern.match(said.get(name, "").strip())
        if amount:
            return KeyFigure(value=amount[0].rstrip(".,").strip(), label=label)
    return _not_recorded(label, words)


def _impact_facts(postmortem: Postmortem) -> Iterator[tuple[str, str]]:
    for field in postmortem.fields:
        yield field.label, text_of(field.value)
    for section in postmortem.walk():
        if section.kind in _IMPACT:
            for block in section.content:
                yield from _facts_in(block)


def _facts_in(block: object) -> Iterator[tuple[str, str]]:
    match block:
        case BulletList(items):
            for item in items:
                label = labelled(item)
                if label is not None:
                    yield text_of(label[0]), text_of(label[1])
                elif item.content and isinstance(first := item.content[0], Para | Plain):
                    name, _, value = text_of(first.content).partition(":")
                    yield name, value
        case DefinitionList(definitions):
            for definition in definitions:
                yield text_of(definition.term), _first_text(definition.content)
        case Table(rows=rows):
            for row in rows:
                if len(row.cells) > 1:
                    yield text_of(row.cells[0]), text_of(row.cells[1])
        case _:
            pass


def _first_text(blocks: Iterable[Block]) -> str:
    return next((text_of(block.content) for block in blocks if isinstance(block, Para | Plain)), "")


def _actions(items: tuple[ActionItem, ...], words: Words) -> KeyFigure:
    counted = [item for item in items if not item.placeholder and item.status is not ActionStatus.CANCELLED]
    if not counted:
        return _not_recorded(words.say("figure", "actions_done"), words)
    if all(item.status is None for item in counted):
        return KeyFigure(value=str(len(counted)), label=words.say("figure", "actions_total"))
    done = sum(item.status is ActionStatus.DONE for item in counted)
    return KeyFigure(
        value=words.say("figure", "share", part=done, whole=len(counted)), label=words.say("figure", "actions_done")
    )
