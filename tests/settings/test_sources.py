"""Where settings come from, beside files: front matter, environment and command line."""

import pytest

from pmexport import settings
from pmexport.errors import UsageError
from pmexport.settings import settle
from settings_layers import front_matter


def test_a_wrong_value_in_the_environment_is_named_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMEXPORT_PAPER", "A5")

    with pytest.raises(UsageError, match="environment: PMEXPORT_PAPER cannot be 'A5'"):
        settle(settings.environment_layer())


def test_a_variable_that_resembles_a_setting_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMEXPORT_THEEM", "mono")
    monkeypatch.setenv("PMEXPORT_SHARED", "somewhere")

    messages = [diagnostic.message for _, diagnostic in settle(settings.environment_layer()).diagnostics]

    assert messages == ["there is no setting PMEXPORT_THEEM"]


def test_front_matter_without_settings_is_no_layer() -> None:
    assert settings.front_matter_layer(front_matter("title: x\n"), "report.md") is None
    assert settings.front_matter_layer(None, "report.md") is None


def test_front_matter_settings_that_are_a_text_are_refused() -> None:
    with pytest.raises(UsageError, match=r"report\.md: pmexport cannot be 'mono'; write keys and values under it"):
        settings.front_matter_layer(front_matter("pmexport: mono\n"), "report.md")


@pytest.mark.parametrize(
    ("values", "wanted"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)]
)
def test_colour_is_left_out_where_the_user_minds_it(
    values: dict[str, str], *, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in values.items():
        monkeypatch.setenv(name, value)

    assert settings.colour_wanted() is wanted
