"""The document's own properties."""

from lxml import etree
from msgspec.structs import replace

from inspect_docx import WordFile
from pmexport.model.report import Properties, Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write


def _properties(word: WordFile) -> dict[str, str]:
    return {etree.QName(element).localname: element.text or "" for element in word.xml["docProps/core.xml"]}


def test_they_are_the_reports_and_no_other(word: WordFile) -> None:
    assert _properties(word) == {
        "title": "Card payments declined across Europe",
        "creator": "Tomas Lind",
        "subject": "Incident postmortem INC-2026-0312",
        "keywords": "INC-2026-0312, SEV-1",
        "language": "en-GB",
        "created": "2026-03-12T00:00:00Z",
        "modified": "2026-03-12T00:00:00Z",
    }


def test_a_report_without_a_date_has_no_time(report: Report, theme: Theme) -> None:
    undated = replace(report, properties=Properties(title="Undated"))

    assert "created" not in _properties(WordFile(write(undated, theme).content))


def test_a_title_longer_than_the_format_holds_is_cut(report: Report, theme: Theme) -> None:
    long = replace(report, properties=Properties(title="long " * 100))

    assert len(_properties(WordFile(write(long, theme).content))["title"]) == 255
