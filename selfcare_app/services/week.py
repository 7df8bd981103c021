"""On which day the week starts where the person lives."""

import sys
from collections.abc import Mapping

MONDAY, SATURDAY, SUNDAY = 1, 6, 7

# From the Unicode CLDR's week data; every other territory starts its weeks on Monday.
_SATURDAY = "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"
_SUNDAY = (
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX "
    "MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)


def first_weekday_of(territory: str) -> int:
    """ISO weekday (1, 6 or 7) on which weeks start in `territory`, such as GB."""
    if territory in _SATURDAY.split():
        return SATURDAY
    return SUNDAY if territory in _SUNDAY.split() else MONDAY


def first_weekday_here(environment: Mapping[str, str]) -> int:
    """ISO weekday on which weeks start, by the locale that `environment` or the system names.

    The window and the command line both ask here, so that they count the same weeks.
    """
    names = [environment.get(variable, "") for variable in ("LC_ALL", "LC_TIME", "LANG")]
    name = next(filter(None, names), None) or _name_of_system() or ""
    territory = name.partition(".")[0].partition("_")[2].partition("@")[0]
    return first_weekday_of(territory.upper())


def _name_of_system() -> str | None:
    if sys.platform == "linux":
        # There the environment alone says it; Python takes its own C.UTF-8 for American English.
        return None
    # Imported here because every start would pay for it, and hardly any needs it.
    import locale

    return locale.getlocale()[0]
