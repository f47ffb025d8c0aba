# ruff: noqa: E501  the long lines are lines of Markdown
"""Postmortems with a mark in every place that a text can have, none of which may reach a customer."""

import io
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from PIL import Image
from PIL.PngImagePlugin import PngInfo

CUSTOMER_TEXT = """
## Customer Summary

Between 09:12 and 11:40 UTC, checkout did not work for you. We are sorry. All data is safe.

### What comes next

- [x] We are alerted sooner
- We test this each month (by end of October 2026)
"""


class Planted(Struct, kw_only=True):
    """One document: where it lies, the marks by their place, and which of them a full report shows."""

    path: Path
    marks: dict[str, str]
    shown: frozenset[str]


class _Marks:
    """Gives out unique marks and remembers where each was planted."""

    def __init__(self, start: int) -> None:
        self.next = start
        self.by_place: dict[str, str] = {}

    def __call__(self, place: str) -> str:
        self.next += 1
        mark = f"zqk{self.next:04}vx"
        self.by_place[mark] = place
        return mark


# Places whose words a full report has no reason to print.
_UNSHOWN = (
    "comment",
    "info string",
    "attribute",
    "metadata",
    "bytes",
    "name",
    "reference",
    "title",
    "target",
    "alternative",
)


def plant(folder: Path, count: int = 30) -> Iterator[Planted]:
    """Write `count` documents below `folder` and yield each; every second one says nothing to customers."""
    number = 0
    for index in range(count):
        marks = _Marks(number)
        home = folder / f"team-{marks('folder name')}"
        home.mkdir()
        picture = f"{marks('picture file name')}.png"
        _draw(home / picture, marks)
        text = _text(marks, picture, index)
        path = home / f"report-{index}.md"
        path.write_text(text, encoding="utf-8")
        number = marks.next
        shown = frozenset(mark for mark, place in marks.by_place.items() if not any(word in place for word in _UNSHOWN))
        yield Planted(path=path, marks=marks.by_place, shown=shown)


def _draw(path: Path, marks: _Marks) -> None:
    notes = PngInfo()
    notes.add_text("Comment", marks("picture metadata"))
    notes.add_itxt("Author", marks("picture metadata"))
    stream = io.BytesIO()
    Image.new("RGB", (40, 20), "#336699").save(stream, "PNG", pnginfo=notes)
    path.write_bytes(stream.getvalue() + marks("picture bytes").encode())


def _text(m: _Marks, picture: str, index: int) -> str:
    head = (
        f"---\nincident_id: INC-{m('id field')}\ntitle: Checkout errors {m('title field')}\nseverity: SEV-2 {m('severity field')}\n"
        f"authors: [Ann {m('author field')}]\nreviewers: [Bo {m('reviewer field')}]\nstatus: resolved\n"
        f'started_at: "2026-10-03T09:12:00Z"\nresolved_at: "2026-10-03T11:40:00Z"\nteam: {m("unknown field")}\n---\n\n'
        f"# Postmortem: Checkout errors {m('title heading')}\n\n"
    )
    body = (
        f"## Summary\n\nSome {m('paragraph')} customers **saw {m('bold')}** errors *at {m('emphasis')}* `{m('code span')}`"
        f' ~~{m("strikeout")}~~ [{m("link words")}](https://example.com/{m("link target")} "{m("link title")}").\n\n'
        f'![{m("alternative text")}]({picture} "{m("picture title")}")\n\n'
        f"Seen[^1] in [{m('reference words')}][ref].\n\n[^1]: A note {m('footnote')}.\n\n"
        f'[ref]: https://example.org/{m("reference target")} "{m("reference title")}"\n\n'
        f'<!-- {m("comment")} -->\n\n<details class="{m("html attribute")}"><summary>{m("html words")}</summary>x</details>\n\n'
        f"## Impact\n\n- **Users affected:** 4,100 {m('fact value')}\n- **{m('fact label')}:** many\n"
        f"- **Services affected:** {m('service')}\n\n"
        f"## Timeline {m('section heading')}\n\n| Time (UTC) | Event | Public | {m('column heading')} |\n|---|---|---|---|\n"
        f"| 09:12 | Errors start {m('event text')} | no | {m('hidden column')} |\n"
        f"| 09:31 | {m('event actor')} declares an incident | Yes? | {m('hidden column')} | {m('extra cell name')} |\n"
        f"| 11:40 | Recovery confirmed {m('event text')} | | |\n\n"
        f"## Root cause\n\n> {m('quotation')}\n\n```{m('info string')}\n{m('code block')}\n```\n\n    {m('indented code')}\n\n"
        f"1. {m('list item')}\n   - {m('nested item')}\n\n"
        f"## Action items\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n"
        f"| Add a check {m('action text')} | {m('action owner')} | 2026-10-31 | open {m('action status')} |\n\n"
        f"## Lessons for {m('unknown heading')}\n\n{m('unknown section')}\n\n### Deeper {m('sub-heading')}\n\n{m('deep text')}\n"
    )
    return head + body + (CUSTOMER_TEXT if index % 2 else "")
