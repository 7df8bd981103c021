"""Values are frozen, compare by what they are, and are made as their fields say."""

import pytest

from selfcare_app.domain.schedule import TimesPerMonth, TimesPerWeek
from selfcare_app.domain.value import Value, replace


class Point(Value):
    x: int
    y: int = 0


def test_fields_are_given_in_order_by_name_or_by_default() -> None:
    assert (Point(1, 2).x, Point(1, 2).y) == (1, 2)
    assert Point(1) == Point(x=1, y=0) == Point(1, y=0)


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), ((1, 2, 3), {}), ((1,), {"z": 3}), ((1,), {"x": 2}), ((), {"y": 2})],
)
def test_fields_left_out_doubled_or_unknown_are_refused(
    values: tuple[int, ...], named: dict[str, int]
) -> None:
    with pytest.raises(TypeError, match="Point has the fields x, y"):
        Point(*values, **named)


def test_a_value_cannot_be_changed() -> None:
    point = Point(1, 2)
    with pytest.raises(AttributeError, match=r"Point\.x cannot be set"):
        point.x = 2  # type: ignore[misc]  # what the test is about
    with pytest.raises(AttributeError, match=r"Point\.x cannot be deleted"):
        del point.x
    assert replace(point, x=5) == Point(5, 2)
    assert point == Point(1, 2)


def test_values_of_two_classes_are_never_equal() -> None:
    assert TimesPerWeek(3) != TimesPerMonth(3)
    assert Point(1) != (1, 0)
    assert len({TimesPerWeek(3), TimesPerMonth(3), TimesPerWeek(3)}) == 2


def test_a_value_says_what_it_is() -> None:
    assert repr(Point(1)) == "Point(x=1, y=0)"


def test_a_value_matches_by_position() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
