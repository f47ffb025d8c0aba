"""Plain text."""

from customer_report import page
from pmexport.theme.load import load_theme
from pmexport.writers.text import write

TEXT = write(page(), load_theme().theme).content.decode()


def test_lines_fit_a_mail_window() -> None:
    assert max(map(len, TEXT.splitlines())) <= 76


def test_headings_are_underlined() -> None:
    assert "What you saw\n------------\n" in TEXT


def test_it_ends_with_one_line_end() -> None:
    assert TEXT.endswith("\n")
    assert not TEXT.endswith("\n\n")
