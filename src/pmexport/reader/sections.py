"""An outline to sections whose kind is known: by the heading's words, by its parent, by what it holds."""

from __future__ import annotations

import re

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import BulletList, OrderedList, Para, Table, text_of
from pmexport.model.terms import ActionStatus, DiagnosticSeverity, SectionKind
from pmexport.reader import remedies
from pmexport.reader.drafts import DraftSection
from pmexport.reader.outline import OutlineSection
from pmexport.reader.timed_blocks import holds_times
from pmexport.reader.timestamps import scan
from pmexport.reader.vocabulary import Vocabulary, key

_QUALIFIER = re.compile(r"\s*[(（]([^()（）]*)[)）]")
_NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|[IVX]+[.)])\s+")
_SYMBOLS = re.compile(r"^[^\w\[(\"'“*@#`/.$&<]+")
_REVIEW = frozenset({SectionKind.WENT_WELL, SectionKind.WENT_WRONG, SectionKind.LUCKY})
_TOLD_OF_A_CAUSE = frozenset({SectionKind.SUMMARY, SectionKind.IMPACT, SectionKind.WENT_WRONG, SectionKind.APPENDIX})
"""What a heading below a cause may sound like and does not mean."""
_GROUPS = {
    "user": SectionKind.IMPACT_USER,
    "users": SectionKind.IMPACT_USER,
    "customer": SectionKind.IMPACT_USER,
    "customers": SectionKind.IMPACT_USER,
    "business": SectionKind.IMPACT_BUSINESS,
    "financial": SectionKind.IMPACT_BUSINESS,
    "revenue": SectionKind.IMPACT_BUSINESS,
    "technical": SectionKind.IMPACT_TECHNICAL,
    "services": SectionKind.IMPACT_TECHNICAL,
    "infrastructure": SectionKind.IMPACT_TECHNICAL,
}
_ENOUGH = 3
"""So many times of day make a timeline of a section whose heading does not say so."""
_CAUSES = frozenset({SectionKind.ROOT_CAUSE, SectionKind.TRIGGER, SectionKind.CONTRIBUTING_FACTORS})
_FIRST_CJK = "\u2e80"
_NAME = 3
"""What has more words than this is no mere name."""
_AFFECTED = frozenset(
    {SectionKind.IMPACT, SectionKind.IMPACT_USER, SectionKind.IMPACT_BUSINESS, SectionKind.IMPACT_TECHNICAL}
)
_STORY = 250
"""A paragraph of more characters tells a story."""


def drafted(section: OutlineSection, words: Vocabulary, told: list[Diagnostic]) -> DraftSection:
    """Return `section` with all below it as drafts, each of the kind that its heading names."""
    plain = text_of(section.heading)
    found = words.heading(plain)
    if found.guessed:
        told.append(
            Diagnostic(
                code="heading-misspelt",
                severity=DiagnosticSeverity.NOTE,
                line=section.line,
                message=f"the heading “{plain}” is read as “{found.guessed}”",
                hint=f"write “{found.guessed.capitalize()}”",
            )
        )
    brackets = _QUALIFIER.findall(plain)
    return DraftSection(
        heading=section.heading,
        title=_title(plain),
        qualifier="; ".join(bracket.strip() for bracket in brackets),
        kind=found.kind,
        narrative=found.narrative,
        level=section.level,
        line=section.line,
        content=list(section.blocks),
        children=[drafted(child, words, told) for child in section.children],
    )


def _title(plain: str) -> str:
    title = _QUALIFIER.sub("", plain).strip() or plain.strip()
    title = _SYMBOLS.sub("", _NUMBERING.sub("", _SYMBOLS.sub("", title)))
    return title.rstrip(" :：#*_") or plain.strip()


def decide_kinds(sections: list[DraftSection], words: Vocabulary) -> None:
    """Settle by parent and by content what the heading alone leaves open."""
    for section in sections:
        _children(section, words)
    everything = [part for section in sections for part in section.walk()]
    has_timeline = any(part.kind is SectionKind.TIMELINE and (part.content or part.children) for part in everything)
    for section in sections:
        if section.narrative:
            _narrative(section, None, everything, words, has_timeline=has_timeline)
    if not has_timeline:
        _find_timeline(everything, words)
    _find_causes(sections, everything, words)
    _leave_chains(everything, words)
    _find_summary(everything, words)
    remedies.settle(sections, words)


