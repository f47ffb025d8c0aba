"""A Word file read back."""

import io
import zipfile

import pytest

from customer_report import page
from pmexport.customer.readback.word import read_word
from pmexport.errors import UnreadableError
from pmexport.theme.load import load_theme
from pmexport.writers import writer

CONTENT = writer("docx")(page(), load_theme().theme).content


def with_part(name: str, content: str) -> bytes:
    stream = io.BytesIO(CONTENT)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(name, content)
    return stream.getvalue()


def test_pictures_words_and_relations_are_read() -> None:
    places = {place for place, _ in read_word(CONTENT).texts}

    assert {"word/document.xml", "docProps/core.xml", "part name", "word/_rels/document.xml.rels"} <= places


@pytest.mark.parametrize("name", ["docProps/core.xml", "docProps/other.xml"])
def test_an_author_is_odd(name: str) -> None:
    namespace = "http://purl.org/dc/elements/1.1/"
    part = f'<x xmlns:dc="{namespace}"><dc:creator>Noor</dc:creator></x>'

    assert "an author" in read_word(with_part(name.replace("core", "core2"), part)).odd


def test_entities_of_its_own_are_refused() -> None:
    with pytest.raises(UnreadableError):
        read_word(with_part("word/x.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'))


def test_a_switch_that_is_off_hides_nothing() -> None:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    part = f'<w:p xmlns:w="{namespace}"><w:vanish w:val="0"/></w:p>'

    assert read_word(with_part("word/x.xml", part)).odd == ()


@pytest.mark.parametrize("element", ['<w:bookmarkStart w:name="Noor_saw_it"/>', '<w:docVar w:val="Noor saw it"/>'])
def test_names_that_word_keeps_unseen_are_read(element: str) -> None:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    part = element.replace("/>", f' xmlns:w="{namespace}"/>')

    assert "Noor saw it" in [text for _, text in read_word(with_part("word/x.xml", part)).texts]
