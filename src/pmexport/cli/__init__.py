"""The Click group; a first argument that is a file means render; a near miss gets a suggestion."""

from __future__ import annotations

import gc
import keyword
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

import click

from pmexport import __version__
from pmexport.cli.terminal import Terminal, said, trace
from pmexport.errors import ExitStatus, PmexportError, UsageError

# Name, and what the help says of it: kept here so that the help of the group imports no command.
_COMMANDS = {
    "render": "Turn Markdown into PDF, Word and HTML; `pmexport FILE` means this.",
    "check": "Review a postmortem: what is wrong or missing, and what to write instead.",
    "inspect": "Print what was understood of a postmortem as JSON.",
    "actions": "List the action items of many postmortems as a table, CSV or JSON.",
    "import": "Turn an edited Word document back into Markdown.",
    "new": "Write the skeleton of a postmortem.",
    "theme": "List, show, check and make themes.",
    "customer": "Draft, review and approve the report for customers.",
    "leakcheck": "Search a finished file for what must not leave.",
}
_OWN_OPTIONS = ("-h", "--help", "--version")


class _Commands(click.Group):
    """Imports a command when it is asked for, and answers for the process as a whole."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        return cast("click.Command", import_module(f"pmexport.cli.{_room(cmd_name)}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, ["render", *args] if args and _means_render(args[0]) else args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS:
            raise _no_such_command(args[0])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            Terminal().nobody_reads()
            return ExitStatus.DONE

    def main(  # type: ignore[override]  # one signature for Click's two
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002  Click's signature
        **extra: object,
    ) -> int:
        """Run; without `standalone_mode` return the status in place of leaving with it."""
        run = super().main
        name = prog_name or "pmexport"
        status = _answer(lambda: run(args, name, complete_var, standalone_mode=False, **extra))
        if standalone_mode:
            sys.exit(status)
        return status


def _room(name: str) -> str:
    """Return the module of the command `name`; Python keeps some names for itself."""
    return f"{name}_" if keyword.iskeyword(name) else name


def _answer(work: Callable[[], object]) -> int:
    terminal = Terminal(verbose=bool({"-v", "--verbose"} & set(sys.argv[1:])))
    # A tenth of the time goes into collecting what a short-lived process frees at its end; batches collect by the file.
    gc.disable()
    try:
        status = work()
    except click.UsageError as error:
        terminal.fault(_in_one_line(error))
        return ExitStatus.USAGE
    except PmexportError as fault:
        terminal.fault(fault)
        return fault.status
    except (KeyboardInterrupt, click.Abort):
        terminal.line("interrupted")
        return ExitStatus.INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last resort: whatever happens, one line and a status
        terminal.unexpected(said(error), trace(error))
        return ExitStatus.UNAVAILABLE
    return int(status) if isinstance(status, int) else ExitStatus.DONE


def _in_one_line(error: click.UsageError) -> UsageError:
    path = error.ctx.command_path if error.ctx else "pmexport"
    found, _, guess = error.format_message().strip().partition(" Did you mean ")
    instead = f"did you mean {guess}" if guess else f"{path} --help lists what there is"
    found = " ".join(found.split()).rstrip(".")
    return UsageError(found[:1].lower() + found[1:], place=path, instead=instead)


def _means_render(first: str) -> bool:
    """Return whether `first` is a file or an option of render; a folder does not hide the command of its name."""
    if first.startswith("-") and first != "-":
        return first not in _OWN_OPTIONS
    if first in _COMMANDS:
        return Path(first).is_file()
    return first == "-" or bool({".", "/", os.sep} & set(first)) or os.path.lexists(first)


def _no_such_command(name: str) -> UsageError:
    import difflib  # noqa: PLC0415  only a mistake needs it

    near = difflib.get_close_matches(name.lower(), _COMMANDS, n=1)
    instead = f"did you mean {near[0]}?" if near else "pmexport --help lists the commands"
    return UsageError("is neither a command nor a file", place=name, instead=instead)


@click.group(
    "pmexport",
    cls=_Commands,
    invoke_without_command=True,
    no_args_is_help=False,
    options_metavar="",
    subcommand_metavar="FILE... [OPTIONS] | COMMAND ...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="pmexport")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn an incident postmortem written in Markdown into branded PDF, Word and HTML.

    pmexport report.md --all writes report.pdf, report.docx and report.html beside it.
    """
    if context.invoked_subcommand is None:
        Terminal().data(f"{context.get_help()}\n".encode())
