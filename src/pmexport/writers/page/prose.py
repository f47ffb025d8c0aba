"""Running text as HTML: every word escaped, every element one of ours.

A function for each Block and Inline instead of a recursive template, because half of a page's elements are prose and a
template call costs ten times a function call. What is returned is Markup, so that templates need not be told.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable
from typing import assert_never

from markupsafe import Markup, escape

from pmexport.model.prose import (
    Alignment,
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
    DefinitionList,
    Emph,
    Header,
    HorizontalRule,
    Image,
    Inline,
    LineBreak,
    Link,
    ListItem,
    Note,
    OrderedList,
    Para,
    Picture,
    Plain,
    SoftBreak,
    Str,
    Strikeout,
    Strong,
    Table,
    text_of,
)
from pmexport.model.report import Labels
from pmexport.writers.page.anchors import Anchors
from pmexport.writers.page.code import code
from pmexport.writers.page.columns import columns
from pmexport.writers.page.direction import way, way_of_list
from pmexport.writers.page.room import crowded_cells, narrow_cells, tall_cells, unbroken_cells
from pmexport.writers.page.shapes import task_shape

_ALIGNMENT = {
    Alignment.DEFAULT: "",
    Alignment.LEFT: "",
    Alignment.CENTER: ' class="center"',
    Alignment.RIGHT: ' class="right"',
}
# A longer word of code is broken in any place.
_UNBROKEN = 40
ADDRESSES = "addresses"
"""The id of the list of addresses."""
_GAP = '<span class="gap"> </span>'


class ProseWriter:
    """Writes the running text of one page and keeps its footnotes, in order, for the page's end."""

    def __init__(self, labels: Labels, anchors: Anchors, *, permalinks: bool, paint: Callable[[str], str]) -> None:
        self._labels = labels
        self._anchors = anchors
        self._permalinks = permalinks
        self._paint = paint
        self._notes: list[Note] = []
        self._addresses: dict[str, Markup] = {}

    def blocks(self, blocks: tuple[Block, ...], level: int = 3, tail: str = "") -> Markup:
        """Return `blocks` with `tail` set behind the first paragraph's words.

        Headings start at `level` and never skip one, whatever levels the author used.
        """
        depth = {written: level + rank for rank, written in enumerate(_levels(blocks))}
        parts: list[str] = []
        turned = _turned(blocks)
        for index, block in enumerate(blocks):
            if index in turned:
                parts.append('<div class="turned">')
            if tail and not index and isinstance(block, Para | Plain):
                parts.append(f"<p{_plain(block)}{way(block.content)}>{self.inlines(block.content)}{_GAP}{tail}</p>")
                tail = ""
            else:
                parts.append(self._block(block, depth, leads=_leads(blocks[index : index + 2])))
            if index in turned.values():
                parts.append("</div>")
        return Markup("\n".join([*parts, f"<p>{tail}</p>"] if tail else parts))  # noqa: S704  # parts are escaped

    def inlines(self, content: Iterable[Inline]) -> Markup:
        """Return `content` as phrasing content."""
        return Markup("".join(map(self._inline, content)))  # noqa: S704  # parts are escaped

    def heading(self, level: int, content: tuple[Inline, ...], anchor: str) -> Markup:
        """Return a heading with its id and, on screen, the link that names its place."""
        identity = self._anchors.claim(anchor) if anchor else ""
        words = self.inlines(content)
        level = min(level, 6)
        if not identity:
            return Markup(f"<h{level}{way(content)}>{words}</h{level}>")  # noqa: S704  # words are escaped
        link = ""
        if self._permalinks:
            label = escape(self._labels.permalink.format(heading=text_of(content)))
            link = f' <a class="permalink" href="#{identity}" aria-label="{label}">#</a>'
        return Markup(f'<h{level} id="{identity}"{way(content)}>{words}{link}</h{level}>')  # noqa: S704  # words are escaped

    def notes(self) -> Markup:
        """Return the footnotes met so far as a list with links back, or nothing."""
        rows: list[str] = []
        while len(rows) < len(self._notes):  # a note may hold a note
            number = len(rows) + 1
            back = (
                f'<a class="back" href="#noteref-{number}" aria-label="{escape(self._labels.back_to_text)} {number}">'
                "\N{LEFTWARDS ARROW WITH HOOK}\N{VARIATION SELECTOR-15}</a>"
            )
            rows.append(f'<li id="note-{number}">{self.blocks(self._notes[number - 1].content, tail=back)}</li>')
        if not rows:
            return Markup()
        head = f"<h2>{escape(self._labels.footnotes)}</h2>"
        return Markup(f'<section class="notes">{head}<ol>{"".join(rows)}</ol></section>')  # noqa: S704

    def addresses(self) -> Markup:
        """Return where the links met so far lead, for paper, that shows their words alone; or nothing."""
        rows = (
            f'<li>{words} <span class="address">{escape(target)}</span></li>'
            for target, words in self._addresses.items()
        )
        if not self._addresses:
            return Markup()
        head = f'<h2 id="{ADDRESSES}">{escape(self._labels.addresses)}</h2>'
        return Markup(f'<section class="notes addresses">{head}<ul>{"".join(rows)}</ul></section>')  # noqa: S704  # as above

    def _block(self, block: Block, depth: dict[int, int], *, leads: bool) -> str:
        match block:
            case Para(content=(Image() as image,)):
                return self._figure(image)
            case Para(content=content) | Plain(content=content):
                attribute = ' class="leads"' if leads else _plain(block)
                return f"<p{attribute}{way(content)}>{self.inlines(content)}</p>"
            case Header(level=level, content=content, anchor=anchor):
                return self.heading(depth.get(level, level), content, anchor)
            case BulletList(items=items):
                return f"<ul{_way(items)}>{self._items(items)}</ul>"
            case OrderedList(items=items, start=start):
                first = f' start="{start}"' if start != 1 else ""
                return f"<ol{first}{_way(items)}>{self._items(items)}</ol>"
            case CodeBlock():
                return code(block)
            case BlockQuote(content=content):
                return f"<blockquote>{self.blocks(content, 4)}</blockquote>"
            case Table():
                return self._table(block)
            case DefinitionList():
                return self._definitions(block)
            case HorizontalRule():
                return "<hr>"
            case _ as never:
                assert_never(never)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Str(text):
                return escape(text)
            case Emph(content):
                return f"<em>{self.inlines(content)}</em>"
            case Strong(content):
                return f"<strong>{self.inlines(content)}</strong>"
            case Strikeout(content):
                return f"<s>{self.inlines(content)}</s>"
            case Code(text):
                unbroken = not self._permalinks and max(map(len, text.split()), default=0) > _UNBROKEN
                return f'<code class="unbroken">{escape(text)}</code>' if unbroken else f"<code>{escape(text)}</code>"
            case Link():
                return self._link(inline)
            case Image():
                return self._image(inline)
            case SoftBreak():
                return "\n"
            case LineBreak():
                return "<br>"
            case Note():
                return self._note(inline)
            case _ as never:
                assert_never(never)

    def _items(self, items: tuple[ListItem, ...]) -> str:
        return "".join(map(self._item, items))

    def _item(self, item: ListItem) -> str:
        if item.checked is None:
            return f"<li>{self.blocks(item.content, 4)}</li>"
        word = self._labels.done if item.checked else self._labels.not_done
        box = task_shape(word, self._paint("pm-soft"), done=item.checked)
        return f'<li class="task">{box}{self.blocks(item.content, 4)}</li>'

    def _link(self, link: Link) -> str:
        words = self.inlines(link.content)
        target = link.target
        if target.startswith("#"):
            identity = self._anchors.known(target[1:])
            if identity is None:
                return words
            target = f"#{identity}"
        elif not target.startswith(("https://", "http://", "mailto:")):
            return words
        if target.startswith("http") and _bare(target) not in _bare(text_of(link.content)):
            self._addresses.setdefault(target, words)
        title = f' title="{escape(link.title)}"' if link.title else ""
        return f'<a href="{escape(target)}"{title}>{words}</a>'

    def _note(self, note: Note) -> str:
        self._notes.append(note)
        number = len(self._notes)
        return f'<sup class="noteref"><a id="noteref-{number}" href="#note-{number}">{number}</a></sup>'

    def _figure(self, image: Image) -> str:
        if image.picture is None:
            return f"<p>{self._image(image)}</p>"
        words = f"<figcaption>{escape(image.title)}</figcaption>" if image.title else ""
        return f'<figure class="picture">{_picture(image.picture, image.alt)}{words}</figure>'

    def _image(self, image: Image) -> str:
        if image.picture is not None:
            return _picture(image.picture, image.alt)
        return f'<span class="missing">{escape(self._labels.picture_missing.format(alt=image.alt))}</span>'

    def _table(self, table: Table) -> str:
        tall = [tall_cells(row.cells) for row in table.rows]
        whole = "" if any(tall) else " whole"
        fixed = " fixed" if unbroken_cells([row.cells for row in table.rows]) else ""
        narrow = " narrow" if narrow_cells([table.head, *(row.cells for row in table.rows)]) else ""
        classes = f"grid{whole}{fixed}{narrow}"
        widths = columns([table.head, *(row.cells for row in table.rows)]) if fixed else ""
        attributes = [_ALIGNMENT[alignment] for alignment in table.alignments]
        head = ""
        if any(table.head):
            cells = (
                f'<th scope="col"{a}{way(c)}>{self.inlines(c)}</th>'
                for a, c in zip(attributes, table.head, strict=True)
            )
            head = f"<thead><tr>{''.join(cells)}</tr></thead>"
        rows = (
            "".join(
                f"<td{a}{way(cell)}>{self.inlines(cell)}</td>" for a, cell in zip(attributes, row.cells, strict=True)
            )
            for row in table.rows
        )
        body = "".join(
            f'<tr class="tall">{row}</tr>' if high else f"<tr>{row}</tr>" for high, row in zip(tall, rows, strict=True)
        )
        return f'<div class="scroll"><table class="{classes}">{widths}{head}<tbody>{body}</tbody></table></div>'

    def _definitions(self, definitions: DefinitionList) -> str:
        rows = (
            f"<div><dt>{self.inlines(item.term)}</dt><dd>{self.blocks(item.content, 4)}</dd></div>"
            for item in definitions.items
        )
        return f'<dl class="facts">{"".join(rows)}</dl>'


