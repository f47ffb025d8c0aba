"""The road: source to rendering. The one module that knows the order of the stations."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from pmexport import reader
from pmexport.errors import PmexportError, UnavailableError, no_deeper
from pmexport.facts.metrics import measure
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import PageOptions, PdfOptions, ReadOptions, WordOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.model.terms import Audience
from pmexport.plainyaml import Mapping
from pmexport.printing import Made, PdfAside, guarded, pdf_of
from pmexport.reader.source import decode
from pmexport.report.full import full_report
from pmexport.report.review import with_findings
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Theme
from pmexport.writers import writer


def front_matter(content: bytes, name: str) -> Mapping | None:
    """Return the mapping at the head of `content`, the bytes of the file `name`. Raises UnreadableError."""
    return decode(content, name).front_matter


def read(content: bytes, options: ReadOptions | None = None) -> reader.Reading:
    """Return the postmortems in `content`, one for each incident and at least one. Raises UnreadableError."""
    options = options or ReadOptions()
    with no_deeper(options.name):
        return reader.read(content, options)


def report_of(postmortem: Postmortem, options: PageOptions, theme: Theme) -> Report:
    """Return the report that `options` ask for, classified as `theme` says where neither they nor the text do."""
    return _told(postmortem, options, theme).report


class _Told(Struct, frozen=True):
    """A report, and what its making has to tell."""

    report: Report
    diagnostics: tuple[Diagnostic, ...] = ()


def _told(postmortem: Postmortem, options: PageOptions, theme: Theme, share: float = 1.0) -> _Told:
    options = replace(options, usual_classification=theme.classification, wording=theme.wording)
    facts = measure(postmortem)
    if options.audience is not Audience.LEADERSHIP:
        return _Told(full_report(postmortem, facts, options))
    from pmexport.report.leadership import leadership_report  # noqa: PLC0415  the full report needs none of it

    briefing = leadership_report(postmortem, facts, options, theme, share=share)
    return _Told(briefing.report, briefing.diagnostics)


class Rendered(Struct, frozen=True):
    """A postmortem in the formats asked for, in their order, and what the making of the report has to tell."""

    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


# How much of a page a briefing is given: less, where a theme's own style sheet sets it wider than was reckoned.
_SHARES = (1.0, 0.9, 0.8, 0.65, 0.5, 0.3)


def rendered(
    postmortem: Postmortem,
    options: PageOptions,
    theme: Theme,
    suffixes: tuple[str, ...],
    *,
    aside: PdfAside | None = None,
    word: WordOptions | None = None,
    pdf: PdfOptions | None = None,
    findings: tuple[Diagnostic, ...] = (),
) -> Rendered:
    """Return what `renderings` gives of the report that `options` ask for; a briefing's PDF has one page."""
    told = _told(postmortem, options, theme)
    made = renderings(told.report, theme, suffixes, aside=aside, word=word, pdf=pdf, findings=findings)
    if options.audience is Audience.LEADERSHIP:
        for share in _SHARES[1:]:
            if all(isinstance(one, PmexportError) or (one.pages or 1) == 1 for one in made):
                break
            told = _told(postmortem, options, theme, share)
            made = renderings(told.report, theme, suffixes, word=word, pdf=pdf, findings=findings)
    return Rendered(made, told.diagnostics)


def convert(
    content: bytes,
    suffix: str,
    read_options: ReadOptions | None = None,
    page_options: PageOptions | None = None,
    theme: Theme | None = None,
    *,
    word: WordOptions | None = None,
) -> Rendering:
    """Turn Markdown into one format, `suffix` being pdf, docx or html; of several incidents the first is rendered.

    A Word document keeps of the wording of `content` what its page does not say, unless `word` says otherwise. The
    diagnostics are the reader's and the writer's. Raises UnreadableError, ThemeError, UnavailableError.
    """
    reading = read(content, read_options)
    theme = theme or load_theme().theme
    word = word or (WordOptions(source=own_texts(content, reading, read_options)[0]) if suffix == "docx" else None)
    done = rendered(reading.postmortems[0], page_options or PageOptions(), theme, (suffix,), word=word)
    match done.made[0]:
        case Rendering() as rendering:
            return Rendering(
                content=rendering.content,
                pages=rendering.pages,
                diagnostics=reading.diagnostics + done.diagnostics + rendering.diagnostics,
            )
        case fault:
            raise fault


def own_texts(content: bytes, reading: reader.Reading, options: ReadOptions | None = None) -> tuple[str, ...]:
    """Return the Markdown that each postmortem of `reading` was read from, `content` being the file's bytes.

    It is empty for one of several that cannot be cut out of its file.
    """
    from pmexport.reader import apart  # noqa: PLC0415  only Word documents keep it

    return apart.texts(content, options or ReadOptions(), reading.postmortems)


def renderings(
    report: Report,
    theme: Theme,
    suffixes: tuple[str, ...],
    *,
    aside: PdfAside | None = None,
    word: WordOptions | None = None,
    pdf: PdfOptions | None = None,
    findings: tuple[Diagnostic, ...] = (),
) -> tuple[Made, ...]:
    """Return `report` in each of `suffixes`, or why a format could not be made; the others are made all the same.

    The PDF is made `aside`, where that is given, while the others are made here. Word, which is told `word`, comes last
    and takes the page numbers of its contents list from the PDF. The `findings` of a review are comments in Word,
    and a last section elsewhere.
    """
    word = replace(word or WordOptions(), findings=findings)
    plain, report = report, with_findings(report, findings)
    made: dict[str, Made] = {}
    paper = pdf or PdfOptions()
    if aside is not None:
        aside.give((report, theme, paper))

    def printed() -> Made | None:
        if "pdf" in suffixes and "pdf" not in made:
            made["pdf"] = pdf_of(report, theme, paper) if aside is None else aside.made() or _died()
        return made.get("pdf")

    for suffix in suffixes:
        if suffix not in {"pdf", "docx"}:
            made[suffix] = _render(report, theme, suffix)
    if "docx" in suffixes:
        made["docx"] = guarded(report, "docx", lambda: _word(plain, theme, word, lambda: _places(printed())))
    printed()
    return tuple(made[suffix] for suffix in suffixes)


def _word(report: Report, theme: Theme, options: WordOptions, pages: Callable[[], dict[str, int]]) -> Rendering:
    from pmexport.writers.docx import write  # noqa: PLC0415  few runs need it, and it is told more

    if not options.source or report.audience is not Audience.FULL:
        return write(report, theme, options, pages)
    from pmexport.reader.word import wording_of  # noqa: PLC0415  as above

    return write(report, theme, options, pages, lambda parts: wording_of(parts, options.source))


def _places(made: Made | None) -> dict[str, int]:
    return dict(made.places) if isinstance(made, Rendering) else {}


def _died() -> UnavailableError:
    return UnavailableError("PDF could not be made", instead="ask for it alone to see why")


def _render(report: Report, theme: Theme, suffix: str) -> Made:
    return guarded(report, suffix, lambda: writer(suffix)(report, theme))
