"""Which text is for customers: the exact heading, its own lines, its own topics."""

import pytest

from customer_report import TEXT, parsed, written
from pmexport.customer.structure import words_of
from pmexport.customer.text import CustomerText, section_of
from pmexport.errors import HeldBackError
from pmexport.model.customer import Document, Topic


def section(text: str, recipient: str | None = None) -> CustomerText:
    return section_of(text, 1, parsed, recipient)


def said(text: CustomerText) -> list[str]:
    return [words_of(block) for passage in (*text.passages, *text.own) for block in passage.blocks]


def test_a_section_with_the_heading_is_read_until_the_next_of_its_level() -> None:
    text = section("# T\n\n## Customer Summary\n\nFor you.\n\n### Impact\n\nSlow.\n\n## Notes\n\nInternal.\n")

    assert said(text) == ["For you.", "Slow."]
    assert [passage.topic for passage in text.passages] == [Topic.OPENING, Topic.IMPACT]


@pytest.mark.parametrize(
    "heading", ["## External Summary", "Public Summary\n---", "# customer  summary", "#### Message to customers"]
)
def test_synonyms_at_any_level_in_any_case_are_headings(heading: str) -> None:
    assert said(section(f"{heading}\n\nFor you.\n")) == ["For you."]


@pytest.mark.parametrize(
    "heading",
    [
        "## Customer Summary (internal draft)",
        "## Customer summаry",
        "## Customer Summary - draft",
        "**Customer Summary**",
        "> ## Customer Summary\n>",
        "- ## Customer Summary\n\n ",
        "## Internal customer summary",
        "    ## Customer Summary",
    ],
)
def test_what_only_resembles_the_heading_is_internal(heading: str) -> None:
    assert section(f"# T\n\n{heading}\n\nNot for you.\n").is_empty


def test_an_author_is_told_of_a_heading_that_resembles_it() -> None:
    text = section("# T\n\n## Customer Summary (draft)\n\nNot for you.\n")

    assert [(each.code, each.line) for each in text.diagnostics] == [("customer-heading-inexact", 3)]


def test_two_sections_for_customers_are_held_back() -> None:
    with pytest.raises(HeldBackError, match="lines 1 and 5"):
        section("## Customer Summary\n\nOne.\n\n## External Summary\n\nTwo.\n")


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("### Internal notes\n\nx\n", "heading"),
        ("```\nx\n```\n", "code"),
        ("~~~\n\n## Internal only\n\nx\n", "code"),
        ("We ran `x`.\n", "code"),
        ("See this[^1].\n", "footnote"),
        ("See [this][ref].\n", "reference"),
        ("<details>x</details>\n", "html"),
        ("<!-- never closed\n", "html"),
        ("> quoted\n", "structure"),
        ("~~old~~ new\n", "strikeout"),
    ],
)
def test_what_no_page_for_customers_holds_is_a_finding(body: str, rule: str) -> None:
    text = section(
        f"## Customer Summary\n\nFine.\n\n{body}\n## Elsewhere\n\n[^1]: A note.\n\n[ref]: https://x.example\n"
    )

    assert rule in {finding.rule for finding in text.findings}


def test_a_finding_knows_its_line_in_the_file() -> None:
    text = section("# T\n\n## Customer Summary\n\nFine.\n\n### Secret plans\n\nx\n")

    assert [finding.line for finding in text.findings] == [7]


@pytest.mark.parametrize("body", ["", "\n&nbsp;\u200b\n", '![words](x.png "title")\n', "---\n"])
def test_a_section_without_words_says_nothing(body: str) -> None:
    assert section(f"## Customer Summary\n\n{body}").is_empty


def test_the_first_heading_of_a_file_of_its_own_is_the_title() -> None:
    text = written(TEXT)

    assert (text.title, text.document) == ("Empty pages on 4 March 2026", Document.CUSTOMER_FILE)


NAMED = """## Customer Summary

For all.

## Customer Summary: Contoso

For Contoso.

## Customer Summary: Fabrikam

For Fabrikam.
"""


def test_a_named_customer_reads_the_common_text_and_its_own() -> None:
    text = section(NAMED, "Contoso")

    assert (said(text), text.recipient) == (["For all.", "For Contoso."], "Contoso")


def test_the_common_version_holds_nothing_of_a_named_customers() -> None:
    text = section(NAMED)

    assert (said(text), text.others) == (["For all."], ("Contoso", "Fabrikam"))


def test_a_file_of_its_own_leaves_other_customers_sections_out() -> None:
    assert said(written(f"# T\n\n{NAMED}".replace("## Customer Summary\n", "## Summary\n"))) == ["For all."]


def test_a_customer_without_a_section_has_no_version() -> None:
    with pytest.raises(HeldBackError, match="Contoso, Fabrikam"):
        section(NAMED, "Initech")


def test_what_stands_below_a_line_across_a_section_is_held_back() -> None:
    below = section("## Customer Summary\n\nFor you.\n\n---\n\nFor colleagues.\n\n## Notes\n")
    bare = section("## Customer Summary\n\nFor you.\n\n---\n\n## Notes\n\nFor colleagues.\n")

    assert [(finding.rule, finding.line) for finding in below.findings] == [("below", 7)]
    assert bare.findings == ()