def _bare(address: str) -> str:
    """Return an address without what a reader adds by himself."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/").casefold()


def _levels(blocks: tuple[Block, ...]) -> list[int]:
    return sorted({block.level for block in blocks if isinstance(block, Header)})


def _turned(blocks: tuple[Block, ...]) -> dict[int, int]:
    """Return where what belongs to a table too wide for the page begins and ends: its headings, its lead, itself."""
    found: dict[int, int] = {}
    for end, block in enumerate(blocks):
        if not isinstance(block, Table) or not crowded_cells([block.head, *(row.cells for row in block.rows)]):
            continue
        start = end
        while start and (isinstance(blocks[start - 1], Header) or _leads(blocks[start - 1 : start + 1])):
            start -= 1
        found[start] = end
    return found


def _leads(blocks: tuple[Block, ...]) -> bool:
    """Return whether the first of two blocks only announces the second, so that no page may end between them."""
    match blocks:
        case (Para(content=(Strong(),)), after) if not isinstance(after, Header):
            return True  # bold from end to end is a heading in all but name
        case (Para(content=content) | Plain(content=content), after) if not isinstance(after, Para | Plain | Header):
            return text_of(content).rstrip().endswith((":", "\N{FULLWIDTH COLON}"))
        case _:
            return False


def _way(items: tuple[ListItem, ...]) -> str:
    return way_of_list(items[0].content) if items else ""


def _plain(block: Para | Plain) -> str:
    return ' class="plain"' if isinstance(block, Plain) else ""


def _picture(picture: Picture, alt: str) -> str:
    source = f"data:{picture.media_type};base64,{b64encode(picture.content).decode()}"
    return f'<img src="{source}" alt="{escape(alt)}" width="{picture.width}" height="{picture.height}">'
