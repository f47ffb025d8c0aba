"""The same text gives the same Word document on every machine, wherever it stands and whoever uses it."""

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

_SAMPLES = Path(__file__).resolve().parents[2] / "samples"
_MACHINES = (
    {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "USER": "ines"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "12345", "USER": "zoe"},
    {"TZ": "America/St_Johns", "LC_ALL": "de_DE.ISO-8859-1", "PYTHONHASHSEED": "777", "USER": "root"},
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "options",
    [
        ("--review", "--editable", "--today", "2026-05-01"),
        ("--audience", "leadership", "--today", "2026-05-01"),
        ("--reference-docx", "acme.docx"),
    ],
    ids=("review", "leadership", "template"),
)
def test_the_bytes_do_not_tell_the_machine(options: tuple[str, ...], tmp_path: Path) -> None:
    company = docx.Document()
    company.add_paragraph("Acme Holding")
    company.save(str(tmp_path / "acme.docx"))
    made = []
    for number, machine in enumerate(_MACHINES):
        place = tmp_path / f"{number}.docx"
        home = tmp_path / machine["USER"]
        home.mkdir()
        command = [sys.executable, "-m", "pmexport", str(_SAMPLES / "database-outage.md"), "-q", "-o", str(place)]
        environment = {**os.environ, **machine, "HOME": str(home), "LOGNAME": machine["USER"]}
        subprocess.run([*command, *options], check=True, cwd=tmp_path, env=environment, timeout=120)
        made.append(place.read_bytes())

    assert made[0] == made[1] == made[2]
    assert not any(name.encode() in made[2] for name in (str(tmp_path), "zoe"))
