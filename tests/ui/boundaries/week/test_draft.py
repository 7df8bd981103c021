"""What becomes of hours when an end is moved, and where it lies on the scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.workhours import MINUTES_A_DAY, Interval, joined
from selfcare_app.ui.boundaries.week.draft import (
    FINE,
    SHORTEST,
    SNAP,
    Part,
    drawn,
    minutes_of,
    moved,
    snapped,
    stepped,
    with_interval,
)
from selfcare_app.ui.boundaries.week.scale import Scale, bounds_of

NINE_TO_SIX = Interval(540, 1080)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start = draw(st.integers(0, MINUTES_A_DAY - 1))
    length = draw(st.integers(SHORTEST, MINUTES_A_DAY - 1))
    return Interval(start, start + length)


@given(intervals(), st.sampled_from(Part), st.integers(-3000, 6000))
def test_whatever_is_moved_stays_an_interval_of_its_day(
    interval: Interval, part: Part, minute: int
) -> None:
    other = moved(interval, part, minute)
    assert 0 <= other.start < MINUTES_A_DAY
    assert min(SHORTEST, interval.end - interval.start) <= other.end - other.start < MINUTES_A_DAY
    if part is Part.START:
        assert other.end == interval.end
    elif part is Part.END:
        assert other.start == interval.start
    else:
        assert other.end - other.start == interval.end - interval.start


@given(intervals(), st.sampled_from((Part.START, Part.END)), st.sampled_from((SNAP, FINE)))
def test_a_step_forth_and_back_comes_to_a_multiple_nearby(
    interval: Interval, part: Part, step: int
) -> None:
    forth = stepped(interval, part, 1, step)
    moved_by = abs(minutes_of([forth]) - minutes_of([interval]))
    assert moved_by <= step


@pytest.mark.parametrize(
    ("part", "way", "step", "expected"),
    [
        (Part.END, 1, SNAP, Interval(540, 1095)),
        (Part.END, -1, SNAP, Interval(540, 1065)),
        (Part.START, 1, FINE, Interval(545, 1080)),
        (Part.START, -1, SNAP, Interval(525, 1080)),
    ],
)
def test_keys_go_by_steps(part: Part, way: int, step: int, expected: Interval) -> None:
    assert stepped(NINE_TO_SIX, part, way, step) == expected


def test_from_between_two_steps_it_goes_to_the_next() -> None:
    assert stepped(Interval(540, 1083), Part.END, 1, SNAP).end == 1095
    assert stepped(Interval(540, 1083), Part.END, -1, SNAP).end == 1080


def test_a_drag_snaps_to_quarters_of_an_hour() -> None:
    assert [snapped(each) for each in (1080, 1086, 1088)] == [1080, 1080, 1095]


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (541.0, 722.0, Interval(540, 720)),
        (722.0, 541.0, Interval(540, 720)),
        (540.0, 545.0, None),
        (1500.0, 1700.0, None),
        (-50.0, 60.0, Interval(0, 60)),
        (0.0, 3000.0, Interval(0, MINUTES_A_DAY - 1)),
    ],
)
def test_a_new_interval_is_drawn(begin: float, end: float, expected: Interval | None) -> None:
    assert drawn(begin, end) == expected


def test_an_interval_takes_the_place_of_another_or_goes() -> None:
    hours = (Interval(540, 780), Interval(840, 1080))
    grown = with_interval(hours, 0, Interval(540, 900))
    assert joined(grown) == ((Interval(540, 1080),), True)
    assert with_interval(hours, 1, None) == (Interval(540, 780),)
    assert with_interval(hours, 2, Interval(1200, 1260))[-1] == Interval(1200, 1260)


@pytest.mark.parametrize(
    ("days", "bounds"),
    [
        ([], (360, 1440)),
        ([(NINE_TO_SIX,), ()], (360, 1440)),
        ([(Interval(1320, 1800),)], (360, 1800)),
        ([(Interval(290, 700),)], (240, 1440)),
    ],
)
def test_the_scale_has_room_for_everything(
    days: list[tuple[Interval, ...]], bounds: tuple[int, int]
) -> None:
    assert bounds_of(days) == bounds


def test_minutes_and_pixels_are_two_ways_to_say_the_same() -> None:
    scale = Scale(360, 1440, 540.0)
    assert scale.place(900) == 270
    assert scale.minute(270) == 900
    assert scale.ticks() == list(range(360, 1441, 120))
