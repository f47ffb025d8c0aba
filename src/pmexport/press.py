"""Prints customers' files in a process of its own, which is handed a CustomerReport and nothing else.

The parent writes a job to standard input and reads what was printed from standard output. The job is JSON, for
MessagePack keeps of a time its instant and not its zone, in which customers are told of it. This module and all that it
imports cannot see a postmortem: the contract "The wall" holds that, and `modules` says what was really loaded.
"""

from __future__ import annotations

import subprocess
import sys

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from pmexport.errors import PmexportError, UnavailableError
from pmexport.model.customer import CustomerReport
from pmexport.model.options import Paper
from pmexport.model.rendering import Rendering
from pmexport.report.customer import customer_report
from pmexport.theme.brand import Overlay
from pmexport.theme.load import Look, load_look
from pmexport.writers.one_page import OnePage


class Job(Struct, frozen=True, kw_only=True):
    """What is to be printed: the report, the theme by name or folder, the paper and the formats.

    `template` and `over` are those of the `Look`; `company` goes before the theme's.
    """

    report: CustomerReport
    theme: str
    paper: Paper
    formats: tuple[str, ...]
    template: str = ""
    over: Overlay = Overlay()
    company: str = ""


class Printed(Struct, frozen=True, kw_only=True):
    """One format: the rendering, or in `fault` why there is none."""

    format: str
    rendering: Rendering | None = None
    fault: tuple[str, str] | None = None


class Delivery(Struct, frozen=True, kw_only=True):
    """What came of a job, and which of the program's modules the process had loaded."""

    printed: tuple[Printed, ...]
    modules: tuple[str, ...]


def print_apart(job: Job) -> Delivery:
    """Return what a fresh process makes of `job`. Raises UnavailableError where it ends without an answer."""
    command = [sys.executable, "-m", "pmexport.press"]
    done = subprocess.run(command, input=msgspec.json.encode(job), capture_output=True, check=False)  # noqa: S603  ourselves
    if done.returncode or not done.stdout:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise UnavailableError(
            f"the files for customers could not be made, {' '.join(last)[:300] or 'no reason given'}"
        )
    return msgspec.msgpack.decode(done.stdout, type=Delivery)


def deliver(job: Job) -> Delivery:
    """Return `job` printed in this process."""
    theme = load_look(Look(theme=job.theme, template=job.template, over=job.over)).theme
    # What else stands in a company's own document did not come in by the rules for customers.
    theme = replace(theme, reference_docx=None, company=job.company or theme.company)
    page = OnePage(customer_report(job.report, job.paper, theme.wording), theme)
    printed = []
    for suffix in job.formats:
        try:
            printed.append(Printed(format=suffix, rendering=page.print(suffix)))
        except PmexportError as fault:
            printed.append(Printed(format=suffix, fault=(_said(fault), fault.instead)))
    loaded = tuple(sorted(name for name in sys.modules if name.partition(".")[0] == "pmexport"))
    return Delivery(printed=tuple(printed), modules=loaded)


def _said(fault: PmexportError) -> str:
    return f"{fault.place}: {fault.found}" if fault.place else fault.found


if __name__ == "__main__":
    given = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)
    sys.stdout.buffer.write(msgspec.msgpack.encode(deliver(given)))
