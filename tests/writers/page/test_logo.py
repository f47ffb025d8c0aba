"""The company's sign within the page."""

from pmexport.theme.theme import Logo
from pmexport.writers.page.logo import logo_address


def test_a_sign_is_held_by_the_page_itself() -> None:
    logo = Logo(content=b"<svg/>", media_type="image/svg+xml", alt="Tarn", width=1, height=1)

    assert logo_address(logo) == "data:image/svg+xml;base64,PHN2Zy8+"


def test_no_sign_has_no_address() -> None:
    assert logo_address(None) == ""
