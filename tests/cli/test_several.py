"""Each incident of a file is rendered, and none takes another's place."""

from pathlib import Path

import msgspec
import pytest

from pmexport.cli.batch import perform_one
from pmexport.cli.plan import Request, Task, plan
from pmexport.cli.several import picked
from pmexport.errors import UsageError
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import Audience


def task(source: Path) -> Task:
    target = source.with_suffix(".html")
    return Task(source=str(source), targets=(("html", target),), audience=Audience.FULL, options={})


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
    options: dict[str, object] = {
        field.name: False if field.type is bool else None for field in msgspec.structs.fields(Request)
    }
    files = (str(tmp_path / "a.md"), str(tmp_path / "a-2.md"))
    told = {field: () for field in ("permit",) if field in options}
    asked = {**options, **told, "html": True, "force": True, "audience": "full", "files": files}
    tasks = plan(msgspec.convert(asked, Request)).tasks

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
