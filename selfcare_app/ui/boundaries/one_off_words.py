"""Days off and one-offs in words."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QTime

from selfcare_app.domain.one_offs import OneOff
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import MINUTES_A_DAY, Hours, WorkPlan
from selfcare_app.ui.wording import short_date_words, short_day_words


def clock_words(minute: int) -> str:
    """The minute after midnight as the locale writes the time of day: “20:00”, “8:00 PM”."""
    hours, minutes = divmod(minute % MINUTES_A_DAY, 60)
    return QLocale().toString(QTime(hours, minutes), QLocale.FormatType.ShortFormat)


def hours_words(hours: Hours) -> str:
    """Work hours of a day: “9:00–13:00, 14:00–18:00”."""
    return ", ".join(f"{clock_words(each.start)}–{clock_words(each.end)}" for each in hours)


def days_words(first: date, last: date, today: date) -> str:
    """When: “Thu 26 Nov”, “24 Dec – 1 Jan”; with the year where it is further than half a
    year from `today`."""
    if first == last:
        return short_day_words(first, _near(first, today))
    begin, end = (short_date_words(day, _near(day, today)) for day in (first, last))
    return tr("{first} – {last}", first=begin, last=end)


def _near(day: date, today: date) -> date:
    """A day of the year that needs no telling: that of `day` itself where it is near."""
    return day if abs(day - today) < timedelta(days=183) else today


def what_words(one_off: OneOff, plan: WorkPlan) -> str:
    """What was planned: “until 20:00, evening group”, “Winter break”, “day off”."""
    if not one_off.hours:
        return one_off.note or tr("day off")
    parts = (_hours_against_the_week(one_off, plan), one_off.note)
    return ", ".join(part for part in parts if part)


def _hours_against_the_week(one_off: OneOff, plan: WorkPlan) -> str:
    """The hours; the end alone where nothing else of that day is other than in the week."""
    hours, usual = one_off.hours, plan.of_week(one_off.first.isoweekday(), one_off.first)
    if usual and one_off.first == one_off.last and _but_for_the_end(hours, usual):
        return tr("until {time}", time=clock_words(hours[-1].end))
    return hours_words(hours)


def _but_for_the_end(hours: Hours, usual: Hours) -> bool:
    """Whether the one is the other but for the end of the day."""
    return usual[:-1] == hours[:-1] and usual[-1].start == hours[-1].start
