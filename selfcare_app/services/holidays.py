"""Public holidays of a country or region: an option, off by default.

The `holidays` package knows them, without any network; it is loaded only once they are asked for.
"""

from collections.abc import Mapping
from datetime import date

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr


def holidays_of(place: str) -> Mapping[date, str]:
    """Names of the public holidays of `place` by day, such as `DE` or `DE-BY`.

    The years are worked out as they are asked for. Raises BadInput for an unknown place, or
    where the package is not installed.
    """
    try:
        import holidays
    except ImportError:
        raise BadInput(
            tr("Public holidays need the “holidays” package; install selfcare[holidays].")
        ) from None
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