def with_days(sections: list[DraftSection], words: Vocabulary) -> list[DraftSection]:
    """Return `sections` with those that follow the timeline and are named by a day or a time put into it."""
    kept: list[DraftSection] = []
    for section in sections:
        stamp = scan(section.title, words) if section.kind is None else None
        if kept and kept[-1].kind is SectionKind.TIMELINE and stamp and (stamp.date or stamp.clock):
            kept[-1].children.append(section)
        else:
            kept.append(section)
    return kept


def _children(section: DraftSection, words: Vocabulary) -> None:
    if section.kind is SectionKind.RESPONSE and not section.content and _is_review(section):
        section.kind = SectionKind.LESSONS  # "How we responded" over what went well and what went wrong
    if section.kind is SectionKind.RESPONSE and not section.content and _is_worked_off(section, words):
        section.kind = SectionKind.ACTION_ITEMS  # "Remediation" over what is completed and what is in progress
    for child in section.children:
        first = key(child.title).split()[:1]
        wanted = key(child.title)
        match section.kind:
            case SectionKind.IMPACT if child.kind in {None, SectionKind.IMPACT} and first:
                child.kind = _GROUPS.get(first[0], child.kind)
            case SectionKind.LESSONS if wanted in words.below and child.kind not in _REVIEW:
                child.kind = None
            case SectionKind.ACTION_ITEMS if child.kind not in _REVIEW | {SectionKind.TIMELINE, SectionKind.LESSONS}:
                child.kind = None
            case SectionKind.RESPONSE if _is_of_actions(child, words):
                child.kind = SectionKind.ACTION_ITEMS
            case SectionKind.ROOT_CAUSE if child.narrative or child.kind in _TOLD_OF_A_CAUSE:
                child.kind, child.narrative = None, False
            case SectionKind.TIMELINE if child.kind is SectionKind.SUMMARY:
                child.kind = None
            case SectionKind.APPENDIX | SectionKind.REFERENCES if child.kind in {
                SectionKind.IMPACT,
                SectionKind.RESPONSE,
            }:
                child.kind = None
            case _:
                pass
        _children(child, words)


def _is_of_actions(child: DraftSection, words: Vocabulary) -> bool:
    """Whether a heading below a response is one of action items: "Immediate actions" is not, "… (completed)" is."""
    if not {"action", "actions"} & set(key(child.title).split()):
        return False
    states = [words.action_status.get(part) for part in key(child.qualifier).split(" or ")]
    return child.kind is not SectionKind.RESPONSE or all(states)


def _is_worked_off(section: DraftSection, words: Vocabulary) -> bool:
    """Whether every heading below a section is a state of work, and some of it is still to be done."""
    states = [words.action_status.get(key(child.title)) for child in section.children]
    open_still = {ActionStatus.IN_PROGRESS, ActionStatus.NOT_STARTED}
    return len(states) > 1 and all(states) and any(state in open_still for state in states)


def _is_review(section: DraftSection) -> bool:
    return bool(section.children) and all(child.kind in _REVIEW for child in section.children)


def _narrative(
    section: DraftSection,
    parent: DraftSection | None,
    everything: list[DraftSection],
    words: Vocabulary,
    *,
    has_timeline: bool,
) -> None:
    times = _listed_times(section, words)
    others = {part.kind for part in everything if part is not section}
    if not has_timeline and (times >= _ENOUGH or times == _entries(section) > 1):
        section.kind = SectionKind.TIMELINE
    elif parent is None and SectionKind.SUMMARY not in others and key(section.title) in words.recount:
        section.kind = SectionKind.SUMMARY


def _find_timeline(everything: list[DraftSection], words: Vocabulary) -> None:
    """Take the section that lists most times of day for the timeline, where no heading names one."""
    affected = {id(part) for section in everything if section.kind in _AFFECTED for part in section.walk()}
    likely = [
        (_listed_times(section, words), -number, section)
        for number, section in enumerate(everything)
        if section.kind in {None, SectionKind.DETECTION, SectionKind.RESPONSE, SectionKind.SUMMARY}
        and id(section) not in affected
    ]
    best = max(likely, default=None, key=lambda entry: entry[:2])
    if best and best[0] >= _ENOUGH:
        best[2].kind = SectionKind.TIMELINE


