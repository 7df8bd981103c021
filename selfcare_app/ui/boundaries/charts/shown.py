"""What the charts of work hours are given, and how they tell of days and times."""

from datetime import date

from PySide6.QtCore import QLocale, QTime

from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import MINUTES_A_DAY
from selfcare_app.services.hours import FEWEST_DAYS, WorkDay, WorkWeeks
from selfcare_app.ui.progress.shown import range_words
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.wording import minutes_words, short_day_words

HUE = "boundaries"


class HoursShown(Value):
    """The work days of some weeks, and the colours to draw them in.

    A day is on time up to `tolerance` minutes past its planned end.
    """

    weeks: WorkWeeks
    today: date
    tolerance: int
    theme: Theme

    def dates_words(self) -> str:
        """The first and the last day of which there is anything to say: “26 Oct – 20 Nov”."""
        days = self.weeks.telling or self.weeks.days
        return range_words(range(days[0].day.toordinal(), days[-1].day.toordinal() + 1), self.today)

    def day_words(self, day: date) -> str:
        """The day in short: “Tue 27 Oct”."""
        return short_day_words(day, self.today)


def clock_words(minute: int) -> str:
    """A time of day as the locale writes it, `minute` after midnight: “18:50”, “6:50 PM”; with
    +1 on the next day."""
    time = QTime(minute // 60 % 24, minute % 60)
    written = QLocale().toString(time, QLocale.FormatType.ShortFormat)
    later = minute // MINUTES_A_DAY
    return tr("{time} +{days}", time=written, days=later) if later else written


def weekday_letter(weekday: int) -> str:
    """ISO weekday `weekday` as short as can be: “M”."""
    return QLocale().standaloneDayName(weekday, QLocale.FormatType.NarrowFormat)


def times_words(start: int | None, end: int | None) -> str:
    """From when to when; empty where neither is known."""
    if start is None and end is None:
        return ""
    begin, stop = ("?" if each is None else clock_words(each) for each in (start, end))
    return tr("{start}–{end}", start=begin, end=stop)


def planned_words(day: WorkDay) -> str:
    """From when to when work was planned; empty where none was."""
    return times_words(*day.planned) if day.planned else ""


def verdict_words(day: WorkDay) -> str:
    """How a day stands to its planned end, or why it cannot be said."""
    if day.late:
        return tr("{time} past the end", time=minutes_words(day.worked.overrun or 0))
    if day.known:
        return tr("on time")
    if day.unknown:
        return tr("when it ended is not known")
    if day.off:
        return day.note or tr("day off")
    return tr("none planned")


def told(shown: HoursShown, day: WorkDay) -> str:
    """All about a day in one line."""
    worked = times_words(day.started, day.ended)
    planned = planned_words(day)
    parts = [
        shown.day_words(day.day),
        tr("worked {times}", times=worked) if worked else "",
        tr("planned {times}", times=planned) if planned else "",
        verdict_words(day),
        ", ".join(day.worked.reasons),
    ]
    return " · ".join(part for part in parts if part)


def count_words(shown: HoursShown) -> str:
    """How many days ended on time, without dates and without a full stop."""
    weeks = shown.weeks
    if not weeks.known:
        return tr("No work day with a known end yet")
    if len(weeks.known) == 1:
        return tr("1 of 1 day ended on time") if weeks.on_time else tr("0 of 1 day ended on time")
    return tr("{kept} of {days} days ended on time", kept=weeks.on_time, days=len(weeks.known))


def too_early_words(shown: HoursShown) -> str:
    """What is missing to say more; empty where there is enough, or nothing at all."""
    if shown.weeks.enough or not shown.weeks.known:
        return ""
    return tr(
        "{days} of {fewest} work days: too early to say more.",
        days=len(shown.weeks.known),
        fewest=FEWEST_DAYS,
    )


def left_out_words(shown: HoursShown) -> list[str]:
    """What is not among the days that are counted, a sentence each."""
    weeks = shown.weeks
    found = (
        (weeks.off, tr("1 day off is left out."), tr("{count} days off are left out.")),
        (
            weeks.unknown,
            tr("1 day without a known end is not counted."),
            tr("{count} days without a known end are not counted."),
        ),
        (
            weeks.unplanned,
            tr("1 day with work but none planned is not counted."),
            tr("{count} days with work but none planned are not counted."),
        ),
    )
    return [
        (one if count == 1 else many).format(count=count) for count, one, many in found if count
    ]


def answer_words(shown: HoursShown) -> str:
    """The answer in one line: how many days ended on time, of when, and what is left out."""
    sentences = [
        tr("{answer}, {dates}.", answer=count_words(shown), dates=shown.dates_words()),
        too_early_words(shown),
        *left_out_words(shown),
    ]
    return " ".join(each for each in sentences if each)
