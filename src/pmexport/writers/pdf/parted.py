"""Days and headings that the engine left at a page's foot without their first row, and where to break instead.

A style rule that keeps the two together makes it break far too early in a table whose rows may break.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAMED = re.compile(r'<(\w+)[^<>]*? id="([^"]+)"')
_DAY = "day-"
_HEADING = re.compile(r"h[2-6]")
_TAG = re.compile(r"<[^<>]*>")
_TABLE = "<table"
# Characters of two lines: so short a remark between a heading and its table belongs to the table.
_REMARK = 200


def first_parted(body: str, pages: Mapping[str, int]) -> str | None:
    """Return the first id in `body` before which a page is to begin, `pages` being where each id lies; None for none.

    Before the first day of a table that is its heading.
    """
    named = [(match[1], match[2], match.end()) for match in _NAMED.finditer(body)]
    for (tag, before, end), (_, name, _), (_, following, _) in zip(named, named[1:], named[2:], strict=False):
        if name.startswith(_DAY) and pages.get(name, 0) < pages.get(following, 0):
            return name if tag == "tr" else before
        if _HEADING.fullmatch(tag) and pages.get(before, 0) < pages.get(name, 0) and _heads(body, end, name):
            return before
    return None


def _heads(body: str, end: int, row: str) -> bool:
    """Tell whether the heading that ends at `end` stands over the table of `row`, but for a remark."""
    table, first = body.find(_TABLE, end), body.find(f'id="{row}"', end)
    return 0 <= table < first and len(_TAG.sub("", body[end:table])) < _REMARK
