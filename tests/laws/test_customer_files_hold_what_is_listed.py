"""What a file for customers is built of: an allow-list, so that a new place to hide something is seen."""

import io
import re
import tomllib
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pikepdf

from customer_report import page
from pmexport.theme.load import load_theme
from pmexport.writers import writer

THEME = load_theme().theme
LISTED = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(
        (Path(__file__).parent / "customer_files.toml").read_text(encoding="utf-8")
    ).items()
}


def made(suffix: str) -> bytes:
    return writer(suffix)(page(), THEME).content


# Names that a page gives to its own resources: fonts, images, shades, states.
_OF_A_PAGE = re.compile(r"/(?:[a-z]+[\w.-]*|[\w.-]*\d[\w.-]*|[A-Z]{6}\+.*)")


def test_the_keys_of_the_pdf_are_known() -> None:
    with pikepdf.open(io.BytesIO(made("pdf"))) as document:
        keys = {key for thing in document.objects for key in _keys(thing)}
        fonts = {name for one in document.pages for name in one.Resources.get("/Font", {})}

    assert [key for key in keys - fonts - LISTED["pdf_keys"] if not _OF_A_PAGE.fullmatch(key)] == []


def _keys(thing: pikepdf.Object) -> set[str]:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return set(thing.keys())
    return set()


def test_the_parts_and_relations_of_the_word_file_are_known() -> None:
    with zipfile.ZipFile(io.BytesIO(made("docx"))) as package:
        parts = {re.sub(r"\d+(?=\.\w+(\.rels)?$)", "#", name) for name in package.namelist()}
        relations = {
            kind
            for name in package.namelist()
            if name.endswith(".rels")
            for kind in re.findall(r'Type="[^"]*/([\w-]+)"', package.read(name).decode())
        }
        outward = [name for name in package.namelist() if b'TargetMode="External"' in package.read(name)]

    assert (parts - LISTED["docx_parts"], relations - LISTED["relations"], outward) == (set(), set(), [])


class _Names(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_the_tags_and_attributes_of_the_page_are_known() -> None:
    names = _Names()
    names.feed(made("html").decode())

    assert (names.tags - LISTED["tags"], names.attributes - LISTED["attributes"]) == (set(), set())
