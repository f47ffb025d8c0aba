"""Controls to update statuses and due dates with."""

from pathlib import Path

import pytest

from inspect_docx import WordFile, findings
from pmexport.convert import read, report_of
from pmexport.model.options import PageOptions, WordOptions
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = b"""# Search was slow

## Action items

| Action | Owner | Due | Status |
|---|---|---|---|
| Warm the index | Ines | 2026-03-20 | Done |
| Alert on cold indexes | Ines | next week | Shipped |
| Tell the team | Ines | | |
"""


@pytest.fixture(scope="module")
def editable(theme: Theme) -> bytes:
    report = report_of(read(_TEXT).postmortems[0], PageOptions(), theme)
    return write(report, theme, WordOptions(editable=True)).content


def _choices(word: WordFile) -> list[tuple[str, list[str]]]:
    """Return what each list shows and what there is to choose from."""
    found = []
    for control in word.body.iter(_W + "sdt"):
        listed = [str(item.get(_W + "displayText")) for item in control.iter(_W + "listItem")]
        if listed:
            found.append(("".join(text.text or "" for text in control.iter(_W + "t")), listed))
    return found


def test_a_status_is_a_list_to_choose_from(editable: bytes) -> None:
    shown, listed = _choices(WordFile(editable))[0]

    assert shown == "Done"
    assert listed == ["Done", "In progress", "Not started", "Blocked", "Cancelled"]


def test_the_authors_own_word_is_among_them(editable: bytes) -> None:
    assert _choices(WordFile(editable))[1][1][0] == "Shipped"


def test_an_action_without_status_can_be_given_one(editable: bytes) -> None:
    shown, listed = _choices(WordFile(editable))[2]

    assert shown == listed[-1] == "—"


def test_a_due_date_is_a_calendar(editable: bytes) -> None:
    dates = [str(date.get(_W + "fullDate")) for date in WordFile(editable).body.iter(_W + "date")]

    assert dates == ["2026-03-20T00:00:00Z", "None", "None"]


def test_it_is_valid(editable: bytes, tmp_path: Path) -> None:
    assert findings(editable, tmp_path) == []


def test_without_being_asked_there_are_none(word: WordFile) -> None:
    assert list(word.body.iter(_W + "dropDownList")) == []
