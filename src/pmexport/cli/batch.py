"""One file's way through the program as a value, and many files', in processes or not, in the order given."""

from __future__ import annotations

import gc
import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pmexport import settings
from pmexport.cli.plan import Task
from pmexport.cli.several import picked, targets_of
from pmexport.cli.source import source_bytes
from pmexport.cli.terminal import said, trace
from pmexport.convert import front_matter, own_texts, read, rendered
from pmexport.errors import ExitStatus, PmexportError
from pmexport.examine import reviewed
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import PdfOptions, WordOptions
from pmexport.model.rendering import Rendering, Sealed
from pmexport.model.terms import Audience, DiagnosticSeverity
from pmexport.printing import Made, PdfAside
from pmexport.publish import STANDARD_STREAM, publish
from pmexport.theme.load import covered, load_look

# Under two files a process, starting it costs more than it saves.
_FILES_A_PROCESS = 2


class Written(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An entry of the manifest. `choices` says what a briefing tells and what it leaves out."""

    source: str
    path: str
    format: str
    audience: str
    bytes: int
    sha256: str
    pages: int | None
    warnings: tuple[Diagnostic, ...]
    choices: tuple[Diagnostic, ...] = ()


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of a task: what was found and where, what was written or goes to standard output, what failed.

    `unexpected` is a fault of the program with its trace; `choices` what a briefing tells and what it leaves out.
    """

    source: str
    diagnostics: tuple[tuple[str, Diagnostic], ...] = ()
    written: tuple[Written, ...] = ()
    data: bytes | None = None
    faults: tuple[PmexportError, ...] = ()
    unexpected: tuple[str, str] | None = None
    choices: tuple[tuple[str, Diagnostic], ...] = ()

    @property
    def status(self) -> int:
        """Return the highest exit status of what failed."""
        unexpected = ExitStatus.UNAVAILABLE if self.unexpected else ExitStatus.DONE
        return max(unexpected, *(fault.status for fault in self.faults), ExitStatus.DONE)

    @property
    def findings(self) -> int:
        """Return the exit status that --strict gives what was found."""
        found = any(diagnostic.severity is not DiagnosticSeverity.NOTE for _, diagnostic in self.diagnostics)
        return ExitStatus.FINDINGS if found else ExitStatus.DONE


def perform(tasks: tuple[Task, ...], *, jobs: int | None = None, aside: PdfAside | None = None) -> Iterator[Outcome]:
    """Yield the outcome of each task in the order given; `jobs` processes, or as many as pay off.

    A single task has its PDF made `aside`, where that is given.
    """
    jobs = jobs or min(len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1, len(tasks) // _FILES_A_PROCESS)
    if jobs <= 1 or len(tasks) <= 1:
        yield from (perform_one(task, aside) for task in tasks)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  30 ms that one file need not pay
    from multiprocessing import get_context  # noqa: PLC0415

    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=context) as pool:
        try:
            yield from pool.map(perform_one, tasks)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def perform_one(task: Task, aside: PdfAside | None = None) -> Outcome:
    """Read, render and write one file. Every fault is in the outcome, so that a batch goes on."""
    try:
        if task.audience is Audience.CUSTOMER:
            from pmexport.cli.dispatch import dispatch  # noqa: PLC0415  the road for customers is another one

            return dispatch(task)
        return _rendered(task, aside)
    except PmexportError as fault:
        placed = _placed(fault, task.source) if task.audience is Audience.CUSTOMER else fault
        return Outcome(source=task.source, faults=(placed,))
    except Exception as error:  # noqa: BLE001  one file's accident must not stop the others
        return Outcome(source=task.source, unexpected=(said(error), trace(error)))
    finally:
        if not task.alone:
            gc.collect()


def _rendered(task: Task, aside: PdfAside | None) -> Outcome:
    content = source_bytes(task.source) if task.content is None else task.content
    settled = settled_for(task.source, content, task.options)
    loaded = load_look(settled.settings.look)
    theme = covered(loaded.theme) if task.cover else loaded.theme
    reading = read(content, settled.settings.read_options(task.source))
    several = picked(reading.postmortems, task.incident, task.source)
    suffixes = tuple(suffix for suffix, _ in task.targets)
    options = settled.settings.page_options(task.audience)
    word = WordOptions(
        reference=source_bytes(task.reference) if task.reference else b"",
        reference_name=task.reference or "",
        editable=task.editable,
    )
    pdf = PdfOptions(
        variant=task.pdf_variant,
        source=content,
        source_name=Path(task.source).name if task.source != STANDARD_STREAM else "source.md",
    )
    findings = _findings(content, task, settled.settings) if task.review else ()
    found = (
        *settled.diagnostics,
        *loaded.told(Path.cwd()),
        *((task.source, diagnostic) for diagnostic in reading.diagnostics),
    )
    outcomes: list[Outcome] = []
    kept = own_texts(content, reading, settled.settings.read_options(task.source)) if "docx" in suffixes else ()
    texts = dict(zip(map(id, reading.postmortems), kept, strict=False))
    for number, postmortem in enumerate(several, start=1):
        own = replace(task, targets=targets_of(task, number)) if len(several) > 1 else task
        done = rendered(
            postmortem,
            options,
            theme,
            suffixes,
            aside=aside if number == 1 else None,
            word=replace(word, source=texts.get(id(postmortem), "")),
            pdf=pdf,
            findings=findings,
        )
        told = tuple((task.source, diagnostic) for diagnostic in done.diagnostics)
        outcomes.append(replace(_publish(own, done.made, found, done.diagnostics), choices=told))
    return _joined(outcomes)


def _joined(outcomes: list[Outcome]) -> Outcome:
    """Return what became of the incidents of one file as one."""
    return Outcome(
        source=outcomes[0].source,
        diagnostics=tuple(dict.fromkeys(each for outcome in outcomes for each in outcome.diagnostics)),
        written=tuple(each for outcome in outcomes for each in outcome.written),
        data=outcomes[0].data,
        faults=tuple(each for outcome in outcomes for each in outcome.faults),
        choices=tuple(each for outcome in outcomes for each in outcome.choices),
    )


def _findings(content: bytes, task: Task, settled: settings.Settings) -> tuple[Diagnostic, ...]:
    return reviewed(content, settled.read_options(task.source), settled.check_options()).diagnostics


def _publish(
    task: Task,
    outcomes: tuple[Made, ...],
    found: tuple[tuple[str, Diagnostic], ...],
    choices: tuple[Diagnostic, ...],
) -> Outcome:
    written: list[Written] = []
    faults: list[PmexportError] = []
    data = None
    told = list(found)
    for (suffix, target), outcome in zip(task.targets, outcomes, strict=True):
        if not isinstance(outcome, Rendering):
            faults.append(_placed(outcome, task.source))
            continue
        each = ((task.source, diagnostic) for diagnostic in outcome.diagnostics)
        told += (pair for pair in each if pair not in told)
        if target is None:
            data = outcome.content
            continue
        try:
            publish(outcome.content, target, overwrite=task.overwrite)
        except PmexportError as fault:
            faults.append(fault)
            continue
        written.append(replace(entry(task, target, suffix, outcome, found), choices=choices))
    return Outcome(source=task.source, diagnostics=tuple(told), written=tuple(written), data=data, faults=tuple(faults))


def _placed(fault: PmexportError, source: str) -> PmexportError:
    return fault if fault.place else type(fault)(fault.found, place=source, instead=fault.instead)


def entry(
    task: Task, target: Path, suffix: str, rendering: Rendering | Sealed, found: tuple[tuple[str, Diagnostic], ...]
) -> Written:
    """Return the entry of the manifest for a file that was written."""
    diagnostics = (*(diagnostic for _, diagnostic in found), *rendering.diagnostics)
    return Written(
        source=task.source,
        path=str(target),
        format=suffix,
        audience=task.audience,
        bytes=len(rendering.content),
        sha256=hashlib.sha256(rendering.content).hexdigest(),
        pages=rendering.pages,
        warnings=tuple(each for each in diagnostics if each.severity is not DiagnosticSeverity.NOTE),
    )


def settled_for(source: str, content: bytes, options: Mapping[str, str | None]) -> settings.Settled:
    """Return the settings that hold for `source`. Raises UsageError, UnreadableError."""
    folder = Path.cwd() if source == STANDARD_STREAM else Path(source).parent
    return settings.settle(
        settings.user_layer(),
        settings.project_layer(folder),
        settings.front_matter_layer(front_matter(content, source), source),
        settings.environment_layer(),
        settings.command_line_layer(options),
    )
