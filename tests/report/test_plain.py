"""Plain sentences: whole ones, without code, handles and blanks, and none that hangs in the air."""

import pytest

from example_postmortem import para, postmortem, section
from pmexport.facts.passages import Passage, passages
from pmexport.model.prose import Block, BulletList, Code, ListItem, Para, Str, Strong
from pmexport.model.prose import Plain as PlainBlock
from pmexport.model.terms import SectionKind
from pmexport.report.plain import Plain
from pmexport.report.words import Words


def told(*content: Block) -> list[Passage]:
    """Return the passages of a section that holds `content`."""
    chapter = section(SectionKind.IMPACT, "Effects", *content)
    return [one for one in passages(postmortem(events=(), sections=(chapter,))) if one.title == "Effects"]


def item(*content: Str | Strong | Code) -> Block:
    return BulletList((ListItem((PlainBlock(content, 7),), line=7),))


def said(*content: Block, longest: int = 200) -> list[str]:
    return [piece.text for piece in Plain(Words("en")).sentences(told(*content), longest)]


def test_each_whole_sentence_is_told_in_order() -> None:
    assert said(para("Shelves were empty. Nobody could lend a book.")) == [
        "Shelves were empty.",
        "Nobody could lend a book.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "We asked @noor to look at it.",
        "It was told in #incidents at once.",
        "The variable shelf_count was wrong.",
        "See https://example.com/x for more of it.",
        "The host db1.prod.example.com was down.",
        "We ran kubectl get pods all day.",
        "The file shelves.py was changed by hand.",
        "Write to noor@library.example for more.",
        "Requests to 10.2.3.4 failed for an hour.",
        "Commit 3f9a2bc41d broke the shelves.",
        "It was told in issue #451 last year.",
        "It said ERROR: no shelf left at all.",
        "We called emptyShelf() in a loop.",
    ],
)
def test_a_sentence_with_a_handle_or_an_identifier_is_passed_over(sentence: str) -> None:
    assert said(para(sentence)) == []


def test_a_sentence_with_code_is_passed_over_and_its_line_remembered() -> None:
    plain = Plain(Words("en"))
    content = Para((Str("The shelf "), Code("A7"), Str(" was empty.")), 12)

    assert list(plain.sentences(told(content), 200)) == []
    assert plain.passed_over == [12]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Describe what happened here].",
        "The owner is TBD for this one.",
        "It happened because:",
        "and then it stopped.",
    ],
)
def test_what_is_left_blank_or_broken_off_is_no_sentence(sentence: str) -> None:
    assert said(para(sentence)) == []


def test_a_sentence_that_goes_on_is_told_only_behind_the_one_before() -> None:
    assert said(para("Shelves were empty. This took an hour to see.")) == [
        "Shelves were empty.",
        "This took an hour to see.",
    ]
    assert said(para("The table shelf_count was empty. This took an hour to see.")) == []


def test_a_sentence_cut_within_a_quotation_is_not_told() -> None:
    assert said(para('The sign said "No books today. Come back." Nobody did come back.')) == ["Nobody did come back."]


def test_a_long_sentence_is_left_out_whole() -> None:
    assert said(para("Shelves were empty."), longest=10) == []


def test_sentences_of_chinese_and_japanese_end_without_a_space() -> None:
    assert said(para("书架在早上全部空了一个小时。没有人能借书，也没有人能还书。")) == [
        "书架在早上全部空了一个小时。",
        "没有人能借书，也没有人能还书。",
    ]


def test_the_words_of_a_picture_are_no_sentence() -> None:
    plain = Plain(Words("en"), frozenset({"Chart of empty shelves over time."}))

    assert list(plain.sentences(told(para("Chart of empty shelves over time.")), 200)) == []


def test_a_label_stands_for_its_item() -> None:
    (passage,) = told(item(Strong((Str("No count:"),)), Str(" nobody counted the books in the night.")))
    piece = Plain(Words("en")).label(passage, 60)

    assert piece is not None
    assert (piece.text, piece.line) == ("No count", 7)


def test_a_fact_is_label_and_whole_value() -> None:
    (passage,) = told(item(Strong((Str("Fees lost:"),)), Str(" about €40, all of it from members")))
    piece = Plain(Words("en")).fact(passage, 60)

    assert piece is not None
    assert (piece.label, piece.text) == ("Fees lost", "about €40, all of it from members")


def test_a_fact_too_long_for_its_place_is_left_out_whole() -> None:
    (passage,) = told(item(Strong((Str("Fees lost:"),)), Str(" about €40, all of it from members")))

    assert Plain(Words("en")).fact(passage, 20) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "None of these lists was kept.",
        "We had asked this reader before.",
        "Nobody knew of the aforementioned list.",
        "The rest came as described before.",
    ],
)
def test_a_sentence_that_points_back_is_not_told_behind_one_passed_over(sentence: str) -> None:
    assert said(para(f"Shelves were empty. {sentence}")) == ["Shelves were empty.", sentence]
    assert said(para(f"The table shelf_count was empty. {sentence}")) == []


@pytest.mark.parametrize(
    "sentence", ["Days went by until this incident was over.", "The list was lost, and these readers waited."]
)
def test_what_a_sentence_points_at_may_be_the_incident_or_stand_in_itself(sentence: str) -> None:
    assert said(para(f"The table shelf_count was empty. Nobody saw. {sentence}"))[-1] == sentence


def test_an_item_whose_first_sentence_is_passed_over_is_passed_over_whole() -> None:
    assert said(item(Code("A7"), Str(": the shelf by the door. Members need it every day."))) == []


def test_what_the_title_names_may_be_named() -> None:
    content = Para((Str("The page "), Code("shelf_count"), Str(" was down. And lists.lib.example.com was too.")), 12)
    plain = Plain(Words("en"), title="shelf_count down")

    assert [piece.text for piece in plain.sentences(told(content), 200)] == ["The page shelf_count was down."]


def test_a_name_before_a_colon_stands_for_its_item() -> None:
    (passage,) = told(item(Str("No count in the night: nobody was asked to count. It cost an hour.")))
    piece = Plain(Words("en")).label(passage, 60)

    assert piece is not None
    assert piece.text == "No count in the night"
