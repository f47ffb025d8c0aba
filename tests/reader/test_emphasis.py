"""Lines in bold or italics that stand for headings."""

from pmexport.model.postmortem import Section
from read_text import postmortem


def outlined(sections: tuple[Section, ...]) -> list[object]:
    """Return the titles of `sections`, those below each in a list behind it."""
    found: list[object] = []
    for section in sections:
        found.append(section.title)
        if section.children:
            found.append(outlined(section.children))
    return found


def test_the_first_style_seen_stands_above_the_second() -> None:
    text = (
        "**Postmortem: Shop down**\n\n*Summary:*\n\nIt broke.\n\n*Root cause and resolution:*\n\n"
        "**Root cause:**\nA bad release.\n\n**Resolution:**\nA rollback.\n\n*Timeline:*\n\n- 10:00 a\n- 11:00 b\n"
    )

    assert outlined(postmortem(text).sections) == [
        "Summary",
        "Root cause and resolution",
        ["Root cause", "Resolution"],
        "Timeline",
    ]


def test_where_bold_lines_are_the_headings_all_of_them_are() -> None:
    text = (
        "# Shop down\n\n**Summary:**\n\na\n\n**Timeline:**\n\n- 10:00 b\n\n**Wrong tracks:**\n- c\n\n**Impact:**\n\nd\n"
    )

    assert outlined(postmortem(text).sections) == ["Summary", "Timeline", "Wrong tracks", "Impact"]


def test_among_headings_a_bold_line_that_names_no_section_is_text() -> None:
    text = "# Shop down\n\n## Summary\n\na\n\n**By the way**\n\nb\n\n## Timeline\n\n- 10:00 c\n"

    assert outlined(postmortem(text).sections) == ["Summary", "Timeline"]


def test_a_remark_may_follow_the_bold_words() -> None:
    assert outlined(postmortem("# Shop down\n\n**Timeline** (all times UTC):\n\n- 10:00 a\n").sections) == ["Timeline"]


def test_a_label_over_its_text_is_a_section_after_the_head() -> None:
    text = "# Shop down\n\n**Impact:**\nNo orders.\n\n## Summary\n\nIt broke.\n\n**Trigger:**\nA release.\n"

    assert outlined(postmortem(text).sections) == ["Summary", ["Trigger"]]


def test_a_template_s_question_may_follow_the_bold_words() -> None:
    assert outlined(postmortem("# Shop down\n\n**Resolution:** [What was it?]\n\nA rollback.\n").sections) == [
        "Resolution: [What was it?]"
    ]


def test_plain_labels_over_text_are_sections_where_there_are_several() -> None:
    text = "# Shop down\n\n## Root cause and resolution\n\nRoot cause:\nA lock.\n\nResolution:\nA restart.\n"

    assert outlined(postmortem(text).sections) == ["Root cause and resolution", ["Root cause", "Resolution"]]


def test_labels_over_their_text_are_headings_where_there_is_no_other() -> None:
    found = postmortem("**Shop down**\n\n**Summary**\nIt broke.\n\n**Impact**\nAll.\n\n**Cause**\nA disk.\n")

    assert [section.title for section in found.sections] == ["Summary", "Impact", "Cause"]


def test_a_label_may_be_parted_from_its_text_by_a_dash_or_nothing() -> None:
    found = postmortem("# Shop down\n\n**TL;DR** it broke.\n\n**Impact** – all shops.\n\n## Timeline\n\n- 10:00 down\n")

    assert [section.title for section in found.sections] == ["TL;DR", "Impact", "Timeline"]


def test_a_label_may_stand_before_text_of_several_lines() -> None:
    found = postmortem(
        "# Shop down\n\n## Analysis\n\n**Detection:** an alert\nsaid so.\n\n**Impact.** Nobody\nwas hit.\n"
    )

    assert [section.title for section in found.sections[0].children] == ["Detection", "Impact"]
