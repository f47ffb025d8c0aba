"""What an author still has to fill in: empty fields and sections, a timeline that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.postmortem import HeaderField
from pmexport.model.prose import Para, text_of
from pmexport.model.terms import DiagnosticSeverity, SectionKind
from pmexport.reader.drafts import DraftSection
from pmexport.reader.vocabulary import Vocabulary, key


def told(
    drafts: list[DraftSection], fields: tuple[HeaderField, ...], words: Vocabulary, *, timed: bool
) -> Iterator[Diagnostic]:
    """Yield what to tell of blanks; `timed` says that a timeline with events was found."""
    everything = [part for draft in drafts for part in draft.walk()]
    for field in fields:
        answered = key(text_of(field.value)) in words.inapplicable
        if field.placeholder and field.name and field.label and not answered:
            yield _warning("field-empty", field.line, f"{field.label} is still to be filled in")
    for part in everything:
        if part.placeholder and not part.children and part.title and not _is_answered(part, words):
            yield _warning("section-empty", part.line, f"the section “{part.title}” is still to be filled in")
    known = {part.kind for part in everything if part.kind}
    if not known and not fields:
        yield _warning(
            "no-postmortem",
            0,
            "this reads like no postmortem: no heading and no field of one was found",
            "see `pmexport new` for a skeleton",
        )
    elif not timed and not any(part.kind is SectionKind.TIMELINE and part.placeholder for part in everything):
        yield _warning(
            "timeline-missing",
            0,
            "no timeline with events was found",
            "add a section “Timeline” with a time before each event",
        )


def _is_answered(part: DraftSection, words: Vocabulary) -> bool:
    """Whether a section says that it does not apply, and nothing else."""
    said = [block.content for block in part.content if isinstance(block, Para)]
    return len(said) == len(part.content) == 1 and key(text_of(said[0])) in words.inapplicable


def _warning(code: str, line: int, message: str, hint: str | None = None) -> Diagnostic:
    return Diagnostic(code=code, severity=DiagnosticSeverity.WARNING, line=line, message=message, hint=hint)
