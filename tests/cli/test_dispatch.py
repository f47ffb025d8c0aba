"""render --external: the files that go to customers."""

from pathlib import Path

import pytest

from outward_run import POSTMORTEM, desk, pmexport
from pmexport.cli.dispatch import approvals_path, customer_path
from pmexport.customer.readback import read_back

EVERY = ("--all", "--text", "--status-page", "--email")


def said(path: Path) -> str:
    suffix = path.name.split(".", 1)[1].removeprefix("customer.")
    return " ".join(" ".join(text.split()) for _, text in read_back(path.read_bytes(), suffix).texts)


def test_six_formats_are_written_under_names_that_say_whom_they_are_for(tmp_path: Path) -> None:
    done = pmexport(desk(tmp_path), "--external", *EVERY, "-o", f"{tmp_path}/out/")

    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "empty-pages.customer.docx",
        "empty-pages.customer.eml",
        "empty-pages.customer.html",
        "empty-pages.customer.pdf",
        "empty-pages.customer.txt",
        "empty-pages.status-page.md",
    ]


def test_without_a_text_a_true_draft_is_made_and_the_way_on_is_told(tmp_path: Path) -> None:
    done = pmexport(desk(tmp_path, None), "--external", "--text")
    text = said(tmp_path / "empty-pages.customer.txt")

    assert "DRAFT Service incident on 4 March 2026" in text
    assert "reindexer" not in text
    assert "pmexport customer draft" in done.output


def test_a_finding_writes_nothing_and_exits_with_5(tmp_path: Path) -> None:
    source = desk(tmp_path, "# T\n\nNoor Haddad fixed it.\n")

    done = pmexport(source, "--external", *EVERY, "-o", f"{tmp_path}/out/")

    assert done.exit_code == 5
    assert "“Noor Haddad”" in done.output
    assert "empty-pages.customer.md:3:" in done.output
    assert not (tmp_path / "out").exists()


def test_the_file_beside_it_wins_over_the_section(tmp_path: Path) -> None:
    source = desk(tmp_path, postmortem=f"{POSTMORTEM}\n## Customer Summary\n\nThe section speaks.\n")

    pmexport(source, "--external", "--text")

    assert "The section speaks" not in said(tmp_path / "empty-pages.customer.txt")


def test_a_text_for_customers_is_not_itself_rendered(tmp_path: Path) -> None:
    desk(tmp_path)

    done = pmexport(tmp_path / "empty-pages.customer.md", "--external", "--text")

    assert (done.exit_code, "name" in done.output) == (2, True)


def test_the_text_for_customers_is_never_written_to(tmp_path: Path) -> None:
    source = desk(tmp_path)
    before = customer_path(str(source)).read_bytes()

    pmexport(source, "--external", *EVERY)

    assert customer_path(str(source)).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "item"), [("INC-2041", "INC"), ("noor-haddad-outage", "noor"), ("nginx_down", "nginx")]
)
def test_a_name_that_comes_from_inside_is_told_with_a_name_to_give_instead(
    tmp_path: Path, name: str, item: str
) -> None:
    telling = desk(tmp_path, None).rename(tmp_path / f"{name}.md")

    done = pmexport(telling, "--external", "--text")
    named = pmexport(telling, "--external", "--text", "-o", tmp_path / "service-incident-2026-03-04.txt")

    assert (done.exit_code, named.exit_code) == (0, 0)
    assert f"“{item}" in done.output
    assert "as -o service-incident-2026-03-04.pdf" in done.output
    assert "customer-file-name" not in named.output


def test_a_name_that_only_looks_like_an_identifier_is_told(tmp_path: Path) -> None:
    dated = desk(tmp_path, None).rename(tmp_path / "empty-x7q2-pages.md")

    done = pmexport(dated, "--external", "--text")

    assert done.exit_code == 0
    assert "customer-file-name" in done.output


@pytest.mark.parametrize("mark", ["TLP:RED", "TLP:AMBER+STRICT"])
def test_a_marked_file_is_refused_unless_permitted_by_name(tmp_path: Path, mark: str) -> None:
    source = desk(tmp_path, postmortem=f"{POSTMORTEM}\n{mark}\n")

    assert pmexport(source, "--external", "--text").exit_code == 5
    assert pmexport(source, "--external", "--text", "--permit", mark).exit_code == 0


def test_options_for_customers_need_the_audience(tmp_path: Path) -> None:
    assert pmexport(desk(tmp_path), "--email").exit_code == 2


def test_a_named_customer_gets_its_version(tmp_path: Path) -> None:
    source = desk(tmp_path, "# T\n\nFor all.\n\n## Customer Summary: Contoso\n\nMore for you.\n")

    pmexport(source, "--external", "--text", "--customer", "Contoso")
    version = said(tmp_path / "empty-pages.customer.txt")
    pmexport(source, "--external", "--text")

    assert "For Contoso" in version
    assert "More for you." in version
    assert "Contoso" not in said(tmp_path / "empty-pages.customer.txt")


def test_another_customer_is_never_named(tmp_path: Path) -> None:
    source = desk(tmp_path, "# T\n\nContoso saw it first.\n\n## Customer Summary: Contoso\n\nMore.\n")

    assert pmexport(source, "--external", "--text").exit_code == 5


def test_standard_output_takes_one_format(tmp_path: Path) -> None:
    done = pmexport(desk(tmp_path), "--external", "--text", "-o", "-")

    assert "Empty pages on 4 March 2026" in done.output


def test_approvals_stand_beside_the_source() -> None:
    assert approvals_path("a/b.md") == Path("a/b.customer.approval.json")
