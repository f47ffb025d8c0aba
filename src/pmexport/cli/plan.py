"""What render was asked for, as one task a file: which formats, and where each goes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pmexport.cli.source import source_bytes
from pmexport.errors import PmexportError, UsageError
from pmexport.model.options import PdfVariant
from pmexport.model.terms import Audience
from pmexport.publish import STANDARD_STREAM, Targets, file_name
from pmexport.writers import CUSTOMER_FORMATS, FORMATS

_FORMAT_OF = {f".{suffix}": suffix for suffix in FORMATS} | {".htm": "html"}
_FORMAT_FOR_CUSTOMERS = _FORMAT_OF | {".txt": "txt", ".md": "status-page.md", ".eml": "eml"}
_OPTION_OF = {"txt": "text", "status-page.md": "status_page", "eml": "email"}
_SETTINGS = ("theme", "template", "paper", "lang", "timezone", "classification", "today")


class Request(Struct, frozen=True, kw_only=True):
    """The options of render, as given."""

    files: tuple[str, ...]
    pdf: bool
    docx: bool
    html: bool
    every: bool
    output: str | None
    audience: Audience
    external: bool
    incident: int | None
    theme: str | None
    template: str | None = None
    paper: str | None
    lang: str | None
    timezone: str | None
    classification: str | None
    today: str | None
    reference: str | None = None
    review: bool = False
    editable: bool = False
    cover: bool = False
    pdf_variant: PdfVariant | None = None
    force: bool
    strict: bool
    manifest: bool
    jobs: int | None
    quiet: bool
    verbose: bool
    text: bool = False
    status_page: bool = False
    email: bool = False
    customer: str | None = None
    permit: tuple[str, ...] | None = None

    @property
    def settings(self) -> Mapping[str, str | None]:
        """Return the options that are settings."""
        return {name: getattr(self, name) for name in _SETTINGS}

    @property
    def formats(self) -> tuple[str, ...]:
        """Return the formats asked for by name, in the order of CUSTOMER_FORMATS; none where none was."""
        return tuple(
            suffix
            for suffix in CUSTOMER_FORMATS
            if (self.every and suffix in FORMATS) or getattr(self, _OPTION_OF.get(suffix, suffix))
        )

    @property
    def is_external(self) -> bool:
        """Tell whether the report is for customers."""
        return self.external or self.audience is Audience.CUSTOMER


class Output(Struct, frozen=True, kw_only=True):
    """Where `-o` leads: `folder`, or one `file` (None with no folder is beside the input), or `standard` output."""

    folder: Path | None = None
    file: Path | None = None
    standard: bool = False
    formats: tuple[str, ...]


class Task(Struct, frozen=True, kw_only=True):
    """What is to be made of one file. A target of None is standard output; `content` is given for standard input.

    `taken` are the places of all inputs and outputs: further incidents of the file must not go there.
    """

    source: str
    targets: tuple[tuple[str, Path | None], ...]
    audience: Audience
    options: Mapping[str, str | None]
    incident: int | None = None
    overwrite: bool = True
    alone: bool = True
    content: bytes | None = None
    taken: frozenset[str] = frozenset()
    reference: str | None = None
    review: bool = False
    editable: bool = False
    cover: bool = False
    pdf_variant: PdfVariant = PdfVariant.UA
    recipient: str | None = None
    permitted: tuple[str, ...] = ()


class Plan(Struct, frozen=True, kw_only=True):
    """The tasks, and what cannot be done of what was asked."""

    tasks: tuple[Task, ...]
    faults: tuple[PmexportError, ...]

    @property
    def prints_alone(self) -> bool:
        """Whether one file alone is rendered, a PDF among its formats; customers' files have a process of their own."""
        if len(self.tasks) != 1 or not self.tasks[0].alone or self.tasks[0].audience is Audience.CUSTOMER:
            return False
        return any(suffix == "pdf" for suffix, _ in self.tasks[0].targets)


def plan(request: Request) -> Plan:
    """Return what to do for `request`, a file given twice being done once. Raises UsageError where nothing fits."""
    audience = _audience(request)
    sources = _each_once(request.files)
    output = _output(request, sources)
    targets = Targets(sources)
    tasks: list[Task] = []
    faults: list[PmexportError] = []
    for source in sources:
        try:
            tasks.append(_task(request, source, output, targets, audience, alone=len(sources) == 1))
        except PmexportError as fault:
            faults.append(fault)
    return Plan(tasks=tuple(replace(task, taken=targets.taken) for task in tasks), faults=tuple(faults))


