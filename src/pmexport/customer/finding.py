"""What must not leave, found in a text for customers: which rule, which sentence, where."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from msgspec import Struct

from pmexport.errors import HeldBackError
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


def held_back(findings: Iterable[Finding], source: str) -> HeldBackError:
    """Return the fault that stops an export over `findings` in the text of `source`."""
    found = list(findings)
    places = ", ".join(f"{finding.name} on line {finding.line} “{finding.masked}”" for finding in found)
    count = f"{len(found)} thing{'s' if len(found) != 1 else ''}"
    return HeldBackError(
        f"the text for customers holds {count} that must not leave: {places}",
        place=source,
        instead="reword it, or accept one by name with `pmexport customer approve`",
    )
