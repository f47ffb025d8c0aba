"""The registry gives each format its writer, and no engine is imported before it is asked for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmexport.writers import FORMATS, writer


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_format_has_its_writer(suffix: str) -> None:
    assert callable(writer(suffix))


def test_the_registry_itself_imports_no_engine(repository: Path) -> None:
    engines = "{'weasyprint', 'docx', 'jinja2', 'lxml', 'PIL', 'fontTools', 'pygments'}"
    asked = f"import sys, pmexport.writers; print(sorted({engines} & set(sys.modules)))"

    answer = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "PYTHONPATH": str(repository / "src")},
        capture_output=True,
        text=True,
        check=True,
    )

    assert answer.stdout == "[]\n"
