"""The road for customers, from the desk to sealed files."""

import re

import pytest
from msgspec.structs import replace

from outward_run import POSTMORTEM
from pmexport.errors import HeldBackError, UsageError
from pmexport.model.options import CustomerPolicy, Paper, ReadOptions
from pmexport.model.rendering import Sealed
from pmexport.outward import Papers, Prepared, draft_of, ledger_of, plain_draft_notice, prepare, sealed_files


def prepared(text: str | None = None, postmortem: str = POSTMORTEM, **policy: object) -> Prepared:
    papers = Papers(
        name="x.md",
        content=postmortem.encode(),
        customer_name="x.customer.md",
        customer_content=text.encode() if text is not None else None,
    )
    return prepare(papers, ReadOptions(name="x.md"), CustomerPolicy(**policy))  # type: ignore[arg-type]  # fields by name


def test_every_file_is_sealed() -> None:
    made = sealed_files(prepared(), "default", Paper.A4, ("txt", "html"))

    assert [type(one) for one in made] == [Sealed, Sealed]


def test_the_company_of_the_settings_stands_on_the_page() -> None:
    named, bare = (
        sealed_files(prepared(company=company), "default", Paper.A4, ("html",))[0] for company in ("Libra", "")
    )

    assert isinstance(named, Sealed)
    assert isinstance(bare, Sealed)
    assert (b"Libra" in named.content, b"Libra" in bare.content) == (True, False)


def test_nothing_is_printed_over_a_finding() -> None:
    with pytest.raises(HeldBackError, match=r"x\.customer\.md"):
        sealed_files(prepared("# T\n\nNoor did it.\n"), "default", Paper.A4, ("txt",))


def test_what_is_marked_is_refused_with_its_place() -> None:
    with pytest.raises(HeldBackError, match=r"x\.md: is marked TLP:RED"):
        prepared(postmortem=f"TLP:RED\n\n{POSTMORTEM}")


def test_an_incident_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError):
        prepare(Papers(name="x.md", content=POSTMORTEM.encode()), ReadOptions(), CustomerPolicy(), incident=3)


def test_an_empty_file_for_customers_is_no_text() -> None:
    made = prepared("<!-- write me -->\n")

    assert made.text.is_empty
    assert plain_draft_notice(made, "x.md") is not None


def test_a_draft_and_a_ledger_are_made_of_the_same() -> None:
    made = prepared()

    assert "# Service incident on 4 March 2026" in draft_of(made)
    assert ledger_of(made).findings == ()


_FORMATS = ("pdf", "docx", "html", "txt", "eml")


@pytest.mark.parametrize(
    "told",
    [
        "The day was written as 2026-03-04 in each log.",
        "The header `default-src 'none'; script-src 'sha256-x'` was wrong.",
        "We opened `word/document.xml` and read dc:title and pdf:Producer.",
    ],
)
def test_what_every_file_of_a_format_holds_is_no_leak(told: str) -> None:
    postmortem = POSTMORTEM.replace("The nightly reindexer held every lock it could find.", told)

    assert [type(one) for one in sealed_files(prepared(postmortem=postmortem), "default", Paper.A4, _FORMATS)] == [
        Sealed
    ] * len(_FORMATS)


def test_a_row_marked_public_leaves_with_its_time() -> None:
    table = (
        "| Time | Event | Public |\n|---|---|---|\n"
        "| 09:20 | First customer reports empty pages | no |\n"
        "| 09:45 | We tell customers on the status page | yes |\n| 10:40 | Incident resolved | no |\n"
    )
    head, _, _ = POSTMORTEM.partition("| Time |")
    made = sealed_files(prepared(postmortem=head + table), "default", Paper.A4, _FORMATS)

    assert [type(one) for one in made] == [Sealed] * len(_FORMATS)


def test_an_incident_of_two_days_leaves_whatever_the_internal_text_calls_a_day() -> None:
    row = "| 10:40 | Incident resolved |"
    own = POSTMORTEM.replace(row, "| 2026-03-05 10:40 | Incident resolved, one day late |")
    made = sealed_files(prepared(postmortem=own), "default", Paper.A4, _FORMATS)

    assert [type(one) for one in made] == [Sealed] * len(_FORMATS)


def test_a_section_within_the_postmortem_leaves_in_its_own_order() -> None:
    section = (
        "\n## Customer Summary\n\nPages were empty. We are sorry.\n\n### What comes next\n\n"
        "- We test more (by end of May 2026)\n- [x] We watch the pages more closely\n"
    )
    made = sealed_files(prepared(postmortem=POSTMORTEM + section), "default", Paper.A4, _FORMATS)

    assert [type(one) for one in made] == [Sealed] * len(_FORMATS)


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "ja", "pt"])
def test_a_draft_is_read_in_the_language_in_which_it_was_written(language: str) -> None:
    options = ReadOptions(language=language)
    own = POSTMORTEM.replace("2026-04-30 | Done |", "2026-04-30 | Done |\n| Tell people sooner | Noor | 2026-05-31 | |")
    papers = Papers(name="empty-pages.md", content=own.encode())
    policy = CustomerPolicy(contact="help@lib.example", allowed_domains=("lib.example",))
    drafted = draft_of(prepare(papers, options, policy))
    accepted = re.sub(r"<!-- (?!#)([^>]*?) --> (?=<!--)", r"\1 ", drafted)
    read = prepare(
        replace(papers, customer_name="empty-pages.customer.md", customer_content=accepted.encode()), options, policy
    )

    assert [one for one in read.findings if one.rule in {"heading", "identifier", "proper", "disguise"}] == []
    assert {(action.due.value.year, action.due.value.month) for action in read.report.actions if action.due} == {
        (2026, 5)
    }
