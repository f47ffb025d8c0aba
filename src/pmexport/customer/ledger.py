"""What went out and why, what was held back and by which rule: a walk over the cleared values."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from pmexport.customer.finding import Finding
from pmexport.customer.folding import folded
from pmexport.customer.guards import hits
from pmexport.customer.guards.known import Known
from pmexport.customer.guards.meanings import explain
from pmexport.customer.sentences import sentences
from pmexport.model.customer import CustomerReport, Document, Rule
from pmexport.model.options import CustomerPolicy
from pmexport.model.postmortem import Postmortem


class Entry(Struct, frozen=True, kw_only=True):
    """One value that goes out: what it says, which place it takes, by which rule, and where it stood."""

    text: str
    place: str
    rule: Rule
    document: Document
    line: int


class Withheld(Struct, frozen=True, kw_only=True):
    """One thing that does not go out, and why not."""

    text: str
    why: str
    line: int


class Ledger(Struct, frozen=True, kw_only=True):
    """Both lists, for the person who signs. `findings` are what must be settled first."""

    out: tuple[Entry, ...]
    findings: tuple[tuple[str, str, str, int], ...]
    held: tuple[Withheld, ...]


def ledger(  # noqa: PLR0917  each is another thing, and each is needed
    report: CustomerReport,
    postmortem: Postmortem,
    findings: tuple[Finding, ...],
    known: Known,
    policy: CustomerPolicy,
    said: Callable[[str, object], str],
) -> Ledger:
    """Return the ledger of `report`; `said` tells what a cleared value of a place says on the page."""
    out = tuple(
        Entry(
            text=said(place, cleared.value),
            place=place,
            rule=cleared.origin.rule,
            document=cleared.origin.document,
            line=cleared.origin.line,
        )
        for place, cleared in report.cleared()
    )
    settled = tuple((one.name, explain(one.rule), one.masked, one.line) for one in findings)
    return Ledger(out=out, findings=settled, held=tuple(_held(report, postmortem, known, policy)))


def _held(report: CustomerReport, postmortem: Postmortem, known: Known, policy: CustomerPolicy) -> Iterator[Withheld]:
    if report.title is None or report.title.value.text != postmortem.title:
        yield Withheld(text=postmortem.title, why="the title is written for colleagues", line=0)
    marked = {cleared.origin.line for _, cleared in report.cleared() if cleared.origin.rule is Rule.MARKED}
    for event in postmortem.timeline:
        if event.line not in marked:
            why = "its time is told in a fixed sentence" if event.milestone else "the row is not marked public"
            yield Withheld(text=event.text, why=why, line=event.line)
    for item in postmortem.action_items:
        if item.line not in marked:
            yield Withheld(text=item.action, why="the action is not marked public", line=item.line)
        if item.owner:
            yield Withheld(text=item.owner, why="an owner is never told", line=item.line)
    for sentence in sentences(postmortem):
        rules = dict.fromkeys(hit.rule for hit in hits(folded(sentence.text), known, policy))
        why = f"it holds {', '.join(map(explain, rules))}" if rules else "it is not written for customers"
        yield Withheld(text=sentence.text, why=why, line=sentence.line)
