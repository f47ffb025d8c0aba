"""What a template may use up: one that would not end is stopped, a long report is not."""

from pathlib import Path

import pytest

from pmexport.errors import ThemeError
from pmexport.writers.sandbox import Sandbox

TEN = "aaaaaaaaaa"
ENDLESS = {
    "loops in loops": "{% for i in words %}" * 12 + "{% endfor %}" * 12,
    "loops that sift in loops": (
        "{% for i in words %}" * 11 + "{% for i in words if not i %}{% endfor %}" + "{% endfor %}" * 11
    ),
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}"
    ),
    "words joined to themselves": f"{{% set a='{TEN}' %}}" + "{% set a = a ~ a ~ a ~ a %}" * 40,
    "words added to themselves": f"{{% set a='{TEN}' %}}" + "{% set a = a + a %}" * 60,
    "a list added to itself": "{% set a=[1] %}" + "{% set a = a + a %}" * 60,
    "words replaced by more": f"{{% set a='{TEN}' %}}" + f"{{% set a=a|replace('a', '{TEN}') %}}" * 20,
    "words joined by themselves": f"{{% set a='{TEN}' %}}" + "{% set a=a|join(a) %}" * 20,
    "lists summed": "{{ [[1]]|sum(start=[]) }}",
    "batches": "{{ [1]|batch(2000000000, 'x')|list }}",
    "slices": "{{ [1]|slice(2000000000)|list }}",
    "a figure rounded to millions of places": "{{ 1|round(100000000, 'ceil') }}",
    "a figure multiplied by itself": "{% set a=99999999 %}" + "{% set a=a*a %}" * 40,
    "much text in loops": "{% for i in words %}" * 4 + "y" * 100_000 + "{% endfor %}" * 4,
    "long words looked through in loops": (
        f"{{% set a='{TEN}' %}}" + "{% set a=a ~ a ~ a ~ a %}" * 7
        + "{% for i in words %}" * 5 + "{% if 'z' in a %}{% endif %}" + "{% endfor %}" * 5
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", ENDLESS)
def test_a_template_that_would_not_end_is_stopped_with_its_line(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.html.j2").write_text(f"\n{ENDLESS[kind]}")

    with pytest.raises(ThemeError) as caught:
        Sandbox((tmp_path,)).draw("a.html.j2", {"words": "words"})

    found = str(caught.value)
    assert found.startswith(f"{tmp_path.name}/a.html.j2:2: ")
    assert any(
        word in found for word in ("takes more than a template may", "for numbers", "numbers up to", "too large")
    )


def test_a_long_table_is_within_the_measure(tmp_path: Path) -> None:
    (tmp_path / "a.html.j2").write_text("{% for row in rows %}<td>{{ row ~ '!' }}</td>{{ prose(row) }}{% endfor %}")
    rows = ["one of ten thousand events"] * 10_000

    assert Sandbox((tmp_path,)).draw("a.html.j2", {"prose": "a".join, "rows": rows}).count("<td>") == len(rows)
