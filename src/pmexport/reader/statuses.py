"""A status as written to what it says of the document, of the incident or of an action item."""

from __future__ import annotations

import re

from msgspec import Struct

from pmexport.model.postmortem import WrittenStatus
from pmexport.model.terms import ActionStatus, DocumentStatus, IncidentStatus
from pmexport.reader.vocabulary import Vocabulary, key

_PARTS = re.compile(r"\s*[,/;|]\s*|\s+[-–—]\s+|\s+\(|\.\s")
# A template's choice of statuses, left as it is, names so many and more than one of them.
_CHOICES = 3
_TRUE = re.compile(r"(?:true|yes)$", re.IGNORECASE)


class BothStatuses(Struct, frozen=True):
    """What one status field says of each."""

    document: WrittenStatus | None = None
    incident: WrittenStatus | None = None


def written_status(text: str, words: Vocabulary, line: int = 0) -> BothStatuses:
    """Return what `text` says of the document and of the incident: "Complete, action items in progress".

    A list of statuses to choose from says nothing of either.
    """
    if _is_choice(text, words):
        return BothStatuses(document=WrittenStatus(text=text, line=line))
    document: DocumentStatus | None = None
    incident: IncidentStatus | None = None
    for part in (text, *_PARTS.split(text)):
        plain = key(part)
        incident = incident or words.incident_status.get(plain)
        document = document or words.document_status.get(plain)
    if document is None and incident is None:
        return BothStatuses(document=WrittenStatus(text=text, line=line))
    return BothStatuses(
        document=WrittenStatus(text=text, document=document, line=line) if document else None,
        incident=WrittenStatus(text=text, incident=incident, line=line) if incident else None,
    )


def _is_choice(text: str, words: Vocabulary) -> bool:
    parts = [key(part) for part in _PARTS.split(text)]
    named = {words.incident_status[part] for part in parts if part in words.incident_status}
    return len(parts) >= _CHOICES and len(named) > 1


def action_status(text: str, words: Vocabulary) -> ActionStatus | None:
    """Return how far an item of status `text` is, by its mark or its words."""
    plain = key(text)
    if plain in words.action_status:
        return words.action_status[plain]
    for part in re.split(r"\s*[(,:;|/]\s*|\s+[-–—]\s+|\s+(?:on|in|by|as)\s+", text):
        if found := words.action_status.get(key(part)):
            return found
    for mark, status in words.action_marks.items():
        if mark in text:
            return status
    return None
