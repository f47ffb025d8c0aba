"""What an incident tool tells of an incident, and how that is written down as Markdown."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from msgspec import Struct

from pmexport.reader.importers.pages import plain

_ISO = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?")
_ADDRESS = re.compile(r"https?://[^\s<>]+")


class Happening(Struct, frozen=True, kw_only=True):
    """An entry of a tool's timeline; `milestone` is what the tool calls it."""

    time: str
    text: str
    who: str = ""
    milestone: str = ""


class Promise(Struct, frozen=True, kw_only=True):
    """A follow-up, task or action item; `status` is what the tool calls it."""

    text: str
    owner: str = ""
    due: str = ""
    status: str = ""
    priority: str = ""
    link: str = ""


class Account(Struct, frozen=True, kw_only=True):
    """An incident: header fields and sections with their headings, both in the order they are written.

    `body` is a document of its own, with headings, that the tool keeps; it comes last.
    """

    tool: str
    title: str
    fields: tuple[tuple[str, str], ...] = ()
    sections: tuple[tuple[str, str], ...] = ()
    timeline: tuple[Happening, ...] = ()
    promises: tuple[Promise, ...] = ()
    body: str = ""


def markdown(account: Account) -> str:
    """Return `account` as the Markdown of a postmortem; what is empty is left out."""
    parts = [f"# {_line(account.title) or 'Incident'}"]
    fields = [f"- **{label}:** {_linked(_line(value))}" for label, value in account.fields if value]
    parts += ["\n".join(fields)] if fields else []
    for heading, text in account.sections:
        if text:
            parts += [f"## {heading}", _below(plain(text))]
    if account.timeline:
        rows: list[tuple[str, ...]] = [
            (_time(each.time), each.text, each.who, milestone(each.milestone))
            for each in sorted(account.timeline, key=lambda each: each.time)
        ]
        parts += ["## Timeline", _table(("Time", "Event", "Who", "Milestone"), rows)]
    if account.promises:
        rows = [
            (each.text, each.owner, each.due[:10], _known("statuses", each.status), each.priority, _linked(each.link))
            for each in account.promises
        ]
        parts += ["## Action items", _table(("Action", "Owner", "Due", "Status", "Priority", "Link"), rows)]
    parts += [plain(account.body).strip("\n")] if account.body else []
    return "\n\n".join(parts) + "\n"


def milestone(name: str) -> str:
    """Return the milestone that a tool's `name` for a moment means, nothing where it means none."""
    return _words()["milestones"].get(name.replace("_", " ").strip().casefold(), "").replace("_", " ")


def role(name: str) -> str:
    """Return what a tool calls a role as a header would: "Commander" alone says too little."""
    return f"Incident {name.lower()}" if name.casefold() in {"commander", "lead", "manager"} else name or "Role"


def _known(table: str, name: str) -> str:
    return _words()[table].get(name.casefold(), name)


@cache
def _words() -> dict[str, dict[str, str]]:
    content = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return {
        table: {word: name for name, words in names.items() for word in words.split("|")}
        for table, names in tomllib.loads(content).items()
    }


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    used = [column for column in range(len(head)) if any(row[column] for row in rows)]
    lines = [[head[column] for column in used], ["---"] * len(used)]
    lines += [[_cell(row[column]) for column in used] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return "<br>".join(plain(text).replace("|", r"\|").split("\n"))


def _time(written: str) -> str:
    """Return an ISO 8601 time as people write it: no fraction of a second, and UTC by its name."""
    return _ISO.sub(
        lambda match: f"{match['day']} {match['time']}{(match['zone'] or '').replace('Z', ' UTC')}", written
    )


def _linked(text: str) -> str:
    return f"<{text}>" if _ADDRESS.fullmatch(text) else text


def _line(text: str) -> str:
    return " ".join(text.split())


def _below(text: str) -> str:
    """Return `text` with its headings below the one it stands under; in fenced code `#` is no heading."""
    done: list[str] = []
    fenced = False
    for line in text.split("\n"):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        marks = len(line) - len(line.lstrip("#"))
        heading = not fenced and 0 < marks <= 6 and line[marks : marks + 1] == " "  # noqa: PLR2004  Markdown's levels
        done.append(f"{'#' * min(max(marks + 1, 3), 6)}{line[marks:]}" if heading else line)
    return "\n".join(done)
