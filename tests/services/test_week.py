"""The week starts where the person lives."""

import pytest

from selfcare_app.services.week import first_weekday_here, first_weekday_of


@pytest.mark.parametrize(
    ("territory", "weekday"), [("GB", 1), ("DE", 1), ("US", 7), ("EG", 6), ("", 1), ("XX", 1)]
)
def test_each_territory_has_its_first_day(territory: str, weekday: int) -> None:
    assert first_weekday_of(territory) == weekday


@pytest.mark.parametrize(
    ("environment", "weekday"),
    [
        ({"LANG": "en_US.UTF-8"}, 7),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "de_DE"}, 1),
        ({"LC_ALL": "ar_EG@calendar", "LC_TIME": "de_DE"}, 6),
        ({"LC_ALL": "C"}, 1),
    ],
)
def test_the_locale_tells_the_first_day(environment: dict[str, str], weekday: int) -> None:
    assert first_weekday_here(environment) == weekday


def test_without_a_locale_the_system_is_asked() -> None:
    assert first_weekday_here({}) in (1, 6, 7)
