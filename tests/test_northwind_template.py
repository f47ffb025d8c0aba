"""The made-up brand's Word template is the one that its script makes."""

from __future__ import annotations

import io
import runpy
from pathlib import Path
from zipfile import ZipFile

REPOSITORY = Path(__file__).parents[1]


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package, but for the pictures, which another engine may paint otherwise."""
    with ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist() if not name.endswith(".png")}


def test_the_template_is_up_to_date_with_its_theme() -> None:
    script = runpy.run_path(str(REPOSITORY / "scripts" / "northwind_template.py"))

    assert parts(script["TEMPLATE"].read_bytes()) == parts(script["template"]())