def _audience(request: Request) -> Audience:
    audience = Audience.CUSTOMER if request.external else request.audience
    if audience is not Audience.CUSTOMER:
        outward = [f"--{_OPTION_OF[suffix].replace('_', '-')}" for suffix in request.formats if suffix in _OPTION_OF]
        outward += ["--customer"] * bool(request.customer) + ["--permit"] * bool(request.permit)
        if outward:
            raise UsageError(f"{', '.join(outward)} is for customers", instead="add --external")
    if audience is Audience.CUSTOMER and request.pdf_variant is PdfVariant.ARCHIVE:
        raise UsageError(
            "an archive's file carries the source, which must not leave", place="--pdf-variant", instead="leave it out"
        )
    if audience is Audience.LEADERSHIP and request.review:
        raise UsageError(
            "a briefing of one page has no room for findings", place="--review", instead="ask for the full"
        )
    return audience


def _each_once(files: tuple[str, ...]) -> tuple[str, ...]:
    places: dict[str, str] = {}
    for file in files:
        places.setdefault(file if file == STANDARD_STREAM else os.path.realpath(file), file)
    return tuple(places.values())


def _output(request: Request, sources: tuple[str, ...]) -> Output:
    formats = request.formats
    match request.output:
        case None:
            if STANDARD_STREAM in sources:
                raise UsageError("standard input has no name to write beside", instead="say where with -o")
            return Output(formats=formats or ("pdf",))
        case "-":
            if len(sources) > 1 or len(formats) > 1:
                raise UsageError("standard output takes one file in one format", place="-o -", instead="name a folder")
            if request.manifest:
                raise UsageError(
                    "standard output takes the document or the manifest", place="-o -", instead="name a file"
                )
            return Output(standard=True, formats=formats or ("pdf",))
        case text:
            return _named_output(text, formats, sources, _FORMAT_FOR_CUSTOMERS if request.is_external else _FORMAT_OF)


def _named_output(text: str, formats: tuple[str, ...], sources: tuple[str, ...], known: Mapping[str, str]) -> Output:
    path = Path(text)
    if not text:
        raise UsageError("the path is empty", place="-o", instead="name a file, a folder or -")
    if path.is_dir() or text.endswith(("/", os.sep)):
        return Output(folder=path, formats=formats or ("pdf",))
    # Devices and pipes have no suffix: what is written to them is what was asked for by name.
    special = path.exists() and not path.is_file()
    if not path.suffix and not special and not path.exists():
        return Output(folder=path, formats=formats or ("pdf",))
    named = (formats or ("pdf",)) if special else _by_suffix(path, formats, known)
    if len(sources) > 1 or len(named) > 1:
        raise UsageError("one file takes one input in one format", place=text, instead="end a folder's name with /")
    return Output(file=path, formats=named)


def _by_suffix(path: Path, formats: tuple[str, ...], known_suffixes: Mapping[str, str]) -> tuple[str, ...]:
    suffix = known_suffixes.get(path.suffix.lower())
    if suffix is None:
        known = ", ".join(each for each in known_suffixes if each != ".htm")
        raise UsageError(
            f"the suffix {path.suffix or 'that is missing'} names no format",
            place=str(path),
            instead=f"write one of {known}, or end a folder's name with /",
        )
    if formats and formats != (suffix,):
        asked = ", ".join(f"--{each}" for each in formats)
        raise UsageError(f"is a name for {suffix.upper()}, but {asked} was asked for", place=str(path))
    return (suffix,)


def _task(request: Request, source: str, output: Output, targets: Targets, audience: Audience, *, alone: bool) -> Task:
    return Task(
        source=source,
        targets=tuple((suffix, _target(source, suffix, output, targets, audience)) for suffix in output.formats),
        audience=audience,
        options=request.settings,
        incident=request.incident,
        overwrite=request.force,
        alone=alone,
        content=source_bytes(source) if source == STANDARD_STREAM else None,
        reference=request.reference,
        review=request.review,
        editable=request.editable,
        cover=request.cover,
        pdf_variant=request.pdf_variant or PdfVariant.UA,
        recipient=request.customer,
        permitted=request.permit or (),
    )


def _target(source: str, suffix: str, output: Output, targets: Targets, audience: Audience) -> Path | None:
    if output.standard:
        return None
    if output.file:
        return targets.claim(output.file, source)
    folder = output.folder if output.folder is not None else Path(source).parent
    return targets.claim(folder / file_name(source, suffix, audience), source)
