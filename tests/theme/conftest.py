"""Theme folders written on the spot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a theme folder from its brand file and further files, and returns it."""

    def write(brand: str, **files: str | bytes) -> Path:
        folder = tmp_path / "acme"
        folder.mkdir(exist_ok=True)
        (folder / "_brand.yml").write_text(brand, encoding="utf-8")
        for name, content in files.items():
            target = folder / name.replace("__", ".")
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write
