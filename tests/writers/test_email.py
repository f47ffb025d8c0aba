"""An e-mail to be sent."""

from email import message_from_bytes
from email.policy import default

from customer_report import page
from pmexport.theme.load import load_theme
from pmexport.writers.email import write

CONTENT = write(page(), load_theme().theme).content
MESSAGE = message_from_bytes(CONTENT, policy=default)


def test_it_has_a_text_and_an_html_part() -> None:
    assert [part.get_content_type() for part in MESSAGE.iter_parts()] == ["text/plain", "text/html"]


def test_a_mail_program_opens_it_as_a_draft_without_sender_or_date() -> None:
    assert MESSAGE["X-Unsent"] == "1"
    assert [MESSAGE[name] for name in ("From", "To", "Date", "Message-ID")] == [None] * 4


def test_the_subject_says_that_it_is_a_draft() -> None:
    assert MESSAGE["Subject"] == "[DRAFT] Empty pages on 4 March 2026"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert write(page(), load_theme().theme).content == CONTENT


def test_the_html_part_has_neither_script_nor_chart() -> None:
    html = MESSAGE.get_body(("html",)).get_content()  # type: ignore[union-attr]

    assert "<script" not in html
    assert "<svg" not in html.partition("<table")[0]
