"""Planned hours in words, as they stand in fields and are said."""

from PySide6.QtCore import QLocale

from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import Hours, Interval
from selfcare_app.ui.boundaries.charts.shown import clock_words
from selfcare_app.ui.boundaries.week.draft import Part, minutes_of
from selfcare_app.ui.wording import minutes_words


def typed_words(hours: Hours) -> str:
    """`hours` as they are typed, which is how they can be typed again: “9:00–13:00,
    14:00–18:00”."""
    if not hours:
        return tr("Off")
    return ", ".join(f"{_clock(each.start)}–{_clock(each.end)}" for each in hours)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24}:{minute % 60:02}"


def weekday_words(weekday: int, *, short: bool = False) -> str:
    """ISO weekday `weekday`: “Monday”, or “Mon”."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(weekday, form)


def grip_words(weekday: int, interval: Interval, part: Part) -> str:
    """What a screen reader says of a part that has the focus: “Monday, end of work, 18:00”."""
    if part is Part.START:
        what, when = tr("start of work"), clock_words(interval.start)
    else:
        what, when = tr("end of work"), clock_words(interval.end)
    return tr("{weekday}, {what}, {time}", weekday=weekday_words(weekday), what=what, time=when)


def row_words(weekday: int, hours: Hours) -> str:
    """A weekday's hours in one line."""
    return tr("{weekday}, {hours}", weekday=weekday_words(weekday), hours=typed_words(hours))


def summary_words(week: list[Hours]) -> str:
    """How much is planned: “41 h planned on 5 days”."""
    days = sum(bool(hours) for hours in week)
    length = minutes_words(sum(minutes_of(hours) for hours in week))
    if not days:
        return tr("Nothing is planned yet")
    if days == 1:
        return tr("{length} planned on 1 day", length=length)
    return tr("{length} planned on {days} days", length=length, days=days)
