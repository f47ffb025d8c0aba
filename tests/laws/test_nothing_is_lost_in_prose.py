"""The law of the reader's text half: every word that a reader would see is in the blocks once, and in order."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pmexport.model.prose import (
    BlockQuote,
    Blocks,
    BulletList,
    Code,
    CodeBlock,
    DefinitionList,
    Emph,
    Header,
    HorizontalRule,
    Image,
    Inlines,
    LineBreak,
    Link,
    Note,
    OrderedList,
    Para,
    Plain,
    SoftBreak,
    Str,
    Strikeout,
    Strong,
    Table,
)
from pmexport.reader.prose import blocks
from pmexport.reader.source import decode

WORD = re.compile(r"\w+")
CODEPOINTS = st.characters(codec="utf-8")


def words(found: Blocks) -> list[str]:
    return WORD.findall(" ".join(texts(found)))


def texts(found: Blocks) -> Iterator[str]:
    for block in found:
        match block:
            case Para(content) | Plain(content) | Header(content=content):
                yield text(content)
            case BulletList(items) | OrderedList(items):
                for item in items:
                    yield from texts(item.content)
            case CodeBlock(text=code):
                yield code
            case BlockQuote(content):
                yield from texts(content)
            case Table(head=head, rows=rows):
                yield from map(text, head)
                for row in rows:
                    yield from map(text, row.cells)
            case DefinitionList(definitions):
                for definition in definitions:
                    yield text(definition.term)
                    yield from texts(definition.content)
            case HorizontalRule():
                pass


def text(content: Inlines) -> str:
    return "".join(map(inline_text, content))


def inline_text(inline: object) -> str:
    match inline:
        case Str(words) | Code(words) | Image(alt=words):
            return words
        case Emph(content) | Strong(content) | Strikeout(content) | Link(content=content):
            return text(content)
        case Note(content):
            return f" {' '.join(texts(content))} "
        case SoftBreak() | LineBreak():
            return " "
        case _:
            raise AssertionError(inline)


# Documents whose words are all different, so that a word lost, doubled or moved is seen at once.

MARKS = st.sampled_from(["{}", "*{}*", "**{}**", "~~{}~~", "`{}`", "[{}](https://a.example)", "[{}](x:y)", "<b>{}</b>"])
MORE_MARKS = st.sampled_from(
    ["![{}](https://a.example/x.png)", "<u>{}", "{}</i>", "<p>{}</p>", "{}<br>", r"\<{}\>", "<x{}>"]
)
SPREAD = st.sampled_from(
    ["**{} <p>{}** {}", "[{} <h2>{}](https://a.example) {}", "*{} <b>{}* {}</b>", "~~{}<hr>{}~~ <li>{}"]
)
SENTENCE = st.lists(MARKS | MORE_MARKS, min_size=1, max_size=6).map(" ".join)
CELL = st.lists(MARKS, max_size=3).map(" ".join)
LEAF = st.one_of(
    SENTENCE,
    SPREAD,
    SENTENCE.map("## {}".format),
    st.lists(SENTENCE, min_size=1, max_size=3).map("\n".join),
    st.lists(SENTENCE, min_size=1, max_size=3).map("  \n".join),
    SENTENCE.map(lambda line: f"{line}\n---"),
    st.lists(st.just("{}"), min_size=1, max_size=4).map(lambda lines: "\n".join(["```sql", *lines, "```"])),
    st.just("***"),
    SENTENCE.map(lambda line: f"{line}\n: {{}}"),
    st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=4).map(
        lambda rows: "\n".join(["| {} | {} |", "|---|---|", *("| " + " | ".join(row) + " |" for row in rows)])
    ),
    st.lists(st.just("| {} | {} |"), min_size=2, max_size=4).map("\n".join),
    st.lists(SENTENCE, min_size=1, max_size=3).map(lambda items: "<ul>\n<li>" + "\n<li>".join(items) + "\n</ul>"),
    st.lists(CELL, min_size=1, max_size=3).map(lambda row: f"<table><tr><td>{'</td><td>'.join(row)}</td></tr></table>"),
)


def indented(lines: str, first: str, rest: str) -> str:
    head, *others = lines.split("\n")
    return "\n".join([first + head, *(rest + line if line else line for line in others)])


def containers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        several.map(lambda parts: "\n".join(indented(part, "- ", "  ") for part in parts)),
        several.map(lambda parts: "\n\n".join(indented(part, "1. ", "   ") for part in parts)),
        several.map(lambda parts: "\n".join(indented(part, "- [ ] ", "  ") for part in parts)),
        several.map(lambda parts: indented("\n\n".join(parts), "> ", "> ")),
    )


DOCUMENTS = st.lists(st.recursive(LEAF, containers, max_leaves=6), max_size=6).map("\n\n".join)


def numbered(template: str) -> str:
    """Return `template` with a word of its own at each place for one."""
    parts = template.split("{}")
    return "".join(part + f"w{number}w" for number, part in enumerate(parts[:-1])) + parts[-1]


@given(DOCUMENTS)
@settings(max_examples=300, deadline=None)
def test_each_word_of_a_document_is_read_once_and_in_order(template: str) -> None:
    document = numbered(template)

    read = [word for word in words(blocks(document).blocks) if re.fullmatch(r"x?w\d+w", word)]
    assert read == re.findall(r"x?w\d+w", document)


@given(st.text(CODEPOINTS) | st.lists(st.sampled_from("a *_`[]()<>!|-#:~^\n\t\\&;=/1.\"'"), max_size=80).map("".join))
@settings(max_examples=500, deadline=None)
def test_no_text_whatsoever_is_too_much(anything: str) -> None:
    prose = blocks(anything)

    assert all(1 <= told.line <= anything.count("\n") + 1 for told in prose.diagnostics)


# Real files against an extraction that shares no code with ours but the parser: its own HTML, stripped of tags.

INLINE_TAG = re.compile(r"</?(?:em|strong|code|a|s|b|i)\b[^>]*>")
ANY_TAG = re.compile(r"<[^>]*>")
IMAGE = re.compile(r'<img [^>]*?alt="([^"]*)"[^>]*>')
HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)
EMBEDDED = re.compile(r"<iframe.*?</iframe>", re.DOTALL)


def extracted(markdown: str) -> list[str]:
    parser = MarkdownIt("js-default", {"html": True, "linkify": False})
    parser.validateLink = bool  # type: ignore[method-assign, assignment]
    page = parser.render(HIDDEN.sub("", markdown))
    with_alternatives = IMAGE.sub(r" \1 ", page)
    return WORD.findall(html.unescape(ANY_TAG.sub(" ", INLINE_TAG.sub("", with_alternatives))))


def without_boxes(markdown: str) -> str:
    return re.sub(r"^(\s*[-*] )\[[ xX]\] ", r"\1", EMBEDDED.sub("", markdown), flags=re.MULTILINE)


@pytest.fixture(scope="module")
def corpus(shared: Path) -> list[Path]:
    return sorted([*shared.glob("corpus/*.md"), *shared.glob("seed/*.md")])


def test_every_visible_word_of_real_postmortems_is_read_in_order(corpus: list[Path]) -> None:
    differing = []
    for path in corpus:
        source = without_boxes(decode(path.read_bytes(), path.name).text)
        if words(blocks(source).blocks) != extracted(source):
            differing.append(path.name)

    assert (len(corpus) > 0, differing) == (True, [])
