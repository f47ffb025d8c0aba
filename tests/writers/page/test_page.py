"""A report as one page of HTML, for either medium."""

from __future__ import annotations

import msgspec
import pytest
from lxml import html
from markupsafe import Markup

from example_report import event_table, example_report
from inspect_html import text_of
from pmexport.model import prose as p
from pmexport.model import report as r
from pmexport.theme.load import load_theme
from pmexport.writers.page import Medium, Page, draw, table_classes

THEME = load_theme("default").theme


def drawn(report: r.Report, *, screen: bool = False) -> Page:
    return draw(report, THEME, Medium(chart=lambda _: Markup("<svg></svg>"), paint="#{}".format, screen=screen))


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.fromstring(f"<main>{drawn(example_report()).body}</main>")


def test_every_event_is_a_row_with_its_time_its_distance_and_its_words(page: html.HtmlElement) -> None:
    rows = [[text_of(cell) for cell in row] for row in page.xpath("//table[contains(@class, 'events')]/tbody/tr")]

    assert len(rows) == 20
    assert rows[4] == ["09:13", "+0:09", "Ines Okafor (on call) takes the page Acknowledged"]


def test_rows_of_a_phase_carry_it_on(page: html.HtmlElement) -> None:
    assert page.xpath("string(//tr[@id='s-event-12']/@class)") == "phase-mitigating milestone"


def test_an_action_is_a_row_with_its_marks_in_words(page: html.HtmlElement) -> None:
    [row] = page.xpath("//tr[@id='s-action-8']")

    assert [text_of(cell) for cell in row] == [
        "P2",
        "Agree on a shared bridge with the two largest issuers",
        "Partner team",
        "15 May 2026",
        "Blocked waiting for the issuers' security teams",
    ]


def test_the_bar_has_a_piece_for_each_action(page: html.HtmlElement) -> None:
    assert len(page.xpath("//div[@class='segments']/i")) == 9


def test_groups_of_a_section_without_a_heading_rank_as_sections_do() -> None:
    column = r.Column(anchor="cost", heading="What it cost", blocks=())
    groups = r.Columns(anchor="groups", heading="", columns=(column,), side_by_side=True)
    body = drawn(msgspec.structs.replace(example_report(), sections=(groups,))).body

    assert [one.tag for one in html.fromstring(f"<main>{body}</main>").xpath("//*[.='What it cost']")] == ["h2"]


def test_a_column_without_a_heading_is_not_there() -> None:
    table = msgspec.structs.replace(event_table(), distance_heading="")
    report = msgspec.structs.replace(example_report(), sections=(table,))
    rows = html.fromstring(f"<main>{drawn(report).body}</main>").xpath("//tbody/tr")

    assert {len(row) for row in rows} == {2}


def test_actions_of_which_nothing_but_their_words_is_known_are_a_list() -> None:
    bare = r.ActionTable(
        anchor="actions",
        heading="Action items",
        action_heading="Action",
        groups=(r.ActionGroup(rows=(r.ActionRow(anchor="a-1", blocks=(p.Plain((p.Str("Drop the slot"),)),)),)),),
    )
    main = html.fromstring(f"<main>{drawn(msgspec.structs.replace(example_report(), sections=(bare,))).body}</main>")

    assert [text_of(item) for item in main.xpath("//ul/li")] == ["Drop the slot"]
    assert main.xpath("//table") == []


@pytest.mark.parametrize(("words", "tags"), [("Mitigated: the pool is reset", 0), ("The pool is reset", 1)])
def test_a_milestone_that_the_words_begin_with_is_not_said_twice(words: str, tags: int) -> None:
    row = msgspec.structs.replace(event_table().rows[0], milestone="Mitigated", blocks=(p.Para((p.Str(words),)),))
    table = msgspec.structs.replace(event_table(), rows=(row,))
    page = drawn(msgspec.structs.replace(example_report(), sections=(table,)))

    assert page.body.count('class="tag"') == tags


def test_a_day_stands_before_its_events() -> None:
    first, *rest = event_table().rows
    table = msgspec.structs.replace(event_table(), rows=(msgspec.structs.replace(first, day="12 March 2026"), *rest))
    report = msgspec.structs.replace(example_report(), sections=(table,))
    rows = html.fromstring(f"<main>{drawn(report).body}</main>").xpath("//tbody/tr")

    assert text_of(rows[0]) == "12 March 2026"


def test_what_stands_between_two_events_is_told_between_their_rows() -> None:
    first, second, *_ = event_table().rows
    between = msgspec.structs.replace(second, before=(p.Para((p.Str("Then it was quiet."),)),))
    table = msgspec.structs.replace(event_table(), rows=(first, between))
    report = msgspec.structs.replace(example_report(), sections=(table,))
    rows = html.fromstring(f"<main>{drawn(report).body}</main>").xpath("//tbody/tr")

    assert [text_of(row) for row in rows][1] == "Then it was quiet."


def test_what_a_script_needs_is_on_screens_only() -> None:
    report = example_report()

    assert ("data-owner" in drawn(report).body, "data-owner" in drawn(report, screen=True).body) == (False, True)


def test_the_contents_list_names_sections_but_neither_masthead_nor_figures_nor_findings() -> None:
    assert [entry.heading for entry in drawn(example_report()).contents][:3] == ["Summary", "Timeline", "Action items"]


def test_running_text_that_goes_on_without_a_heading_is_not_listed() -> None:
    report = example_report()
    more = r.Narrative(anchor="summary-2", heading="", blocks=(), lead=True)
    page = drawn(msgspec.structs.replace(report, sections=(*report.sections, more)))

    assert [entry.heading for entry in page.contents if not entry.heading] == []


def test_a_badge_of_an_unknown_key_looks_like_none() -> None:
    badge = r.Badge(scheme=r.BadgeScheme.SEVERITY, key="9", label="Purple")
    masthead = r.Masthead(anchor="top", heading="T", kicker="", badges=(badge,))
    report = msgspec.structs.replace(example_report(), sections=(masthead,))

    assert '<span class="badge severity-none">Purple</span>' in drawn(report).body


@pytest.mark.parametrize(
    ("clock", "worded"),
    [("09:20", False), ("~18:30", False), ("14:19\N{EN DASH}14:22", False), ("Pre-existing", True)],
)
def test_a_table_with_words_in_place_of_clocks_says_so(clock: str, *, worded: bool) -> None:
    row = r.EventRow(anchor="e-1", clock=clock, blocks=(p.Plain((p.Str("Boot"),)),))

    assert ("worded" in table_classes("events", (row,)).split()) is worded
