"""Lengths of time as stated against those of the timeline."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.model.facts import ClaimKind, Comparison


def stated_length(case: Case) -> Iterator[Found]:
    """Find lengths that differ from the distance between the events they name."""
    for one in case.facts.comparisons:
        if one.kind is ClaimKind.LENGTH and not one.agrees:
            yield Found(line=one.line, quote=one.quote, variant=_variant(one), values=_values(one))


def _variant(one: Comparison) -> str:
    if one.start is None or one.end is None:
        return "window"
    return "fits" if one.fits else ""


def _values(one: Comparison) -> dict[str, str]:
    return {
        "stated": phrases.length(one.stated),
        "computed": phrases.length(one.computed),
        "start": phrases.event(one.start) if one.start else "",
        "end": phrases.event(one.end) if one.end else "",
        "fits": phrases.event(one.fits) if one.fits else "",
    }


CHECKS: dict[str, Check] = {"stated-length": stated_length}
