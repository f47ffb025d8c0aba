"""import: an edited Word document back to Markdown, with what changed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmexport.cli.terminal import Terminal
from pmexport.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from pmexport.homeward import Imported

# What the name of a document has beside that of its source.
_ADDED = re.compile(r"\.leadership$")
_NUMBER = re.compile(r"-\d+$")


@click.command("import", short_help="Turn an edited Word document back into Markdown.")
@click.argument("file", metavar="FILE.docx")
@click.option(
    "--against", metavar="SOURCE", help="The Markdown it was made from; else FILE.md beside it, if there is one."
)
@click.option("--alone", is_flag=True, help="Read the document by itself, whatever stands beside it.")
@click.option("--reference-docx", "reference", metavar="FILE", help="The company's document that it was written into.")
@click.option("--theme", metavar="NAME|FOLDER", help="The look that it was made with, where it is not the settings'.")
@click.option("--lang", metavar="TAG", help="The language that it was made in, where the document does not say so.")
@click.option("--timezone", metavar="ZONE", help="The zone of times that name none, where it is not the settings'.")
@click.option("-o", "--output", metavar="PATH", help="The Markdown file to write; else it goes to standard output.")
@click.option("--force", is_flag=True, help="Overwrite a file that exists.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what changed.")
def command(
    *,
    file: str,
    against: str | None,
    alone: bool,
    reference: str | None,
    theme: str | None,
    lang: str | None,
    timezone: str | None,
    output: str | None,
    force: bool,
    quiet: bool,
) -> int:
    """Turn FILE.docx, edited in Word, LibreOffice or Google Docs, back into Markdown, and say what changed.

    Against its source, only what was changed is changed there; by itself, the document is written anew as Markdown.
    """
    from pmexport.cli import batch  # noqa: PLC0415  --help must not wait for the stations
    from pmexport.cli.source import source_bytes  # noqa: PLC0415
    from pmexport.homeward import imported  # noqa: PLC0415
    from pmexport.model.options import WordOptions  # noqa: PLC0415
    from pmexport.publish import STANDARD_STREAM, publish  # noqa: PLC0415
    from pmexport.reader.word import theme as made_with  # noqa: PLC0415
    from pmexport.theme.brand import themes  # noqa: PLC0415
    from pmexport.theme.load import load_theme  # noqa: PLC0415

    terminal = Terminal(quiet=quiet)
    source = against or (None if alone else _beside(file))
    content = source_bytes(file)
    if source is None:
        found = imported(content, file)
    else:
        text = source_bytes(source)
        told = {"lang": lang, "timezone": timezone}
        settled = batch.settled_for(source, text, {**told, "theme": theme}).settings
        named = "" if theme else made_with(content, file)
        if named in themes():
            settled = batch.settled_for(source, text, {**told, "theme": named}).settings
        elif named and named != load_theme(settled.theme).theme.name:
            terminal.line(f"{file}: was made with the theme {named}; name it with --theme, for its words")
        word = WordOptions(reference=source_bytes(reference) if reference else b"", reference_name=reference or "")
        brand = load_theme(settled.theme).theme
        options = settled.read_options(source), settled.page_options()
        found = imported(content, file, text, *options, theme=brand, word_options=word)
    if not quiet:
        if found.note:
            terminal.line(f"{file}: {found.note}")
        _tell(found, source, terminal)
    if output in {None, STANDARD_STREAM}:
        terminal.data(found.text.encode())
        return ExitStatus.DONE
    target = Path(str(output))
    if source is not None and target.exists() and target.samefile(source) and not force:
        raise UsageError("is the source itself", place=str(target), instead="--force writes the changes into it")
    publish(found.text.encode(), target, overwrite=force)
    terminal.wrote(target)
    return ExitStatus.DONE


def _beside(file: str) -> str | None:
    """Return the source that stands beside `file`: by its name, or by that without an incident's number or audience."""
    path = Path(file)
    plain = _ADDED.sub("", path.stem)
    names = dict.fromkeys((path.stem, plain, _NUMBER.sub("", plain)))
    found = (path.with_name(f"{name}.md") for name in names if name)
    return next((str(one) for one in found if one.is_file()), None)


def _tell(found: Imported, source: str | None, terminal: Terminal) -> None:
    if source is None:
        return
    for remark in found.remarks:
        kind = "resolved comment" if remark.resolved else "comment"
        terminal.line(f"{kind}: {remark.author}, at “{remark.place}”: {remark.text}")
    if not found.changes:
        terminal.line(f"{source}: nothing changed")
    for change in found.changes:
        place = "" if change.placed else " (no place for it in the source: change it there by hand)"
        if change.before == change.after:
            terminal.line(f"moved: {change.after}{place}")
        elif change.before and change.after:
            terminal.line(f"changed: {change.before} -> {change.after}{place}")
        elif change.after:
            terminal.line(f"added: {change.after}{place}")
        else:
            terminal.line(f"removed: {change.before}{place}")
