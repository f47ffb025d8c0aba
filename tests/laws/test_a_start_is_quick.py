"""What a start of the program may load and make ready: all that is dear waits until a text needs it."""

import ast
import re
import subprocess
import sys

import pytest

# Imports the named modules and says which patterns they compiled meanwhile, one a line.
_COMPILED = """
import re, sys
compiled, compile_now = [], re.compile
def watched(pattern, flags=0):
    if sys._getframe(1).f_globals.get("__name__", "").startswith("pmexport"):
        compiled.append(pattern)
    return compile_now(pattern, flags)
re.compile = watched
import pmexport.cli.batch, {further}
print(*map(ascii, compiled), sep="\\n")
"""
_LONG = 300
_WIDE = 1_000


def patterns_of_a_start(further: str) -> list[str]:
    """Return the patterns that are compiled before any text is read, with what the module `further` compiles."""
    command = [sys.executable, "-c", _COMPILED.format(further=further)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [ast.literal_eval(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def compiled() -> list[str]:
    """Return the patterns that an HTML page compiles before its text is read."""
    return patterns_of_a_start("pmexport.writers.html")


def widest(pattern: str) -> int:
    """Return how many letters the widest range of `pattern` beyond ASCII has: the engine's table is as large."""
    plain = re.sub(r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})", lambda code: chr(int(code[1] or code[2], 16)), pattern)
    ranges = re.findall(r"([^\x00-\x7f])-([^\x00-\x7f])", plain)
    return max((ord(last) - ord(first) for first, last in ranges), default=0)


def test_the_patterns_of_a_start_are_seen(compiled: list[str]) -> None:
    assert len(compiled) > 1
    assert widest(r"[\u4e00-\u9fff]") > _WIDE


def test_no_long_pattern_is_compiled_before_a_text_needs_it(compiled: list[str]) -> None:
    assert [pattern for pattern in compiled if len(pattern) > _LONG] == []


def test_no_pattern_for_another_script_is_compiled_before_a_text_is_written_in_it(compiled: list[str]) -> None:
    assert [pattern for pattern in compiled if widest(pattern) > _WIDE] == []
