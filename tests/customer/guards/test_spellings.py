"""How one name may be spelt."""

import pytest

from pmexport.customer.guards.spellings import spellings


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Søren", {"søren", "soren", "soeren"}),
        ("Łukasz", {"łukasz", "lukasz"}),
        ("Jürgen", {"jürgen", "jurgen", "juergen"}),
        ("Weiß", {"weiss"}),
        ("Renée", {"renée", "renee"}),
        ("Ida", {"ida"}),
    ],
)
def test_a_name_is_known_with_and_without_its_marks(name: str, others: set[str]) -> None:
    assert others <= spellings(name)


def test_a_name_of_plain_letters_has_one_spelling() -> None:
    assert spellings("Noor") == {"noor"}
