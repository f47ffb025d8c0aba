"""Words that stand for pictures are known wherever the picture stands."""

from example_postmortem import postmortem, section
from pmexport.model.prose import (
    Alignment,
    BlockQuote,
    BulletList,
    Image,
    Inlines,
    Link,
    ListItem,
    Para,
    Plain,
    Row,
    Table,
)
from pmexport.report.pictures import pictures_of


def picture(words: str) -> Inlines:
    return (Image(words, "x.png"),)


def test_pictures_in_paragraphs_lists_quotes_tables_and_links_are_found() -> None:
    chapter = section(
        None,
        "Pictures",
        Para(picture("one")),
        BulletList((ListItem((Plain(picture("two")),)),)),
        BlockQuote((Para(picture("three")),)),
        Table((Alignment.LEFT,), ((),), (Row((picture("four"),)),)),
        Para((Link(picture("five\nlines"), "https://library.example"),)),
    )

    assert pictures_of(postmortem(events=(), sections=(chapter,))) == {"one", "two", "three", "four", "five lines"}
