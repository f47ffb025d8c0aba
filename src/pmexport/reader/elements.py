"""Tables and lists written in HTML, as editors and converters hand them out, to the tokens of Markdown ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_block import StateBlock
from msgspec import Struct

from pmexport.reader.rows import WIDEST

_DEEPEST = 8
_STARTS = re.compile(r"<(table|ul|ol|dl)\b[^<>]*>", re.IGNORECASE)
_CONTAINER = re.compile(r"<(/?)(?:table|ul|ol|dl)\b[^<>]*>", re.IGNORECASE)
_PART = re.compile(
    r"<(?P<close>/?)(?P<name>table|caption|thead|tbody|tfoot|tr|th|td|ul|ol|li|dl|dt|dd|p|div|colgroup|col)\b"
    r"(?P<attributes>[^<>]*)>",
    re.IGNORECASE,
)
_SPAN = re.compile(r"""\bcolspan\s*=\s*["']?(\d{1,2})""", re.IGNORECASE)
_START = re.compile(r"""\bstart\s*=\s*["']?(\d{1,6})""", re.IGNORECASE)
_GAP = re.compile(r"\s*\n\s*")
_LISTS = {"ul": "bullet_list", "ol": "ordered_list"}


class Part(Struct, frozen=True):
    """A tag, or the text between two: `name` is empty where it is text, and starts with a slash where a tag closes."""

    name: str
    text: str
    line: int


