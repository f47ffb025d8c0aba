"""Where a link may lead."""

import pytest

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import Inlines, Link, Para, Str
from pmexport.reader.links import allowed
from pmexport.reader.prose import blocks


def read(text: str) -> tuple[Inlines, tuple[Diagnostic, ...]]:
    prose = blocks(text)
    (paragraph,) = prose.blocks
    assert isinstance(paragraph, Para)
    return paragraph.content, prose.diagnostics


@pytest.mark.parametrize(
    "target",
    [
        "https://status.example/a?b=c#d",
        "http://status.example",
        "mailto:ops@status.example",
        "#timeline",
        "HTTPS://A.EXAMPLE",
    ],
)
def test_the_web_mail_and_this_text_may_be_linked(target: str) -> None:
    assert allowed(target, 1) == (target, ())


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///tmp/x",
        "smb://host/share",
        "blob:x",
        "//host/share",
        "\\\\host\\share",
        "https:",
        "https:///path",
        "mailto:",
        "view-source:https://a.example",
        " javascript:x",
    ],
)
def test_any_other_target_is_dropped_and_told(target: str) -> None:
    kept, told = allowed(target, 7)

    assert kept == ""
    assert [(one.code, one.line) for one in told] == [("link-target", 7)]


def test_a_dropped_link_keeps_its_words() -> None:
    content, told = read("See [the *runbook*](../runbooks/db.md) now")

    assert [type(inline).__name__ for inline in content] == ["Str", "Emph", "Str"]
    assert told[0].message == "the target of this link is left out: ../runbooks/db.md"


def test_a_host_in_another_script_is_shown_in_ascii_and_told() -> None:
    content, told = read("[login](https://\u0430pple.example/)")

    assert content == (Link((Str("login"),), "https://xn--pple-43d.example/"),)
    assert [(one.code, one.line) for one in told] == [("link-host", 1)]


def test_a_reference_link_finds_its_target_and_title() -> None:
    content, _ = read('[the log][1]\n\n[1]: https://logs.example "All of it"')

    assert content == (Link((Str("the log"),), "https://logs.example", "All of it"),)


def test_an_address_in_angle_brackets_is_a_link() -> None:
    content, _ = read("<https://status.example> or <ops@status.example>")

    assert content[0] == Link((Str("https://status.example"),), "https://status.example")
    assert content[2] == Link((Str("ops@status.example"),), "mailto:ops@status.example")
