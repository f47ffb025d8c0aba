"""What a user installs finds its themes and templates, in whichever way it was installed, and exports with them."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

FORMATS = ("pdf", "docx", "html")


class Environment:
    """A virtual environment with nothing in it but what is installed here."""

    def __init__(self, folder: Path) -> None:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        self.programs = folder / "bin"

    def pip(self, *arguments: str | Path) -> None:
        self.run("python", "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)

    def run(self, program: str, *arguments: str | Path, folder: Path | None = None) -> str:
        """Return what the program printed, which sees no other package and no setting of ours."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PMEXPORT"))}
        command = [self.programs / program, *arguments]
        done = subprocess.run(command, cwd=folder, env=inherited, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"
        return done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Return an environment with the run-time dependencies from the index, as a user gets them."""
    clean = Environment(tmp_path_factory.mktemp("environment"))
    clean.pip("install", "hatchling>=1.27", "editables", _ROOT)
    clean.pip("uninstall", "--yes", "pmexport")
    return clean


_ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def packages(environment: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel and the source archive of this checkout."""
    folder = tmp_path_factory.mktemp("packages")
    environment.run("python", "-m", "hatchling", "build", "-d", folder, "-t", "sdist", "-t", "wheel", folder=_ROOT)
    return folder


@pytest.fixture(scope="module", params=["editable", "wheel", "source archive"])
def installed(request: pytest.FixtureRequest, environment: Environment, packages: Path) -> Iterator[Environment]:
    ways: dict[str, list[str | Path]] = {
        "editable": ["--editable", _ROOT],
        "wheel": [next(packages.glob("*.whl"))],
        "source archive": [next(packages.glob("*.tar.gz"))],
    }
    environment.pip("install", "--no-deps", "--no-build-isolation", *ways[request.param])
    yield environment
    environment.pip("uninstall", "--yes", "pmexport")


def test_an_installed_command_exports_from_any_folder(installed: Environment, tmp_path: Path) -> None:
    installed.run("pmexport", _ROOT / "samples" / "near-miss.md", "--all", "-o", tmp_path, folder=tmp_path)

    assert {path.name: path.stat().st_size > 1000 for path in tmp_path.iterdir()} == {
        f"near-miss.{suffix}": True for suffix in FORMATS
    }


def test_a_page_is_the_same_however_pmexport_was_installed(installed: Environment, tmp_path: Path) -> None:
    sample = _ROOT / "samples" / "near-miss.md"
    from_checkout = "import sys; sys.path.insert(0, sys.argv.pop(1)); from pmexport.cli import main; main()"

    ours = installed.run("pmexport", sample, "--html", "-o", "-", folder=tmp_path)

    assert ours == installed.run("python", "-c", from_checkout, _ROOT / "src", sample, "--html", "-o", "-")


def test_the_command_and_the_module_are_one(installed: Environment, tmp_path: Path) -> None:
    command = installed.run("pmexport", "--version", folder=tmp_path)

    assert command == installed.run("python", "-m", "pmexport", "--version", folder=tmp_path)


def test_a_wheel_made_of_the_source_archive_is_the_same_wheel(
    environment: Environment, packages: Path, tmp_path: Path
) -> None:
    archive = next(packages.glob("*.tar.gz"))
    environment.pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path, archive)

    assert contents(next(tmp_path.glob("*.whl"))) == contents(next(packages.glob("*.whl")))


def contents(wheel: Path) -> dict[str, int]:
    with zipfile.ZipFile(wheel) as archive:
        return {entry.filename: entry.CRC for entry in archive.infolist()}


def test_a_wheel_holds_the_shipped_folders_and_nothing_of_the_tests(packages: Path) -> None:
    names = list(contents(next(packages.glob("*.whl"))))

    assert {"pmexport/themes/default/_brand.yml", "pmexport/templates/report.html.j2"} <= set(names)
    assert [name for name in names if not name.startswith(("pmexport/", "pmexport-"))] == []
