"""A Word document that LibreOffice opened and saved again still reads to its source."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from pmexport.convert import convert, read, rendered
from pmexport.examine import model_json
from pmexport.homeward import imported
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import PageOptions, ReadOptions, WordOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.rendering import Rendering
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.word import markdown
from pmexport.theme.load import load_theme

_SAMPLES = Path(__file__).resolve().parents[2] / "samples"
_NAMES = sorted(
    path.stem for path in _SAMPLES.glob("*.md") if path.name != "README.md" and ".customer" not in path.name
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the samples' documents as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("made")
    for name in _NAMES:
        source = (_SAMPLES / f"{name}.md").read_bytes()
        (folder / f"{name}.docx").write_bytes(convert(source, "docx", ReadOptions(folder=_SAMPLES)).content)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "again")]
    documents = [str(folder / f"{name}.docx") for name in _NAMES]
    subprocess.run([*command, *documents], check=True, capture_output=True, timeout=300)
    return {name: (folder / "again" / f"{name}.docx").read_bytes() for name in _NAMES}


@pytest.mark.parametrize("name", _NAMES)
def test_against_its_source_nothing_has_changed(name: str, saved_again: dict[str, bytes]) -> None:
    source = (_SAMPLES / f"{name}.md").read_bytes()
    found = imported(saved_again[name], name, source, ReadOptions(folder=_SAMPLES))

    assert found.changes == ()
    assert found.text == source.decode()


@pytest.mark.parametrize("name", _NAMES)
def test_by_itself_it_reads_to_the_same_model(name: str, saved_again: dict[str, bytes]) -> None:
    source = (_SAMPLES / f"{name}.md").read_bytes()
    options = ReadOptions(name=f"{name}.md", folder=_SAMPLES)
    after = imported(saved_again[name], name).text

    assert _model(after.encode(), options) == _model(source, options)


def _model(source: bytes, options: ReadOptions) -> bytes:
    return model_json(read(source, options).postmortems, ())


@pytest.mark.parametrize("name", _NAMES)
def test_without_what_it_keeps_it_reads_to_the_same_facts(name: str, saved_again: dict[str, bytes]) -> None:
    """As from a program that lets such data go: Google Docs."""
    before = read((_SAMPLES / f"{name}.md").read_bytes()).postmortems[0]
    after = read(markdown(saved_again[name], name).encode()).postmortems[0]

    assert (after.title, after.incident_id, after.date) == (before.title, before.incident_id, before.date)
    assert _severity(after) == _severity(before)
    assert (after.authors, after.reviewers) == (before.authors, before.reviewers)
    assert [(one.start, one.milestone) for one in after.timeline] == [
        (one.start, one.milestone) for one in before.timeline
    ]
    assert [(one.owner, one.due, one.status) for one in after.action_items] == [
        (one.owner, one.due, one.status) for one in before.action_items
    ]


def _severity(postmortem: Postmortem) -> tuple[str, int | None] | None:
    """Return the severity without its line, which is another in a text written anew."""
    return None if postmortem.severity is None else (postmortem.severity.label, postmortem.severity.level)


_NOTED = """# Search was slow

## Summary

First words[^a] of it and more[^b].

Second paragraph here[^c].

## Root cause

- An item[^d] here

| A | B |
|---|---|
| cell[^e] | x |

Last one[^f].

[^a]: Note alpha.
[^b]: Note beta.
[^c]: Note gamma.
[^d]: Note delta.
[^e]: Note epsilon.
[^f]: Note eta.
"""


@pytest.mark.parametrize("lines", [(7,), (5, 7), (0, 0, 5), (5, 7, 11, 15, 17)])
def test_comments_between_footnotes_leave_each_note_where_it_was(lines: tuple[int, ...], tmp_path: Path) -> None:
    said = [
        Diagnostic(code="x", severity=DiagnosticSeverity.WARNING, line=line, message="odd", hint=None) for line in lines
    ]
    made = tmp_path / "s.docx"
    postmortem, theme = read(_NOTED.encode()).postmortems[0], load_theme().theme
    word = WordOptions(source=_NOTED)
    done = rendered(postmortem, PageOptions(), theme, ("docx",), word=word, findings=tuple(said)).made[0]
    assert isinstance(done, Rendering)
    made.write_bytes(done.content)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "again"), str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    again = (tmp_path / "again" / "s.docx").read_bytes()

    assert len(docx.Document(BytesIO(again)).comments) == len(lines)
    assert imported(again, "s").text == _NOTED
    assert imported(again, "s", _NOTED.encode()).changes == ()
