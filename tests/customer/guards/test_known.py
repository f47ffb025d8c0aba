"""What one postmortem calls by name."""

import pytest
from msgspec.structs import replace

from customer_report import parsed
from example_postmortem import event, postmortem, section
from pmexport.convert import read
from pmexport.customer.guards.known import Known, known_of
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import SectionKind


def people(own: Postmortem) -> frozenset[str]:
    known = known_of(own)
    return known.people | known.ambiguous


def test_authors_and_reviewers_are_known_by_each_part_of_their_names() -> None:
    assert {"noor", "haddad", "ada", "brandt", "tom", "weil"} <= people(postmortem())


def test_who_does_something_in_the_timeline_is_known() -> None:
    own = postmortem(events=(event("09:00", "Zork escalates to team lead (Mira)"),))

    assert {"zork", "mira"} <= people(own)


@pytest.mark.parametrize("owner", ["Platform team", "Ops", "SRE", "Database"])
def test_a_group_is_nobodys_name(owner: str) -> None:
    own = replace(postmortem(), authors=(owner,), reviewers=())

    assert people(own) <= {"noor"}


def test_names_in_code_are_known() -> None:
    own = replace(
        postmortem(),
        sections=(
            section(
                SectionKind.ROOT_CAUSE, "Cause", *parsed("The `orders` table.\n\n```sql\nSELECT a_b FROM loans\n```\n")
            ),
        ),
    )
    known = known_of(own)

    assert {"orders", "loans"} <= known.tables
    assert "a_b" not in known.tables


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The orders table was locked.", True),
        ("Your orders are safe.", False),
        ("A search in table orders was slow.", True),
    ],
)
def test_an_ordinary_word_counts_only_as_a_tables_name(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    assert bool(list(Known(tables=frozenset({"orders"})).hits(text))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We will tell you.", False),
        ("Will you be told?", False),
        ("In May 2026 we test again.", False),
        ("Then Will restarted it.", True),
        ("Will restarted it.", True),
        ("This was May's idea.", True),
        ("Thanks to Grace and others.", True),
        ("A grace period applies.", False),
    ],
)
def test_a_name_that_is_a_word_counts_only_as_a_name(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    assert bool(list(Known(ambiguous=frozenset({"will", "may", "grace"})).hits(text))) is found


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("Søren Kjær", "Soren Kjaer saw it."),
        ("Jürgen Weiß", "Juergen saw it."),
        ("Mary-Jane Fitz", "Jane saw it."),
        ("Renée Dubois", "R. D. saw it."),
    ],
)
def test_a_known_name_is_seen_however_it_is_spelt(author: str, text: str) -> None:
    known = known_of(replace(postmortem(), authors=(author,), reviewers=()))

    assert {rule for rule, _, _ in known.hits(text)} == {"person"}


@pytest.mark.parametrize(
    ("text", "found"),
    [("The ledger service stopped.", True), ("The ledger API was slow.", True), ("Your ledger is complete.", False)],
)
def test_a_service_of_one_word_counts_only_as_a_service(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    reading = read(b"# Slow pages\n\n## Impact\n\n- Services affected: ledger, search\n")

    assert bool(list(known_of(reading.postmortems[0]).hits(text))) is found


def named() -> Known:
    """Return what a postmortem with services, a ticket and a person in a row's text calls by name."""
    source = (
        "# Slow pages\n\nServices affected: kestrel, search\n\n## Timeline (UTC)\n\n- 09:00 Deploy by Pat Quinn\n\n"
        "## Action items\n\n| Action | Owner | Ticket |\n|---|---|---|\n| Test it | Rosa Marchetti | PAY-118 |\n"
    )
    return known_of(read(source.encode()).postmortems[0])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then kestrel dropped your session.", True),
        ("A kestrel is a bird.", False),
        ("Work continues in PAY 121.", True),
        ("We asked Pat to undo it.", True),
        ("A note by rmarchetti explains it.", True),
        ("Search was slow.", False),
    ],
)
def test_what_is_called_by_a_name_of_its_own_is_known(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    assert bool(list(named().hits(text))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [("Feature flags were late.", False), ("The feature_flags were late.", True), ("Flag store.", True)],
)
def test_plain_words_that_colleagues_say_too_are_no_code(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    source = "# Slow\n\n## Root cause\n\nThe table `feature_flags` was read by `flag_store`; feature flags were late.\n"

    assert bool(list(known_of(read(source.encode()).postmortems[0]).hits(text))) is found


@pytest.mark.parametrize(
    "text",
    ["session keeper", "Session keepers", "sessionkeeper", "session-keepers", "check outs"],
)
def test_a_name_of_two_words_is_seen_in_one_and_of_several(text: str) -> None:
    known = Known(codes=frozenset({"session-keeper", "check_out"}))

    assert [rule for rule, _, _ in known.hits(f"our {text} failed")] == ["code"]


def test_a_name_whose_parts_make_a_word_is_not_that_word() -> None:
    assert list(Known(codes=frozenset({"check_out"})).hits("the checkout failed")) == []
