"""Templates drawn: the user's and the theme's before the shipped ones, strict, escaping everything.

A template that does not ship with the program is somebody else's: it is drawn in a sandbox, in which it sees the report
and nothing of the machine. Where one goes wrong, the message names its file and line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pmexport.shipped import shipped
from pmexport.theme.theme import Theme

if TYPE_CHECKING:
    from pmexport.writers.sandbox import Sandbox

_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


def render(name: str, theme: Theme, names: Mapping[str, object]) -> str:
    """Return the template `name` as `theme` has it, else as it ships, drawn with `names`.

    Raises ThemeError for a fault in a template of the theme, with its file and line.
    """
    if not theme.templates or not any((folder / name).is_file() for folder in theme.templates):
        return _shipped().get_template(name).render(names)
    from pmexport.writers.page.vetting import vetted  # noqa: PLC0415  few themes have templates of their own

    sandbox = _sandbox(theme.templates)

    def again() -> tuple[str, Callable[[int], str]]:
        drawing = sandbox.places(name, names)
        return drawing.text, drawing.place

    ours = (str(names[word]) for word in ("policy", "styles", "script") if word in names)
    return vetted(sandbox.draw(name, names), ours, again)


def compile_shipped() -> None:
    """Compile the templates of the page and its sections now, for a process that has the time."""
    for name in drawn_templates():
        if name.startswith(("report", "sections/")):
            _shipped().get_template(name)


@cache
def _shipped() -> Environment:
    return Environment(
        loader=FileSystemLoader(shipped("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        # A process draws each template a few times: folding its constants costs more than it saves.
        optimized=False,
    )


@cache
def _sandbox(folders: tuple[Path, ...]) -> Sandbox:
    from pmexport.writers.sandbox import Sandbox  # noqa: PLC0415  few themes have templates of their own

    return Sandbox(folders)


def sheet(name: str) -> str:
    """Return a shipped style sheet or script without its comments."""
    return _COMMENT.sub("", (shipped("templates") / name).read_text("utf-8")).strip()


def drawn_templates() -> tuple[str, ...]:
    """Return the names of the templates that pages are drawn from."""
    folder = shipped("templates")
    return tuple(sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html.j2")))


def name_rows() -> tuple[tuple[str, str, str], ...]:
    """Return the names that templates may use: where, the name, and what it is."""
    lines = Path(__file__).with_name("names.tsv").read_text("utf-8").splitlines()[1:]
    return tuple((where, name, does) for where, name, does in (line.split("\t") for line in lines))


def documented_names(template: str) -> frozenset[str]:
    """Return the names that the template `template` may use; one that no page draws may be included by any."""
    everywhere = template not in drawn_templates()
    wanted = {"everywhere", "section" if template.startswith("sections/") else template.partition(".")[0]}
    return frozenset(name for where, name, _ in name_rows() if everywhere or where in wanted)
