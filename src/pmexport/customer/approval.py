"""A signature on exactly this text: its hash beside the source, the findings accepted by name, what was corrected."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from pmexport.customer.finding import Finding
from pmexport.errors import UsageError
from pmexport.model.customer import CustomerReport

NEVER_ACCEPTED = frozenset({"html", "footnote", "reference", "structure", "strikeout", "heading", "secret"})
"""Rules that nobody can waive: what they find has no place on a page for customers, or is a key to the house."""


class Accepted(Struct, frozen=True, kw_only=True):
    """One finding that somebody let pass, by its name, with the reason."""

    finding: str
    reason: str
    by: str


class Signature(Struct, frozen=True, kw_only=True):
    """Somebody approved the text of that hash. `recipient` is empty for the version that all customers get."""

    by: str
    sha256: str
    revision: int = 1
    recipient: str = ""
    corrections: tuple[str, ...] = ()


class Approvals(Struct, frozen=True, kw_only=True):
    """What was approved of one postmortem's text for customers, the latest last."""

    signatures: tuple[Signature, ...] = ()
    accepted: tuple[Accepted, ...] = ()

    def latest(self, recipient: str) -> Signature | None:
        """Return the last signature on the version for `recipient`."""
        return next((one for one in reversed(self.signatures) if one.recipient == recipient), None)

    def open_of(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return those of `findings` that nobody accepted; what has a shape that no page can hold never is."""
        names = {one.finding for one in self.accepted}
        return tuple(finding for finding in findings if finding.name not in names or finding.rule in NEVER_ACCEPTED)


def read_approvals(content: bytes | None, place: str) -> Approvals:
    """Return what `content`, the file of approvals, says; nothing where there is none. Raises UsageError."""
    if content is None:
        return Approvals()
    try:
        return msgspec.json.decode(content, type=Approvals)
    except msgspec.MsgspecError:
        raise UsageError("holds no approvals that can be read", place=place, instead="approve the text anew") from None


def written(approvals: Approvals) -> bytes:
    """Return `approvals` as the file that stands beside the source."""
    return msgspec.json.format(msgspec.json.encode(approvals), indent=2) + b"\n"


def fingerprint(report: CustomerReport) -> str:
    """Return the hash of everything that `report` says; lines, and whether it is a draft, are no part of it."""
    values = [(place, cleared.value) for place, cleared in report.cleared() if place != "corrections"]
    return hashlib.sha256(msgspec.json.encode(_without_lines(msgspec.to_builtins(values)))).hexdigest()


def _without_lines(value: object) -> object:
    match value:
        case dict():
            return {key: _without_lines(one) for key, one in value.items() if key != "line"}
        case list() | tuple():
            return [_without_lines(one) for one in value]
        case _:
            return value


def stamped(report: CustomerReport, approvals: Approvals) -> tuple[bool, int, tuple[str, ...]]:
    """Return whether `report` is a draft, its revision, and what its signature says was corrected."""
    last = approvals.latest(report.recipient.value.text if report.recipient else "")
    if last is None:
        return True, 1, ()
    if last.sha256 != fingerprint(report):
        return True, last.revision + 1, ()
    return False, last.revision, last.corrections


def signed(report: CustomerReport, approvals: Approvals, by: str, corrections: tuple[str, ...]) -> Approvals:
    """Return `approvals` with a signature by `by` on the text of `report`; another text gets the next revision."""
    recipient = report.recipient.value.text if report.recipient else ""
    last, sha256 = approvals.latest(recipient), fingerprint(report)
    if last is not None and last.sha256 == sha256 and last.corrections == corrections:
        return approvals
    revision = 1 if last is None else last.revision + (last.sha256 != sha256)
    before = last.corrections if last is not None else ()
    signature = Signature(
        by=by, sha256=sha256, revision=revision, recipient=recipient, corrections=(*before, *corrections)
    )
    return replace(approvals, signatures=(*approvals.signatures, signature))
