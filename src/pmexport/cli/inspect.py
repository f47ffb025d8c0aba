"""inspect: the model as JSON, its schema, or where each line of the source went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pmexport.cli.terminal import Terminal, visible
from pmexport.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from pmexport.reader.explanation import Explanation, Placement


@click.command("inspect", short_help="Print what was understood of a postmortem as JSON.")
@click.argument("file", required=False, metavar="FILE")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of what is printed for a file.")
@click.option("--explain", is_flag=True, help="Say for each line where it went and why, and what found no place.")
@click.option("--incident", type=click.IntRange(min=1), metavar="N", help="Which of several incidents in one file.")
@click.option("--lang", metavar="TAG", help="The language of the text.")
@click.option("--timezone", metavar="ZONE", help="The zone of times that name none, such as Europe/Berlin.")
@click.option("-q", "--quiet", is_flag=True, help="Say errors only.")
def command(
    *,
    file: str | None,
    schema: bool,
    explain: bool,
    incident: int | None,
    lang: str | None,
    timezone: str | None,
    quiet: bool,
) -> int:
    """Print what was understood of FILE as JSON; of several incidents an array. FILE may be - for standard input."""
    terminal = Terminal(quiet=quiet)
    if schema:
        from pmexport.examine import json_schema  # noqa: PLC0415  --help must not wait for the stations

        terminal.data(json_schema() + b"\n")
        return ExitStatus.DONE
    if file is None:
        raise UsageError("a file is missing", place="pmexport inspect", instead="name one, or ask for --schema")
    wanted = {"lang": lang, "timezone": timezone}
    terminal.data(_explained(file, incident, wanted) if explain else _model(file, incident, wanted, terminal))
    return ExitStatus.DONE


def _model(file: str, incident: int | None, options: dict[str, str | None], terminal: Terminal) -> bytes:
    from pmexport.cli import batch  # noqa: PLC0415
    from pmexport.cli.several import picked  # noqa: PLC0415
    from pmexport.cli.source import source_bytes  # noqa: PLC0415
    from pmexport.convert import read  # noqa: PLC0415
    from pmexport.examine import model_json  # noqa: PLC0415

    content = source_bytes(file)
    settled = batch.settled_for(file, content, options)
    for place, diagnostic in settled.diagnostics:
        terminal.diagnostics(place, (diagnostic,))
    reading = read(content, settled.settings.read_options(file))
    postmortems = picked(reading.postmortems, incident, file)
    return model_json(postmortems, reading.diagnostics, settled.settings.calendar())


def _explained(file: str, incident: int | None, options: dict[str, str | None]) -> bytes:
    from pmexport.cli import batch  # noqa: PLC0415
    from pmexport.cli.several import picked  # noqa: PLC0415
    from pmexport.cli.source import source_bytes  # noqa: PLC0415
    from pmexport.examine import explain  # noqa: PLC0415

    content = source_bytes(file)
    settled = batch.settled_for(file, content, options)
    explained = explain(content, settled.settings.read_options(file))
    return "\n".join(_shown(file, one) for one in picked(explained, incident, file)).encode()


def _shown(file: str, explained: Explanation) -> str:
    places = explained.placements
    width = max((len(each.place) + 2 * each.depth for each in places), default=0)
    lines = [f"{file}: {explained.title}", ""]
    lines += [f"{_lines(each):>9}  {'  ' * each.depth + each.place:<{width}}  {each.why}" for each in places]
    unplaced = [each for each in places if not each.placed]
    if unplaced:
        lines += ["", f"Without a place of {'its' if len(unplaced) == 1 else 'their'} own, and kept as written:", ""]
        lines += [f"{_lines(each):>9}  {each.why}" for each in unplaced]
    return "\n".join(visible(line) for line in lines) + "\n"


def _lines(each: Placement) -> str:
    if not each.first:
        return "-"
    return str(each.first) if each.last == each.first else f"{each.first}-{each.last}"
