"""The runs of a Word paragraph to Markdown: emphasis, code, links, notes; what was deleted stays out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from pmexport.reader.word.package import Element, R, W, WordText

# An underscore within a word marks nothing.
_MARKS = re.compile(r"([\\`*\[\]<>|~]|(?<!\w)_|_(?!\w))")
_NOT_TOLD = {"milestone tag", "annotation reference"}
_MARK_STYLES = ("mark ", "bar ")
_CODE = "inline code"
_SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{EN SPACE}\N{EM SPACE}\N{NARROW NO-BREAK SPACE}", " "))
_LINK = re.compile(r"(?:https?://|mailto:)\S+")
_LONE_HOST = re.compile(r"https?://[^/?#]+/")
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"(?:[^"]*\\l\s+"([^"]*)")?')
# Styles of runs that say nothing of what a run is.
_PLAIN = {"hyperlink", "internet link", "default paragraph font", "inline code", "soft", "strong", "fact name"}
_OFF = {"0", "false", "off", "none"}


class Look(Struct, frozen=True, kw_only=True):
    """How a stretch of text is said."""

    strong: bool = False
    emphasis: bool = False
    struck: bool = False
    code: bool = False
    target: str = ""
    style: str = ""


class Piece(Struct, frozen=True):
    """Some text of one look; `raw` is Markdown already."""

    text: str
    look: Look
    raw: bool = False


def pieces(paragraph: Element, word: WordText, *, note: bool = False) -> list[Piece]:
    """Return the text of `paragraph` in pieces of one look; `note` says that its links are a footnote's."""
    return list(_Walk(word, note=note).over(paragraph, ""))


def marked(found: list[Piece]) -> str:
    """Return `found` as Markdown on one line."""
    whole = ""
    for look, group in groupby(found, key=lambda one: (one.look.target, one.look)):
        text = "".join(one.text if one.raw or one.look.code else _escaped(one.text) for one in group)
        whole += _said(text, look[1])
    return re.sub(r"\s+", " ", whole.replace("\\\n", "\0")).replace("\0", "<br>").strip()


class _Walk:
    """A walk over one paragraph; `_asked` holds the instructions of the fields it is in, `_told` those that answer."""

    def __init__(self, word: WordText, *, note: bool) -> None:
        self._word = word
        self._note = note
        self._asked: list[str] = []
        self._told: list[str] = []

    def over(self, element: Element, target: str) -> Iterator[Piece]:
        """Yield what `element` says; `target` is where the link around it leads."""
        for child in element:
            match str(child.tag).removeprefix(W):
                case "r":
                    yield from self._run(child, target)
                case "hyperlink":
                    yield from self.over(child, _target(child, self._word, note=self._note) or target)
                case "fldSimple":
                    yield from self.over(child, field_target(str(child.get(f"{W}instr"))) or target)
                case "del" | "moveFrom" | "pPr" | "rPr":
                    pass
                case "ins" | "moveTo" | "smartTag" | "sdt" | "sdtContent" | "dir" | "bdo" | "customXml":
                    yield from self.over(child, target)
                case _:
                    pass

    def _run(self, run: Element, target: str) -> Iterator[Piece]:
        target = next((found for one in reversed(self._told) if (found := field_target(one))), target)
        look = _look(run, self._word, target)
        told = look.style not in _NOT_TOLD and not look.style.startswith(_MARK_STYLES)
        for child in run:
            match str(child.tag).removeprefix(W):
                case "fldChar":
                    self._field(str(child.get(f"{W}fldCharType")))
                case "instrText" if self._asked:
                    self._asked[-1] += child.text or ""
                case tag if told:
                    yield from _said_by(child, tag, look)

    def _field(self, kind: str) -> None:
        """Begin a field, its answer, or end it."""
        if kind == "begin":
            self._asked.append("")
        elif kind == "separate" and self._asked:
            self._told.append(self._asked[-1])
        elif kind == "end" and self._asked:
            ended = self._asked.pop()
            if self._told[-1:] == [ended]:
                self._told.pop()


def _said_by(child: Element, tag: str, look: Look) -> Iterator[Piece]:
    match tag:
        case "t":
            yield Piece((child.text or "").translate(_SPACES), look)
        case "tab":
            yield Piece(" ", look)
        case "br" | "cr":
            if child.get(f"{W}type") != "page":
                yield Piece("\\\n", look, raw=True)
        case "noBreakHyphen":
            yield Piece("-", look)
        case "footnoteReference":
            yield Piece(f"[^{child.get(f'{W}id')}]", Look(), raw=True)
        case "drawing":
            yield from _picture(child, look)
        case _:
            pass


def _picture(drawing: Element, look: Look) -> Iterator[Piece]:
    for name in drawing.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        alt = str(name.get("descr") or "")
        if alt:
            yield Piece(f"![{_escaped(alt)}](picture)", Look(style=look.style), raw=True)


def _look(run: Element, word: WordText, target: str) -> Look:
    properties = run.find(f"{W}rPr")
    if properties is None or word.bare:
        return Look(target=target)
    style = properties.find(f"{W}rStyle")
    name = "" if style is None else word.styles.get(str(style.get(f"{W}val")), "").casefold()
    return Look(
        strong=_on(properties, "b"),
        emphasis=_on(properties, "i"),
        struck=_on(properties, "strike"),
        code=name == _CODE,
        target=target,
        style=""
        if name in {"hyperlink", "internet link", "default paragraph font", _CODE, "soft", "strong", "fact name"}
        else name,
    )


def _on(properties: Element, tag: str) -> bool:
    found = properties.find(f"{W}{tag}")
    return found is not None and str(found.get(f"{W}val") or "1").casefold() not in _OFF


def _target(link: Element, word: WordText, *, note: bool) -> str:
    key = str(link.get(f"{R}id") or "")
    found = word.links.get(f"note:{key}" if note else key, "")
    place = str(link.get(f"{W}anchor") or "")
    return _address(f"{found}#{place}" if found and place and "#" not in found else found)


def field_target(instruction: str) -> str:
    """Return where a field leads that is a link to an address, as LibreOffice writes those to a place of a page."""
    found = _HYPERLINK.match(instruction)
    return _address(f"{found[1]}#{found[2]}" if found[2] else found[1]) if found else ""


def _address(written: str) -> str:
    """Return an address that others than us may have written: spaces bare, a lone host with a stroke behind it."""
    found = written.replace(" ", "%20")
    found = found[:-1] if _LONE_HOST.fullmatch(found) else found
    return found if _LINK.fullmatch(found) else ""


def _said(text: str, look: Look) -> str:
    core = text.strip()
    if not core:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if look.code:
        fence = "``" if "`" in core else "`"
        core = f"{fence}{core}{fence}"
    for on, mark in ((look.struck, "~~"), (look.emphasis, "*"), (look.strong, "**")):
        core = f"{mark}{core}{mark}" if on else core
    core = f"[{core}](<{look.target}>)" if look.target and re.search(r"[()\s]", look.target) else core
    if look.target and not core.endswith(">)"):
        core = f"[{core}]({look.target})"
    return f"{before}{core}{after}"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
