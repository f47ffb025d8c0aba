"""What every test may ask for: the checkout, the shared material beside it, and a silent WeasyPrint."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A change is judged by the same examples each time; at home every run looks at new ones. Neither has a stopwatch.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("home", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")


_REPOSITORY = Path(__file__).resolve().parents[1]
_ENGINE = logging.getLogger("weasyprint")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "weasyprint_may_warn: provokes a warning of the engine on purpose")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the root of the checkout under test."""
    return _REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared material: $PMEXPORT_SHARED, or `shared` beside the checkout; skip where absent."""
    folder = Path(os.environ.get("PMEXPORT_SHARED") or _REPOSITORY.parent / "shared")
    if not folder.is_dir():
        pytest.skip("the shared material is not beside this checkout; PMEXPORT_SHARED names another place")
    return folder


class _Collector(logging.Handler):
    """Keeps what the engine says, one line a record."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.fixture(autouse=True)
def silent_weasyprint(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail any test under which WeasyPrint logs a warning: a missing glyph, a refused style, a lost picture."""
    collector = _Collector()
    _ENGINE.addHandler(collector)
    yield
    _ENGINE.removeHandler(collector)
    if collector.lines and request.node.get_closest_marker("weasyprint_may_warn") is None:
        pytest.fail("WeasyPrint warned:\n" + "\n".join(collector.lines), pytrace=False)
