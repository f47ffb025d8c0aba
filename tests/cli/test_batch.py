"""One file's way is a value: whatever happens on it is in the outcome, so that a batch goes on."""

from pathlib import Path

import msgspec
import pytest

from pmexport.cli.batch import Outcome, perform, perform_one, picked
from pmexport.cli.plan import Request, Task, plan
from pmexport.errors import UnavailableError, UnreadableError, UsageError
from pmexport.model.postmortem import Postmortem
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


def test_all_incidents_of_a_file_are_taken_unless_one_is_named() -> None:
    first, second = Postmortem(title="One"), Postmortem(title="Two")

    assert picked((first, second), None, "a.md") == (first, second)
    assert picked((first, second), 2, "a.md") == (second,)


INCIDENT = "# Incident: {}\n\n## Impact\n\nDown.\n\n## Root cause\n\nA bug.\n\n"
SEVERAL = INCIDENT.format("Shop") + INCIDENT.format("Mail")


def test_each_incident_of_a_file_becomes_a_report_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SEVERAL)

    outcome = perform_one(task(tmp_path / "a.md"))

    assert [Path(each.path).name for each in outcome.written] == ["a.html", "a-2.html"]
    assert "<title>Mail" in (tmp_path / "a-2.html").read_text()
    assert [diagnostic.code for _, diagnostic in outcome.diagnostics].count("incidents-split") == 1


def test_the_incident_asked_for_takes_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SEVERAL)

    outcome = perform_one(msgspec.structs.replace(task(tmp_path / "a.md"), incident=2))

    assert [Path(each.path).name for each in outcome.written] == ["a.html"]
    assert "<title>Mail" in (tmp_path / "a.html").read_text()


def test_a_further_incident_never_takes_the_place_of_another_file_s_output(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SEVERAL)
    (tmp_path / "a-2.md").write_text("# Other")
    asked = {"pdf": False, "docx": False, "html": True, "every": False, "external": False, "force": True}
    rest = dict.fromkeys(
        ("output", "incident", "theme", "paper", "lang", "timezone", "classification", "today", "jobs")
    )
    files = (str(tmp_path / "a.md"), str(tmp_path / "a-2.md"))
    said = {"strict": False, "manifest": False, "quiet": False, "verbose": False, "audience": "full", "files": files}
    tasks = plan(msgspec.convert({**asked, **rest, **said}, Request)).tasks

    first, second = (perform_one(each) for each in tasks)

    assert (first.status, second.status) == (2, 0)
    assert "its incident 2 would be written to" in str(first.faults[0])


def test_standard_output_takes_one_incident(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SEVERAL)

    outcome = perform_one(msgspec.structs.replace(task(tmp_path / "a.md"), targets=(("html", None),)))

    assert (outcome.status, outcome.data) == (2, None)
    assert "--incident N picks one" in str(outcome.faults[0])


def test_an_incident_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match=r"a\.md: holds 1 incident, not 2"):
        picked((Postmortem(title="One"),), 2, "a.md")
