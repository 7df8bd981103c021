"""Public holidays of a country or region: an option, off by default.

The `holidays` package knows them, without any network; it is loaded only once they are asked for.
"""

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import Any

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr


def holidays_of(place: str) -> Mapping[date, str]:
    """Names of the public holidays of `place` by day, such as `DE` or `DE-BY`.

    The years are worked out as they are asked for. Raises BadInput for an unknown place, or
    where the package is not installed.
    """
    holidays = _package()
    country, _, region = place.strip().upper().partition("-")
    try:
        found: Mapping[date, str] = holidays.country_holidays(country, subdiv=region or None)
    except NotImplementedError:
        raise BadInput(
            tr(
                "There are no holidays of “{place}”; write a country such as DE, or a region "
                "such as DE-BY.",
                place=place.strip()[:20],
            )
        ) from None
    return found


def countries() -> list[str]:
    """The two letters of every country whose public holidays are known; raises BadInput where
    the package is not installed."""
    return sorted(code for code in _package().list_supported_countries() if len(code) == 2)


def regions(country: str) -> dict[str, str]:
    """The regions of a country that have holidays of their own: their names by their codes."""
    holidays = _package()
    codes = holidays.list_supported_countries().get(country, [])
    aliases = getattr(holidays.country_holidays(country), "subdivisions_aliases", {})
    names = {code: name for name, code in aliases.items()}
    return {code: names.get(code, code) for code in codes}


# Any: the package is loaded only here, and may be missing.
def _package() -> Any:
    try:
        return import_module("holidays")
    except ImportError:
        raise BadInput(
            tr("Public holidays need the “holidays” package; install selfcare[holidays].")
        ) from None