def element(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature of a rule
    """Read a table or list of HTML that starts here and is closed; any other stays text."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if state.src[start : start + 1] != "<" or state.is_code_block(start_line):
        return False
    if not _STARTS.match(state.src, start) or (last := _last_line(state, start_line, end_line)) is None:
        return False
    if silent:
        return True
    text = state.getLines(start_line, last + 1, state.blkIndent, keepLastLF=False)
    reading = _Reading(state, list(_parts(text, start_line)))
    if reading.is_too_wide():
        return False
    reading.blocks(())
    state.line = last + 1
    return True


def _last_line(state: StateBlock, start_line: int, end_line: int) -> int | None:
    """Return the line on which the element ends; None where it does not, or holds too many in one another."""
    depth = 0
    for line in range(start_line, end_line):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return None
        for tag in _CONTAINER.finditer(state.src, state.bMarks[line], state.eMarks[line]):
            depth += -1 if tag[1] else 1
            if depth > _DEEPEST:
                return None
        if depth <= 0:
            return line
    return None


def _parts(text: str, first_line: int) -> Iterator[Part]:
    at, line = 0, first_line
    for tag in _PART.finditer(text):
        yield Part("", text[at : tag.start()], line)
        line += text.count("\n", at, tag.end())
        yield Part(tag["close"] + tag["name"].lower(), tag["attributes"], line)
        at = tag.end()
    yield Part("", text[at:], line)


class _Reading:
    """Walks the parts of one element once and pushes tokens."""

    def __init__(self, state: StateBlock, parts: list[Part]) -> None:
        self._state = state
        self._parts = [part for part in parts if part.name or part.text.strip()]
        self._at = 0

    def is_too_wide(self) -> bool:
        """Whether a row holds more cells than a table may have columns."""
        cells = 0
        for part in self._parts:
            cells = 0 if part.name == "tr" else cells + _width(part) * (part.name in {"td", "th"})
            if cells > WIDEST:
                return True
        return False

    def blocks(self, ends: tuple[str, ...], *, hidden: bool = False) -> None:
        """Push what stands here up to one of the tags in `ends`, which is left for the caller."""
        while (part := self._peek()) is not None and part.name not in ends:
            self._at += 1
            if part.name in _LISTS:
                self._list(part)
            elif part.name == "table":
                self._table(part)
            elif part.name == "dl":
                self._definitions(part)
            elif not part.name:
                self._paragraph(part.text, part.line, hidden=hidden)

    def _peek(self) -> Part | None:
        return self._parts[self._at] if self._at < len(self._parts) else None

    def _skip(self, name: str) -> None:
        if (part := self._peek()) is not None and part.name == name:
            self._at += 1

    def _push(self, kind: str, tag: str, nesting: int, line: int) -> None:
        token = self._state.push(kind, tag, nesting)  # type: ignore[arg-type]
        if nesting >= 0:
            token.map = [line, line + 1]

    def _inline(self, text: str, line: int) -> None:
        token = self._state.push("inline", "", 0)
        token.content, token.map, token.children = _GAP.sub("\n", text).strip(), [line, line + 1], []

    def _paragraph(self, text: str, line: int, *, hidden: bool) -> None:
        line += text[: len(text) - len(text.lstrip())].count("\n")
        opening = self._state.push("paragraph_open", "p", 1)
        opening.map, opening.hidden = [line, line + 1], hidden
        self._inline(text, line)
        self._state.push("paragraph_close", "p", -1)

    def _list(self, part: Part) -> None:
        kind, ending = _LISTS[part.name], f"/{part.name}"
        self._push(f"{kind}_open", part.name, 1, part.line)
        if part.name == "ol" and (start := _START.search(part.text)):
            self._state.tokens[-1].attrs = {"start": int(start[1])}
        while (item := self._peek()) is not None and item.name != ending:
            self._at += item.name == "li"
            self._push("list_item_open", "li", 1, item.line)
            before = self._at
            self.blocks(("li", "/li", ending), hidden=True)
            self._push("list_item_close", "li", -1, item.line)
            self._skip("/li")
            self._at += self._at == before and item.name != "li"
        self._skip(ending)
        self._push(f"{kind}_close", part.name, -1, part.line)

    def _definitions(self, part: Part) -> None:
        self._push("dl_open", "dl", 1, part.line)
        has_term = False
        while (item := self._peek()) is not None and item.name != "/dl":
            self._at += 1
            if item.name == "dt":
                self._push("dt_open", "dt", 1, item.line)
                self._inline(self._words(("/dt", "dt", "dd", "/dl")), item.line)
                self._push("dt_close", "dt", -1, item.line)
                has_term = True
            elif item.name in {"", "dd"}:
                self._at -= not item.name
                self._definition(item.line, has_term=has_term)
                has_term = True
        self._skip("/dl")
        self._push("dl_close", "dl", -1, part.line)

    def _definition(self, line: int, *, has_term: bool) -> None:
        if not has_term:
            self._push("dt_open", "dt", 1, line)
            self._push("dt_close", "dt", -1, line)
        self._push("dd_open", "dd", 1, line)
        self.blocks(("/dd", "dd", "dt", "/dl"), hidden=True)
        self._push("dd_close", "dd", -1, line)

    def _words(self, ends: tuple[str, ...]) -> str:
        """Return what stands up to one of `ends` as one text: what would be blocks are lines of it."""
        words: list[str] = []
        depth = 0
        while (part := self._peek()) is not None and (depth or part.name not in ends):
            self._at += 1
            depth += (part.name == "table") - (part.name == "/table")
            words.append(_GAP.sub("\n", part.text) if not part.name else "<br>• " if part.name == "li" else "<br>")
        return re.sub(r"^(?:<br>|\s)+|(?:<br>|\s)+$", "", re.sub(r"(?:<br>\s*)+(?=<br>)", "", "".join(words)))

    def _table(self, part: Part) -> None:
        rows: list[tuple[int, list[str], bool]] = []
        strays: list[Part] = []
        while (item := self._peek()) is not None and item.name != "/table":
            self._at += 1
            if item.name == "tr" or (item.name in {"td", "th"} and not rows):
                rows.append((item.line, [], True))
            if item.name in {"td", "th"}:
                line, cells, is_head = rows[-1]
                cells += [self._words(("/td", "/th", "td", "th", "tr", "/tr", "/table")), *[""] * (_width(item) - 1)]
                rows[-1] = (line, cells, is_head and item.name == "th")
            elif not item.name:
                strays.append(item)
        self._skip("/table")
        for stray in strays:
            self._paragraph(stray.text, stray.line, hidden=False)
        rows = [row for row in rows if row[1]]
        if rows:
            self._push_rows(rows, part.line)

    def _push_rows(self, rows: list[tuple[int, list[str], bool]], line: int) -> None:
        width = max(len(cells) for _, cells, _ in rows)
        self._push("table_open", "table", 1, line)
        if not rows[0][2]:
            rows = [(line, [], True), *rows]
        for number, (row_line, cells, _) in enumerate(rows):
            tag = "td" if number else "th"
            self._push("tr_open", "tr", 1, row_line)
            for cell in cells + [""] * (width - len(cells)):
                self._push(f"{tag}_open", tag, 1, row_line)
                self._inline(cell, row_line)
                self._push(f"{tag}_close", tag, -1, row_line)
            self._push("tr_close", "tr", -1, row_line)
        self._push("table_close", "table", -1, line)


def _width(cell: Part) -> int:
    found = _SPAN.search(cell.text)
    return max(1, int(found[1])) if found else 1
