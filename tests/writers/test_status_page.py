"""Markdown for a status page."""

from customer_report import page, parsed, report, written
from pmexport.model.prose import Header, text_of
from pmexport.theme.load import load_theme
from pmexport.writers.status_page import write

THEME = load_theme().theme


def test_headings_are_read_as_headings() -> None:
    text = write(page(), THEME).content.decode()

    assert [text_of(block.content) for block in parsed(text) if isinstance(block, Header)][:2] == [
        "Empty pages on 4 March 2026",
        "What you saw",
    ]


def test_marks_in_words_are_no_markdown() -> None:
    text = "# T\n\n1\\. First \\*star\\* and \\[x\\](y) and \\# no heading.\n"
    made = write(page(report(written(text))), THEME).content.decode()

    assert "1\\. First \\*star\\* and \\[x\\](y)" in made


def test_links_keep_their_targets() -> None:
    text = "# T\n\nSee [our page](https://lib.example/a_(b)).\n"
    made = write(page(report(written(text))), THEME).content.decode()

    assert "[our page](https://lib.example/a_%28b%29)" in made
