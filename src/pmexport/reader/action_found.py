"""What was read of one action item so far, and what there is room for."""

from __future__ import annotations

from pmexport.model.postmortem import Detail
from pmexport.model.terms import ActionStatus

_ATTRIBUTES = {"due": "due_text", "status": "status_text"}
TAKEN = frozenset({"owner", "due", "status", "priority", "kind"})


class Found:
    """What was read of one item so far."""

    def __init__(self) -> None:
        self.priority: str | None = None
        self.kind: str | None = None
        self.owner: str | None = None
        self.due_text: str | None = None
        self.status: ActionStatus | None = None
        self.status_text: str | None = None
        self.links: tuple[str, ...] = ()
        self.labels: tuple[str, ...] = ()
        self.details: list[Detail] = []

    def has_room(self, name: str) -> bool:
        """Whether nothing was taken as the item's `name` so far."""
        return name in TAKEN and not getattr(self, _ATTRIBUTES.get(name, name))

    def take(self, name: str, value: str) -> bool:
        """Take `value` as the item's `name`; say whether there was room for it."""
        if name == "link":
            self.links += (value,) if value.startswith(("http://", "https://")) else ()
            return False
        if not value or not self.has_room(name):
            return False
        setattr(self, _ATTRIBUTES.get(name, name), value)
        return True
