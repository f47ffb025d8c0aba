"""Which blocks and inlines may be let in, made anew."""

from pmexport.customer.structure import pictures, public_block, structure_findings, targets_of, words_of
from pmexport.model.customer import Document
from pmexport.model.prose import (
    BlockQuote,
    BulletList,
    CodeBlock,
    Emph,
    Image,
    Link,
    ListItem,
    Note,
    Para,
    Plain,
    SoftBreak,
    Str,
    Strong,
)


def test_words_and_emphasis_are_made_anew() -> None:
    block = Para((Str("We "), Strong((Str("fixed"),)), SoftBreak(), Emph((Str("it"),))), 4)

    assert public_block(block) == block


def test_a_link_loses_its_title_and_a_fragment_its_target() -> None:
    block = Para((Link((Str("page"),), "https://x.example/", "internal"), Link((Str("there"),), "#s-cause")))

    assert public_block(block) == Para((Link((Str("page"),), "https://x.example/"), Str("there")))


def test_pictures_and_footnotes_never_come_in() -> None:
    block = Para((Str("Seen"), Image("alt", "x.png", "title"), Note((Para((Str("note"),)),))))

    assert public_block(block) == Para((Str("Seen"),))
    assert words_of(block) == "Seen"


def test_code_and_quotes_have_no_public_form() -> None:
    assert [public_block(CodeBlock("x")), public_block(BlockQuote(()))] == [None, None]


def test_a_picture_that_is_left_out_is_told() -> None:
    assert [each.line for each in pictures([Para((Image("alt", "x.png"),), 7)])] == [7]


def test_where_links_lead_is_known_within_lists_too() -> None:
    link = Link((Str("x"),), "https://x.example/")

    assert list(targets_of(BulletList((ListItem((Plain((link,)),)),)))) == ["https://x.example/"]


def test_addresses_in_angle_brackets_and_line_breaks_are_no_html() -> None:
    text = "See <https://x.example/> or <help@x.example>.<br>\n"

    assert structure_findings(text, 1, [], Document.POSTMORTEM) == []
