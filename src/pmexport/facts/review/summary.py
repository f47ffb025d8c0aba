"""The executive summary and the impact: what, whom, how long, whether it is over, and how much."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.facts.passages import Form, Passage
from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.review.words import pattern
from pmexport.model.terms import SectionKind

_ASKED = {
    "what": "what failed",
    "whom": "whom it touched",
    "long": "how long it lasted",
    "over": "whether it is over",
}
_IMPACT = (
    SectionKind.IMPACT,
    SectionKind.IMPACT_USER,
    SectionKind.IMPACT_BUSINESS,
    SectionKind.IMPACT_TECHNICAL,
)


def incomplete(case: Case) -> Iterator[Found]:
    """Find summaries that leave out what a leader asks first."""
    told = _summary(case)
    text = " ".join(passage.text for passage in told)
    if not told:
        return
    lacking = [asked for name, asked in _ASKED.items() if not pattern("summary", name).search(text)]
    if lacking:
        yield Found(line=told[0].line, values={"lacking": phrases.listed(lacking)})


def too_long(case: Case) -> Iterator[Found]:
    """Find summaries that are longer than a minute's reading."""
    told = _summary(case)
    count = sum(len(passage.text.split()) for passage in told)
    most = case.options.thresholds.summary_words
    if count > most:
        yield Found(line=told[0].line, values={"count": str(count), "most": str(most)})


def no_numbers(case: Case) -> Iterator[Found]:
    """Find an impact told without a single figure."""
    told = case.of_kind(*_IMPACT)
    if told and not any(pattern("impact", "number").search(passage.text) for passage in told):
        yield Found(line=told[0].line)


def _summary(case: Case) -> tuple[Passage, ...]:
    return tuple(one for one in case.of_kind(SectionKind.SUMMARY) if one.form in (Form.PARAGRAPH, Form.ITEM, Form.CELL))


CHECKS: dict[str, Check] = {
    "summary-incomplete": incomplete,
    "summary-long": too_long,
    "impact-without-numbers": no_numbers,
}
