"""The room that a briefing takes is never reckoned smaller than it is."""

import re
import subprocess
from pathlib import Path

import pytest

from example_postmortem import action, postmortem, section
from pmexport import ReadOptions, read
from pmexport.facts.metrics import measure
from pmexport.model.options import PageOptions, Paper
from pmexport.model.postmortem import ActionRun
from pmexport.model.report import Report
from pmexport.model.terms import Audience, SectionKind
from pmexport.report.briefing_room import Sheet
from pmexport.report.leadership import leadership_report
from pmexport.theme.load import load_theme
from pmexport.writers import writer

THEME = load_theme().theme
SAMPLES = sorted(
    path
    for path in (Path(__file__).resolve().parents[2] / "samples").glob("*.md")
    if path.name != "README.md" and ".customer" not in path.name
)
POINTS = 72 / 25.4


def briefing(path: Path, paper: Paper) -> Report:
    (told,) = read(path.read_bytes(), ReadOptions(name=path.name, folder=path.parent)).postmortems
    options = PageOptions(audience=Audience.LEADERSHIP, paper=paper)
    return leadership_report(told, measure(told), options, THEME).report


def height(pdf: bytes, folder: Path) -> float:
    """Return how far down the page the text goes, from the top margin, in points."""
    (folder / "x.pdf").write_bytes(pdf)
    words = subprocess.run(
        ["pdftotext", "-bbox", str(folder / "x.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    size = re.search(r'page width="[\d.]+" height="([\d.]+)"', words)
    assert size is not None
    foot = float(size[1]) - THEME.page.margin_bottom * POINTS + 6
    lowest = max(low for low in map(float, re.findall(r'yMax="([\d.]+)"', words)) if low < foot)
    return lowest - THEME.page.margin_top * POINTS


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_takes_no_more_room_than_was_reckoned(path: Path, paper: Paper, tmp_path: Path) -> None:
    report = briefing(path, paper)
    sheet = Sheet(THEME, paper, "en")

    assert height(writer("pdf")(report, THEME).content, tmp_path) <= sheet.room(report.sections) <= sheet.height


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_tenth_of_the_page_is_lost_to_caution(path: Path, tmp_path: Path) -> None:
    report = briefing(path, Paper.A4)

    assert Sheet(THEME, Paper.A4, "en").room(report.sections) <= 1.1 * height(
        writer("pdf")(report, THEME).content, tmp_path
    )


def test_letter_has_less_room_than_a4() -> None:
    assert Sheet(THEME, Paper.LETTER, "en").height < Sheet(THEME, Paper.A4, "en").height


def test_where_a_region_chooses_the_paper_the_lower_one_is_reckoned_with() -> None:
    assert Sheet(THEME, Paper.AUTO, "en-US").height == Sheet(THEME, Paper.LETTER, "en").height
    assert Sheet(THEME, Paper.AUTO, "en").height == Sheet(THEME, Paper.A4, "en").height


def test_more_promises_take_more_room() -> None:
    def room(count: int) -> float:
        items = tuple(action(f"Count the books of room {number}") for number in range(count))
        told = postmortem(sections=(section(SectionKind.ACTION_ITEMS, "Actions", ActionRun(items)),))
        options = PageOptions(audience=Audience.LEADERSHIP, paper=Paper.A4)
        report = leadership_report(told, measure(told), options, THEME).report
        return Sheet(THEME, Paper.A4, "en").room(report.sections)

    assert room(1) < room(2) < room(3)
