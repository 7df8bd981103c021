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


def test_without_a_locale_weeks_start_on_monday_where_the_environment_is_all_there_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    # As Python says where nothing is set.
    monkeypatch.setattr("locale.getlocale", lambda: ("en_US", "UTF-8"))
    assert first_weekday_here({}) == 1


@pytest.mark.parametrize(("name", "weekday"), [("en_US", 7), ("ar_EG", 6), (None, 1)])
def test_without_a_locale_other_systems_are_asked(
    monkeypatch: pytest.MonkeyPatch, name: str | None, weekday: int
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("locale.getlocale", lambda: (name, "UTF-8"))
    assert first_weekday_here({}) == weekday
