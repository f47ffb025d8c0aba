"""Rules about what is drawn: outside its place, over something else, too faint, too small, out of proportion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import combining

from visual.findings import Finding
from visual.paper import SCALE, Box, Glyph, Page, text_of

LEAST_CONTRAST = 4.5
LEAST_SIZE = 7.5
_SLACK = 1.2
_OVERLAP = 0.3
_KERNED = 0.7  # a comma may lean far under the figure before it
_CELL = 12.0


def ink(page: Page) -> Iterator[Finding]:
    """Yield what is wrong with the ink of `page`."""
    yield from _outside(page)
    yield from _beyond_columns(page)
    yield from _overlaps(page)
    yield from _faint(page)
    yield from _small(page)
    yield from _stretched(page)


def _outside(page: Page) -> Iterator[Finding]:
    paper = Box(0, 0, page.width, page.height)
    for words in _words([*page.body, *page.running]):
        if any(_leaves(glyph.box, paper) for glyph in words):
            yield Finding("outside-page", page.number, f"{text_of(words)[:60]!r} leaves the page")
    for words in _words(page.body):
        if any(_leaves(glyph.ink, page.frame) and not _leaves(glyph.box, paper) for glyph in words):
            yield Finding("outside-box", page.number, f"{text_of(words)[:60]!r} leaves the text's box")
    for box, _ in page.pictures:
        if _leaves(box, page.frame):
            yield Finding("outside-box", page.number, "a picture leaves the text's box")


def _leaves(box: Box, frame: Box) -> bool:
    return (
        box.left < frame.left - _SLACK
        or box.right > frame.right + _SLACK
        or box.top < frame.top - _SLACK
        or box.bottom > frame.bottom + _SLACK
    )


def _beyond_columns(page: Page) -> Iterator[Finding]:
    """Yield the cells whose words reach into the next column."""
    tables = {block.table for block in page.blocks if block.table is not None}
    for table in tables:
        rows = page.rows(table, head=True) + page.rows(table)
        width = max(len(row) for row in rows)
        whole = [row for row in rows if len(row) == width]
        starts = [min((box.left for row in whole if (box := row[column].box)), default=0.0) for column in range(width)]
        for row in whole:
            for cell, (_, start) in zip(row, pairwise(starts), strict=False):
                box = cell.box
                if box and start and box.left < start < box.right - _SLACK:
                    yield Finding("outside-box", page.number, f"{cell.text[:60]!r} reaches into the next column")


def _overlaps(page: Page) -> Iterator[Finding]:
    """Yield pairs of glyphs that are drawn over each other, one for each pair of words."""
    told: set[tuple[int, int]] = set()
    words = _words([*page.body, *page.running])
    squares: dict[tuple[int, int], list[tuple[int, Glyph]]] = {}
    for number, word in enumerate(words):
        for glyph in word:
            if not glyph.text.strip() or combining(glyph.text[0]):
                continue
            for square in _squares(glyph.ink):
                for other, neighbour in squares.get(square, ()):
                    pair = (other, number)
                    most = _KERNED if other == number else _OVERLAP
                    if pair not in told and neighbour is not glyph and _covered(glyph.ink, neighbour.ink) > most:
                        told.add(pair)
                        seen = f"{text_of(words[other])[:40]!r} and {text_of(word)[:40]!r} are drawn over each other"
                        yield Finding("overlap", page.number, seen)
                squares.setdefault(square, []).append((number, glyph))


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row


def _covered(one: Box, two: Box) -> float:
    """Return how much of the smaller box the other covers, from 0 to 1."""
    wide = min(one.right, two.right) - max(one.left, two.left)
    high = min(one.bottom, two.bottom) - max(one.top, two.top)
    if wide <= 0 or high <= 0:
        return 0.0
    areas = [(box.right - box.left) * (box.bottom - box.top) for box in (one, two)]
    return wide * high / max(min(areas), 0.01)


def _faint(page: Page) -> Iterator[Finding]:
    for word in _words([*page.body, *page.running]):
        if not any(glyph.text.isalnum() for glyph in word):
            continue  # blocks and rules drawn with characters are pictures
        colour, ground = word[0].colour, _ground(page, word)
        ratio = contrast(colour, ground) if ground else 1.0
        if ratio < LEAST_CONTRAST:
            on = f" on #{bytes(ground).hex()}" if ground else ", which cannot be seen"
            seen = f"{text_of(word)[:40]!r} is #{bytes(colour).hex()}{on}, {ratio:.2f}:1"
            yield Finding("contrast", page.number, seen)


def _ground(page: Page, word: list[Glyph]) -> tuple[int, int, int] | None:
    """Return the commonest colour about a word that is not its own."""
    left, right = min(glyph.box.left for glyph in word), max(glyph.box.right for glyph in word)
    top, bottom = min(glyph.box.top for glyph in word), max(glyph.box.bottom for glyph in word)
    area = tuple(int(edge * SCALE) for edge in (left, top, right + 1, bottom))
    part = page.image.crop((area[0], area[1], max(area[2], area[0] + 1), max(area[3], area[1] + 1)))
    counted: Counter[tuple[int, int, int]] = Counter()
    for count, colour in part.getcolors(part.width * part.height) or []:
        if isinstance(colour, tuple):
            red, green, blue = colour[:3]
            counted[red, green, blue] += count
    own = word[0].colour
    for colour, _ in counted.most_common():
        if max(abs(one - two) for one, two in zip(colour, own, strict=True)) > 10:
            return colour
    return None


def contrast(one: tuple[int, int, int], two: tuple[int, int, int]) -> float:
    """Return the contrast of two colours, from 1 to 21. Source: WCAG 2.2, contrast ratio."""
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _small(page: Page) -> Iterator[Finding]:
    for word in _words([*page.body, *page.running]):
        size = word[0].size
        if size < LEAST_SIZE - 0.05:
            yield Finding("small-type", page.number, f"{text_of(word)[:40]!r} is set in {size:.1f} pt")


def _stretched(page: Page) -> Iterator[Finding]:
    for _, ratio in page.pictures:
        if not 0.97 < ratio < 1.03:
            yield Finding("stretched", page.number, f"a picture is {ratio:.2f} times as wide as its proportions")


def _words(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return runs of glyphs of one look on one line, without the spaces between them."""
    words: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if not glyph.text.strip():
            last = None
            continue
        if last and _joins(last, glyph):
            words[-1].append(glyph)
        else:
            words.append([glyph])
        last = glyph
    return words


def _joins(last: Glyph, glyph: Glyph) -> bool:
    near = abs(glyph.box.left - last.box.right) < 0.25 * glyph.size
    return near and abs(glyph.box.bottom - last.box.bottom) < 1 and glyph.colour == last.colour
