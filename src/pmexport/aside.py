"""Work that a child process does aside, making itself ready while the parent still finds out what is to be done."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from traceback import format_tb
from typing import Generic, NoReturn, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

# macOS may fork too, but its font and graphics libraries do not survive it.
CAN_FORK = hasattr(os, "fork") and sys.platform == "linux"


class Aside(Generic[Given, Made]):
    """A forked child that runs `prepare`, waits to be given something, and sends back what `work` makes of it.

    It inherits all that the parent has loaded. Only its own two ends of its two pipes connect it to the parent.
    """

    def __init__(self, prepare: Callable[[], object], work: Callable[[Given], Made]) -> None:
        giving, self._giving = os.pipe()
        self._reading, writing = os.pipe()
        self._waits = True
        self._process = os.fork()
        if self._process == 0:
            os.close(self._giving)
            os.close(self._reading)
            _child(prepare, work, giving, writing)
        os.close(giving)
        os.close(writing)

    def give(self, given: Given) -> None:
        """Hand over what the child waits for; once."""
        self._waits = False
        # A child that is gone is told of by made().
        with suppress(BrokenPipeError), os.fdopen(self._giving, "wb") as stream:
            pickle.dump(given, stream)

    def made(self) -> Made | None:
        """Wait for the child and return what it made, None where it died; an error in it is raised here."""
        with os.fdopen(self._reading, "rb") as stream:
            sent = stream.read()
        os.waitpid(self._process, 0)
        if not sent:
            return None
        outcome: tuple[Made, None] | tuple[None, Exception] = pickle.loads(sent)  # noqa: S301  our own child's words
        made, error = outcome
        if error is not None:
            raise error
        return made

    def abandon(self) -> None:
        """Let the child go if it still waits to be given something: it ends when it sees that nothing comes."""
        if not self._waits:
            return
        self._waits = False
        os.close(self._giving)
        os.close(self._reading)
        os.waitpid(self._process, 0)


def _child(prepare: Callable[[], object], work: Callable[[Given], Made], giving: int, writing: int) -> NoReturn:
    # Whatever happens, the child must not return into a second run of the program.
    try:
        try:
            prepare()
            with os.fdopen(giving, "rb") as stream:
                given: Given = pickle.load(stream)  # noqa: S301  our own parent's words
            outcome: tuple[Made | None, Exception | None] = (work(given), None)
        except EOFError:
            os._exit(0)
        except Exception as error:  # noqa: BLE001  raised again by the parent
            error.add_note("".join(format_tb(error.__traceback__)))
            outcome = (None, error)
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(outcome, stream)
    finally:
        os._exit(0)
