"""Turns an incident postmortem written in Markdown into branded PDF, Word and HTML reports.

The library's face: ``read``, ``convert`` and the values they take and give, each imported on first use.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmexport.convert import convert as convert
    from pmexport.convert import read as read
    from pmexport.errors import PmexportError as PmexportError
    from pmexport.model.diagnostic import Diagnostic as Diagnostic
    from pmexport.model.options import PageOptions as PageOptions
    from pmexport.model.options import ReadOptions as ReadOptions
    from pmexport.model.postmortem import Postmortem as Postmortem
    from pmexport.model.rendering import Rendering as Rendering

__version__ = "0.1.0"

__all__ = [
    "Diagnostic",
    "PageOptions",
    "PmexportError",
    "Postmortem",
    "ReadOptions",
    "Rendering",
    "__version__",
    "convert",
    "read",
]


# Out of sight of type checkers, for whom it would make every name one of the face's.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        value = _imported(name)
        if value is None:
            raise AttributeError(f"module 'pmexport' has no attribute {name!r}")
        globals()[name] = value
        return value


def _imported(name: str) -> object:
    match name:
        case "convert" | "read":
            from pmexport.convert import convert, read  # noqa: PLC0415

            return {"convert": convert, "read": read}[name]
        case "PageOptions" | "ReadOptions":
            from pmexport.model.options import PageOptions, ReadOptions  # noqa: PLC0415

            return {"PageOptions": PageOptions, "ReadOptions": ReadOptions}[name]
        case "PmexportError":
            from pmexport.errors import PmexportError  # noqa: PLC0415

            return PmexportError
        case "Diagnostic":
            from pmexport.model.diagnostic import Diagnostic  # noqa: PLC0415

            return Diagnostic
        case "Postmortem":
            from pmexport.model.postmortem import Postmortem  # noqa: PLC0415

            return Postmortem
        case "Rendering":
            from pmexport.model.rendering import Rendering  # noqa: PLC0415

            return Rendering
        case _:
            return None


def __dir__() -> list[str]:
    return sorted(__all__)


class _Face(ModuleType):
    """Keeps ``pmexport.convert`` the function: importing the module of that name would put itself in its place."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "convert" and isinstance(value, ModuleType):
            value = value.convert
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
