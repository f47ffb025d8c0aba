"""Which events lie as far apart as a text says."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from example_postmortem import postmortem
from pmexport.facts.between import Between, stretch
from pmexport.facts.mentions import Moment, moments_of
from pmexport.facts.pairs import Pair
from pmexport.facts.quantities import lengths

MOMENTS = moments_of(postmortem())
FIRST = MOMENTS[0]

minutes = st.lists(st.integers(0, 300), min_size=1, max_size=12)


def at(minute: int) -> Moment:
    return replace(FIRST, at=FIRST.at.replace(hour=minute // 60, minute=minute % 60), text=f"event {minute}")


def every(moments: tuple[Moment, ...]) -> list[Pair]:
    pairs = [Pair(one, two) for one in moments for two in moments if one is not two]
    return [pair for pair in pairs if pair.seconds >= 0]


@given(minutes, st.sampled_from(["about 20 minutes", "under 20 minutes", "47 minutes", "more than an hour"]))
def test_what_fits_is_what_comparing_each_with_each_would_find(told: list[int], text: str) -> None:
    moments, length = tuple(map(at, told)), next(lengths(text))

    found = [(id(pair.start), id(pair.end)) for pair in Between(moments, moments).fitting(length)]

    fits = [(id(pair.start), id(pair.end)) for pair in every(moments) if length.allows(pair.seconds)]
    assert sorted(found) == sorted(fits)


@given(minutes, st.integers(0, 20_000))
def test_the_nearest_is_as_near_as_any(told: list[int], seconds: int) -> None:
    moments = tuple(map(at, told))

    found = Between(moments, moments).nearest(seconds)

    distances = [abs(pair.seconds - seconds) for pair in every(moments)]
    assert (abs(found.seconds - seconds) if found else None) == min(distances, default=None)


@given(minutes)
def test_the_stretch_runs_from_the_first_to_the_last(told: list[int]) -> None:
    assert stretch(map(at, told)) == 60 * (max(told) - min(told))


def test_times_with_a_zone_and_without_are_never_compared() -> None:
    naive = replace(FIRST, at=FIRST.at.replace(tzinfo=None))

    assert Between((FIRST,), (naive,)).nearest(60) is None
    assert Between((FIRST,), (naive,)).first() is None
