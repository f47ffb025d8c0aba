"""Files are written whole or not at all, under names that hit neither an input nor each other."""

import os
import stat
from pathlib import Path

import pytest

from pmexport.errors import UnavailableError, UsageError
from pmexport.model.terms import Audience
from pmexport.publish import Targets, file_name, numbered, publish

as_anybody = pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")


@pytest.mark.parametrize(
    ("source", "suffix", "audience", "expected"),
    [
        ("payment-outage.md", "pdf", Audience.FULL, "payment-outage.pdf"),
        ("reports/2026.03.04.md", "html", Audience.FULL, "2026.03.04.html"),
        ("outage.html.md.erb", "pdf", Audience.FULL, "outage.pdf"),
        ("NOTES", "docx", Audience.FULL, "NOTES.docx"),
        ("outage.md", "pdf", Audience.LEADERSHIP, "outage.leadership.pdf"),
        ("outage.md", "pdf", Audience.CUSTOMER, "outage.customer.pdf"),
        ("-", "pdf", Audience.FULL, "postmortem.pdf"),
        (".hidden.md", "pdf", Audience.FULL, "hidden.pdf"),
        ("...", "pdf", Audience.FULL, "postmortem.pdf"),
    ],
)
def test_an_output_is_named_after_its_input(source: str, suffix: str, audience: Audience, expected: str) -> None:
    assert file_name(source, suffix, audience) == expected


def test_an_output_never_takes_the_name_of_an_input(tmp_path: Path) -> None:
    source = tmp_path / "report.html"
    source.write_text("# Report")

    with pytest.raises(UsageError, match="is an input, which is never written to"):
        Targets([str(source)]).claim(source, str(source))


def test_an_output_never_takes_the_place_of_an_input_under_another_name(tmp_path: Path) -> None:
    source = tmp_path / "report.md"
    source.write_text("# Report")
    (tmp_path / "hard.html").hardlink_to(source)
    (tmp_path / "soft.html").symlink_to(source)
    targets = Targets([str(source)])

    for name in ("hard.html", "soft.html", "REPORT.MD"):
        with pytest.raises(UsageError, match="is an input"):
            targets.claim(tmp_path / name, str(source))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("inc-2041.pdf", "inc-2041.pdf"),
        ("Inc-2041.pdf", "inc-2041.pdf"),
        ("st\u00f6rung.pdf", "sto\u0308rung.pdf"),
        ("x/../inc.pdf", "inc.pdf"),
    ],
)
def test_two_inputs_never_go_to_one_output(first: str, second: str, tmp_path: Path) -> None:
    targets = Targets(["a.md", "b.md"])
    targets.claim(tmp_path / first, "a.md")

    with pytest.raises(UsageError, match=r"b\.md: would be written to .*, where a\.md is written already"):
        targets.claim(tmp_path / second, "b.md")


def test_content_is_written_with_its_folder(tmp_path: Path) -> None:
    target = tmp_path / "out" / "2026" / "report.html"

    publish(b"new", target)

    assert target.read_bytes() == b"new"


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(b"old")

    publish(b"new", tmp_path / "report.html")

    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_file_is_as_readable_as_any_other_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")

    publish(b"new", tmp_path / "report.html")

    assert (tmp_path / "report.html").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(b"old")
    target.chmod(0o640)

    publish(b"new", target)

    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_file_is_left_alone_where_it_may_not_be_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(b"old")

    with pytest.raises(UsageError, match="exists already; --force overwrites it"):
        publish(b"new", target, overwrite=False)

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_new_file_may_be_written_where_none_may_be_overwritten(tmp_path: Path) -> None:
    publish(b"new", tmp_path / "report.html", overwrite=False)

    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "shelf" / "report.html"
    target.parent.mkdir()
    target.write_bytes(b"old")
    (tmp_path / "latest.html").symlink_to(target)

    publish(b"new", tmp_path / "latest.html")

    assert (tmp_path / "latest.html").is_symlink()
    assert target.read_bytes() == b"new"


def test_a_device_is_written_to_and_stays_a_device(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    publish(b"new", pipe)

    assert os.read(reading, 10) == b"new"
    assert pipe.is_fifo()
    os.close(reading)


def test_a_folder_in_the_way_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()

    with pytest.raises(UnavailableError, match=r"report\.pdf: cannot be written, is a directory; choose another place"):
        publish(b"new", tmp_path / "report.pdf")


def test_a_file_in_place_of_a_folder_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(UnavailableError, match=r"cannot be written, not a directory"):
        publish(b"new", tmp_path / "out" / "report.pdf")


@as_anybody
def test_a_file_that_is_write_protected_stays_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    target.chmod(0o444)

    with pytest.raises(UnavailableError, match="cannot be written, permission denied"):
        publish(b"new", target)

    assert target.read_bytes() == b"old"


def test_an_older_file_stays_whole_when_the_disk_is_full(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    # A real limit of the system in place of a full disk: the write itself fails half way.
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(UnavailableError, match="cannot be written, file too large"):
            publish(b"n" * 100_000, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


@pytest.mark.parametrize(
    ("target", "number", "audience", "expected"),
    [
        ("out/a.pdf", 1, Audience.FULL, "out/a.pdf"),
        ("out/a.pdf", 2, Audience.FULL, "out/a-2.pdf"),
        ("a.leadership.pdf", 3, Audience.LEADERSHIP, "a-3.leadership.pdf"),
        ("mine.pdf", 2, Audience.LEADERSHIP, "mine-2.pdf"),
    ],
)
def test_further_incidents_of_a_file_are_numbered(target: str, number: int, audience: Audience, expected: str) -> None:
    assert numbered(Path(target), number, audience).as_posix() == expected
