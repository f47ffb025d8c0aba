"""An input that cannot be read is one line that says why."""

from pathlib import Path

import pytest

from pmexport.cli.source import source_bytes
from pmexport.errors import UnreadableError


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\r\n")

    assert source_bytes(str(tmp_path / "a.md")) == b"\xff\r\n"


def test_a_missing_file_is_named_with_its_likely_neighbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("payment-outage.md").write_text("# x")

    with pytest.raises(UnreadableError) as caught:
        source_bytes("payment-outgae.md")

    assert str(caught.value) == "payment-outgae.md: there is no such file; did you mean payment-outage.md?"


def test_a_missing_file_in_a_missing_folder_has_no_neighbours() -> None:
    with pytest.raises(UnreadableError, match=r"^nowhere/a\.md: there is no such file$"):
        source_bytes("nowhere/a.md")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is a folder; name the Markdown files in it"):
        source_bytes(str(tmp_path))


@pytest.mark.parametrize("name", ["a\0b.md", "x" * 5000])
def test_a_name_that_cannot_be_is_one_line(name: str) -> None:
    with pytest.raises(UnreadableError, match="cannot be read"):
        source_bytes(name)
