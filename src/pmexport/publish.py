"""Bytes to disk: names from the report's audience, whole or not at all, a manifest. No other module writes a file."""

from __future__ import annotations

import contextlib
import os
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from pmexport.errors import UnavailableError, UsageError
from pmexport.model.rendering import Sealed
from pmexport.model.terms import Audience

STANDARD_STREAM = "-"
_MARKS = {Audience.FULL: "", Audience.LEADERSHIP: ".leadership", Audience.CUSTOMER: ".customer"}
_STEM_OF_STANDARD_INPUT = "postmortem"


def file_name(source: str, suffix: str, audience: Audience = Audience.FULL) -> str:
    """Return ``NAME.pdf``, ``NAME.leadership.pdf`` or ``NAME.customer.pdf``, NAME being the stem of `source`.

    A status page says in its own name whom it is for: ``NAME.status-page.md``.

    A name never starts with a dot, which would hide it; that of ``outage.html.md.erb`` is ``outage``.
    """
    stem = _STEM_OF_STANDARD_INPUT if source == STANDARD_STREAM else Path(source).stem.lstrip(".")
    if Path(source).suffix == ".erb":
        stem = stem.removesuffix(".md").removesuffix(".markdown").removesuffix(".html")
    mark = "" if "." in suffix else _MARKS[audience]
    return f"{stem or _STEM_OF_STANDARD_INPUT}{mark}.{suffix}"


def numbered(target: Path, number: int, audience: Audience = Audience.FULL) -> Path:
    """Return where incident `number` of a file goes: the first to `target`, the second to ``NAME-2.pdf``."""
    if number == 1:
        return target
    mark = f"{_MARKS[audience]}{target.suffix}"
    name = target.name
    stem = name.removesuffix(mark) if name.endswith(mark) else target.stem
    return target.with_name(f"{stem}-{number}{name.removeprefix(stem)}")


def is_taken(target: Path, taken: frozenset[str]) -> bool:
    """Tell whether `target` is one of the places that `Targets.taken` named."""
    return _key(target) in taken


class Targets:
    """Where each rendering goes: never onto an input, never two to one place.

    Two names that differ only in case or in how an accent is encoded are one name, as they are on many disks.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self._sources = [Path(source) for source in sources if source != STANDARD_STREAM]
        self._inputs = {_key(path): path for path in self._sources}
        self._claimed: dict[str, str] = {}

    def claim(self, target: Path, source: str) -> Path:
        """Return `target`, now kept for `source`. Raises UsageError where it is an input or another's target."""
        key = _key(target)
        if key in self._inputs or any(_same_file(target, path) for path in self._sources):
            raise UsageError(
                "is an input, which is never written to", place=str(target), instead="name another output with -o"
            )
        first = self._claimed.setdefault(key, source)
        if first != source:
            raise UsageError(
                f"would be written to {target}, where {first} is written already",
                place=source,
                instead="render the two into different folders",
            )
        return target

    @property
    def taken(self) -> frozenset[str]:
        """Every input and every place claimed so far."""
        return frozenset((*self._inputs, *self._claimed))


def _key(path: Path) -> str:
    return unicodedata.normalize("NFC", os.path.realpath(path)).casefold()


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def publish_to_customers(sealed: Sealed, target: Path, *, overwrite: bool = True) -> None:
    """Write what passed the leak check to `target`, as `publish` does."""
    publish(sealed.content, target, overwrite=overwrite)


def publish(content: bytes, target: Path, *, overwrite: bool = True) -> None:
    """Write `content` to `target`, making its folder: the whole file or none, an older one kept until then.

    A link is followed and stays a link; a device or pipe is written to as it is. Raises UsageError where the file
    exists and may not be overwritten, UnavailableError where it cannot be written.
    """
    try:
        _publish(content, target, overwrite=overwrite)
    except FileExistsError:
        raise UsageError("exists already", place=str(target), instead="--force overwrites it") from None
    except OSError as error:
        raise UnavailableError(
            f"cannot be written, {(error.strerror or type(error).__name__).lower()}",
            place=str(target),
            instead="choose another place with -o",
        ) from None


def _publish(content: bytes, target: Path, *, overwrite: bool) -> None:
    place = Path(os.path.realpath(target))
    mode = _mode(place)
    if mode is not None and not overwrite:
        raise FileExistsError
    if mode is not None and not stat.S_ISREG(mode):
        # Renaming over a device or a pipe would put a file in its place. A folder answers with its own error.
        with place.open("wb") as stream:
            stream.write(content)
        return
    if mode is not None and not os.access(place, os.W_OK):
        # A rename asks the folder only; a file that its owner made read-only is not ours to replace.
        raise PermissionError(13, "permission denied")
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = _write_beside(content, place, mode)
    try:
        if overwrite:
            beside.replace(place)
        else:
            os.link(beside, place)
    finally:
        beside.unlink(missing_ok=True)


def _mode(place: Path) -> int | None:
    with contextlib.suppress(FileNotFoundError):
        return place.stat().st_mode
    return None


def _write_beside(content: bytes, place: Path, mode: int | None) -> Path:
    # Short, so that a target of the longest name allowed still has room for it; new, so that no link is followed.
    beside = place.with_name(f".pmexport-{os.getpid()}-{os.urandom(4).hex()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(descriptor, "wb") as stream:  # noqa: PTH123  the descriptor is open, there is no path to open
            stream.write(content)
            if mode is not None:
                os.chmod(beside, stat.S_IMODE(mode))  # noqa: PTH101  beside its os siblings
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside
