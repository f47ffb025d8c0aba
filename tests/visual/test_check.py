"""The visual check proved: every fault planted in a small page is found, and a sound page has none."""

import io
from pathlib import Path

import pikepdf
import pytest
import weasyprint  # type: ignore[import-untyped]  # ships no types
from msgspec.structs import replace

from example_report import example_report
from pmexport.theme.load import load_theme
from pmexport.writers.pdf import write
from visual.check import check, main

_STYLE = """
@page { size: 105mm 148mm; margin: 18mm 12mm; font: 8pt 'Liberation Sans', 'DejaVu Sans', sans-serif;
  @top-left { content: 'Head' } @bottom-right { content: counter(page) } @bottom-left { content: 'Foot' } }
@page { @top-right { content: 'Right' } }
body { font: 10pt/1.4 'Liberation Sans', 'DejaVu Sans', sans-serif; margin: 0; color: #111 }
h2 { font-size: 12pt; margin: 8pt 0 2pt } p { margin: 0 0 4pt }
table { width: 100%; border-spacing: 0 } th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #333 }
pre { font-family: 'Liberation Mono', 'DejaVu Sans Mono', monospace }
"""
_WORDS = "The first replica was promoted at once and served every request from then on. "


def pdf(body: str, style: str = "") -> bytes:
    text = f"<html lang=en><head><title>Planted</title><style>{_STYLE}{style}</style></head><body>{body}</body></html>"
    made: bytes = weasyprint.HTML(string=text).write_pdf(pdf_variant="pdf/ua-1")
    return made


def rules(content: bytes) -> set[str]:
    return {finding.rule for finding in check(content)}


def fill(lines: int) -> str:
    """Return so many lines of text, a page holding twenty-one."""
    return "<div style='margin-bottom: 4pt'>" + "The first replica was promoted at once.<br>" * lines + "</div>"


def table(rows: int, words: str = "It went on.") -> str:
    body = "".join(f"<tr><td>14:{row:02}<td>{words}</tr>" for row in range(rows))
    return f"<table><thead><tr><th>Time<th>Event</tr></thead><tbody>{body}</tbody></table>"


def test_a_sound_document_has_no_findings() -> None:
    body = f"<h2>Impact</h2>{fill(9)}<h2>Cause</h2>{fill(9)}<h2>Events</h2>{table(12)}<p>{_WORDS * 3}</p>"

    assert check(pdf(body)) == []


def test_a_heading_alone_at_the_foot_is_found() -> None:
    body = f"{fill(18)}<h2 style='break-after: page'>Impact</h2><p>{_WORDS * 3}</p>"

    assert rules(pdf(body)) == {"lone-heading"}


def test_the_words_that_lead_to_a_list_must_not_be_left_behind() -> None:
    body = f"{fill(18)}<p style='break-after: page'>It failed for these reasons:</p><p>{_WORDS * 3}</p>"

    assert rules(pdf(body)) == {"lone-lead-in"}


def test_a_table_header_alone_at_the_foot_is_found() -> None:
    head = "<table style='break-after: page'><thead><tr><th>Time<th>Event</tr></thead></table>"

    assert rules(pdf(f"{fill(18)}{head}<p>{_WORDS * 4}</p>")) == {"lone-header"}


def test_the_name_of_rows_alone_at_the_foot_is_found() -> None:
    day = "<tr style='break-after: page'><th colspan=2>4 March</th></tr>"
    body = table(2).replace("</tbody>", f"{day}<tr><td>14:09<td>It went on.</tr><tr><td>14:10<td>Again.</tr></tbody>")

    assert rules(pdf(f"{fill(13)}{body}<p>{_WORDS * 4}</p>")) == {"lone-header"}


def test_a_page_that_ends_early_for_a_sheet_that_turns_is_none() -> None:
    turned = "@page wide { size: 148mm 105mm } .wide { page: wide }"

    assert check(pdf(f"<p>{_WORDS}</p><div class=wide>{table(5)}</div>", turned)) == []


def test_a_row_cut_in_half_is_found() -> None:
    body = f"{fill(14)}{table(3, _WORDS * 2)}<p>{_WORDS * 4}</p>"

    assert rules(pdf(body)) == {"cut-row"}


def test_a_row_that_no_page_could_hold_whole_may_break() -> None:
    body = f"{fill(13)}{table(1)}{table(1, _WORDS * 24)}<p>{_WORDS * 4}</p>"

    assert rules(pdf(body)) == set()


def test_a_table_that_goes_on_without_its_header_is_found() -> None:
    body = f"{fill(13)}{table(12)}"

    assert rules(pdf(body, "thead { display: table-row-group } tr { break-inside: avoid }")) == {"lost-header"}


def test_one_row_alone_on_the_next_page_is_found() -> None:
    body = f"{fill(12)}{table(8)}<p>{_WORDS * 4}</p>"

    assert rules(pdf(body)) == {"stranded-row"}


def test_one_row_alone_after_a_tall_one_may_stay() -> None:
    tall, short = (
        f"<tr><td>14:00<td>{_WORDS * 6}</tr>",
        "<tr style='break-before: page'><td>15:00<td>It was over.</tr>",
    )
    body = f"{fill(7)}{table(1).replace('</tbody>', f'{tall}{short}</tbody>')}<p>{_WORDS * 4}</p>"

    assert rules(pdf(body)) == set()


def test_a_heading_with_a_remark_and_no_table_below_is_found() -> None:
    parted = table(9).replace("<table>", "<table style='break-before: page'>")
    body = f"{fill(16)}<h2>Events</h2><p>All times in UTC</p>{parted}<p>{_WORDS * 4}</p>"

    assert rules(pdf(body)) == {"lone-heading"}


