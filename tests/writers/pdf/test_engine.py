"""The PDF engine, kept in."""

import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmexport.errors import UnavailableError
from pmexport.theme.load import load_theme
from pmexport.writers.pdf.engine import print_page

FACES = load_theme("default").theme.type.faces


def test_pages_are_counted() -> None:
    two = '<html lang="en"><title>T</title><p>one<p style="break-before:page">two'

    assert print_page(two, FACES).pages == 2


def test_looking_for_libraries_is_left_as_it_was() -> None:
    before = ctypes.util.find_library
    print_page('<html lang="en"><title>T</title><p>one', FACES)

    assert ctypes.util.find_library is before


def test_a_missing_pango_is_one_line_with_what_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("cffi.FFI.dlopen", _refuse)

    with pytest.raises(UnavailableError, match="Pango") as failure:
        print_page("<p>one", FACES)

    assert "install Pango" in str(failure.value)


def _refuse(*_: object, **__: object) -> None:
    raise OSError("cannot load library")


def test_the_writer_itself_imports_no_engine_before_it_prints() -> None:
    code = "import sys, pmexport.writers.pdf; print('weasyprint' in sys.modules)"
    source = str(Path(__file__).resolve().parents[3] / "src")
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": source},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "False\n"
