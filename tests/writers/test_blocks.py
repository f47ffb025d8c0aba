"""What an override says in no block of what it extends is told, for nobody draws it."""

from pathlib import Path

import pytest

from pmexport.errors import ThemeError
from pmexport.writers.sandbox import Sandbox


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{% extends 'shipped/report.html.j2' %}\n{% block closng %}x{% endblock %}",
            ":2: shipped/report.html.j2 has no block 'closng'; write closing",
        ),
        (
            "{# ours #}\n{% extends 'shipped/sections/masthead.html.j2' %}\n{% block zzz %}{% endblock %}",
            ":3: shipped/sections/masthead.html.j2 has no block 'zzz'; its blocks are facts, kicker, title",
        ),
        (
            "{% extends 'shipped/report.html.j2' %}\n\n<h2>Ours</h2>\n{% block closing %}{% endblock %}",
            ":3: what stands in no block is not drawn; put it into a block",
        ),
        (
            "{% extends 'shipped/report.html.j2' %}\n{{ words }}",
            ":2: what stands in no block is not drawn; put it into a block",
        ),
    ],
)
def test_what_an_override_says_in_no_block_of_the_other_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.html.j2").write_text(text)

    with pytest.raises(ThemeError) as caught:
        Sandbox((tmp_path,)).draw("a.html.j2", {"words": "words"})
    assert str(caught.value) == f"{tmp_path.name}/a.html.j2{said}"


def test_a_block_within_a_block_and_one_of_a_template_between_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.html.j2").write_text("{% extends 'b.html.j2' %}{% set y = 1 %}{% block inner %}A{% endblock %}\n")
    (tmp_path / "b.html.j2").write_text(
        "{% extends 'c.html.j2' %}{% block outer %}B{% block inner %}{% endblock %}{% endblock %}"
    )
    (tmp_path / "c.html.j2").write_text("{% block outer %}{% endblock %}C")

    assert Sandbox((tmp_path,)).draw("a.html.j2", {}) == "BAC"
