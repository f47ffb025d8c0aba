"""An e-mail read back."""

from pmexport.customer.readback.mail import read_mail


def test_headers_and_parts_are_read() -> None:
    read = read_mail(b"Subject: =?utf-8?q?caf=C3=A9?=\r\nX-Job: seven\r\nContent-Type: text/plain\r\n\r\nbody\r\n")
    said = [text.strip() for _, text in read.texts]

    assert {"café", "seven", "body"} <= set(said)


def test_a_sender_a_date_and_an_attachment_are_odd() -> None:
    content = (
        b"From: a@x.example\r\nDate: Wed, 04 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/zip\r\n\r\nx\r\n--b--\r\n"
    )

    assert read_mail(content).odd == (
        "the header from",
        "the header date",
        "an attachment of the kind application/zip",
    )
