"""Shares of more than all: 104 % of requests, 9 of 8 servers."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.facts.counts import parts_over_whole, wrong_shares, wrong_sizes
from pmexport.facts.numbers import number
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.review.words import pattern

_ALL = 100
_NEAR = 34


def percent(case: Case) -> Iterator[Found]:
    """Find shares of more than all; what can grow beyond is left alone."""
    for passage in case.passages:
        if not pattern("shares", "sign").search(passage.text):
            continue
        for match in pattern("shares", "percent").finditer(passage.text):
            if _value(match["value"]) <= _ALL or passage.is_code(match.start()):
                continue
            sentence = passage.sentence_at(match.start())
            place = match.start() - sentence.start
            near = sentence.text[max(0, place - _NEAR) : place + len(match.group()) + _NEAR]
            if _is_share(f"{passage.label} {sentence.text}", f"{passage.label} {near}"):
                yield Found(line=passage.line_at(match.start()), quote=match.group())


def _value(written: str) -> float:
    return float(written.replace(",", ".")) if written[0].isdecimal() else float(number(written) or 0)


def _is_share(sentence: str, near: str) -> bool:
    if pattern("shares", "more").search(near):
        return False
    if pattern("shares", "bounded").search(near):
        return True
    return not pattern("shares", "grows").search(sentence)


def part_over_whole(case: Case) -> Iterator[Found]:
    """Find "9 of 8", and shares that are not what their part is of their whole."""
    for passage in case.passages:
        for line, quote in parts_over_whole(passage):
            yield Found(line=line, quote=quote)
        for line, quote, right in (*wrong_shares(passage), *wrong_sizes(passage)):
            yield Found(line=line, quote=quote, variant="share", values={"right": right})


CHECKS: dict[str, Check] = {"percent-over-100": percent, "part-over-whole": part_over_whole}
