"""What must not leave, found in a text for customers: which rule, which sentence, where."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from msgspec import Struct

from pmexport.model.customer import Document

_SHOWN = 2


class Finding(Struct, frozen=True, kw_only=True):
    """One thing that a text for customers may not hold. `item` is what was found, `sentence` where it stands."""

    rule: str
    item: str
    sentence: str
    document: Document
    line: int

    @property
    def name(self) -> str:
        """Return the name by which this one finding is accepted; another item or sentence gives another name."""
        content = "\0".join((self.rule, self.item.casefold(), " ".join(self.sentence.split()).casefold()))
        return f"{self.rule}-{hashlib.sha256(content.encode()).hexdigest()[:8]}"

    @property
    def masked(self) -> str:
        """Return `item` for a message: secrets and addresses are not repeated in logs."""
        if self.rule in _MASKED and len(self.item) > 2 * _SHOWN:
            return f"{self.item[:_SHOWN]}…{self.item[-_SHOWN:]}"
        return self.item


_MASKED = frozenset({"secret", "email", "phone", "ip"})


def each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return `findings` by line; code that is something worse as well is told as that alone."""
    found = sorted(findings, key=lambda one: one.line)
    worse = {(one.line, one.item.casefold()) for one in found if one.rule != "code"}
    return tuple(one for one in found if one.rule != "code" or (one.line, one.item.casefold()) not in worse)
