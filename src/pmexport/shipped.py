"""Where the folders that ship with pmexport lie.

A wheel carries ``themes/`` and ``templates/`` inside the package; in a checkout, and so in an editable install, they
stand beside ``src/``.
"""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


def shipped(folder: Literal["themes", "templates"]) -> Path:
    """Return the shipped `folder`; users' own folders are searched before it, never instead of it."""
    installed = _PACKAGE / folder
    return installed if installed.is_dir() else _CHECKOUT / folder
