"""Every code that the reader tells is explained."""

import ast
import re
from pathlib import Path

import pytest

from pmexport.reader.codes import codes

CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
CALLS = {"Diagnostic", "Refusal", "tell", "_tell", "_told", "_note", "_Fault", "Unclear"}


def told_in(path: Path) -> set[str]:
    """Return the codes that the calls of a module tell."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = [*node.args[:2], *(one.value for one in node.keywords if one.arg == "code")]
        words = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        found |= {word for word in words if name in CALLS and CODE.fullmatch(word)}
    return found


def test_every_code_that_the_reader_tells_is_explained(repository: Path) -> None:
    told = set().union(*(told_in(path) for path in (repository / "src/pmexport/reader").glob("*.py")))

    assert len(told) > 25
    assert told - set(codes()) == set()


@pytest.mark.parametrize("code", codes())
def test_a_code_says_what_is_found_and_what_to_do(code: str) -> None:
    assert codes()[code].finds
    assert codes()[code].does.endswith(".")
