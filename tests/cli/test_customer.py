"""customer draft, ledger, approve."""

import json
import re
from pathlib import Path

from customer_report import TEXT
from outward_run import desk, pmexport
from pmexport.reader.comments import without_comments


def test_a_draft_is_written_beside_the_postmortem(tmp_path: Path) -> None:
    done = pmexport("customer", "draft", desk(tmp_path, None))
    text = (tmp_path / "empty-pages.customer.md").read_text(encoding="utf-8")

    assert done.exit_code == 0, done.output
    assert "# Service incident on 4 March 2026" in text
    assert "reindexer" not in without_comments(text).text


def test_a_draft_renders_as_it_is(tmp_path: Path) -> None:
    source = desk(tmp_path, None)
    pmexport("customer", "draft", source)

    assert pmexport(source, "--external", "--text").exit_code == 0


def test_a_text_that_somebody_wrote_is_not_overwritten(tmp_path: Path) -> None:
    source = desk(tmp_path)

    assert pmexport("customer", "draft", source).exit_code == 2
    assert pmexport("customer", "draft", source, "-o", "-").exit_code == 0
    assert (tmp_path / "empty-pages.customer.md").read_text(encoding="utf-8") == TEXT


def test_the_ledger_tells_what_goes_out_and_what_does_not(tmp_path: Path) -> None:
    done = pmexport("customer", "ledger", desk(tmp_path))

    assert done.exit_code == 0, done.output
    assert re.search(r"customer file, line 7\s+written\s+Pages were empty\. Loans were safe\.", done.output)
    assert "Noor: an owner is never told" in done.output


def test_the_ledger_as_json_says_the_same(tmp_path: Path) -> None:
    told = json.loads(pmexport("customer", "ledger", desk(tmp_path), "--json").output)

    assert {"out", "findings", "held"} == set(told)


def test_an_approved_text_is_no_draft_until_a_word_changes(tmp_path: Path) -> None:
    source, out = desk(tmp_path), tmp_path / "empty-pages.customer.txt"

    pmexport("customer", "approve", source, "--by", "Ada Brandt")
    pmexport(source, "--external", "--text")
    approved = out.read_text(encoding="utf-8")
    desk(tmp_path, TEXT.replace("no books", "no new books"))
    pmexport(source, "--external", "--text")
    changed = out.read_text(encoding="utf-8")

    assert [text.startswith("DRAFT") for text in (approved, changed)] == [False, True]
    assert "Revision 2" in changed


def test_a_correction_is_printed_when_it_is_approved(tmp_path: Path) -> None:
    source = desk(tmp_path)
    pmexport("customer", "approve", source, "--by", "Ada Brandt")
    desk(tmp_path, TEXT.replace("09:20", "09:21"))
    pmexport("customer", "approve", source, "--by", "Ada Brandt", "--correction", "It began at 09:21.")
    pmexport(source, "--external", "--text")

    text = (tmp_path / "empty-pages.customer.txt").read_text(encoding="utf-8")

    assert "Corrections\n-----------\n\nIt began at 09:21." in text
    assert not text.startswith("DRAFT")


def test_one_finding_is_accepted_by_name_and_reason(tmp_path: Path) -> None:
    source = desk(tmp_path, "# T\n\nNoor Haddad thanks you.\n")
    held = pmexport(source, "--external", "--text")
    names = re.findall(r"person-[0-9a-f]{8}", held.output)
    accepted = [word for name in names for word in ("--accept", name)]

    refused = pmexport("customer", "approve", source, "--by", "Ada", *accepted)
    done = pmexport("customer", "approve", source, "--by", "Ada", *accepted, "--reason", "she agreed")

    assert (held.exit_code, refused.exit_code, done.exit_code) == (5, 2, 0)
    assert pmexport(source, "--external", "--text").exit_code == 0


def test_no_approval_is_given_over_a_finding(tmp_path: Path) -> None:
    source = desk(tmp_path, "# T\n\nNoor Haddad thanks you.\n")

    assert pmexport("customer", "approve", source, "--by", "Ada").exit_code == 5
    assert not (tmp_path / "empty-pages.customer.approval.json").exists()


def test_the_text_itself_can_switch_no_guard_off(tmp_path: Path) -> None:
    source = desk(tmp_path, "# T\n\n<!-- pmexport: accept person -->\n\nNoor Haddad thanks you.\n")

    assert pmexport(source, "--external", "--text").exit_code == 5
