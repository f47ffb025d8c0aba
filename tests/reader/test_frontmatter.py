"""Front matter: what is one, what it holds, and how a broken one is told."""

import pytest

from pmexport.errors import UnreadableError
from pmexport.reader.frontmatter import cut, with_visible_directions


def refusal(text: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        cut(text, "outage.md")
    return str(caught.value)


def test_yaml_values_stay_the_strings_that_were_written() -> None:
    found = cut("---\nstart: 12:30\npublic: no\ntags: [a, b]\n---\nText", "outage.md")

    assert found.values == {"start": "12:30", "public": "no", "tags": ("a", "b")}
    assert (found.body, found.first_line) == ("Text", 6)


def test_values_know_their_line_in_the_file() -> None:
    found = cut("---\n# who\nauthor: Ines\nnested:\n  deep: yes\n---\nText", "outage.md")

    assert found.values is not None
    assert found.values.lines == {"author": 3, "nested": 4}


def test_toml_values_are_strings_too() -> None:
    text = (
        '+++\ntitle = "Outage"\ndate = 2025-10-08\ncount = 3\nfinal = true\ntags = ["a"]\n[more]\nkey = "v"\n+++\nText'
    )
    found = cut(text, "outage.md")

    assert found.values == {
        "title": "Outage",
        "date": "2025-10-08",
        "count": "3",
        "final": "true",
        "tags": ("a",),
        "more": {"key": "v"},
    }
    assert (found.values or found).lines["date"] == 3  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA text under a rule.\n\n---\n\nMore.",
        "---\nA sentence that goes on\n---\n",
        "---\n# A heading: not a comment\n\nText: here\n---\n",
        "---js\nrun()\n---\n",
        "----\ntitle: x\n---\n",
        " ---\ntitle: x\n---\n",
        "text\n---\ntitle: x\n---\n",
        "+++\nno toml here\n+++\n",
    ],
)
def test_what_only_looks_like_front_matter_stays_text(text: str) -> None:
    found = cut(text, "outage.md")

    assert (found.body, found.values, found.diagnostics) == (text, None, ())


def test_front_matter_that_never_ends_stays_text_and_is_told() -> None:
    found = cut("---\ntitle: Outage\n\n# Summary\n", "outage.md")

    assert found.body == "---\ntitle: Outage\n\n# Summary\n"
    assert [(told.code, told.line) for told in found.diagnostics] == [("front-matter-open", 1)]


def test_a_list_is_refused_with_what_was_expected() -> None:
    assert refusal("---\n- title: x\n---\n") == (
        "outage.md:2: the front matter is a list, expected key/value pairs; write a line 'key: value' for each value"
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("title: !!python/object/apply:os.system [x]", "the tag tag:yaml.org,2002:python/object/apply:os.system"),
        ("title: &a x", "the anchor &a"),
        ("title: `x`", "found character that cannot start any token"),
        ("<<: {a: b}", "the merge key <<"),
    ],
)
def test_what_plain_yaml_leaves_out_is_named_with_its_line(line: str, found: str) -> None:
    message = refusal(f"---\nid: INC-1\n{line}\n---\nText")

    assert message.startswith("outage.md:3: the front matter cannot be read at column ")
    assert found in message
    assert "\n" not in message


def test_a_key_that_comes_twice_is_refused_with_both_lines() -> None:
    message = refusal("---\ntitle: A\nseverity: P1\ntitle: B\n---\nText")

    assert message.startswith("outage.md:4: ")
    assert "'title' a second time, first on line 2" in message


def test_broken_toml_is_refused_with_its_line() -> None:
    assert refusal('+++\ntitle = "A"\ndate = \n+++\n').startswith("outage.md:3: the front matter cannot be read")


def test_directions_are_shown_within_lists_and_keys() -> None:
    values, told = with_visible_directions(cut("---\na\u202eb: [x, y\u2066z]\n---\nText", "outage.md").values)

    assert values == {"a[U+202E]b": ("x", "y[U+2066]z")}
    assert [one.line for one in told] == [2]
