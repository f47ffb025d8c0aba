"""The skeleton is one that our own reader understands, under a name that every disk takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.cli.new import skeleton, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Payment outage", "payment-outage"),
        ("Störung: API (EU)", "störung-api-eu"),
        ("決済障害", "決済障害"),
        ("", "postmortem"),
        ("...", "postmortem"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf --no-preserve-root", "rf-no-preserve-root"),
        ("CON. ", "incident-con"),
        ("com1", "incident-com1"),
        ("aux:stream.txt", "aux-stream-txt"),
    ],
)
def test_a_name_is_made_of_the_title(title: str, expected: str) -> None:
    assert slug(title) == expected


@given(st.text())
def test_a_name_is_safe_whatever_the_title(title: str) -> None:
    assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*", slug(title))
    assert len(slug(title)) <= 70


def test_the_title_stands_in_the_heading() -> None:
    assert skeleton("Payment outage").startswith("# Incident Postmortem: Payment outage\n\n**Incident ID:** [")


def test_without_a_title_there_is_a_blank() -> None:
    assert skeleton("").startswith("# Incident Postmortem: [Title]\n")


def test_a_title_is_text_and_no_markup() -> None:
    heading = skeleton('Q&A "<script>" *bold* [x](y) \x1b[2J').splitlines()[0]

    assert heading == '# Incident Postmortem: Q\\&A "\\<script\\>" \\*bold\\* \\[x\\](y) \\[2J'


def test_the_skeleton_holds_nothing_but_headings_labels_and_blanks() -> None:
    """Words outside brackets would be printed as if somebody had written them."""
    body = re.sub(r"\[[^]]*\]", "", skeleton(""))
    body = re.sub(r"(?m)^(#+ .*|\|.*\||All times in)$|\*\*[^*]+\*\*", "", body)

    assert re.findall(r"[^\W\d]+", body.replace("All times in", "")) == []
