"""What reviewers wrote beside an edited document: its comments, each with the words that it stands at."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from pmexport.reader.word.package import Element, W, WordText

# The author of the comments that we set ourselves; what they say is said anew by every review.
_OURS = "pmexport"
_MARK = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_LONGEST = 60


class Remark(Struct, frozen=True, kw_only=True):
    """A comment: who wrote it, what it says, its place, cut where it is long, whether it is closed."""

    author: str
    text: str
    place: str
    resolved: bool = False


def remarks_of(word: WordText) -> Iterator[Remark]:
    """Yield the comments of `word` that people wrote, in their order."""
    for comment in () if word.comments is None else word.comments.iter(f"{W}comment"):
        author, text = str(comment.get(f"{W}author") or ""), " ".join(map(_text, comment.iter(f"{W}p"))).strip()
        if author != _OURS and text:
            place = _place(word.body, str(comment.get(f"{W}id")))
            marks = {str(one.get(_MARK)) for one in comment.iter(f"{W}p")}
            yield Remark(author=author, text=text, place=place, resolved=not marks.isdisjoint(word.settled))


def _place(body: Element, number: str) -> str:
    """Return the paragraph in which the comment `number` begins, the first words of it."""
    for start in body.iter(f"{W}commentRangeStart", f"{W}commentReference"):
        if start.get(f"{W}id") != number:
            continue
        around = next(start.iterancestors(f"{W}p"), None)
        words = _text(start.getnext() if around is None else around)
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} \N{HORIZONTAL ELLIPSIS}"
    return ""


def _text(element: Element | None) -> str:
    said = () if element is None else element.iter(f"{W}t", f"{W}delText")
    return " ".join("".join(one.text or "" for one in said).replace("\N{NO-BREAK SPACE}", " ").split())
