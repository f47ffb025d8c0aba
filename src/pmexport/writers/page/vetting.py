"""A page drawn with somebody else's templates, looked over before it leaves: it runs nothing and asks for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeAlias

from pmexport.errors import ThemeError

# A page drawn once more, and the file and line of what stands at an offset of it.
Placed: TypeAlias = "tuple[str, Callable[[int], str]]"
_SOURCES = {"src", "srcset", "poster", "background", "data", "xlink:href"}
_LEADING = {"action", "formaction", "ping", "manifest", "archive", "codebase", "srcdoc"}
_LINKS = re.compile(r"(?:https?|mailto):|#|$", re.IGNORECASE)
_OWN = re.compile(r"data:(?:image|font)/|#|$", re.IGNORECASE)
_OPEN = re.compile(r"<[a-z/!?]", re.IGNORECASE)
_REACHING = re.compile(r"@import|image-set|url\(\s*['\"]?(?!data:|#)|\\|expression\(", re.IGNORECASE)


def vetted(page: str, ours: Iterable[str], place: Callable[[], Placed] | None = None) -> str:
    """Return `page`, a page or a part of one, as it is; `ours` is what the program itself put into it.

    That is the policy, the style sheet and the script. Raises ThemeError for what runs, is fetched, leads elsewhere
    than a link may, or is left open, so that what follows would be read as a part of it. `place` draws the page once
    more and says where a part of it came from.
    """
    known = frozenset(text.strip() for text in ours)
    found = _read(page, known)
    if found.fault:
        where = "templates"
        if place is not None:
            again, origin = place()
            where = origin(_read(again, known).position(again)) or where
        raise ThemeError(found.fault, place=where, instead="a template sets words and shapes only")
    return page


def _read(page: str, known: frozenset[str]) -> _Reader:
    found = _Reader(known)
    found.feed(page)
    # What the parser waits to see the end of.
    left = found.rawdata
    found.close()
    if not found.fault and (found.inside or _OPEN.search(left)):
        found.fault = "a tag or comment that is not closed may not stand in a page"
        found.left = found.opened if found.inside else len(page) - len(left)
    return found


@cache
def _elements() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("elements.txt").read_text("utf-8").split())


class _Reader(HTMLParser):
    """Reads a page as a browser does, and keeps the first thing that may not stand in it."""

    def __init__(self, ours: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.fault = ""
        self._ours = ours
        self.inside = ""
        self.left = -1
        self.opened = 0
        self._place = (1, 0)

    def position(self, page: str) -> int:
        """Return where in `page` the fault stands."""
        line, column = self._place
        return self.left if self.left >= 0 else sum(len(one) + 1 for one in page.split("\n")[: line - 1]) + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _elements():
            self._found(f"<{tag}>")
        self.inside = tag if tag in {"script", "style"} else ""
        for name, value in attrs:
            self._attribute(tag, name.lower(), (value or "").strip())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.inside = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        text = data.strip()
        if not self.inside or not text or text in self._ours:
            return
        if self.inside == "script":
            self._found("a script of its own")
        elif reaching := _REACHING.search(text):
            self._found(f"{reaching[0]!r} in a style sheet")

    def handle_comment(self, data: str) -> None:
        if data.lstrip().startswith("["):
            self._found("a conditional comment")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on") or name in _LEADING:
            self._found(f"the attribute {name}")
        elif name == "http-equiv" and value.lower() != "content-security-policy":
            self._found(f"http-equiv={value!r}")
        elif tag == "meta" and name == "content" and "'" in value and value not in self._ours:
            self._found("a policy of its own")
        elif name == "href" and not (_LINKS if tag == "a" else _OWN).match(value):
            self._found(f"a link to {value[:60]!r}")
        elif name in _SOURCES and not _OWN.match(value):
            self._found(f"{name}={value[:60]!r}")
        elif name == "style" and _REACHING.search(value):
            self._found(f"style={value[:60]!r}")

    def _found(self, what: str) -> None:
        if not self.fault:
            self.fault, self._place = f"{what} may not stand in a page", self.getpos()
