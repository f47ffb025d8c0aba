"""What the guards read."""

from customer_report import REPORT, report
from pmexport.customer.speech import spoken, spoken_by_theme
from pmexport.model.options import CustomerPolicy


def test_every_word_that_somebody_wrote_is_read() -> None:
    texts = [one.text for one in spoken(REPORT)]

    assert "Empty pages on 4 March 2026" in texts
    assert "Pages were empty. Loans were safe." in texts
    assert "We see sooner that pages are empty" in texts


def test_facts_and_public_names_are_not() -> None:
    own = CustomerPolicy(services=(("shelf-service", "Shelves"),))

    assert list(spoken(report(policy=own))) == []


def test_texts_of_the_settings_are_read_but_what_is_filled_into_them() -> None:
    own = CustomerPolicy(contact="desk@lib.example", apology="We are sorry.", promise="By {month} {year}")
    told = {one.text: one.is_contact for one in spoken(report(policy=own))}

    assert told == {"We are sorry.": False, "By  ": False, "desk@lib.example": True}


def test_the_words_of_a_theme_are_read() -> None:
    assert [one.text for one in spoken_by_theme(["", "{company} {page}", "Lib Ltd, {title}"])] == ["Lib Ltd,"]
