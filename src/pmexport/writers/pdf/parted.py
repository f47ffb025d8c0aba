"""Days that the engine left at a page's foot without their first event, and where to break instead.

A style rule that keeps the two together makes it break far too early in a table whose rows may break.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAMED = re.compile(r'<(\w+)[^<>]*? id="([^"]+)"')
_DAY = "day-"


def first_parted(body: str, pages: Mapping[str, int]) -> str | None:
    """Return the first id in `body` before which a page is to begin, `pages` being where each id lies; None for none.

    Before the first day of a table that is its heading.
    """
    named = [(match[1], match[2]) for match in _NAMED.finditer(body)]
    for (tag, before), (_, name), (_, following) in zip(named, named[1:], named[2:], strict=False):
        if name.startswith(_DAY) and pages.get(name, 0) < pages.get(following, 0):
            return name if tag == "tr" else before
    return None
