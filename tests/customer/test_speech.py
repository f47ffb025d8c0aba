"""What the guards read."""

from customer_report import REPORT, report
from pmexport.customer.speech import spoken


def test_every_word_that_somebody_wrote_is_read() -> None:
    texts = [one.text for one in spoken(REPORT)]

    assert "Empty pages on 4 March 2026" in texts
    assert "Pages were empty. Loans were safe." in texts
    assert "We see sooner that pages are empty" in texts


def test_facts_and_settings_are_not() -> None:
    assert list(spoken(report())) == []
