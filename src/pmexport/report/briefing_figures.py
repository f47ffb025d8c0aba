"""The briefing's strip of figures: how long, how many people, and what else was counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from pmexport.facts.passages import Form, Passage, passages
from pmexport.model.facts import Facts
from pmexport.model.postmortem import Postmortem
from pmexport.model.report import KeyFigure
from pmexport.model.terms import MetricName, SectionKind
from pmexport.report.figures import metric_figure, users_affected
from pmexport.report.plain import Plain
from pmexport.report.words import Words

_FIGURES = 5
_LONGEST_LABEL = 28
_LONGEST_NOTE = 26
_COUNTED = (SectionKind.IMPACT_USER, SectionKind.IMPACT, SectionKind.IMPACT_BUSINESS, SectionKind.IMPACT_TECHNICAL)
_SPOKEN = (*_COUNTED, SectionKind.SUMMARY, SectionKind.LEADERSHIP_SUMMARY)
_AMOUNT = r"(?:(?:{about})\s+|[~≈<>≤≥]\s*)?[$€£¥]?\s?\d[\d.,]*(?:\s?[kKM]\b|\+)?(?:\s(?:million|billion)\b)?"
_WORD_AFTER = re.compile(r"\s*[-–]?\s*([^\W\d_]+|%)")


def briefing_figures(postmortem: Postmortem, facts: Facts, words: Words, plain: Plain) -> tuple[KeyFigure, ...]:
    """Return up to five figures: the length and the users, recorded or not; then what the author counted; then times.

    A count stands as the author wrote it, with the words that follow it.
    """
    found = [metric_figure(facts, MetricName.DURATION, words), users_affected(postmortem, words)]
    found += _further(found, _counts(passages(postmortem), words, plain))
    later = (MetricName.TIME_TO_DETECT, MetricName.TIME_TO_MITIGATE, MetricName.TIME_TO_RESOLVE)
    times = (metric_figure(facts, name, words) for name in later if facts.metric(name).seconds)
    found += _further(found, times)
    return (_beside_stated(found[0], facts, words), *found[1:_FIGURES])


def _beside_stated(figure: KeyFigure, facts: Facts, words: Words) -> KeyFigure:
    """Return the duration; where the text states another than the events give, beside that one."""
    name = MetricName.DURATION
    other = next((one.stated for one in facts.comparisons if one.metric is name and not one.agrees), None)
    if other is None or facts.metric(name).start is None:
        return figure
    return replace(figure, note=words.say("briefing", "text_says", length=words.length(other)))


def _further(found: list[KeyFigure], more: Iterable[KeyFigure]) -> list[KeyFigure]:
    """Return what `more` has to say that `found` does not."""
    labels = {figure.label.casefold() for figure in found}
    values = {(figure.value, figure.note) for figure in found if figure.recorded}
    new: list[KeyFigure] = []
    for figure in more:
        if figure.label.casefold() in labels or (figure.value, figure.note) in values:
            continue
        labels.add(figure.label.casefold())
        values.add((figure.value, figure.note))
        new.append(figure)
    return new


def _counts(told: tuple[Passage, ...], words: Words, plain: Plain) -> Iterator[KeyFigure]:
    pattern = re.compile(_AMOUNT.format(about="|".join(words.sought("labels", "about"))), re.IGNORECASE)
    users = words.sought("labels", "users_affected")
    for kind in _COUNTED:
        for passage in told:
            if passage.kind is kind and passage.form is Form.ITEM and passage.label.casefold() not in users:
                yield from _labelled_count(passage, pattern, words, plain)
    for phrase in words.sought("briefing", "figure_phrases"):
        label, _, spoken = phrase.partition(" = ")
        found = (re.search(spoken, one.text) for one in told if one.kind in _SPOKEN and one.form is not Form.QUOTE)
        yield from (KeyFigure(value=match[1].rstrip(".,"), label=label) for match in found if match)


def _labelled_count(passage: Passage, pattern: re.Pattern[str], words: Words, plain: Plain) -> Iterator[KeyFigure]:
    fact = plain.fact(passage, _LONGEST_LABEL + _LONGEST_NOTE)
    amount = pattern.match(fact.text) if fact else None
    if fact is None or amount is None or len(fact.label) > _LONGEST_LABEL:
        return
    after = _WORD_AFTER.match(fact.text, amount.end())
    rest = fact.text[amount.end() :].strip(" .,;")
    if len(rest) > _LONGEST_NOTE or (after and _no_count(after[1], words)) or not _starts_plainly(rest):
        return
    yield KeyFigure(value=amount[0].strip().rstrip(".,"), label=fact.label, note=rest)


def _no_count(word: str, words: Words) -> bool:
    listed = words.sought("briefing", "no_counts")
    return word == "%" or word.casefold() in listed or word.casefold().removesuffix("s") in listed


def _starts_plainly(rest: str) -> bool:
    """Tell whether what follows an amount is words of its own: ``2:30``, ``3/4`` and ``10-12`` are no amounts."""
    return not rest or rest[0].isalpha() or rest[0] == "("
