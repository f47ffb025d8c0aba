"""inspect prints the model that others read."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from pmexport.cli import main

SHORT = Path(__file__).resolve().parents[1] / "commands" / "files" / "short.md"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["inspect", *arguments], input=stdin)


def test_the_model_of_a_file_is_printed_as_json() -> None:
    model = json.loads(run(str(SHORT)).stdout)

    assert model["schema_version"] == 1
    assert (model["title"], model["incident_id"], model["date"]) == (
        "Search answered slowly",
        "INC-2026-011",
        "2026-03-04",
    )
    assert [event["start"] for event in model["timeline"]][:2] == ["2026-03-04T09:02:00Z", "2026-03-04T09:05:00Z"]


def test_a_text_from_standard_input_gives_the_same_model() -> None:
    assert run("-", stdin=SHORT.read_bytes()).stdout == run(str(SHORT)).stdout


def test_the_model_is_as_its_schema_says() -> None:
    jsonschema.validate(json.loads(run(str(SHORT)).stdout), json.loads(run("--schema").stdout))


def test_an_incident_that_is_not_there_is_refused() -> None:
    result = run(str(SHORT), "--incident", "3")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{SHORT}: holds 1 incident, not 3\n"


def test_several_incidents_are_an_array_and_one_of_them_is_an_object() -> None:
    one = "# Incident: {}\n\n## Impact\n\nDown.\n\n## Root cause\n\nA bug.\n\n"
    text = (one.format("Shop") + one.format("Mail")).encode()

    assert [model["title"] for model in json.loads(run("-", stdin=text).stdout)] == ["Shop", "Mail"]
    assert json.loads(run("-", "--incident", "2", stdin=text).stdout)["title"] == "Mail"


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Tokyo"])
def test_the_zone_asked_for_holds_where_the_text_names_none(zone: str, tmp_path: Path) -> None:
    text = SHORT.read_text().replace("All times in UTC\n\n", "")
    (tmp_path / "report.md").write_text(text)

    assert json.loads(run(str(tmp_path / "report.md"), "--timezone", zone).stdout)["timezone"] == zone


def test_a_missing_file_is_one_line() -> None:
    result = run("nowhere.md")

    assert (result.exit_code, result.stdout, result.stderr) == (3, "", "nowhere.md: there is no such file\n")


def test_where_each_line_went_is_told_for_people() -> None:
    text = b"# Shop down\n\n## Impact\n\nDown.\n\n## Penguins\n\nThey swim.\n"

    assert run("-", "--explain", stdin=text).stdout == (
        "-: Shop down\n"
        "\n"
        "        1  title              the first heading\n"
        "      3-5  impact             the heading “Impact”\n"
        "      7-9  kept as it stands  the heading “Penguins” says nothing that we know\n"
        "\n"
        "Without a place of its own, and kept as written:\n"
        "\n"
        "      7-9  the heading “Penguins” says nothing that we know\n"
    )
