"""Days: which date "today" is, weeks and months, and dates as people type them.

A day is a calendar date. Where many are counted at once it is a *day number*,
`date.toordinal()`, so that arithmetic is whole numbers.
"""

from datetime import date, datetime, timedelta

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr

WEEKDAY_CODES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Short names as typed on the command line; ISO weekday w is at index w − 1."""

EARLIEST_YEAR = 1900
"""A day before it was mistyped: nobody logs their childhood."""


def day_at(now: datetime, day_start_hour: int) -> date:
    """The day that local wall-clock time `now` belongs to.

    `day_start_hour` is 0–6: before that hour the day is still the one before.
    """
    return (now.replace(tzinfo=None) - timedelta(hours=day_start_hour)).date()


def next_day_start(now: datetime, day_start_hour: int) -> datetime:
    """The local wall-clock moment, after `now`, at which the next day begins."""
    following = day_at(now, day_start_hour) + timedelta(days=1)
    return datetime(following.year, following.month, following.day, day_start_hour)


def parse_day(text: str, today: date) -> date:
    """The day that a person typed: YYYY-MM-DD, `today` or `yesterday`.

    Raises BadInput where there is no such date.
    """
    word = text.strip().lower()
    if word == "today":
        return today
    if word == "yesterday":
        return today - timedelta(days=1)
    try:
        day = date.fromisoformat(word)
        if day.isoformat() != word:
            # The standard's other ways to write a day, such as 2026-W48-1.
            raise ValueError
    except ValueError:
        raise BadInput(
            tr(
                "There is no day “{text}”; write it as year-month-day, such as 2026-11-23.",
                text=text.strip()[:40],
            )
        ) from None
    return day


def check_loggable(day: date, today: date) -> None:
    """Raise BadInput for a day after `today`, or one before 1900."""
    if day > today:
        raise BadInput(tr("That day has not come yet."))
    if day.year < EARLIEST_YEAR:
        raise BadInput(
            tr(
                "{day} is too long ago to be logged; use a day from {year} on.",
                day=day.isoformat(),
                year=EARLIEST_YEAR,
            )
        )


def week_start_of(day: int, first_weekday: int) -> int:
    """Day number of the first day of the week of day number `day`; weeks start on ISO
    weekday `first_weekday` (1 Monday – 7 Sunday)."""
    return day - (day - first_weekday) % 7


def month_start_of(day: int) -> int:
    """Day number of the first day of the month of day number `day`."""
    return day - date.fromordinal(day).day + 1


def month_length_of(day: int) -> int:
    """Days (28–31) in the month of day number `day`."""
    then = date.fromordinal(day)
    if then.month == 12:
        return 31
    return (date(then.year, then.month + 1, 1) - then.replace(day=1)).days


def iso_weekday_of(day: int) -> int:
    """ISO weekday (1 Monday – 7 Sunday) of day number `day`."""
    return (day - 1) % 7 + 1
