"""Badges and marks."""

from lxml import etree

from inspect_docx import WordFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _style(word: WordFile, name: str) -> str:
    styles = word.xml["word/styles.xml"]
    found = next(e for e in styles.iter(_W + "style") if e.get(_W + "styleId") == name)
    return etree.tostring(found, encoding="unicode")


def test_a_badge_is_text_in_a_shaded_character_style(word: WordFile) -> None:
    badge = _style(word, word.run("P0").style)

    assert 'w:val="Badge priority 0"' in badge
    assert 'w:fill="B42318" w:themeFill="accent2"' in badge


def test_a_style_is_added_once_however_often_it_is_used(word: WordFile) -> None:
    ids = [e.get(_W + "styleId") for e in word.xml["word/styles.xml"].iter(_W + "style")]

    assert len(ids) == len(set(ids))


def test_a_status_is_its_word_beside_a_coloured_mark(word: WordFile) -> None:
    mark = word.run("✓")

    assert word.run("Done").style == ""
    assert "0C6B39" in _style(word, mark.style)


def test_the_words_of_a_badge_stay_on_one_line(word: WordFile) -> None:
    assert "Change\N{NO-BREAK SPACE}deployed" in word.parts["word/document.xml"].decode()
