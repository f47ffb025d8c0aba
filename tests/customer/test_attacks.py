"""The shared attacks on a text for customers: what their table expects."""

from pathlib import Path

import pytest

from outward_run import pmexport
from scanner import marks_in

HELD = 5
UNREADABLE = 3
DONE = 0
EXPECTED = {
    "f03_alt_title_canary": DONE,
    "f05_footnote_canary": HELD,
    "f06_hidden_column_canary": DONE,
    "f10_unknown_section_canary": DONE,
    "f11_lookalike_heading": DONE,
    "f12_nested_under_public": HELD,
    "f14_fence_swallow": HELD,
    "f15_list_blockquote_heading": DONE,
    "f16_pii_in_public": HELD,
    "f19_vendor_blame_in_public": HELD,
    "f21_email_forms": HELD,
    "f22_secret_across_lines": HELD,
    "f24_title_leak": DONE,
    "f27_public_only_whitespace": DONE,
    "f28_details_hidden_text": HELD,
    "f29_timeline_actor_public": DONE,
    "f30_near_miss_flags": DONE,
    "e01_bidi_override": DONE,
    "e02_zero_width_secret": HELD,
    "e03_fullwidth_homoglyph_email": HELD,
    "e04_control_chars_docx": DONE,
    "e07_invalid_utf8": UNREADABLE,
    "e08_utf16_bom": UNREADABLE,
    "e09_utf8_bom_crlf": DONE,
    "e13_rtl_and_emoji": DONE,
}
MARKS = tuple(f"zqk{number:03}vx" for number in range(100))


@pytest.mark.slow
@pytest.mark.parametrize("name", EXPECTED)
def test_an_attack_ends_as_its_table_says(name: str, shared: Path, tmp_path: Path) -> None:
    source = tmp_path / "incident.md"
    source.write_bytes((shared / "attacks" / f"{name}.md").read_bytes())

    done = pmexport(source, "--external", "--all", "--text", "--status-page", "--email", "-o", f"{tmp_path}/out/")
    written = sorted((tmp_path / "out").iterdir()) if (tmp_path / "out").exists() else []

    assert done.exit_code == EXPECTED[name], done.output
    assert len(written) == (6 if EXPECTED[name] == DONE else 0)
    assert {mark for path in written for mark in marks_in(path, MARKS)} == set()


def output_of(name: str, shared: Path, tmp_path: Path) -> str:
    source = tmp_path / "incident.md"
    source.write_bytes((shared / "attacks" / f"{name}.md").read_bytes())
    return pmexport(source, "--external", "--text", "-o", "-").output


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("f16_pii_in_public", ("person", "email", "phone", "handle", "channel", "host", "ip")),
        ("f19_vendor_blame_in_public", ("vendor", "person", "blame")),
        ("f22_secret_across_lines", ("secret", "email", "ip")),
        ("e02_zero_width_secret", ("secret", "email")),
    ],
)
def test_each_planted_thing_is_named_by_its_rule(
    name: str, rules: tuple[str, ...], shared: Path, tmp_path: Path
) -> None:
    told = output_of(name, shared, tmp_path)

    assert [rule for rule in rules if f"{rule}-" not in told] == []


@pytest.mark.parametrize("value", ["true", "1", "✅", "not yes"])
def test_a_near_miss_of_yes_is_told(value: str, shared: Path, tmp_path: Path) -> None:
    assert f"“{value}” under “Public” is read as no" in output_of("f30_near_miss_flags", shared, tmp_path)
