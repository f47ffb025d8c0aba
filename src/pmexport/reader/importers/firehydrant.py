"""FireHydrant: an incident, its retrospective, events and tasks. Source: developers.firehydrant.io, API reference."""

from __future__ import annotations

from pmexport.reader.importers.account import Account, Happening, Promise, role
from pmexport.reader.importers.values import Json, at, holds, records, text


def account(answer: Json) -> Account | None:
    """Return what the answers of its endpoints, put into one object, tell; None where they are another tool's."""
    incident = at(answer, "incident") if holds(answer, "incident") else answer
    if not holds(incident, "name", "current_milestone"):
        return None
    report = at(answer, "post_mortem") or at(answer, "report")
    return Account(
        tool="FireHydrant",
        title=text(report, "name") or text(incident, "name"),
        fields=_fields(incident),
        sections=_sections(incident, report),
        timeline=_timeline(incident, answer),
        promises=_promises(answer),
    )


def _fields(incident: Json) -> tuple[tuple[str, str], ...]:
    number = text(incident, "number")
    severity = text(incident, "severity")
    roles = records(incident, "role_assignments")
    return (
        ("Incident ID", f"#{number}" if number else ""),
        ("Severity", severity),
        ("Priority", "" if severity else text(incident, "priority")),
        ("Incident status", text(incident, "current_milestone")),
        ("Services", ", ".join(text(each, "name") for each in records(incident, "services"))),
        *((role(text(each, "incident_role.name")), text(each, "user.name")) for each in roles),
        ("Incident link", text(incident, "incident_url")),
    )


def _sections(incident: Json, report: Json) -> tuple[tuple[str, str], ...]:
    factors = records(report, "contributing_factors")
    return (
        ("Summary", text(report, "summary") or text(incident, "summary", "description")),
        ("Customer impact", text(incident, "customer_impact_summary")),
        *((text(each, "title"), text(each, "body")) for each in records(report, "questions")),
        ("Contributing factors", "\n".join(f"- {text(each, 'summary')}" for each in factors)),
        ("Lessons learned", text(incident, "lessons_learned")),
    )


def _timeline(incident: Json, answer: Json) -> tuple[Happening, ...]:
    milestones = (
        Happening(
            time=text(each, "occurred_at"),
            text=text(each, "name", "type").replace("_", " ").capitalize(),
            milestone=text(each, "type"),
        )
        for each in records(incident, "milestones")
        if text(each, "occurred_at")
    )
    events = (
        Happening(
            time=text(each, "occurred_at"),
            text=text(each, "data.body", "data.summary", "body"),
            who=text(each, "author.name"),
        )
        for each in records(answer, "events")
        if text(each, "data.body", "data.summary", "body")
    )
    return (*milestones, *events)


def _promises(answer: Json) -> tuple[Promise, ...]:
    return tuple(
        Promise(
            text=text(each, "title", "summary"),
            owner=text(each, "assignee.name", "assignees.name"),
            due=text(each, "due_at"),
            status=text(each, "state"),
            link=text(each, "link"),
        )
        for each in (*records(answer, "tasks"), *records(answer, "follow_ups"))
    )
