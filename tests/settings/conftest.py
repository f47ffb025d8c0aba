"""A home and a folder of its own for every test of the settings."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def empty_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home and a folder of its own, and no settings in the environment."""
    for name in ("THEME", "PAPER", "LANG", "TIMEZONE", "CLASSIFICATION", "TODAY"):
        monkeypatch.delenv(f"PMEXPORT_{name}", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "config"))
    monkeypatch.setattr("sys.platform", "linux")
    (tmp_path / "team" / "reports").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "team")
    return tmp_path / "team"
