"""One file's way is a value: whatever happens on it is in the outcome, so that a batch goes on."""

from pathlib import Path

import pytest

from pmexport.cli.batch import Outcome, perform, perform_one
from pmexport.cli.plan import Task
from pmexport.errors import UnavailableError, UnreadableError, UsageError
from pmexport.model.terms import Audience


def task(source: Path, **options: str) -> Task:
    target = source.with_suffix(".html")
    return Task(source=str(source), targets=(("html", target),), audience=Audience.FULL, options=options)


@pytest.mark.parametrize(
    ("content", "status"), [(b"", 3), (b"%PDF-1.7", 3), (b"---\na: *b\n---\n# x", 3), (b"# Fine", 0)]
)
def test_a_fault_of_a_file_is_in_its_outcome(content: bytes, status: int, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(content)

    assert perform_one(task(tmp_path / "a.md")).status == status


def test_a_fault_of_the_program_is_in_the_outcome_with_its_trace(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Fine")
    unheard_of = Task(
        source=str(tmp_path / "a.md"), targets=(("xyz", tmp_path / "a.xyz"),), audience=Audience.FULL, options={}
    )

    outcome = perform_one(unheard_of)

    assert outcome.status == 4
    assert outcome.unexpected is not None
    assert outcome.unexpected[0] == "KeyError: 'xyz'"
    assert "in perform_one" in outcome.unexpected[1]


def test_faults_come_back_from_other_processes_as_they_were(tmp_path: Path) -> None:
    tasks = tuple(task(tmp_path / name) for name in ("a.md", "b.md"))

    in_line = [str(outcome.faults[0]) for outcome in perform(tasks, jobs=1)]
    elsewhere = [str(outcome.faults[0]) for outcome in perform(tasks, jobs=2)]

    assert elsewhere == in_line == [f"{tmp_path / name}: there is no such file" for name in ("a.md", "b.md")]


def test_the_status_is_the_highest_of_what_failed() -> None:
    faults = (UnreadableError("x"), UnavailableError("y"), UsageError("z"))

    assert Outcome(source="a.md", faults=faults).status == 4
    assert Outcome(source="a.md", unexpected=("ValueError", "trace")).status == 4
    assert Outcome(source="a.md").status == 0