def _find_causes(sections: list[DraftSection], everything: list[DraftSection], words: Vocabulary) -> None:
    """Take the conclusion that tells causes, or else a section that asks why, for them where no other section does."""
    if any(part.kind in _CAUSES for part in everything):
        return
    for section in sections:
        told = key(" ".join(text_of(part.content) for part in section.content if isinstance(part, Para)))
        if key(section.title) in words.closing and any(_says(told, phrase) for phrase in words.causing):
            section.kind = SectionKind.ROOT_CAUSE
            return
    for section in sections:
        if section.kind is None and key(section.title).startswith(words.why) and section.content:
            section.kind = SectionKind.ROOT_CAUSE


def _find_summary(everything: list[DraftSection], words: Vocabulary) -> None:
    """Take "What happened" below an analysis, or what is nothing known, for the summary where no section is one."""
    if any(part.kind is SectionKind.SUMMARY for part in everything):
        return
    for part in (part for part in everything if part.kind in {None, *_CAUSES} and not part.content):
        for child in (child for child in part.children if child.kind is None and key(child.title) in words.recount):
            child.kind = SectionKind.SUMMARY


def _leave_chains(everything: list[DraftSection], words: Vocabulary) -> None:
    """Leave a chain of events without times to the cause it stands under, where another section is the timeline."""
    if not any(part.kind is SectionKind.TIMELINE and _listed_times(part, words) for part in everything):
        return
    for child in (child for part in everything if part.kind in _CAUSES for child in part.children):
        if child.kind is SectionKind.TIMELINE and not _listed_times(child, words):
            child.kind = None


def _says(told: str, phrase: str) -> bool:
    """Whether `told` holds `phrase`: as words, or anywhere in a language without spaces."""
    return f" {phrase} " in f" {told} " if phrase[0] < _FIRST_CJK else phrase in told


def _is_told(part: object) -> bool:
    return isinstance(part, Para) and len(text_of(part.content)) > _STORY


def _is_windows(part: object, words: Vocabulary) -> bool:
    """Whether a table says from when until when each of several things was affected: it has no column of events."""
    if not isinstance(part, Table):
        return False
    timed, named = 0, 0
    for column in range(len(part.head)):
        cells = [text for row in part.rows if (text := text_of(row.cells[column]).strip())]
        stamps = [scan(cell, words) for cell in cells]
        whole = sum(bool(stamp and stamp.clock) for stamp in stamps)
        timed += bool(cells) and whole == len(cells)
        named += bool(cells) and not whole and sum(len(cell.split()) for cell in cells) > _NAME * len(cells)
    return timed > 1 and not named


def _listed_times(section: DraftSection, words: Vocabulary) -> int:
    """Return how many times of day begin an entry of `section`; a story told in paragraphs is no list."""
    brief = [part for part in section.content if not (_is_told(part) or _is_windows(part, words))]
    own = holds_times(DraftSection(content=brief, children=section.children), words)
    return own + sum(_listed_times(child, words) for child in section.children)


def _entries(section: DraftSection) -> int:
    """Return how many list items and rows stand in `section` itself."""
    lists = (part.items for part in section.content if isinstance(part, BulletList | OrderedList))
    return sum(map(len, lists)) + sum(len(part.rows) for part in section.content if isinstance(part, Table))


def repeated(sections: list[DraftSection]) -> list[Diagnostic]:
    """Return what to tell of headings that stand twice below the same one; in a timeline a time may come back."""
    first: dict[str, DraftSection] = {}
    told: list[Diagnostic] = []
    for section in sections:
        earlier = first.setdefault(key(section.title), section)
        if earlier is not section and earlier.line and earlier.kind is section.kind:
            told.append(
                Diagnostic(
                    code="section-twice",
                    severity=DiagnosticSeverity.NOTE,
                    line=section.line,
                    message=f"the section “{section.title}” stands on line {earlier.line} already; both are kept",
                    hint="join them, or give each a heading of its own",
                )
            )
        if section.kind is not SectionKind.TIMELINE:
            told += repeated(section.children)
    return told
