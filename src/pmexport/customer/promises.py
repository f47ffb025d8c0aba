"""Promises to customers: the items under "What comes next", with how far each is and the month it is due."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

from pmexport.customer.structure import words_of
from pmexport.customer.text import words
from pmexport.model.customer import Month
from pmexport.model.prose import Block, BulletList, OrderedList, Para, Plain
from pmexport.model.terms import ActionStatus

_END = re.compile(r"\s*(?:[(\[（](?P<inside>[^()\[\]（）]{2,40})[)\]）]|\s[—–-]\s(?P<after>[^—–]{2,40}))\s*\.?\s*$")
_DUE = re.compile(r"(?P<before>[^\d]*?)(?P<month>[^\W\d_]{3,12})\.?\s+(?:de\s+)?(?P<year>20\d\d)")
_JAPANESE = re.compile(r"(?P<year>20\d\d)年(?P<month>1?\d)月末?(?:まで)?")


class Promise(Struct, frozen=True, kw_only=True):
    """Words for customers, with what is known of them."""

    text: str
    status: ActionStatus | None = None
    due: Month | None = None
    line: int = 0


def is_list(block: Block) -> bool:
    """Tell whether `block` is a list of one-line items, which is set as a table of promises."""
    if not isinstance(block, BulletList | OrderedList):
        return False
    return all(len(item.content) == 1 and isinstance(item.content[0], Para | Plain) for item in block.items)


def of_list(block: Block, *, done: bool) -> tuple[Promise, ...]:
    """Return the promises of a list; `done` says that its heading calls them kept."""
    if not isinstance(block, BulletList | OrderedList) or not is_list(block):
        return ()
    return tuple(
        promise(words_of(item.content[0]), line=item.line, checked=item.checked or (True if done else None))
        for item in block.items
        if words_of(item.content[0]).strip()
    )


def promise(text: str, *, line: int, checked: bool | None = None) -> Promise:
    """Return the promise that `text` writes: ``Jobs stop when they run too long (by end of October 2025)``."""
    plain = " ".join(text.split())
    status = ActionStatus.DONE if checked else None
    match = _END.search(plain)
    if match is None:
        return Promise(text=plain, status=status, line=line)
    said = (match["inside"] or match["after"]).strip().casefold()
    due = None
    for part in said.split(", "):
        month = _month(part)
        if part in words()["promise"]["done"]:
            status = ActionStatus.DONE
        elif part in words()["promise"]["under_way"]:
            status = ActionStatus.IN_PROGRESS
        elif month is None:
            return Promise(text=plain, status=ActionStatus.DONE if checked else None, line=line)
        due = month or due
    return Promise(text=plain[: match.start()].rstrip(" ,"), status=status, due=due, line=line)


def _month(said: str) -> Month | None:
    """Return the month that `said`, in small letters, names with its year and nothing else but “by the end of”."""
    written = _JAPANESE.fullmatch(said)
    if written:
        return Month(int(written["year"]), int(written["month"]))
    match = _DUE.fullmatch(said.replace("’", "'"))
    if match is None or not set(match["before"].split()) <= set(words()["promise"]["fillers"]):
        return None
    names = [set(one.split()) for one in words()["promise"]["months"]]
    number = next((number for number, own in enumerate(names, start=1) if match["month"] in own), 0)
    return Month(int(match["year"]), number) if number else None


def is_late(promise: Promise, today: dt.date | None) -> bool:
    """Tell whether the month of `promise` is over on the day `today` and it is not kept."""
    if today is None or promise.due is None or promise.status in {ActionStatus.DONE, ActionStatus.CANCELLED}:
        return False
    return (promise.due.year, promise.due.month) < (today.year, today.month)
