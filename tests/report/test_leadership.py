"""The briefing for leaders: one page, whole sentences, and what is missing named as missing."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path
from typing import TypeVar

import pikepdf
import pytest
from msgspec.structs import replace

from example_postmortem import action, para, postmortem, section
from pmexport import ReadOptions, read
from pmexport.facts.metrics import measure
from pmexport.model.options import PageOptions, Paper
from pmexport.model.postmortem import ActionRun, Postmortem, Severity
from pmexport.model.prose import BulletList, ListItem, Para, Plain, Str, text_of
from pmexport.model.report import (
    ActionTable,
    Columns,
    KeyFigures,
    Masthead,
    Narrative,
    Report,
    Section,
    Timeline,
)
from pmexport.model.terms import ActionStatus, Audience, SectionKind
from pmexport.report.leadership import Briefing, leadership_report
from pmexport.theme.load import load_theme
from pmexport.writers import writer

THEME = load_theme().theme
Kind = TypeVar("Kind", bound=Section)
REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLES = sorted(
    path for path in (REPOSITORY / "samples").glob("*.md") if path.name != "README.md" and ".customer" not in path.name
)


def made(told: Postmortem, *, paper: Paper = Paper.A4, share: float = 1.0, today: dt.date | None = None) -> Briefing:
    options = PageOptions(audience=Audience.LEADERSHIP, paper=paper, today=today)
    return leadership_report(told, measure(told), options, THEME, share=share)


def briefing(told: Postmortem) -> Report:
    return made(told).report


def kinds(report: Report) -> list[type[Section]]:
    return [type(one) for one in report.sections]


def one(report: Report, kind: type[Kind]) -> Kind:
    (found,) = (one for one in report.sections if isinstance(one, kind))
    return found


def long_one(count: int = 60) -> Postmortem:
    """Return a postmortem that has far more to say of everything than a page holds."""
    items = BulletList(tuple(ListItem((Plain((Str(f"Factor number {n} was seen late"),)),)) for n in range(count)))
    actions = tuple(
        action(f"Count the books of room {n} each evening", ActionStatus.NOT_STARTED, priority="P1")
        for n in range(count)
    )
    words = " ".join(f"Room {n} stood empty for an hour and nobody could lend a book there." for n in range(count))
    chapters = (
        section(SectionKind.IMPACT, "Impact", para(words)),
        section(SectionKind.ROOT_CAUSE, "Root cause", *(para(words) for _ in range(20))),
        section(SectionKind.CONTRIBUTING_FACTORS, "Contributing factors", items),
        section(SectionKind.LUCKY, "Where we got lucky", items),
        section(None, "Residual risk", para(words)),
        section(None, "Decisions needed", items),
        section(SectionKind.ACTION_ITEMS, "Actions", ActionRun(actions)),
    )
    return postmortem(sections=chapters)


def test_first_comes_what_leaders_ask() -> None:
    report = briefing(long_one(3))

    assert kinds(report) == [Masthead, KeyFigures, Narrative, Timeline, Columns, Columns, ActionTable]


def test_the_head_says_how_bad_whether_it_is_over_and_when() -> None:
    head = one(briefing(postmortem()), Masthead)

    assert [badge.label for badge in head.badges] == ["P1 Major", "Resolved"]
    assert [text_of(fact.value) for fact in head.facts] == ["4 March 2026, 09:20 to 10:40 UTC"]


def test_the_chart_has_no_readings_and_no_heading_of_its_own() -> None:
    chart = one(briefing(postmortem()), Timeline)

    assert (chart.readings, chart.heading) == (None, "")


def test_what_the_file_does_not_say_is_named_as_missing_in_one_line() -> None:
    last = briefing(replace(postmortem(), severity=None)).sections[-1]
    missing = "severity, what it cost, the cause in plain words, action items with owner and date, residual risk"

    assert isinstance(last, Narrative)
    assert [text_of(block.content) for block in last.blocks if isinstance(block, Para)] == [
        f"Not recorded: {missing}, decisions asked of leadership."
    ]


def test_without_any_words_the_figures_say_what_happened() -> None:
    told = postmortem()
    report = briefing(replace(told, sections=told.sections[1:]))

    (block,) = report.sections[2].blocks if isinstance(report.sections[2], Narrative) else ()
    assert isinstance(block, Para)
    assert text_of(block.content) == "The impact lasted from 09:20 to 10:40, 1 h 20 min in all."


def test_what_the_figures_alone_say_is_told_with_the_line_of_the_timeline() -> None:
    told = postmortem()
    found = made(replace(told, sections=told.sections[1:]), today=dt.date(2026, 3, 4)).diagnostics

    assert [one.line for one in found if "what happened" in one.message] == [told.timeline[0].line]


def test_a_title_too_long_for_a_page_gives_way_to_the_id() -> None:
    report = briefing(replace(postmortem(), title="Empty shelves " * 40))

    assert (one(report, Masthead).heading, report.marks.title) == ("LIB-7", "LIB-7")


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_the_longest_text_makes_one_page(paper: Paper) -> None:
    told = made(long_one(), paper=paper)

    assert writer("pdf")(told.report, THEME).pages == 1
    assert kinds(told.report)[-1] is ActionTable


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_makes_one_page(path: Path, paper: Paper) -> None:
    (told,) = read(path.read_bytes(), ReadOptions(name=path.name, folder=path.parent)).postmortems

    assert writer("pdf")(briefing(told) if paper is Paper.A4 else made(told, paper=paper).report, THEME).pages == 1


@pytest.mark.slow
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_every_file_of_the_corpus_makes_one_page(shared: Path, paper: Paper) -> None:
    pages = {}
    for path in sorted((shared / "corpus").glob("*.md")):
        told = read(path.read_bytes(), ReadOptions(name=path.name)).postmortems[0]
        pages[path.name] = writer("pdf")(made(told, paper=paper).report, THEME).pages

    assert {name: count for name, count in pages.items() if count != 1} == {}


_BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.slow
@pytest.mark.skipif(_BROWSER is None, reason="no Chromium is installed")
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_a_browser_prints_the_longest_text_on_one_page(tmp_path: Path, paper: Paper) -> None:
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_bytes(writer("html")(made(long_one(), paper=paper).report, THEME).content)
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    command = [_BROWSER or "", "--headless", "--no-sandbox", profile, f"--print-to-pdf={printed}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    with pikepdf.open(printed) as document:
        assert len(document.pages) == 1


def test_less_room_says_less() -> None:
    full, half = (made(long_one(), share=share) for share in (1.0, 0.6))

    assert len(words_of(half.report)) < len(words_of(full.report))


def words_of(report: Report) -> str:
    return str(report.sections)


def test_what_had_no_room_is_told_with_its_topic() -> None:
    messages = [one.message for one in made(long_one()).diagnostics]

    assert any("contributing factors" in message and "left out: line" in message for message in messages)


def test_the_late_are_late_on_the_day_given() -> None:
    items = (action("Count the books", ActionStatus.IN_PROGRESS, due=dt.date(2026, 4, 1)),)
    told = postmortem(sections=(section(SectionKind.ACTION_ITEMS, "Actions", ActionRun(items)),))

    assert one(made(told, today=dt.date(2026, 5, 1)).report, ActionTable).progress == (
        "0 of 1 actions done, 1 late on 1 May 2026"
    )


def test_a_severity_of_no_scheme_is_told_as_written() -> None:
    told = replace(postmortem(), severity=Severity(label="Amber", level=None))

    assert one(briefing(told), Masthead).badges[0].label == "Amber"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_word_sets_every_sample_and_the_longest_text_on_one_page(paper: Paper, tmp_path: Path) -> None:
    told = {path.stem: read(path.read_bytes(), ReadOptions(name=path.name)).postmortems[0] for path in SAMPLES}
    for name, one_of_them in {**told, "long": long_one()}.items():
        content = writer("docx")(made(one_of_them, paper=paper).report, THEME).content
        (tmp_path / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    files = sorted(map(str, tmp_path.glob("*.docx")))
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)

    pages = {path.stem: len(pikepdf.open(path).pages) for path in tmp_path.glob("*.pdf")}

    assert pages == {**dict.fromkeys(told, 1), "long": 1}
