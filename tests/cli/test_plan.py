"""What was asked for becomes one task a file, or one line that says why not."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from pmexport.cli.plan import Request, plan
from pmexport.errors import UsageError
from pmexport.writers import FORMATS


def request(*files: str, **given: Any) -> Request:  # noqa: ANN401  as Click gives them
    options: dict[str, object] = {
        field.name: False if field.type is bool else None for field in msgspec.structs.fields(Request)
    }
    usual: dict[str, object] = {"audience": "full", "force": True, "permit": ()}
    return msgspec.convert({**options, **usual, "files": files, **given}, Request)


def targets(asked: Request) -> list[tuple[str, str | None]]:
    return [
        (suffix, target.as_posix() if target else None) for task in plan(asked).tasks for suffix, target in task.targets
    ]


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.d").mkdir()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, [("pdf", "in/a.pdf")]),
        ({"html": True}, [("html", "in/a.html")]),
        ({"html": True, "pdf": True}, [("pdf", "in/a.pdf"), ("html", "in/a.html")]),
        ({"every": True}, [(suffix, f"in/a.{suffix}") for suffix in FORMATS]),
        ({"output": "x.docx"}, [("docx", "x.docx")]),
        ({"output": "X.PDF"}, [("pdf", "X.PDF")]),
        ({"output": "page.htm"}, [("html", "page.htm")]),
        ({"output": "out"}, [("pdf", "out/a.pdf")]),
        ({"output": "v1.2/"}, [("pdf", "v1.2/a.pdf")]),
        ({"output": "folder.d", "docx": True}, [("docx", "folder.d/a.docx")]),
        ({"output": "."}, [("pdf", "a.pdf")]),
        ({"output": "-", "html": True}, [("html", None)]),
        ({"output": "-"}, [("pdf", None)]),
        ({"output": "/dev/null"}, [("pdf", "/dev/null")]),
    ],
)
def test_formats_and_places_are_as_asked(given: dict[str, object], expected: list[tuple[str, str | None]]) -> None:
    assert targets(request("in/a.md", **given)) == expected


@pytest.mark.parametrize(
    ("files", "given", "alone"),
    [
        (["a.md"], {}, True),
        (["a.md"], {"every": True}, True),
        (["a.md"], {"html": True}, False),
        (["a.md", "b.md"], {}, False),
        (["a.md"], {"audience": "customer"}, False),
    ],
)
def test_one_file_alone_may_have_its_pdf_printed_aside(
    files: list[str], given: dict[str, object], *, alone: bool
) -> None:
    assert plan(request(*files, **given)).prints_alone is alone


def test_several_files_go_into_a_folder_each_under_its_name() -> None:
    assert targets(request("a.md", "in/b.md", output="out")) == [("pdf", "out/a.pdf"), ("pdf", "out/b.pdf")]


def test_a_file_given_twice_is_done_once() -> None:
    assert targets(request("a.md", "./a.md", "in/../a.md")) == [("pdf", "a.pdf")]


def test_of_two_files_for_one_output_the_first_is_done_and_the_second_refused() -> None:
    planned = plan(request("x/Report.md", "y/report.md", "z/other.md", output="out"))

    assert [task.source for task in planned.tasks] == ["x/Report.md", "z/other.md"]
    assert "\n".join(map(str, planned.faults)) == (
        "y/report.md: would be written to out/report.pdf, where x/Report.md is written already; "
        "render the two into different folders"
    )


@pytest.mark.parametrize(
    "given",
    [
        {"output": "x.txt"},
        {"output": "x.pdf", "html": True},
        {"output": "x.pdf", "every": True},
        {"output": "-", "every": True},
        {"output": "-", "manifest": True},
        {"output": ""},
        {"audience": "leadership", "review": True},
        {"email": True},
        {"external": True, "pdf_variant": "pdf/a-3a"},
    ],
)
def test_what_does_not_fit_together_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        plan(request("a.md", **given))


@pytest.mark.parametrize("output", ["-", "x.pdf"])
def test_several_files_do_not_go_into_one(output: str) -> None:
    with pytest.raises(UsageError):
        plan(request("a.md", "b.md", output=output))


def test_standard_input_needs_a_place() -> None:
    with pytest.raises(UsageError, match="say where with -o"):
        plan(request("-"))
