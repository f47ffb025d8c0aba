"""Settings come from six places, the weakest first, and a mistake in one is named with its place."""

import datetime as dt
from pathlib import Path

import pytest

from pmexport import settings
from pmexport.convert import read
from pmexport.errors import UsageError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import PageOptions, Paper, ReadOptions
from pmexport.model.terms import DiagnosticSeverity
from pmexport.plainyaml import Mapping, load
from pmexport.settings import Layer, Settings, settle
from pmexport.theme.theme import CustomerWishes


@pytest.fixture(autouse=True)
def empty_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home and a folder of its own, and no settings in the environment."""
    for name in ("THEME", "PAPER", "LANG", "TIMEZONE", "CLASSIFICATION", "TODAY"):
        monkeypatch.delenv(f"PMEXPORT_{name}", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "config"))
    monkeypatch.setattr("sys.platform", "linux")
    (tmp_path / "team" / "reports").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "team")
    return tmp_path / "team"


def layer(**values: object) -> Layer:
    return Layer(place="pmexport.toml", values=values, lines=dict.fromkeys(values, 3))


def front_matter(text: str) -> Mapping:
    plain = load(text)
    assert isinstance(plain, Mapping)
    return plain


def test_without_any_settings_the_built_in_ones_hold() -> None:
    assert settle(None, None).settings == Settings(theme="default", paper=Paper.AUTO)


def test_a_stronger_place_wins_key_by_key(empty_world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user = empty_world.parent / "home" / "config" / "pmexport" / "pmexport.toml"
    user.parent.mkdir(parents=True)
    user.write_text('theme = "user"\npaper = "Letter"\nlang = "fr"\ntimezone = "UTC"\nclassification = "user"\n')
    (empty_world / "pmexport.toml").write_text(
        'theme = "project"\npaper = "A4"\nlang = "de"\ntimezone = "Asia/Tokyo"\n'
    )
    monkeypatch.setenv("PMEXPORT_PAPER", "letter")
    monkeypatch.setenv("PMEXPORT_THEME", "environment")

    settled = settle(
        settings.user_layer(),
        settings.project_layer(empty_world / "reports"),
        settings.front_matter_layer(front_matter("pmexport:\n  lang: es\n  paper: A4\n"), "report.md"),
        settings.environment_layer(),
        settings.command_line_layer({"theme": "mono", "paper": None}),
    )

    assert settled.settings == Settings(
        theme="mono", paper=Paper.LETTER, lang="es", timezone="Asia/Tokyo", classification="user"
    )
    assert settled.diagnostics == ()


def test_the_nearest_project_file_is_the_one_that_counts(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('lang = "de"\n')
    (empty_world / "reports" / "pyproject.toml").write_text('[tool.pmexport]\nlang = "fr"\n')

    assert settle(settings.project_layer(empty_world / "reports")).settings.lang == "fr"


def test_a_pyproject_of_another_tool_does_not_end_the_search(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('lang = "de"\n')
    (empty_world / "reports" / "pyproject.toml").write_text("[tool.ruff]\nline-length = 120\n")

    assert settle(settings.project_layer(empty_world / "reports")).settings.lang == "de"


def test_tables_are_kept_and_merged_key_by_key() -> None:
    weak = layer(customer={"company": "Northwind", "contact": "a@northwind.example"}, check={"disable": ["blame-word"]})
    strong = layer(customer={"contact": "b@northwind.example"})

    settled = settle(weak, strong).settings

    assert settled.customer == {"company": "Northwind", "contact": "b@northwind.example"}
    assert settled.check == {"disable": ["blame-word"]}


def test_an_unknown_key_is_a_warning_with_its_line_and_the_nearest_key(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('# ours\ntheem = "mono"\nfrobnicate = 1\n')

    assert settle(settings.project_layer(empty_world)).diagnostics == (
        ("pmexport.toml", warning("there is no setting theem", 2, "did you mean theme?")),
        ("pmexport.toml", warning("there is no setting frobnicate", 3, None)),
    )


def warning(message: str, line: int, hint: str | None) -> Diagnostic:
    severity = DiagnosticSeverity.WARNING
    return Diagnostic(code="unknown-setting", severity=severity, line=line, message=message, hint=hint)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("paper", "a4", Paper.A4),
        ("paper", "LETTER", Paper.LETTER),
        ("lang", "en_GB", "en-GB"),
        ("timezone", "Europe/Berlin", "Europe/Berlin"),
        ("today", "2026-03-04", dt.date(2026, 3, 4)),
        ("today", dt.date(2026, 3, 4), dt.date(2026, 3, 4)),
        ("classification", " Internal ", "Internal"),
    ],
)
def test_a_value_is_read_as_people_write_it(key: str, value: object, expected: object) -> None:
    assert getattr(settle(layer(**{key: value})).settings, key) == expected


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("paper", "A5", "pmexport.toml:3: paper cannot be 'A5'; write one of auto, A4, Letter"),
        ("paper", 4, "pmexport.toml:3: paper cannot be '4'; write a text in quotes"),
        ("theme", "", "pmexport.toml:3: theme cannot be ''; write a text in quotes"),
        ("lang", "en US", "pmexport.toml:3: lang cannot be 'en US'; write a language tag such as en, en-GB or de"),
        ("timezone", "Mars", "pmexport.toml:3: timezone cannot be 'Mars'; write a name such as UTC or Europe/Berlin"),
        ("timezone", "../x", "pmexport.toml:3: timezone cannot be '../x'; write a name such as UTC or Europe/Berlin"),
        ("today", "4 March", "pmexport.toml:3: today cannot be '4 March'; write a day such as 2025-10-31"),
        ("today", "2026-02-30", "pmexport.toml:3: today cannot be '2026-02-30'; write a day such as 2025-10-31"),
        ("customer", "x", "pmexport.toml:3: customer cannot be 'x'; write a table, [customer]"),
    ],
)
def test_a_wrong_value_is_named_with_its_place_and_what_may_stand_there(key: str, value: object, line: str) -> None:
    with pytest.raises(UsageError) as caught:
        settle(layer(**{key: value}))

    assert str(caught.value) == line


def test_a_wrong_value_in_the_environment_is_named_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMEXPORT_PAPER", "A5")

    with pytest.raises(UsageError, match="environment: PMEXPORT_PAPER cannot be 'A5'"):
        settle(settings.environment_layer())


def test_a_variable_that_resembles_a_setting_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMEXPORT_THEEM", "mono")
    monkeypatch.setenv("PMEXPORT_SHARED", "somewhere")

    messages = [diagnostic.message for _, diagnostic in settle(settings.environment_layer()).diagnostics]

    assert messages == ["there is no setting PMEXPORT_THEEM"]


def test_a_file_that_is_not_toml_is_named_with_its_line(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('theme = "mono"\npaper = \n')

    with pytest.raises(UsageError, match=r"pmexport\.toml:2: is not valid TOML, invalid value"):
        settings.project_layer(empty_world)


def test_a_file_that_is_not_utf_8_is_said_in_one_line(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_bytes(b'theme = "\xff"\n')

    with pytest.raises(UsageError, match=r"pmexport\.toml: cannot be read as UTF-8"):
        settings.project_layer(empty_world)


def test_a_theme_folder_is_found_from_the_file_that_names_it(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('theme = "./brand/acme"\n')

    settled = settle(settings.project_layer(empty_world / "reports"))

    assert settled.settings.theme == empty_world / "brand" / "acme"


def test_a_folder_beside_the_settings_may_be_named_like_a_theme_but_hides_no_shipped_one(empty_world: Path) -> None:
    (empty_world / "acme").mkdir()
    (empty_world / "mono").mkdir()

    named = [settle(Layer(place="f", values={"theme": name}, folder=empty_world)) for name in ("acme", "mono", "none")]

    assert [each.settings.theme for each in named] == [empty_world / "acme", "mono", "none"]


def test_a_postmortem_may_name_a_theme_but_no_folder() -> None:
    by_name = settings.front_matter_layer(front_matter("pmexport:\n  theme: mono\n"), "report.md")
    by_folder = settings.front_matter_layer(front_matter("pmexport:\n  theme: ../../evil\n"), "report.md")

    assert settle(by_name).settings.theme == "mono"
    with pytest.raises(UsageError, match=r"report\.md:2: theme cannot be '../../evil'; write a theme's name here"):
        settle(by_folder)


def test_front_matter_without_settings_is_no_layer() -> None:
    assert settings.front_matter_layer(front_matter("title: x\n"), "report.md") is None
    assert settings.front_matter_layer(None, "report.md") is None


def test_front_matter_settings_that_are_a_text_are_refused() -> None:
    with pytest.raises(UsageError, match=r"report\.md: pmexport cannot be 'mono'; write keys and values under it"):
        settings.front_matter_layer(front_matter("pmexport: mono\n"), "report.md")


def test_each_station_is_told_its_own_options_only() -> None:
    every = Settings(paper=Paper.A4, lang="de", timezone="UTC", classification="Internal", today=dt.date(2026, 3, 4))

    assert every.read_options("reports/x.md") == ReadOptions(
        name="reports/x.md", folder=Path("reports"), timezone="UTC", language="de"
    )
    assert every.page_options() == PageOptions(
        paper=Paper.A4, language="de", classification="Internal", today=dt.date(2026, 3, 4)
    )


def test_standard_input_has_no_folder_to_read_pictures_from() -> None:
    assert Settings().read_options("-").folder is None


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


def test_a_team_s_own_words_are_told_to_the_reader() -> None:
    words = {"headings": {"impact": ["Blast damage", "Who felt it"]}, "fields": {"severity": "Impact class"}}
    settled = settle(Layer(place="pmexport.toml", values={"reader": words}))

    assert settled.settings.read_options("a.md").words == (
        ("sections", "impact", "Blast damage"),
        ("sections", "impact", "Who felt it"),
        ("fields", "severity", "Impact class"),
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"headngs": {}}, "[reader]: there is no headngs; did you mean headings?"),
        ({"headings": {"inpact": ["x"]}}, "[reader.headings]: there is no inpact; did you mean impact?"),
        ({"headings": ["x"]}, "[reader]: headings cannot be \"['x']\"; write a table, [reader.headings]"),
        ({"severity": {"9": ["x"]}}, "[reader.severity]: there is no 9; known are 0, 1, 2, 3, 4"),
        ({"fields": {"date": 3}}, '[reader.fields]: date cannot be \'3\'; write ["first", "second"]'),
    ],
)
def test_a_word_without_a_place_is_refused(words: dict[str, object], said: str) -> None:
    settings = settle(Layer(place="pmexport.toml", values={"reader": words})).settings

    with pytest.raises(UsageError) as fault:
        settings.read_options("a.md")

    assert str(fault.value) == said


def test_texts_for_customers_may_be_given_by_language() -> None:
    settled = Settings(
        customer={"apology": {"en": "We are sorry.", "de": "Es tut uns leid."}, "contact": "a@b.example"}
    )
    policy = settled.customer_policy()

    assert policy.in_language("de-AT").apology == "Es tut uns leid."
    assert policy.in_language("en").apology == "We are sorry."
    assert (policy.in_language("fr").apology, policy.in_language("fr").contact) == ("", "a@b.example")


def test_tables_that_change_a_theme_are_laid_over_it_with_their_lines(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text(
        'theme = "mono"\n[labels]\nroot_cause = "Why"\n[severity]\nscheme = "s1-s4"\n'
    )
    look = settle(settings.project_layer(empty_world)).settings.look

    assert (look.theme, look.over.content) == (
        "mono",
        {"labels": {"root_cause": "Why"}, "severity": {"scheme": "s1-s4"}},
    )
    assert (look.over.lines["root_cause"], look.over.lines["scheme"]) == (3, 5)


def level_read(options: ReadOptions) -> int | None:
    found = read(b"---\ntitle: Outage\nseverity: S1\n---\n\n# Outage\n", options).postmortems[0].severity
    return found.level if found else None


def test_a_severity_scheme_of_the_settings_is_read_by_the_reader_too(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('[severity]\nscheme = "s1-s4"\n')
    options = settle(settings.project_layer(empty_world)).settings.read_options("a.md")

    assert level_read(options) == 0


def test_a_severity_scheme_of_the_theme_is_read_by_the_reader_too(empty_world: Path) -> None:
    (empty_world / "acme").mkdir()
    (empty_world / "acme" / "_brand.yml").write_text("defaults: {pmexport: {severity: {scheme: s1-s4}}}\n")
    (empty_world / "pmexport.toml").write_text('theme = "acme"\n')
    options = settle(settings.project_layer(empty_world)).settings.read_options("a.md")

    assert level_read(options) == 0


def test_a_theme_that_cannot_be_read_does_not_keep_a_text_from_being_read(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('theme = "nowhere"\n')

    assert settle(settings.project_layer(empty_world)).settings.read_options("a.md").words == ()


def test_a_postmortem_may_not_name_a_folder_of_templates(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('template = "pages"\n')
    own = settings.front_matter_layer(front_matter("pmexport:\n  template: pages\n"), "report.md")

    assert settle(settings.project_layer(empty_world)).settings.look.template == str(empty_world / "pages")
    with pytest.raises(UsageError, match=r"report\.md:2: template cannot be 'pages'"):
        settle(own)


def test_what_a_brand_knows_of_customers_lies_under_the_settings() -> None:
    brand = CustomerWishes(
        services={"a": "A", "b": "B"}, domains=("a.example",), banned=("Heron",), contact="a@a.example"
    )
    stated = Settings(customer={"contact": "b@b.example", "banned": ["Swan"], "services": {"b": "Beta"}})
    policy = stated.customer_policy(brand=brand)

    assert (policy.contact, policy.allowed_domains, policy.banned) == ("b@b.example", ("a.example",), ("Heron", "Swan"))
    assert dict(policy.services) == {"a": "A", "b": "Beta"}
