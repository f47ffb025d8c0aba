"""What a title page says: what the masthead says, once more and larger."""

from __future__ import annotations

from msgspec import Struct

from pmexport.model.prose import text_of
from pmexport.model.report import Masthead, Report


class Line(Struct, frozen=True):
    """A fact with its label, which may be empty."""

    label: str
    value: str


class Cover(Struct, frozen=True, kw_only=True):
    """A title page. `lines` are the badges' words and the facts of the masthead."""

    kicker: str
    title: str
    lines: tuple[Line, ...]


def cover_of(report: Report) -> Cover:
    """Return the title page of `report`."""
    masthead = next((section for section in report.sections if isinstance(section, Masthead)), None)
    badges = [Line("", badge.label) for badge in (masthead.badges if masthead else ())]
    facts = [Line(fact.label, text_of(fact.value)) for fact in (masthead.facts if masthead else ())]
    return Cover(kicker=report.marks.kind, title=report.marks.title, lines=(*badges, *facts))
