"""new: a skeleton that the reader understands."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import click

from pmexport.cli.terminal import Terminal
from pmexport.errors import ExitStatus

_LONGEST_NAME = 60
# Names that Windows keeps for devices, whatever suffix follows (Microsoft, "Naming Files, Paths, and Namespaces").
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.ASCII)
# What Markdown could read as something else than a letter of the title.
_MARKUP = re.compile(r"([\\`*_\[\]<>&|#])")


@click.command("new", short_help="Write the skeleton of a postmortem.")
@click.argument("title", required=False, default="")
@click.option("--style", type=click.Choice(["full"]), default="full", help="Which skeleton; so far there is one.")
@click.option("-o", "--output", metavar="PATH", help="A file, a folder, or - for standard output; else TITLE.md here.")
@click.option("--force", is_flag=True, help="Overwrite a file that exists.")
def command(*, title: str, style: str, output: str | None, force: bool) -> int:
    """Write the skeleton of a postmortem headed TITLE, every blank to fill in standing in [square brackets]."""
    from pmexport.publish import STANDARD_STREAM, publish  # noqa: PLC0415  --help must not wait

    del style
    words = " ".join(title.split())
    content = skeleton(words).encode()
    terminal = Terminal()
    if output == STANDARD_STREAM:
        terminal.data(content)
        return ExitStatus.DONE
    target = Path(output or ".")
    if target.is_dir() or (output or "").endswith("/"):
        target /= f"{slug(words)}.md"
    publish(content, target, overwrite=force)
    terminal.wrote(target)
    return ExitStatus.DONE


def skeleton(title: str) -> str:
    """Return the full template as Markdown, headed `title`, or with a blank for it."""
    import jinja2  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    from pmexport.shipped import shipped  # noqa: PLC0415

    loader = jinja2.FileSystemLoader(shipped("templates"))
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )
    plain = "".join(letter for letter in title if unicodedata.category(letter) not in {"Cc", "Cf", "Cs"})
    # Markdown has its own marks to be written out; none of the title is left that HTML could take for a tag.
    escaped = Markup(_MARKUP.sub(r"\\\1", plain)) if plain else ""  # noqa: S704
    return environment.get_template("postmortem.md.j2").render(title=escaped)


def slug(title: str) -> str:
    """Return `title` as a file's stem: letters and figures of any script with hyphens between, safe on every disk."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", title).casefold())
    stem = "-".join(words)[:_LONGEST_NAME].rstrip("-")
    return f"incident-{stem}" if _DEVICES.fullmatch(stem) else stem or "postmortem"
