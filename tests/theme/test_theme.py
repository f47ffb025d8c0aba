from pmexport.model.report import Badge, BadgeScheme
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Colour

PALETTE = load_theme().theme.light


def test_a_colour_is_written_with_six_digits() -> None:
    assert Colour(1, 2, 255).hex == "#0102ff"


def test_a_badge_is_styled_by_its_key() -> None:
    done = Badge(scheme=BadgeScheme.ACTION, key="done", label="Done")

    assert PALETTE.badge(done) == PALETTE.badges[BadgeScheme.ACTION, "done"]


def test_a_badge_that_its_scheme_does_not_know_looks_like_none() -> None:
    odd = Badge(scheme=BadgeScheme.SEVERITY, key="9", label="Sev 9")

    assert PALETTE.badge(odd) == PALETTE.badges[BadgeScheme.SEVERITY, "none"]
