"""PDF/A-3a of every sample before a referee, and the referee before faults that were planted."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from pmexport import PageOptions, ReadOptions
from pmexport.convert import read, report_of
from pmexport.model.options import PdfOptions, PdfVariant
from pmexport.theme.load import load_theme
from pmexport.writers.pdf import write
from visual.archive import faults

pytestmark = [
    pytest.mark.filterwarnings("ignore:unclosed file.*sRGB:ResourceWarning"),
    pytest.mark.filterwarnings("ignore:Exception ignored in.*sRGB:pytest.PytestUnraisableExceptionWarning"),
]

_SAMPLES = sorted(path for path in (Path(__file__).parents[2] / "samples").glob("*.md") if path.name != "README.md")


def archived(sample: Path) -> bytes:
    theme = load_theme("default").theme
    source = sample.read_bytes()
    postmortem = read(source, ReadOptions(name=sample.name, folder=sample.parent)).postmortems[0]
    options = PdfOptions(variant=PdfVariant.ARCHIVE, source=source, source_name=sample.name)
    return write(report_of(postmortem, PageOptions(), theme), theme, options).content


@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda path: path.stem)
def test_a_sample_for_archives_is_what_it_says_to_be(sample: Path) -> None:
    assert faults(archived(sample)) == []


@pytest.fixture(scope="module")
def sound() -> bytes:
    return archived(next(path for path in _SAMPLES if path.stem == "database-outage"))


def changed(content: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as document:
        change(document)
        written = io.BytesIO()
        document.save(written)
        return written.getvalue()


def font(document: pikepdf.Pdf) -> pikepdf.Object:
    return next(part for part in document.objects if _has(part, "/DescendantFonts"))


def file(document: pikepdf.Pdf) -> pikepdf.Object:
    return next(part for part in document.objects if _has(part, "/EF"))


def image(document: pikepdf.Pdf) -> pikepdf.Object:
    return next(part for part in document.objects if _has(part, "/ColorSpace") and _has(part, "/Width"))


def link(document: pikepdf.Pdf) -> pikepdf.Object:
    return next(page.obj.Annots[0] for page in document.pages if "/Annots" in page.obj)


def _has(part: pikepdf.Object, key: str) -> bool:
    return isinstance(part, pikepdf.Dictionary | pikepdf.Stream) and key in part


def _level(document: pikepdf.Pdf) -> None:
    stream = document.Root.Metadata
    stream.write(
        stream.read_bytes()
        .replace(b"<pdfaid:conformance>A", b"<pdfaid:conformance>B")
        .replace(b'pdfaid:conformance="A"', b'pdfaid:conformance="B"')
    )


@pytest.mark.parametrize(
    ("clause", "change"),
    [
        ("6.2.3", lambda document: document.Root.__delitem__("/OutputIntents")),
        ("6.2.8", lambda document: image(document).__setitem__("/Interpolate", pikepdf.Object.parse(b"true"))),
        ("6.2.11.4", lambda document: font(document).DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2")),
        ("6.2.11.5", lambda document: font(document).DescendantFonts[0].W.__setitem__(1, pikepdf.Array([9] * 9))),
        ("6.2.11.7", lambda document: font(document).__delitem__("/ToUnicode")),
        ("6.3.2", lambda document: link(document).__setitem__("/F", 0)),
        ("6.5.1", lambda document: link(document).__setitem__("/A", pikepdf.Dictionary(S=pikepdf.Name.Launch))),
        ("6.6.4", _level),
        ("6.7.2", lambda document: document.Root.__delitem__("/StructTreeRoot")),
        ("6.7.4", lambda document: document.Root.__setitem__("/Lang", pikepdf.String(""))),
        ("6.8", lambda document: file(document).__delitem__("/AFRelationship")),
        ("6.8", lambda document: document.Root.__delitem__("/AF")),
        ("6.9", lambda document: document.Root.__setitem__("/OCProperties", pikepdf.Dictionary())),
    ],
)
def test_a_planted_fault_is_found(sound: bytes, clause: str, change: Callable[[pikepdf.Pdf], object]) -> None:
    found = faults(changed(sound, change))

    assert any(finding.startswith(f"{clause} ") for finding in found), found


def test_what_is_not_changed_is_sound(sound: bytes) -> None:
    assert faults(changed(sound, lambda document: document)) == []


def test_a_file_that_is_no_archive_is_told_from_one() -> None:
    theme = load_theme("default").theme
    sample = next(path for path in _SAMPLES if path.stem == "near-miss")
    postmortem = read(sample.read_bytes(), ReadOptions(name=sample.name)).postmortems[0]
    plain = write(report_of(postmortem, PageOptions(), theme), theme).content

    assert {finding.partition(" ")[0] for finding in faults(plain)} >= {"6.1.3", "6.2.3", "6.6.4"}
