"""Work that a child process does aside."""

import os

import pytest

from pmexport.aside import CAN_FORK, Aside

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="work is done aside on Linux only")


def nothing() -> None:
    """Prepare nothing."""


def test_the_child_sends_back_what_it_made_of_what_it_was_given() -> None:
    child = Aside(nothing, str.upper)
    child.give("shelf")

    assert child.made() == "SHELF"


def test_the_work_is_done_in_another_process() -> None:
    child: Aside[None, int] = Aside(nothing, lambda _: os.getpid())
    child.give(None)

    assert child.made() not in {None, os.getpid()}


def test_an_error_in_the_child_is_raised_in_the_parent() -> None:
    child = Aside(nothing, int)
    child.give("no number")

    with pytest.raises(ValueError, match="no number"):
        child.made()


def test_an_error_while_it_makes_itself_ready_is_raised_too() -> None:
    child = Aside(lambda: int("unready"), str)
    child.give("x")

    with pytest.raises(ValueError, match="unready"):
        child.made()


def test_a_child_that_dies_made_nothing() -> None:
    child: Aside[None, str] = Aside(nothing, lambda _: os._exit(1))
    child.give(None)

    assert child.made() is None


def test_a_child_that_is_not_needed_ends() -> None:
    child: Aside[str, str] = Aside(nothing, str)
    child.abandon()
    child.abandon()

    with pytest.raises(ChildProcessError):
        os.waitpid(child._process, os.WNOHANG)  # noqa: SLF001  whether it is gone shows nowhere else
