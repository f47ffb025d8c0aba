"""Lists: where they continue and where they start again."""

from inspect_docx import Draw, Paragraph, WordFile
from pmexport.model import prose as p
from pmexport.writers.docx.lists import continued_style, list_style

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _item(*content: p.Block, checked: bool | None = None) -> p.ListItem:
    return p.ListItem(content, checked=checked)


def _text(text: str) -> p.Plain:
    return p.Plain((p.Str(text),))


def _numbers(*texts: str, start: int = 1) -> p.OrderedList:
    return p.OrderedList(tuple(_item(_text(text)) for text in texts), start)


def _found(word: WordFile, *texts: str) -> list[Paragraph]:
    return [word.paragraph(text) for text in texts]


def test_items_have_the_built_in_styles(word: WordFile) -> None:
    assert word.paragraph("No staged roll-out").style == "ListNumber"
    assert word.paragraph("The load test ran").style == "ListBullet2"


def test_items_of_one_list_count_on(say: Draw) -> None:
    one, two = _found(say(_numbers("one", "two")), "one", "two")

    assert one.number == two.number


def test_the_next_list_starts_again(say: Draw) -> None:
    one, two = _found(say(_numbers("one"), _numbers("two")), "one", "two")

    assert one.number != two.number


def test_a_list_starts_where_its_author_says(say: Draw) -> None:
    said = say(_numbers("four", start=4))
    number = said.paragraph("four").number
    assert number is not None
    instance = next(e for e in said.xml["word/numbering.xml"] if e.get(_W + "numId") == str(number[0]))
    first = instance.find(f"{_W}lvlOverride/{_W}startOverride")

    assert first is not None
    assert first.get(_W + "val") == "4"


def test_levels_go_on_beyond_the_three_that_have_styles(say: Draw) -> None:
    block: p.Block = p.BulletList((_item(_text("level 4")),))
    for depth in (3, 2, 1, 0):
        block = p.BulletList((_item(_text(f"level {depth}"), block),))

    said = say(block)

    assert [paragraph.number for paragraph in _found(said, "level 0", "level 4")] == [(1, 0), (1, 4)]
    assert said.paragraph("level 4").style == "ListBullet3"


def test_a_list_goes_on_after_a_nested_one(say: Draw) -> None:
    nested = p.OrderedList((_item(_text("one"), p.BulletList((_item(_text("under one")),))), _item(_text("two"))))

    one, two = _found(say(nested), "one", "two")

    assert one.number == two.number


def test_a_further_paragraph_of_an_item_has_no_marker(say: Draw) -> None:
    further = say(p.BulletList((_item(_text("one"), _text("more of one")),))).paragraph("more of one")

    assert (further.style, further.number) == ("ListContinue", None)


def test_an_item_that_starts_with_code_has_its_marker(say: Draw) -> None:
    paragraphs = say(p.BulletList((_item(p.CodeBlock("x = 1")),))).paragraphs()

    assert [paragraph.style for paragraph in paragraphs[1:]] == ["ListBullet", "CodeBlock"]


def test_tasks_show_whether_they_are_done(say: Draw) -> None:
    tasks = tuple(_item(_text(str(checked)), checked=checked) for checked in (True, False, None))

    found = _found(say(p.BulletList(tasks)), "True", "False", "None")

    assert len({paragraph.number for paragraph in found}) == 3


def test_styles_follow_the_depth() -> None:
    assert [list_style(p.BulletList(()), depth) for depth in (0, 1, 5)] == ["ListBullet", "ListBullet2", "ListBullet3"]
    assert [continued_style(depth) for depth in (0, 2)] == ["ListContinue", "ListContinue3"]


def _property(word: WordFile, text: str, name: str) -> dict[str, str]:
    """Return what the paragraph `text` says itself of its spacing or its indent."""
    found = next(e for e in word.body.iter(_W + "p") if "".join(t.text or "" for t in e.iter(_W + "t")) == text)
    said = found.find(f"{_W}pPr/{_W}{name}")
    return {} if said is None else {str(key).removeprefix(_W): str(value) for key, value in said.attrib.items()}


def test_text_after_a_list_stands_clear_of_it(say: Draw) -> None:
    word = say(p.BulletList((_item(_text("one")), _item(_text("two")))), p.Para((p.Str("Words."),)))

    assert (_property(word, "one", "spacing"), _property(word, "two", "spacing")) == ({}, {"after": "130"})


def test_signs_in_a_cell_have_less_room(say: Draw) -> None:
    fact = p.Definition((p.Str("Scope"),), (p.BulletList((_item(_text("all regions")),)),))

    assert _property(say(p.DefinitionList((fact,))), "all regions", "ind") == {"left": "230", "hanging": "190"}
