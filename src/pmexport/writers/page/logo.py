"""The company's sign as an address that a page can hold."""

from base64 import b64encode

from pmexport.theme.theme import Logo


def logo_address(logo: Logo | None) -> str:
    """Return `logo` as a ``data:`` address, or nothing."""
    return f"data:{logo.media_type};base64,{b64encode(logo.content).decode()}" if logo else ""
