"""What customers may be told, as a type."""

import msgspec
import pytest

from customer_report import REPORT
from example_postmortem import postmortem
from pmexport.model.customer import Cleared, CustomerReport


def test_every_leaf_is_cleared_and_knows_its_rule() -> None:
    leaves = list(REPORT.cleared())

    assert len(leaves) > 20
    assert all(isinstance(cleared, Cleared) for _, cleared in leaves)


def test_a_report_goes_to_another_process_and_back_unchanged() -> None:
    assert msgspec.json.decode(msgspec.json.encode(REPORT), type=CustomerReport) == REPORT


def test_nothing_can_be_hung_onto_a_report() -> None:
    with pytest.raises((AttributeError, TypeError)):
        object.__setattr__(REPORT, "postmortem", postmortem())
