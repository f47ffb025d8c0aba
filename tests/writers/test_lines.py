"""A report as paragraphs of text."""

from customer_report import page
from pmexport.writers.lines import Dialect, lines

PLAIN = Dialect(plain=str, strong=str, link=lambda words, _: words, title=str, heading=str)


def test_every_section_is_told() -> None:
    told = list(lines(page(), PLAIN))

    assert told[0] == "DRAFT"
    assert "- 09:20 UTC Customers start to be affected" in "\n".join(told)
    assert "- We see sooner that pages are empty – Done" in "\n".join(told)


def test_no_paragraph_is_empty() -> None:
    assert all(paragraph.strip() for paragraph in lines(page(), PLAIN))
