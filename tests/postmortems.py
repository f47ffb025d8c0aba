"""The postmortems that tests go through: our samples, and the shared ones where they are beside the checkout."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pmexport.model.options import ReadOptions

_ROOT = Path(__file__).resolve().parents[1]
_SHARED = Path(os.environ.get("PMEXPORT_SHARED") or _ROOT.parent / "shared") / "corpus"

SAMPLES = sorted(
    path for path in (_ROOT / "samples").glob("*.md") if path.name != "README.md" and ".customer" not in path.name
)
CORPUS = sorted(path for path in _SHARED.glob("*.md") if path.name != "README.md") if _SHARED.is_dir() else []

EVERY = [
    *(pytest.param(path, id=path.stem) for path in SAMPLES),
    *(pytest.param(path, id=path.stem, marks=pytest.mark.slow) for path in CORPUS),
]
"""All of them as a test's parameters; those of the corpus are slow."""


def beside(path: Path) -> ReadOptions:
    """Return how `path` is read: under its name, with the pictures of its folder."""
    return ReadOptions(name=path.name, folder=path.parent)