def test_a_last_page_of_two_lines_is_found() -> None:
    body = f"{fill(17)}<p style='break-before: page'>This is all that is left of it.</p>"

    assert rules(pdf(body)) == {"thin-last-page"}


def test_a_page_left_half_empty_is_found() -> None:
    body = f"<p>{_WORDS}</p><p style='break-before: page'>{_WORDS * 4}</p>"

    assert rules(pdf(body)) == {"hollow-page"}


def test_an_empty_section_is_found() -> None:
    body = f"<h2>Impact</h2><p>{_WORDS}</p><h2>Cause</h2><h2>Events</h2><p>{_WORDS}</p>"

    assert [finding.seen for finding in check(pdf(body))] == ["nothing stands under 'Cause'"]


def test_a_section_of_sections_is_not_empty() -> None:
    assert check(pdf(f"<h2>Impact</h2><h3>Users</h3><p>{_WORDS}</p>")) == []


def test_an_empty_section_at_the_end_is_found() -> None:
    assert rules(pdf(f"<h2>Impact</h2><p>{_WORDS}</p><h2>Cause</h2>")) == {"empty-section"}


@pytest.mark.parametrize("left", ["[Name]", "[Date and time]", "YYYY-MM-DD", "[your team]"])
def test_what_was_left_to_fill_in_is_found(left: str) -> None:
    assert rules(pdf(f"<p>Written by {left} on call.</p>")) == {"placeholder"}


def test_brackets_in_code_are_no_placeholder() -> None:
    assert check(pdf("<p>The log says so.</p><pre>[Name] = 3</pre>")) == []


def test_text_over_text_is_found() -> None:
    body = f"<p>{_WORDS}</p><p style='position: relative; top: -21pt; left: 12pt'>Another label here</p>"

    assert rules(pdf(body)) == {"overlap"}


def test_text_that_leaves_the_page_is_found() -> None:
    body = "<p style='white-space: nowrap'>" + "word " * 40 + "</p>"

    assert {"outside-page", "outside-box"} <= rules(pdf(body))


def test_a_code_line_that_leaves_its_box_is_found() -> None:
    assert rules(pdf(f"<p>{_WORDS}</p><pre>{'x' * 41}</pre>")) == {"outside-box"}


def test_words_that_reach_into_the_next_column_are_found() -> None:
    words = "Unbreakable" + "e" * 22
    body = f"<table style='table-layout: fixed'><tr><th>A<th>B</tr><tr><td>{words}<td>Here</tr></table>"

    assert "outside-box" in rules(pdf(body))


def test_faint_words_are_found() -> None:
    (finding,) = check(pdf("<p>Plain <span style='color: #888'>faint</span> plain.</p>"))

    assert str(finding) == "page 1: contrast: 'faint' is #888888 on #ffffff, 3.54:1"


def test_words_on_a_ground_of_their_own_are_compared_with_it() -> None:
    body = "<p>Plain <span style='color: #fff; background: #a00'>white on red</span> plain.</p>"

    assert check(pdf(body)) == []


def test_words_that_cannot_be_seen_are_found() -> None:
    assert rules(pdf("<p>Plain <span style='color: #fff'>hidden</span> plain.</p>")) == {"contrast"}


def test_type_under_seven_and_a_half_points_is_found() -> None:
    assert rules(pdf("<p>Plain <span style='font-size: 6pt'>small</span> plain.</p>")) == {"small-type"}


def test_a_stretched_picture_is_found() -> None:
    pixel = (
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
        "gg=="
    )
    body = f"<p>{_WORDS}</p><img alt='A square' src='{pixel}' style='width: 40mm; height: 20mm'>"

    assert rules(pdf(body)) == {"stretched"}


@pytest.mark.weasyprint_may_warn
def test_a_character_without_a_glyph_is_found() -> None:
    assert "missing-glyph" in rules(pdf("<p>A character of nobody: \U000f1234 here.</p>"))


def test_a_font_that_the_theme_does_not_have_is_found() -> None:
    content = pdf(f"<p>{_WORDS}</p>")

    assert {finding.rule for finding in check(content, ("Inter",))} == {"strange-font"}
    assert check(content, ("Liberation Sans", "DejaVu Sans")) == []


def test_a_font_that_is_not_in_the_file_is_found() -> None:
    with pikepdf.open(io.BytesIO(pdf(f"<p>{_WORDS}</p>"))) as document:
        for part in document.objects:
            if isinstance(part, pikepdf.Dictionary) and part.get("/Type") == "/FontDescriptor":
                del part["/FontFile2"]
        without = io.BytesIO()
        document.save(without)

    assert "unembedded-font" in rules(without.getvalue())


def test_the_command_names_file_page_and_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "planted.pdf"
    file.write_bytes(pdf("<p>Written by [Name].</p>"))

    assert main([str(file)]) == 1
    assert capsys.readouterr().out == f"{file}: page 1: placeholder: '[Name]' was left to fill in\n"


def test_a_watermark_behind_the_words_is_no_fault_and_slanted_words_of_the_text_are() -> None:
    theme = replace(load_theme("default").theme, watermark="Sample")
    content = write(example_report(), theme).content
    slanted = "<p style='transform: rotate(-45deg); color: #ddd; width: 30mm'>Faint</p>"

    assert check(content, {face.family for face in theme.type.faces}) == []
    assert "contrast" in rules(pdf(f"<p>{_WORDS}</p>{slanted}"))
