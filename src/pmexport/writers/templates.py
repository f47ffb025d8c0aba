"""The one Jinja environment: the theme's own templates before the shipped ones, strict, and escaping everything."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pmexport.shipped import shipped
from pmexport.theme.theme import Theme

_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


def environment(theme: Theme) -> Environment:
    """Return the environment in which `theme`'s report is drawn."""
    return _environment(theme.templates)


@cache
def _environment(own: Path | None) -> Environment:
    folders = [folder for folder in (own, shipped("templates")) if folder is not None]
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def sheet(name: str) -> str:
    """Return a shipped style sheet or script without its comments."""
    return _COMMENT.sub("", (shipped("templates") / name).read_text("utf-8")).strip()
