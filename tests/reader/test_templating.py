"""A page of a site is read as its visitors see it."""

import pytest

from pmexport.reader.templating import without_code
from read_text import reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import A from 'a'\nimport {\n  B,\n} from 'b'\n\nText", "\n\n\n\n\nText"),
        ("Text\n\nexport const a = {\n  b: 1,\n}\n\nMore", "Text\n\n\n\n\n\nMore"),
        ("We import goods.\nimport stays here", "We import goods.\nimport stays here"),
        ("up {/* a\nnote */} again", "up \n again"),
        ('<Note type="x">\nDown\n</Note>', "\nDown\n"),
        ("A <Badge>late</Badge> reply <Icon />", "A late reply "),
        ("`<Note>` and ``{/* a */}``", "`<Note>` and ``{/* a */}``"),
        ("```js\nimport a from 'b'\n```", "```js\nimport a from 'b'\n```"),
        ("a < B and c > d", "a < B and c > d"),
    ],
)
def test_mdx_is_read_without_its_code(text: str, expected: str) -> None:
    assert without_code(text, "docs/outage.mdx").text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# <%= page.title %>\n\nText", "\n\nText"),
        ("<%= partial 'a',\n  b: 1 %>\nText", "\n\nText"),
        ("<% if a %>Text<% end %>", "Text"),
        ("up <%# a note %>", "up "),
        ("lasted <%= minutes %> minutes", "lasted <%= minutes %> minutes"),
        ("`<% code %>`", "`<% code %>`"),
    ],
)
def test_erb_is_read_without_its_tags(text: str, expected: str) -> None:
    assert without_code(text, "outage.html.md.erb").text == expected


def test_other_files_keep_what_looks_like_it() -> None:
    text = "import a from 'b'\n\n<Note>\n<% a %>"

    assert without_code(text, "outage.md").text == text


def test_the_title_of_a_page_is_that_of_its_front_matter() -> None:
    found = reading("---\ntitle: Sign-in down\n---\n\n# <%= page.title %>\n\n## Impact\n\nAll.\n", "a.md.erb")

    assert found.postmortems[0].title == "Sign-in down"
    assert [(each.code, each.line) for each in found.diagnostics if each.code == "site-code"] == [("site-code", 5)]
