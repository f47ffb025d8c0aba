"""What the tests of the Word writer share: a theme, a finished document, and small reports of one section."""

import pytest
from msgspec.structs import replace

from example_report import example_report
from inspect_docx import Draw, WordFile
from pmexport.model.prose import Block
from pmexport.model.report import Narrative, Report, Section
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write


@pytest.fixture(scope="session")
def theme() -> Theme:
    """Return the default theme."""
    return load_theme("default").theme


@pytest.fixture(scope="session")
def report() -> Report:
    """Return the report that uses everything."""
    return example_report()


@pytest.fixture(scope="session")
def content(report: Report, theme: Theme) -> bytes:
    """Return that report as a Word document."""
    return write(report, theme).content


@pytest.fixture(scope="session")
def word(content: bytes) -> WordFile:
    """Return that document to be asked."""
    return WordFile(content)


@pytest.fixture(scope="session")
def draw(report: Report, theme: Theme) -> Draw:
    """Return what writes a report of some sections alone."""

    def drawn(*sections: Section) -> WordFile:
        return WordFile(write(replace(report, sections=sections), theme).content)

    return drawn


@pytest.fixture(scope="session")
def say(draw: Draw) -> Draw:
    """Return what writes a report of some blocks alone."""

    def said(*blocks: Block) -> WordFile:
        return draw(Narrative(anchor="only", heading="Only", blocks=blocks))

    return said
