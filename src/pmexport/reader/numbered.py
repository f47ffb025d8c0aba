"""Numbered lists made whole where bullets and lines that were not indented cut them."""

from __future__ import annotations

from msgspec.structs import replace

from pmexport.model.prose import Block, BlockQuote, BulletList, CodeBlock, ListItem, OrderedList, Para, Plain, text_of
from pmexport.reader.drafts import DraftContent


def rejoined(content: list[DraftContent]) -> list[DraftContent]:
    """Return `content` with each numbered list whole, and what stands between its items in the item before it.

    The number that the list goes on with tells that it is one list.
    """
    done: list[DraftContent] = []
    opened: _Opened | None = None
    for part in content:
        if opened is not None and isinstance(part, OrderedList) and opened.is_gone_on_with_by(part):
            opened.go_on(part)
        elif isinstance(part, OrderedList):
            done += opened.closed() if opened else []
            opened = _Opened(part)
        elif opened is not None and isinstance(part, Para | Plain | BulletList | CodeBlock | BlockQuote):
            opened.below.append(part)
        else:
            done += [*(opened.closed() if opened else []), part]
            opened = None
    return [*done, *(opened.closed() if opened else [])]


class _Opened:
    """A numbered list that may go on. `below` stands after its last item so far."""

    def __init__(self, block: OrderedList) -> None:
        self._block = block
        self._items: list[ListItem] = list(block.items)
        self.below: list[Block] = []

    def is_gone_on_with_by(self, block: OrderedList) -> bool:
        return bool(self._items) and block.start == self._block.start + len(self._items)

    def go_on(self, block: OrderedList) -> None:
        self._put_below(self.below)
        self._items += block.items
        self.below = []

    def closed(self) -> list[DraftContent]:
        """Return the list and what stands behind it; what its last item introduces belongs to that."""
        own = self.below[:1] if self.below and self._introduces() else []
        self._put_below(own)
        return [replace(self._block, items=tuple(self._items)), *self.below[len(own) :]]

    def _put_below(self, blocks: list[Block]) -> None:
        if blocks:
            self._items[-1] = replace(self._items[-1], content=(*self._items[-1].content, *blocks))

    def _introduces(self) -> bool:
        """Whether the last item ends with a colon, and a list or code follows."""
        last = self._items[-1].content[-1] if self._items and self._items[-1].content else None
        if not isinstance(last, Para | Plain) or not isinstance(self.below[0], BulletList | CodeBlock):
            return False
        return text_of(last.content).rstrip(" *_").endswith((":", "："))
