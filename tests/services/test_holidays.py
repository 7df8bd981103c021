"""Public holidays: countries and regions to choose from, and what each has."""

from datetime import date

import pytest

from selfcare_app.domain.errors import BadInput
from selfcare_app.services.holidays import countries, holidays_of, regions_of


def test_countries_are_offered_once_each_by_their_codes() -> None:
    found = countries()
    assert {"DE", "GB", "CH"} <= set(found)
    assert {len(code) for code in found} == {2}
    assert len(found) == len(set(found))


def test_regions_are_called_as_they_are_there() -> None:
    assert regions_of("DE")["BY"] == "Bayern"
    assert regions_of("GB")["SCT"] == "Scotland"
    assert regions_of("FR")["971"] == "Guadeloupe"
    assert regions_of("DE")["Augsburg"] == "Augsburg"


def test_every_region_on_offer_has_holidays_whatever_its_case() -> None:
    assert date(2026, 8, 8) in holidays_of("DE-AUGSBURG")
    assert date(2026, 8, 8) not in holidays_of("de-by")
    for code in regions_of("FR"):
        assert date(2026, 7, 14) in holidays_of(f"FR-{code}".upper())


@pytest.mark.parametrize("place", ["Atlantis", "DE-XX", "-BY", "\0", "mon", "JAN"])
def test_an_unknown_place_is_refused_in_words(place: str) -> None:
    with pytest.raises(BadInput, match=f"no holidays of “{place.partition('-')[0].strip()}"):
        holidays_of(place)


def test_an_unknown_country_has_no_regions() -> None:
    with pytest.raises(BadInput, match="no holidays of “Atlantis”"):
        regions_of("Atlantis")


def test_without_the_package_there_is_nothing_to_choose_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "holidays", None)
    for ask in (countries, lambda: regions_of("DE")):
        with pytest.raises(BadInput, match=r"install selfcare\[holidays\]"):
            ask()
