from __future__ import annotations

import base64

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

from pmexport.theme.fonts import face, fitted, missing_glyphs, text_width
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Face

TYPE = load_theme().theme.type
REGULAR = face(TYPE, "Inter")


@pytest.mark.parametrize("own", TYPE.faces, ids=lambda own: own.ttf.stem)
def test_every_face_is_static_and_without_hints(own: Face) -> None:
    assert not {"fvar", "fpgm", "prep", "cvt ", "DSIG"} & set(TTFont(own.ttf).keys())


def test_all_the_screen_fonts_together_leave_room_for_a_report() -> None:
    size = sum(len(base64.b64encode(own.woff2.read_bytes())) for own in TYPE.faces if own.woff2)

    assert size < 150_000


@pytest.mark.parametrize("own", [own for own in TYPE.faces if own.woff2], ids=lambda own: own.ttf.stem)
def test_the_screen_fonts_carry_western_europe(own: Face) -> None:
    assert own.woff2 is not None
    font = TTFont(own.woff2)

    assert not set("AZaz09äéøŁščőß—“”…€→·≥\u2013\u2212\u00d7") - {chr(code) for code in font.getBestCmap()}


@pytest.mark.parametrize("own", TYPE.faces, ids=lambda own: own.ttf.stem)
def test_what_was_typed_is_what_is_shown(own: Face) -> None:
    """No contextual alternates: they would draw an arrow for "->" and one sign for "!="."""
    font = TTFont(own.ttf)
    features = (
        {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord} if "GSUB" in font else set()
    )

    assert not {"calt", "liga", "dlig"} & features


@pytest.mark.parametrize("own", TYPE.faces, ids=lambda own: own.family)
def test_each_family_ships_with_its_licence(own: Face) -> None:
    licences = " ".join(file.read_text() for file in own.ttf.parent.glob("OFL-*.txt"))

    assert str(TTFont(own.ttf)["name"].getDebugName(0)).partition("Authors")[0].split()[-1] in licences


def test_a_width_grows_with_the_size() -> None:
    assert text_width("Detected", REGULAR, 16) == pytest.approx(2 * text_width("Detected", REGULAR, 8))


def test_marks_that_take_no_place_have_no_width() -> None:
    assert text_width("a\u0301\u200d", REGULAR, 10) >= text_width("a", REGULAR, 10)


def test_a_glyph_that_is_missing_counts_as_one_em() -> None:
    assert text_width("漢", REGULAR, 10) == pytest.approx(10)


def test_missing_glyphs_are_told_once_each_in_their_order() -> None:
    assert missing_glyphs("b漢 a字漢🔥", TYPE.faces) == ("漢", "字")


def test_a_face_that_is_not_there_is_the_nearest_one() -> None:
    assert (face(TYPE, "Inter", 300).weight, face(TYPE, "Inter", 700).weight) == (400, 600)


def test_words_are_cut_to_their_room_with_an_ellipsis() -> None:
    short = fitted("Customer impact ended", REGULAR, 8, 60)

    assert short.endswith("…")
    assert text_width(short, REGULAR, 8) <= 60


def test_words_that_fit_stay_whole() -> None:
    assert fitted("Detected", REGULAR, 8, text_width("Detected", REGULAR, 8) + 0.01) == "Detected"


def test_where_not_even_an_ellipsis_fits_there_is_nothing() -> None:
    assert fitted("Detected", REGULAR, 8, 3) == ""
