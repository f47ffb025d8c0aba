"""The sentences of a postmortem by topic."""

from msgspec.structs import replace

from customer_report import parsed
from example_postmortem import postmortem, section
from pmexport.customer.sentences import sentences
from pmexport.model.customer import Topic
from pmexport.model.terms import SectionKind


def test_each_sentence_has_its_line_and_topic() -> None:
    cause = section(SectionKind.ROOT_CAUSE, "Cause", *parsed("One came. Two left.\n", 7))
    own = replace(postmortem(), sections=(cause,))

    assert [(one.text, one.line, one.topic) for one in sentences(own)] == [
        ("One came.", 7, Topic.CAUSE),
        ("Two left.", 7, Topic.CAUSE),
    ]


def test_code_and_tables_have_no_sentences() -> None:
    own = replace(
        postmortem(), sections=(section(None, "X", *parsed("```\nx. Y z.\n```\n\n| a |\n|---|\n| B c. |\n")),)
    )

    assert list(sentences(own)) == []
