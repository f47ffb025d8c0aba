"""Postmortems that are not told to customers at all."""

import pytest

from pmexport.customer.classification import refuse_marked
from pmexport.errors import HeldBackError
from pmexport.model.options import CustomerPolicy


@pytest.mark.parametrize("text", ["TLP:RED", "tlp: red", "Marked TLP:AMBER+STRICT.", "TLP : AMBER + STRICT"])
def test_a_file_so_marked_is_refused(text: str) -> None:
    with pytest.raises(HeldBackError):
        refuse_marked(text, None, CustomerPolicy())


@pytest.mark.parametrize("text", ["TLP:AMBER", "TLP:GREEN", "TLP:CLEAR", "the light was red"])
def test_other_marks_pass(text: str) -> None:
    refuse_marked(text, None, CustomerPolicy())


def test_the_classification_field_counts() -> None:
    with pytest.raises(HeldBackError):
        refuse_marked("", "TLP:RED", CustomerPolicy())


def test_a_mark_that_is_permitted_by_name_passes() -> None:
    refuse_marked("TLP:RED", None, CustomerPolicy(permitted_marks=("tlp:red",)))


def test_a_team_lists_marks_of_its_own() -> None:
    with pytest.raises(HeldBackError):
        refuse_marked("Board only", None, CustomerPolicy(refused_marks=("Board only",)))
