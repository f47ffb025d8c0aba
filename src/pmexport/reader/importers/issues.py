"""Issues of GitHub and GitLab, whose text is Markdown. Source: docs.github.com, docs.gitlab.com, REST API, issues."""

from __future__ import annotations

import re

from pmexport.reader.importers.account import Account, Happening
from pmexport.reader.importers.values import Json, at, holds, records, text

_UNKNOWN = "unknown"
"""GitLab's severity of an incident that nobody has rated."""
_OWN_TITLE = re.compile(r"^\s*#\s+\S")


def account(answer: Json) -> Account | None:
    """Return an issue's facts, and GitLab's timeline events; None where it is no issue."""
    issue = at(answer, "issue") if holds(answer, "issue") else answer
    if not (holds(issue, "title", "body") or holds(issue, "iid", "title", "description")):
        return None
    number = text(issue, "iid", "number")
    labels = at(issue, "labels")
    named = [text(each, "name") or text(each, "") for each in (labels if isinstance(labels, list) else [])]
    severity = next((name for name in named if re.match(r"(?i)(?:severity|priority|sev|p)\W{0,2}\d", name)), "")
    told = text(issue, "severity")
    return Account(
        tool="GitLab" if holds(issue, "iid") else "GitHub",
        title=text(issue, "title"),
        fields=(
            ("Incident ID", f"#{number}" if number else ""),
            ("Severity", severity.replace("::", " ") or (told.capitalize() if told.casefold() != _UNKNOWN else "")),
            ("Authors", text(issue, "user.login", "author.name", "author.login")),
            ("Labels", ", ".join(name for name in named if name and name != severity)),
            ("Issue", text(issue, "html_url", "web_url", "url")),
        ),
        timeline=tuple(
            Happening(time=text(each, "occurred_at", "occurredAt"), text=text(each, "note"))
            for each in records(answer, "timeline_events", "timelineEvents.nodes")
        ),
        body=_body(issue),
    )


def _body(issue: Json) -> str:
    """Return the issue's own Markdown; a title of its own is the issue's, or stands below it."""
    told = text(issue, "body", "description").replace("\r\n", "\n")
    first, _, rest = told.partition("\n")
    if _OWN_TITLE.match(first):
        return rest if first.strip("# ") == text(issue, "title") else f"#{told}"
    return told
