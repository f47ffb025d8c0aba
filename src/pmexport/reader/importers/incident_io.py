"""incident.io: an incident, its updates and follow-ups. Source: api-docs.incident.io, Incidents V2, Follow-ups V2."""

from __future__ import annotations

from pmexport.reader.importers.account import Account, Happening, Promise, milestone, role
from pmexport.reader.importers.values import Json, at, holds, records, text


def account(answer: Json) -> Account | None:
    """Return what the answers of its endpoints, put into one object, tell; None where they are another tool's."""
    incident = at(answer, "incident") if holds(answer, "incident") else answer
    if not holds(incident, "reference", "incident_status"):
        return None
    roles = [
        (role(text(each, "role.name")), text(each, "assignee.name"))
        for each in records(incident, "incident_role_assignments")
    ]
    moments = [
        (text(each, "incident_timestamp.name"), text(each, "value.value"))
        for each in records(incident, "incident_timestamp_values")
    ]
    custom = [
        (
            text(each, "custom_field.name"),
            ", ".join(
                text(one, "value_catalog_entry.name", "value_option.value", "value_text", "value_link", "value_numeric")
                for one in records(each, "values")
            ),
        )
        for each in records(incident, "custom_field_entries")
    ]
    return Account(
        tool="incident.io",
        title=text(incident, "name"),
        fields=(
            ("Incident ID", text(incident, "reference")),
            ("Severity", text(incident, "severity.name")),
            ("Incident status", text(incident, "incident_status.name")),
            ("Type", text(incident, "incident_type.name")),
            *roles,
            *((f"Record {name[:1].lower()}{name[1:]}", time) for name, time in moments if not milestone(name)),
            *custom,
            ("Incident link", text(incident, "permalink")),
        ),
        sections=(("Summary", text(incident, "summary")),),
        timeline=(*_updates(answer), *(_moment(name, time) for name, time in moments if time and milestone(name))),
        promises=tuple(
            Promise(
                text=_joined(text(each, "title"), text(each, "description")),
                owner=text(each, "assignee.name", "assignee_team.name"),
                status=text(each, "status"),
                priority=text(each, "priority.name"),
                link=text(each, "external_issue_reference.issue_permalink"),
            )
            for each in records(answer, "follow_ups")
        ),
    )


def _moment(name: str, time: str) -> Happening:
    return Happening(time=time, text=name.removesuffix(" at"), milestone=name)


def _updates(answer: Json) -> list[Happening]:
    return [
        Happening(
            time=text(each, "created_at"),
            text=text(each, "message") or f"Status: {text(each, 'new_incident_status.name')}",
            who=text(each, "updater.user.name"),
        )
        for each in records(answer, "incident_updates")
        if text(each, "message", "new_incident_status.name")
    ]


def _joined(title: str, description: str) -> str:
    return f"{title}\n{description}" if title and description else title or description
