"""PagerDuty: an incident, its log entries and notes. Source: developer.pagerduty.com, REST API v2."""

from __future__ import annotations

from pmexport.reader.importers.account import Account, Happening
from pmexport.reader.importers.values import Json, at, holds, records, text


def account(answer: Json) -> Account | None:
    """Return what the answers of its endpoints, put into one object, tell; None where they are another tool's."""
    incident = at(answer, "incident") if holds(answer, "incident") else answer
    if not holds(incident, "incident_number"):
        return None
    return Account(
        tool="PagerDuty",
        title=text(incident, "title", "summary"),
        fields=(
            ("Incident ID", f"#{text(incident, 'incident_number')}"),
            ("Severity", text(incident, "priority.summary", "priority.name")),
            ("Incident status", text(incident, "status")),
            ("Urgency", text(incident, "urgency") if not text(incident, "priority.summary", "priority.name") else ""),
            ("Services", text(incident, "service.summary")),
            ("Responders", ", ".join(text(each, "assignee.summary") for each in records(incident, "assignments"))),
            ("Incident link", text(incident, "html_url")),
        ),
        sections=(
            ("Summary", text(incident, "body.details", "description")),
            ("Resolution", text(incident, "resolve_reason.type")),
        ),
        timeline=(
            *(
                Happening(
                    time=text(each, "created_at"),
                    text=text(each, "summary") or text(each, "type").removesuffix("_log_entry").replace("_", " "),
                    who=text(each, "agent.summary"),
                    milestone=text(each, "type").removesuffix("_log_entry"),
                )
                for each in records(answer, "log_entries")
            ),
            *(
                Happening(time=text(each, "created_at"), text=text(each, "content"), who=text(each, "user.summary"))
                for each in records(answer, "notes")
            ),
        ),
    )
