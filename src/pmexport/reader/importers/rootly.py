"""Rootly: an incident with its events and action items, as JSON:API. Source: docs.rootly.com, API reference."""

from __future__ import annotations

from pmexport.reader.importers.account import Account, Happening, Promise
from pmexport.reader.importers.values import Json, at, holds, records, text

_MOMENTS = ("started_at", "detected_at", "acknowledged_at", "mitigated_at", "resolved_at")


def account(answer: Json) -> Account | None:
    """Return what an incident, and what is included with it, tells; None where it is another tool's."""
    data = at(answer, "data")
    if text(data, "type") not in {"incidents", "incident_post_mortems"}:
        return None
    incident = at(data, "attributes")
    content = text(incident, "content")
    number = text(incident, "sequential_id")
    included = [*records(answer, "included"), *records(answer, "events"), *records(answer, "action_items")]
    return Account(
        tool="Rootly",
        title=text(incident, "title"),
        fields=(
            ("Incident ID", f"INC-{number}" if number else text(incident, "slug")),
            ("Severity", text(incident, "severity.data.attributes.name", "severity.name", "severity")),
            ("Status", text(incident, "status")),
            ("Services", _names(incident, "services")),
            ("Teams", _names(incident, "groups")),
            ("Incident commander", text(incident, "user.data.attributes.name")),
            ("Incident link", text(incident, "url")),
        ),
        sections=(
            ("Summary", text(incident, "summary")),
            ("Mitigation", text(incident, "mitigation_message")),
            ("Resolution", text(incident, "resolution_message")),
        ),
        # A retrospective is a document that tells its own timeline, from the same moments.
        timeline=()
        if "timeline" in content.casefold()
        else (
            *(
                Happening(time=text(incident, name), text=name.removesuffix("_at").capitalize(), milestone=name)
                for name in _MOMENTS
                if text(incident, name)
            ),
            *(
                Happening(time=text(each, "attributes.occurred_at"), text=text(each, "attributes.event"))
                for each in included
                if text(each, "type") == "incident_events"
            ),
        ),
        body=content,
        promises=tuple(_promise(at(each, "attributes")) for each in included if _is_action(each)),
    )


def _names(incident: Json, name: str) -> str:
    found = (text(each, "attributes.name", "name") for each in records(incident, f"{name}.data", name))
    return ", ".join(each for each in found if each)


def _is_action(each: Json) -> bool:
    return holds(each, "attributes") and text(each, "type") == "incident_action_items"


def _promise(item: Json) -> Promise:
    return Promise(
        text="\n".join(part for part in (text(item, "summary"), text(item, "description")) if part),
        owner=text(item, "assigned_to.data.attributes.name", "assigned_to.name", "assigned_to"),
        due=text(item, "due_date"),
        status=text(item, "status"),
        priority=text(item, "priority"),
        link=text(item, "url"),
    )
