"""Grafana Incident: an incident, its tasks and activity. Source: grafana.com/docs, Grafana Incident API reference."""

from __future__ import annotations

from pmexport.reader.importers.account import Account, Happening, Promise, role
from pmexport.reader.importers.values import Json, at, holds, records, text


def account(answer: Json) -> Account | None:
    """Return what the answers of its services, put into one object, tell; None where they are another tool's."""
    incident = at(answer, "incident") if holds(answer, "incident") else answer
    if not holds(incident, "incidentID", "title"):
        return None
    start = text(incident, "incidentStart") or text(incident, "createdTime")
    end = text(incident, "incidentEnd") or text(incident, "closedTime")
    return Account(
        tool="Grafana",
        title=text(incident, "title"),
        fields=(
            ("Incident ID", text(incident, "incidentID")),
            ("Severity", text(incident, "severityLabel", "severity")),
            ("Incident status", text(incident, "status")),
            *(
                (role(text(each, "role.name")).capitalize(), text(each, "user.name"))
                for each in records(incident, "incidentMembership.assignments")
            ),
            ("Labels", ", ".join(text(each, "label") for each in records(incident, "labels"))),
            ("Incident link", text(incident, "overviewURL")),
        ),
        sections=(("Summary", text(incident, "summary")),),
        timeline=(
            *([Happening(time=start, text="Incident start", milestone="incident start")] if start else []),
            *(
                Happening(
                    time=text(each, "eventTime") or text(each, "createdTime"),
                    text=text(each, "body"),
                    who=text(each, "user.name"),
                )
                for each in records(answer, "activityItems")
                if text(each, "body")
            ),
            *([Happening(time=end, text="Incident end", milestone="incident end")] if end else []),
        ),
        promises=tuple(
            Promise(
                text=text(each, "text"),
                owner=text(each, "assignedUser.name"),
                status=text(each, "status"),
            )
            for each in records(incident, "taskList.tasks")
        ),
    )
