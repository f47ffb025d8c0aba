"""How much text blocks hold."""

from pmexport.model.prose import BulletList, CodeBlock, ListItem, Para, Str
from pmexport.writers.docx.lengths import length


def test_a_paragraph_is_as_long_as_its_words() -> None:
    assert length((Para((Str("twelve words"),)),)) == 12


def test_code_counts_by_its_lines() -> None:
    assert length((CodeBlock("a\nb"),)) == 2 * length((CodeBlock("a"),))


def test_a_list_is_longer_than_its_words() -> None:
    item = ListItem((Para((Str("word"),)),))

    assert length((BulletList((item, item)),)) > 8
