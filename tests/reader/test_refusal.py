"""Why a picture is left out."""

from pmexport.reader.refusal import Refusal


def test_it_says_what_was_found_and_what_to_do_instead() -> None:
    refusal = Refusal("image-type", "it is no picture", "save it as PNG")

    assert (refusal.code, refusal.found, refusal.instead) == ("image-type", "it is no picture", "save it as PNG")
