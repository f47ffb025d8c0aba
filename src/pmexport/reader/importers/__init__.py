"""What incident tools, web pages and Word documents hand out, to Markdown; told apart by content."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from pmexport.errors import UnreadableError
from pmexport.reader.importers import firehydrant, grafana, incident_io, issues, pagerduty, pages, rootly
from pmexport.reader.importers.account import markdown
from pmexport.reader.importers.values import Json, at, records

_TOOLS = (incident_io, rootly, firehydrant, grafana, pagerduty)
_KNOWN = "incident.io, Rootly, FireHydrant, Grafana, PagerDuty, GitHub and GitLab are read"


class Imported(Struct, frozen=True):
    """A text made from something else; `origin` is what it was."""

    text: str
    origin: str


def imported(content: bytes, name: str) -> Imported | None:
    """Return `content` as Markdown where it is JSON, HTML or a Word document; None where it is none of these.

    Raises UnreadableError for JSON of no incident, UnavailableError where a converter is not installed.
    """
    if pages.looks_like_word(content):
        try:
            return Imported(pages.of_word(content), "a Word document")
        except ValueError as error:
            raise UnreadableError(f"the Word document cannot be read, {error}", place=name) from None
    if pages.looks_like_page(content):
        return Imported(pages.of_html(content.decode("utf-8-sig", "replace")), "a web page")
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in {b"{", b"["}:
        return None
    try:
        answer: Json = msgspec.json.decode(content.lstrip(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    incidents = answer if isinstance(answer, list) else _listed(answer)
    if not incidents or not all(isinstance(one, dict) for one in incidents):
        return None
    return _of_json(incidents, name)


def _listed(answer: Json) -> list[Json]:
    """Return the incidents of an answer that lists several, each as an answer of its own; else the answer alone."""
    for name, one in (("incidents", "incident"), ("data", "data")):
        if isinstance(at(answer, name), list) and (found := list(records(answer, name))):
            return [{one: each} for each in found]
    return [answer]


def _of_json(incidents: list[Json], name: str) -> Imported:
    """Return the incidents one below the other."""
    texts: list[str] = []
    origins: list[str] = []
    for one in incidents:
        found = next((told for tool in _TOOLS if (told := tool.account(one))), None)
        issue = issues.account(one) if found is None else None
        told = found or issue
        if told is None:
            raise UnreadableError("this JSON is no incident that we know", place=name, instead=_KNOWN)
        texts.append(markdown(told))
        origins.append(f"an incident of {told.tool}" if found else f"an issue of {told.tool}")
    return Imported("\n".join(texts), " and ".join(dict.fromkeys(origins)))
