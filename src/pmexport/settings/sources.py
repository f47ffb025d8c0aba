"""Where settings come from: the user's file, the project's, front matter, environment, command line.

The one module that reads the environment.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from pmexport.errors import UsageError
from pmexport.settings.files import file_layer
from pmexport.settings.layer import Layer, nearest
from pmexport.settings.values import READERS

_PROJECT_FILE = "pmexport.toml"
_PYPROJECT = "pyproject.toml"
_PREFIX = "PMEXPORT_"


def user_layer() -> Layer | None:
    """Return the settings of the user's own file, in the platform's folder for such files. Raises UsageError."""
    home = Path(os.environ.get("HOME") or os.environ.get("USERPROFILE") or Path.cwd())
    if sys.platform == "win32":
        folder = Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    return file_layer(folder / "pmexport" / _PROJECT_FILE, ())


def project_layer(folder: Path) -> Layer | None:
    """Return the settings of the nearest ``pmexport.toml`` or ``[tool.pmexport]`` at or above `folder`.

    Raises UsageError.
    """
    start = folder.absolute()
    for place in (start, *start.parents):
        layer = file_layer(place / _PROJECT_FILE, ()) or file_layer(place / _PYPROJECT, ("tool", "pmexport"))
        if layer:
            return layer
    return None


def front_matter_layer(front_matter: Mapping[str, object] | None, place: str) -> Layer | None:
    """Return the settings under ``pmexport:`` of a file's front matter. Raises UsageError."""
    values = (front_matter or {}).get("pmexport")
    if not values:
        return None
    if not isinstance(values, Mapping):
        raise UsageError(f"pmexport cannot be {str(values)!r}", place=place, instead="write keys and values under it")
    return Layer(place=place, values=values, lines=getattr(values, "lines", {}))


def environment_layer() -> Layer:
    """Return the settings of ``PMEXPORT_THEME`` and its like; variables that resemble none are somebody else's."""
    values: dict[str, object] = {}
    names: dict[str, str] = {}
    for name, value in sorted(os.environ.items()):
        key = name.removeprefix(_PREFIX).lower()
        if name.startswith(_PREFIX) and value and (key in READERS or nearest(key, tuple(READERS))):
            values[key] = value
            names[key] = name
    return Layer(place="environment", values=values, folder=Path.cwd(), names=names)


def command_line_layer(values: Mapping[str, str | None]) -> Layer:
    """Return the settings given as options, without those not given."""
    given = {key: value for key, value in values.items() if value is not None}
    return Layer(place="", values=given, folder=Path.cwd(), names={key: f"--{key}" for key in given})


def colour_wanted() -> bool:
    """Return whether the user minds colour: not with NO_COLOR (no-color.org) and not on a dumb terminal."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
