"""Labels and their values."""

from inspect_docx import Draw, WordFile
from pmexport.model import prose as p

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _fact(label: str, *content: p.Block) -> p.Definition:
    return p.Definition((p.Str(label),), content)


def _plain(text: str) -> p.Plain:
    return p.Plain((p.Str(text),))


def _para(text: str) -> p.Para:
    return p.Para((p.Str(text),))


def _seen(word: WordFile) -> list[tuple[str, str]]:
    return [(one.style, one.text) for one in word.paragraphs() if one.style.startswith("Fact")]


def test_a_short_label_stands_beside_its_value(say: Draw) -> None:
    word = say(p.DefinitionList((_fact("Revenue", _plain("none lost")), _fact("Users", _plain("8,500")))))

    assert _seen(word) == [("Fact", "Revenue\tnone lost"), ("Fact", "Users\t8,500")]


def test_the_label_is_soft_and_the_value_strong(say: Draw) -> None:
    runs = say(p.DefinitionList((_fact("Revenue", _plain("none lost")),))).paragraph("Revenue").runs

    assert [(run.text, run.style) for run in runs] == [("Revenue", "FactName"), ("\t", ""), ("none lost", "")]


def test_what_qualifies_a_value_stands_under_it(say: Draw) -> None:
    word = say(p.DefinitionList((_fact("Revenue", _plain("none lost"), _plain("all retried")),)))
    detail = next(one for one in word.body.iter(_W + "p") if "all retried" in "".join(one.itertext()))
    indent = detail.find(f"{_W}pPr/{_W}ind")

    assert _seen(word)[1] == ("FactDetail", "all retried")
    assert indent is not None
    assert indent.get(_W + "left") == "2600"


def test_a_long_label_has_all_of_the_list_stand_over_their_values(say: Draw) -> None:
    long = "What the on-call engineer saw first"
    word = say(p.DefinitionList((_fact("Users", _plain("8,500")), _fact(long, _plain("a graph")))))

    assert [style for style, _ in _seen(word)] == ["FactLabel", "FactValue"] * 2


def test_in_a_column_a_label_stands_over_its_value(word: WordFile) -> None:
    seen = _seen(word)
    start = seen.index(("FactLabel", "Delayed revenue"))

    assert seen[start + 1 : start + 3] == [
        ("FactValue", "€312,000"),
        ("FactDetail", "€297,000 of it settled by retries on the same day"),
    ]


def test_a_long_value_is_not_set_strong(say: Draw) -> None:
    assert say(p.DefinitionList((_fact("Why", _para("because " * 20)),))).paragraph("Why").style == "FactProse"


def test_a_value_that_begins_with_a_list_stands_under_its_label(say: Draw) -> None:
    word = say(p.DefinitionList((_fact("Scope", p.BulletList((p.ListItem((_plain("all regions"),)),))),)))

    assert _seen(word) == [("FactLabel", "Scope"), ("FactDetail", "all regions")]
