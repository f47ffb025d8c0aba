from example_timeline import at, band, drawn, outage, pen, picture
from pmexport.chart.bands import draw_bands
from pmexport.chart.scale import scale
from pmexport.model.terms import Phase

SPAN = scale([at("09:00"), at("12:00")], 0, 480, 20)


def texts(minutes: int, width: float = 493) -> list[str]:
    used = pen(width)
    end = at(f"{9 + minutes // 60}:{minutes % 60:02}")
    draw_bands(used, [band(Phase.MITIGATING, "Mitigating", f"{minutes} min", at("09:00"), end)], SPAN, 40)
    return drawn(used).texts


def test_a_long_phase_holds_its_name_and_length() -> None:
    assert texts(60) == ["Mitigating 60 min"]


def test_a_phase_with_less_room_holds_its_name() -> None:
    assert texts(23) == ["Mitigating"]


def test_a_short_phase_is_named_under_its_band_with_its_length() -> None:
    found = picture(outage())

    assert found.word("Unnoticed 3 min").y > found.word("Latent 40 min").y + 8


def test_a_phase_of_no_length_is_still_to_be_seen() -> None:
    used = pen()
    draw_bands(used, [band(Phase.UNNOTICED, "Unnoticed", "", at("10:00"), at("10:00"))], SPAN, 40)

    assert all(float(part.get("width", "0")) > 0.5 for part in drawn(used).all("rect"))


def test_the_ground_of_a_band_is_that_of_its_phase() -> None:
    assert "#f6b8b1" in [part.get("fill") for part in picture(outage()).all("rect")]


def test_the_name_of_a_phase_with_many_cuts_stands_on_none_of_them() -> None:
    clocks = ("18:02", "18:40", "19:00", "20:30")
    moments = [*map(at, clocks), at("09:15", 1), at("22:00", 1), at("11:20", 2), at("12:45", 2)]
    span = scale(moments, 0, 480, 80)
    used = pen()
    draw_bands(used, [band(Phase.MITIGATING, "Mitigating", "1 d 17 h", at("18:02"), at("11:20", 2))], span, 40)
    (label,) = used.labels

    assert len(span.cuts) == 3
    assert not [cut for cut in span.cuts if label.left < (cut.start + cut.end) / 2 < label.right]
