"""What the visual check has to tell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault on a page: the rule's name, and what was seen. Page 0 is the document as a whole."""

    rule: str
    page: int
    seen: str

    def __str__(self) -> str:
        place = f"page {self.page}: " if self.page else ""
        return f"{place}{self.rule}: {self.seen}"
