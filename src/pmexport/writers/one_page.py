"""A report on one page where its text fits with smaller type and margins; as it is where it does not."""

from __future__ import annotations

from msgspec.structs import replace

from pmexport.errors import PmexportError
from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers import writer

# How small type may become of what the theme says, step by step; under nine tenths it is hard to read.
_STEPS = (1.0, 0.95, 0.9)
# Word sets a page in another family where it lacks the theme's, and needs a step more for what the PDF holds.
_STEPS_OF_WORD = (*_STEPS, 0.85)
# In points: what is smaller than this nobody reads on paper, and a theme's own smaller type stays as it is.
_SMALLEST = 7.5
# How much more room a word processor takes than the PDF does: its lines and its tables stand further apart.
_WORD = 1.14
_PAGED = frozenset({"pdf", "docx"})


class OnePage:
    """Prints one report; what was laid out once is kept."""

    def __init__(self, report: Report, theme: Theme) -> None:
        self._report = report
        self._theme = theme
        self._laid_out: dict[float, Rendering] = {}

    def print(self, suffix: str) -> Rendering:
        """Return the report in the format `suffix`. Raises what its writer raises."""
        if suffix == "pdf":
            return next((one for one in map(self._pdf, _STEPS) if one.pages == 1), self._pdf(1.0))
        return writer(suffix)(self._report, self._of_word() if suffix in _PAGED else self._theme)

    def _pdf(self, step: float) -> Rendering:
        if step not in self._laid_out:
            self._laid_out[step] = writer("pdf")(self._report, tightened(self._theme, step))
        return self._laid_out[step]

    def _of_word(self) -> Theme:
        """Return the theme as large as a page of it, as Word fills one, holds the report."""
        try:
            fits = (step for step in _STEPS_OF_WORD if self._pdf(round(step * _WORD, 3)).pages == 1)
            step = next(fits, _STEPS_OF_WORD[-1] if self._pdf(_STEPS[-1]).pages == 1 else 1.0)
        except PmexportError:
            # Without the PDF's engine nobody measures.
            return self._theme
        return tightened(self._theme, step)


def tightened(theme: Theme, step: float) -> Theme:
    """Return `theme` with its type `step` as large, and with less room over and under the text."""
    if step == 1:
        return theme
    sizes = {name: max(size * step, min(size, _SMALLEST)) for name, size in theme.type.sizes.items()}
    page = replace(
        theme.page, margin_top=theme.page.margin_top * step**2, margin_bottom=theme.page.margin_bottom * step**2
    )
    return replace(theme, type=replace(theme.type, sizes=sizes), page=page)
