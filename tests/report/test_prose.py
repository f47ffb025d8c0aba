"""How running text is set."""

from pmexport.model.postmortem import FieldRun, HeaderField
from pmexport.model.prose import (
    BulletList,
    CodeBlock,
    CodeToken,
    Definition,
    DefinitionList,
    ListItem,
    Para,
    Plain,
    Str,
    Strong,
)
from pmexport.report.prose import run_in, set_blocks, with_facts, words_in


def item(*inlines: Str | Strong, below: tuple[BulletList, ...] = ()) -> ListItem:
    return ListItem((Plain(inlines), *below))


def bold(text: str) -> Strong:
    return Strong((Str(text),))


def test_bullets_with_bold_labels_are_facts() -> None:
    bullets = BulletList((item(bold("Users affected:"), Str(" ~8,500")), item(bold("Scope"), Str(": Global"))))

    assert with_facts((bullets,)) == (
        DefinitionList(
            (
                Definition((Str("Users affected"),), (Plain((Str("~8,500"),)),)),
                Definition((Str("Scope"),), (Plain((Str("Global"),)),)),
            )
        ),
    )


def test_a_fact_keeps_what_stands_below_it() -> None:
    below = BulletList((item(Str("Checkout")),))
    bullets = BulletList((item(bold("Services:"), below=(below,)),))

    assert with_facts((bullets,)) == (DefinitionList((Definition((Str("Services"),), (below,)),)),)


def test_one_bullet_without_a_label_leaves_the_whole_list_a_list() -> None:
    bullets = BulletList((item(bold("Users:"), Str(" 5")), item(Str("and more"))))

    assert with_facts((bullets,)) == (bullets,)


def test_a_label_without_a_value_is_no_fact() -> None:
    bullets = BulletList((item(bold("Users:")),))

    assert with_facts((bullets,)) == (bullets,)


def test_bold_labels_run_in_where_columns_are_narrow() -> None:
    bullets = BulletList((item(bold("Fast escalation:"), Str(" Asked for help")), item(bold("Why?:"), Str(" luck"))))

    assert run_in((bullets,)) == (
        Para((Strong((Str("Fast escalation"), Str("."))), Str(" "), Str("Asked for help"))),
        Para((Strong((Str("Why?"), Str(""))), Str(" "), Str("luck"))),
    )


def test_a_run_in_head_keeps_its_colon_before_small_letters() -> None:
    bullets = BulletList((item(bold("Luck:"), Str(" it was a Sunday")),))

    assert run_in((bullets,)) == (Para((Strong((Str("Luck"), Str(":"))), Str(" "), Str("it was a Sunday"))),)


def test_code_of_a_known_language_is_coloured_and_unchanged() -> None:
    (block,) = set_blocks((CodeBlock("SELECT 1 -- one", "sql"),))

    assert isinstance(block, CodeBlock)
    assert "".join(piece.text for piece in block.pieces) == "SELECT 1 -- one"
    assert block.pieces[0].token is CodeToken.KEYWORD
    assert block.pieces[-1].token is CodeToken.COMMENT


def test_code_of_an_unknown_language_stays_plain() -> None:
    block = CodeBlock("whatever", "no-such-language")

    assert set_blocks((block,)) == (block,)


def test_header_fields_within_a_section_are_facts_without_placeholders() -> None:
    run = FieldRun(
        (
            HeaderField(name=None, label="Owner", value=(Str("Noor"),)),
            HeaderField(name=None, label="Team", value=(Str("[team]"),), placeholder=True),
        )
    )

    assert set_blocks((run,)) == (DefinitionList((Definition((Str("Owner"),), (Plain((Str("Noor"),)),)),)),)


def test_words_are_counted_everywhere() -> None:
    bullets = BulletList((item(Str("two words"), below=(BulletList((item(Str("one more")),)),)),))

    assert words_in((bullets, CodeBlock("a b"), Para((Str("end"),)))) == 7
