"""Each failure a user can meet, with its exit status.

The statuses are those of the published contract: 0 done, 1 findings, 2 wrong usage or settings, 3 an input could not be
read, 4 something needed for this format is missing or failed, 5 the customer summary was held back, 130 interrupted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import ClassVar


class ExitStatus(IntEnum):
    """What the process tells its caller."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    UNAVAILABLE = 4
    HELD_BACK = 5
    INTERRUPTED = 130


class PmexportError(Exception):
    """A failure with a place, what was found there, and what to write or do instead.

    `place` is the file, or ``file:line``, as the user named it; `found` one sentence without a full stop; `instead` an
    optional second one. ``str()`` gives the one line that the terminal prints; `particulars` are lines that stand
    before it where one line cannot name everything.
    """

    status: ClassVar[ExitStatus] = ExitStatus.USAGE

    def __init__(self, found: str, *, place: str = "", instead: str = "", particulars: tuple[str, ...] = ()) -> None:
        super().__init__(found)
        self.particulars = particulars
        self.found = found
        self.place = place
        self.instead = instead

    def __str__(self) -> str:
        start = f"{self.place}: " if self.place else ""
        end = f"; {self.instead}" if self.instead else ""
        return f"{start}{self.found}{end}"


class UsageError(PmexportError):
    """The command line or a settings file asks for something that does not exist or does not fit."""

    status = ExitStatus.USAGE


class UnreadableError(PmexportError):
    """An input could not be read as a Markdown text."""

    status = ExitStatus.UNREADABLE


class ThemeError(PmexportError):
    """A theme holds a wrong value, or there is no such theme."""

    status = ExitStatus.USAGE


class UnavailableError(PmexportError):
    """Something that this format needs is missing or failed: a system library, a font, a target that takes no file."""

    status = ExitStatus.UNAVAILABLE


class HeldBackError(PmexportError):
    """A customer summary was not written: it would have said what must not leave, or something that is not settled."""

    status = ExitStatus.HELD_BACK


@contextmanager
def no_deeper(place: str) -> Iterator[None]:
    """Turn Python's own bound on nesting into a fault that names the text."""
    try:
        yield
    except RecursionError:
        raise UnreadableError("is nested too deeply", place=place, instead="flatten its lists and quotes") from None
