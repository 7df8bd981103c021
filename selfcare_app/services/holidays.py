"""Public holidays of a country or region: an option, off by default.

The `holidays` package knows them, without any network; it is loaded only once they are asked for.
"""

from collections.abc import Mapping
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase


def countries() -> tuple[str, ...]:
    """ISO codes of the countries whose public holidays are known, such as `DE`.

    Raises BadInput where the package is not installed.
    """
    _check_there()
    import holidays

    return tuple(holidays.list_supported_countries(include_aliases=False))


def regions_of(country: str) -> Mapping[str, str]:
    """Names of the regions of `country` that have holidays of their own, by their codes, as
    they are called there: `BY` is Bayern. Raises BadInput as `holidays_of` does."""
    found = _of_country(country)
    names: dict[str, list[str]] = {code: [code] for code in found.subdivisions}
    for name, code in found.subdivisions_aliases.items():
        names[code].append(name)
    # Some have short forms as well.
    return {code: max(spelled, key=len) for code, spelled in names.items()}


def holidays_of(place: str) -> Mapping[date, str]:
    """Names of the public holidays of `place` by day, such as `DE` or `DE-BY`.

    The years are worked out as they are asked for. Raises BadInput for an unknown place, or
    where the package is not installed.
    """
    country, _, region = place.strip().partition("-")
    if not region:
        return _of_country(country)
    # A few regions are not written in capitals, such as the city of Augsburg.
    spelled = {code.upper(): code for code in _of_country(country).subdivisions}
    return _of_country(country, spelled.get(region.upper(), region))


def _of_country(country: str, region: str | None = None) -> "HolidayBase":
    _check_there()
    import holidays

    try:
        return holidays.country_holidays(country.strip().upper(), subdiv=region)
    # The package looks for “MON” and “JAN” among its own names, where they are numbers.
    except (NotImplementedError, TypeError):
        place = country.strip() if region is None else f"{country.strip()}-{region}"
        raise BadInput(
            tr(
                "There are no holidays of “{place}”; write a country such as DE, or a region "
                "such as DE-BY.",
                place=place[:20],
            )
        ) from None


def _check_there() -> None:
    if find_spec("holidays") is None:
        raise BadInput(
            tr("Public holidays need the “holidays” package; install selfcare[holidays].")
        )
