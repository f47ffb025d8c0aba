"""What the code of a postmortem names."""

import pytest
from msgspec.structs import replace

from customer_report import parsed
from example_postmortem import postmortem, section
from pmexport.customer.guards.coded import names_in_code
from pmexport.model.terms import SectionKind


@pytest.mark.parametrize(
    ("markdown", "codes", "tables"),
    [
        ("We set `statement_timeout` to 5.", {"statement_timeout"}, set()),
        ("It ran `SELECT * FROM shelves`.", set(), {"shelves"}),
        ("The pool of `lending` was empty.", set(), {"lending"}),
    ],
)
def test_code_names_identifiers_and_tables(markdown: str, codes: set[str], tables: set[str]) -> None:
    own = replace(postmortem(), sections=(section(SectionKind.ROOT_CAUSE, "Cause", *parsed(markdown)),))
    found = names_in_code(own)

    assert codes <= found[0]
    assert tables <= found[1]
