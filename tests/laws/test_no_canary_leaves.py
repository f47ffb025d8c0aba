"""No mark planted anywhere in a postmortem, or around it, reaches a file for customers."""

import base64
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest

from canaries import Planted, plant
from scanner import marks_in

REPOSITORY = Path(__file__).resolve().parents[2]
_OUTWARD = ("--external", "--all", "--text", "--status-page", "--email")
_USER, _HOST, _SETTING, _THEME = "zqk9001vx", "zqk9002vx", "zqk9003vx", "zqk9004vx"


def pmexport(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": str(REPOSITORY / "src"),
        "USER": _USER,
        "LOGNAME": _USER,
        "HOSTNAME": _HOST,
        "XDG_CONFIG_HOME": str(folder / ".config"),
    }
    command = [sys.executable, "-m", "pmexport", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Planted, ...]]:
    folder = tmp_path_factory.mktemp("canaries")
    theme = folder / "look"
    theme.mkdir()
    (theme / "_brand.yml").write_text(
        f"# {_THEME}\nextends: default\nmeta: {{name: {{full: Made Up, short: made-up}}}}\n"
    )
    (folder / "pmexport.toml").write_text(
        f'theme = "./look"\nclassification = "Secret {_SETTING}"\n[customer]\nbanned = ["{_SETTING}"]\n'
        f'contact = "help@made-up.example"\n[customer.services]\n"{_SETTING}" = "Checkout"\n'
    )
    return folder, tuple(plant(folder))


@pytest.fixture(scope="module")
def outward(documents: tuple[Path, tuple[Planted, ...]]) -> Path:
    folder, planted = documents
    done = pmexport(*(str(one.path) for one in planted), *_OUTWARD, "-o", "out/", "-q", "--jobs", "2", folder=folder)

    assert done.returncode == 0, done.stderr
    return folder / "out"


def test_at_least_three_hundred_marks_are_planted_in_thirty_documents(
    documents: tuple[Path, tuple[Planted, ...]],
) -> None:
    planted = documents[1]

    assert len(planted) == 30
    assert len({mark for one in planted for mark in one.marks}) >= 300


@pytest.mark.slow
def test_none_is_found_in_any_of_the_six_formats(documents: tuple[Path, tuple[Planted, ...]], outward: Path) -> None:
    marks = {mark: place for one in documents[1] for mark, place in one.marks.items()}
    marks |= {_USER: "user name", _HOST: "host name", _SETTING: "setting", _THEME: "theme"}
    files = sorted(outward.iterdir())

    found = {(path.name, marks[mark]) for path in files for mark in marks_in(path, marks)}

    assert len(files) == 30 * 6
    assert found == set()


@pytest.mark.slow
def test_the_scanner_sees_what_the_full_report_shows(documents: tuple[Path, tuple[Planted, ...]]) -> None:
    folder, planted = documents
    few = planted[:4]
    done = pmexport(*(str(one.path) for one in few), "--all", "-o", "full/", "-q", folder=folder)
    seen = wanted = 0
    for one in few:
        for suffix in ("pdf", "docx", "html"):
            found = marks_in(folder / "full" / f"{one.path.stem}.{suffix}", one.shown)
            seen, wanted = seen + len(found), wanted + len(one.shown)

    assert done.returncode == 0, done.stderr
    assert seen >= 0.95 * wanted


def in_a_docx(path: Path, part: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(part, content)


@pytest.mark.slow
def test_the_scanner_finds_every_mark_planted_on_purpose(outward: Path, tmp_path: Path) -> None:
    marks: list[str] = []

    def mark() -> str:
        marks.append(f"zqk8{len(marks):03}vx")
        return marks[-1]

    pdf, docx, page = (tmp_path / f"planted.{suffix}" for suffix in ("pdf", "docx", "html"))
    with pikepdf.open(outward / "report-1.customer.pdf") as document:
        with document.open_metadata() as metadata:
            metadata["dc:rights"] = mark()
        document.docinfo["/Keywords"] = mark()
        document.Root.PieceInfo = document.make_stream(mark().encode("utf-16-be"))
        document.pages[0].Contents = document.make_stream(
            document.pages[0].Contents.read_bytes() + b"\n% " + mark().encode()
        )
        document.attachments["a"] = pikepdf.AttachedFileSpec(document, mark().encode(), filename=mark())
        document.Root.Note = pikepdf.Array([pikepdf.String(mark())])
        document.save(pdf)
    docx.write_bytes((outward / "report-1.customer.docx").read_bytes())
    first, last = mark(), mark()
    split = f"<w:t>{first[:4]}</w:t></w:r><w:r><w:t>{first[4:]}</w:t>"
    in_a_docx(docx, "word/comments.xml", split.encode())
    in_a_docx(docx, f"word/{mark()}.xml", f"&#x{ord(last[0]):x};{last[1:]}".encode())
    in_a_docx(docx, "word/media/x.png", b"\x89PNG" + mark().encode())
    text = (outward / "report-1.customer.html").read_text(encoding="utf-8")
    packed = base64.b64encode(mark().encode()).decode()
    encoded = "".join(f"&#{ord(letter)};" for letter in mark())
    page.write_text(
        f'{text}<!-- {mark()} --><img alt="{mark()}" src="data:x/y;base64,{packed}">{encoded}', encoding="utf-8"
    )

    found = set().union(*(marks_in(path, marks) for path in (pdf, docx, page)))

    assert found == set(marks)
