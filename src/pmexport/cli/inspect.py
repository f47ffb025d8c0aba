"""inspect: the model as JSON, or its schema."""

from __future__ import annotations

import click

from pmexport.cli.terminal import Terminal
from pmexport.errors import ExitStatus, UsageError


@click.command("inspect", short_help="Print what was understood of a postmortem as JSON.")
@click.argument("file", required=False, metavar="FILE")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of what is printed for a file.")
@click.option("--incident", type=click.IntRange(min=1), metavar="N", help="Which of several incidents in one file.")
@click.option("--lang", metavar="TAG", help="The language of the text.")
@click.option("--timezone", metavar="ZONE", help="The zone of times that name none, such as Europe/Berlin.")
@click.option("-q", "--quiet", is_flag=True, help="Say errors only.")
def command(
    *, file: str | None, schema: bool, incident: int | None, lang: str | None, timezone: str | None, quiet: bool
) -> int:
    """Print what was understood of FILE as JSON; of several incidents an array. FILE may be - for standard input."""
    terminal = Terminal(quiet=quiet)
    if schema:
        from pmexport.convert import json_schema  # noqa: PLC0415  --help must not wait for the stations

        terminal.data(json_schema() + b"\n")
        return ExitStatus.DONE
    if file is None:
        raise UsageError("a file is missing", place="pmexport inspect", instead="name one, or ask for --schema")
    terminal.data(_model(file, incident, {"lang": lang, "timezone": timezone}, terminal))
    return ExitStatus.DONE


def _model(file: str, incident: int | None, options: dict[str, str | None], terminal: Terminal) -> bytes:
    from pmexport.cli import batch  # noqa: PLC0415
    from pmexport.cli.source import source_bytes  # noqa: PLC0415
    from pmexport.convert import model_json, read  # noqa: PLC0415

    content = source_bytes(file)
    settled = batch.settled_for(file, content, options)
    for place, diagnostic in settled.diagnostics:
        terminal.diagnostics(place, (diagnostic,))
    reading = read(content, settled.settings.read_options(file))
    postmortems = reading.postmortems
    if incident is not None:
        postmortems = (batch.chosen(postmortems, incident, file)[0],)
    return model_json(postmortems, reading.diagnostics, settled.settings.calendar())
