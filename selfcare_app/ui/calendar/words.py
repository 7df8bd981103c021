"""The words of the month calendar."""

from datetime import date

from PySide6.QtCore import QLocale

from selfcare_app.domain.words import tr
from selfcare_app.services.month import DayCount
from selfcare_app.ui.calendar.state import Look, look_of
from selfcare_app.ui.wording import day_words


def count_words(count: DayCount) -> str:
    """How a day stands: “3 of 4 done”."""
    match look_of(count):
        case Look.NOTED:
            return tr("nothing planned, something noted")
        case Look.FREE:
            return tr("nothing planned")
        case _:
            return tr("{kept} of {planned} done", kept=count.kept, planned=count.planned)


def spoken_day(day: date, count: DayCount | None, today: date) -> str:
    """A day for a screen reader: “Tuesday 17 November, 3 of 4 done”; None for one that cannot be
    chosen."""
    parts = [day_words(day, today)]
    if day == today:
        parts.append(tr("today"))
    parts.append(tr("cannot be chosen") if count is None else count_words(count))
    return ", ".join(parts)


def look_words(look: Look) -> str:
    """What a shape stands for."""
    return {
        Look.ALL: tr("all done"),
        Look.SOME: tr("some"),
        Look.NONE: tr("open"),
        Look.NOTED: tr("noted"),
        Look.FREE: tr("not planned"),
    }[look]


def month_names() -> list[str]:
    """The months as the locale calls them, standing alone."""
    locale = QLocale()
    return [locale.standaloneMonthName(month) for month in range(1, 13)]


def weekday_names(first_weekday: int) -> list[tuple[str, str]]:
    """Short and long names of the weekdays in the order of a week that starts on the ISO
    weekday `first_weekday`."""
    locale = QLocale()
    order = [(first_weekday - 1 + number) % 7 + 1 for number in range(7)]
    short, long = QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat
    return [
        (locale.standaloneDayName(weekday, short)[:3], locale.standaloneDayName(weekday, long))
        for weekday in order
    ]
