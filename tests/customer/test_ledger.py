"""What went out and why, what was held back and by which rule."""

from msgspec.structs import replace

from customer_report import POLICY, REPORT, parsed
from example_postmortem import postmortem, section
from pmexport.customer.guards.learned import known_of
from pmexport.customer.ledger import ledger
from pmexport.model.customer import Rule
from pmexport.model.terms import SectionKind
from pmexport.report.customer_draft import teller

OWN = replace(
    postmortem(),
    sections=(*postmortem().sections, section(SectionKind.ROOT_CAUSE, "Cause", *parsed("Noor saw it.\n", 40))),
)
LEDGER = ledger(REPORT, OWN, (), known_of(OWN), POLICY, teller(REPORT))


def test_every_cleared_value_is_an_entry() -> None:
    assert len(LEDGER.out) == len(list(REPORT.cleared()))


def test_an_entry_says_what_where_and_why() -> None:
    entry = next(one for one in LEDGER.out if one.text == "Customers start to be affected")

    assert (entry.rule, entry.line) == (Rule.SENTENCE, 11)


def test_what_was_held_back_has_its_reason() -> None:
    held = {one.text: one.why for one in LEDGER.held}

    assert held["Noor saw it."] == "it holds somebody's name"
    assert held["Release 41 goes out"] == "its time is told in a fixed sentence"
    assert held["Empty shelves"] == "the title is written for colleagues"
