"""On which weekdays does work go past its end?"""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.hours import WeekdayOverrun
from selfcare_app.ui.boundaries.charts.card import HoursCard
from selfcare_app.ui.boundaries.charts.shown import HUE, HoursShown, too_early_words
from selfcare_app.ui.charts.bar_chart import BarChart
from selfcare_app.ui.charts.bars import Bar, Bars, Label
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.questions.stretch_words import number_words
from selfcare_app.ui.progress.questions.weekdays import FEWEST_OF_A_WEEKDAY, weekday_name
from selfcare_app.ui.progress.shown import Rows, Sheet, days_words

_COUNTED = 5
"""Weekdays up to which the number of their days stands beneath the bars."""


def average_words(minutes: float) -> str:
    """Average minutes, to the tenth below ten."""
    return QLocale().toString(minutes, "f", 0 if minutes >= 10 or not minutes % 1 else 1)


def _words(found: WeekdayOverrun) -> str:
    if not found.days:
        return tr("no day with a known end")
    return tr(
        "{minutes} min past the end on average, {days}",
        minutes=average_words(found.average),
        days=days_words(found.days),
    )


def weekday_bars(shown: HoursShown) -> Bars:
    """A bar a weekday, as high as its average minutes past the end."""
    found = shown.weeks.by_weekday

    def bar(number: int) -> Bar:
        each = found[number]
        return Bar(each.average, average_words(each.average) if each.days else "")

    # More than the usual five would not fit with the number of their days.
    counted = "{name} ({days})" if len(found) <= _COUNTED else "{name}"
    labels = [
        Label(number, counted.format(name=weekday_name(each.weekday, short=True), days=each.days))
        for number, each in enumerate(found)
    ]
    return Bars(
        len(found),
        (0, len(found)),
        bar,
        lambda number: f"{weekday_name(found[number].weekday)} · {_words(found[number])}",
        lambda seen, most: labels,
        number_words,
        whole=True,
        label_room="Mmm (88)",
    )


def weekdays_answer(shown: HoursShown) -> str:
    """Which weekday goes furthest past its end, if there are enough of its days to say so;
    there must be a day with a known end."""
    known = [each for each in shown.weeks.by_weekday if each.days]
    count = days_words(len(shown.weeks.known))
    of_days = tr("{days}, {dates}", days=count, dates=shown.dates_words())
    if not shown.weeks.enough:
        return f"{too_early_words(shown)[:-1]}, {shown.dates_words()}."
    most = max(known, key=lambda each: each.average)
    if min(each.days for each in known) < FEWEST_OF_A_WEEKDAY:
        return tr(
            "Average minutes past the end; too few of a weekday to tell them apart. {days}.",
            days=of_days,
        )
    if not most.minutes:
        return tr("No minute past the end on any weekday. {days}.", days=of_days)
    return tr(
        "Furthest on {weekday}: {minutes} min past the end on average. {days}.",
        weekday=weekday_name(most.weekday),
        minutes=average_words(most.average),
        days=of_days,
    )


def weekdays_sheet(shown: HoursShown) -> Sheet:
    """The weekdays in words, and as a table."""

    def rows() -> Rows:
        return [
            (
                weekday_name(each.weekday),
                str(each.days),
                average_words(each.average) if each.days else "",
                str(each.minutes),
            )
            for each in shown.weeks.by_weekday
        ]

    columns = (tr("Weekday"), tr("Days"), tr("Average min"), tr("Min in all"))
    answer, numbers = weekdays_answer(shown), frozenset({1, 2, 3})
    return Sheet(tr("Which weekdays run over?"), answer, columns, rows, numbers)


class OverrunWeekdaysCard(HoursCard):
    """A bar a weekday, with the number of its days."""

    key = "overrun-weekdays"

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("Which weekdays run over?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The bars."""
        self.chart = BarChart(self)
        return self.chart

    def draw(self, shown: HoursShown) -> None:
        """Draw the bars."""
        self.chart.show_bars(weekday_bars(shown), shown.theme, HUE)

    def sheet(self, shown: HoursShown) -> Sheet:
        """The weekdays in words."""
        return weekdays_sheet(shown)
