"""The running lines."""

import msgspec
import pytest

from example_report import example_report
from pmexport.model.report import Marks
from pmexport.theme.load import load_theme
from pmexport.writers.page.running import brand, content, line


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{id} · {classification}", "INC-1"),
        ("{company} · {id}", "Tarn & Fell · INC-1"),
        ("{classification}", ""),
        ("Report {id}", "Report INC-1"),
        ("{page} / {pages}", "{page} / {pages}"),
    ],
)
def test_a_part_without_a_value_is_left_out_with_its_dot(pattern: str, expected: str) -> None:
    assert line(pattern, Marks(title="T", incident_id="INC-1"), "Tarn & Fell") == expected


def test_a_lone_page_number_is_said_as_the_language_says_it() -> None:
    assert content("{page}", example_report(), load_theme("default").theme) == 'counter(page) " of " counter(pages)'


def test_words_cannot_end_the_style_sheet() -> None:
    report = msgspec.structs.replace(example_report(), marks=Marks(title='"}</style><b>'))

    assert content("{title}", report, load_theme("default").theme) == '"\\22 \\7d \\3c /style\\3e \\3c b\\3e "'


def test_a_theme_without_a_company_says_what_the_document_is() -> None:
    assert brand(example_report(), load_theme("default").theme) == "Incident postmortem"


def test_a_sign_that_spells_no_name_has_the_name_beside_it() -> None:
    assert brand(example_report(), load_theme("northwind").theme) == "Northwind"
