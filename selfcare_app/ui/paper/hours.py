"""How far past the boundary? Overrun week by week."""

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.stretch import Grain
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.services.hours import FEWEST_DAYS
from selfcare_app.services.report import Hours, Report
from selfcare_app.ui.charts.bar_chart import BarChart
from selfcare_app.ui.charts.bars import Bar, Bars, Shape
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.questions.stretch_words import (
    number_words,
    stretch_labels,
    stretch_words,
)
from selfcare_app.ui.progress.shown import Rows, Sheet, range_words
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.wording import minutes_words

HUE = "boundaries"


class HoursShown(Value):
    """The work days of a report, and the colours to draw them in."""

    report: Report
    theme: Theme

    @property
    def hours(self) -> Hours:
        """The work days."""
        return self.report.hours

    @property
    def weeks(self) -> list[tuple[int, int]]:
        """First and last day number of each week."""
        begins = [week.begin.toordinal() for week in self.hours.weeks]
        return [(begin, begin + 6) for begin in begins]


def hours_words(shown: HoursShown) -> str:
    """How many work days ended on time."""
    hours = shown.hours
    if not hours.days:
        return tr("No work day with an end in this range.")
    dates = range_words(shown.report.days, shown.report.last)
    words = tr("Ended on time on {kept} of {days} work days, {dates}; {overrun} past the boundary.")
    if hours.days < FEWEST_DAYS:
        words = tr("{days} of {fewest} work days, {dates}: too early to say.")
    return words.format(
        kept=hours.on_time,
        days=hours.days,
        fewest=FEWEST_DAYS,
        dates=dates,
        overrun=minutes_words(hours.overrun),
    )


def hours_bars(shown: HoursShown) -> Bars:
    """A bar a week, as high as its minutes past the boundary."""
    weeks, today = shown.hours.weeks, shown.report.last

    def bar(number: int) -> Bar:
        week = weeks[number]
        shape = Shape.FULL if week.on_time == week.days else Shape.PART
        return Bar(float(week.overrun), str(week.overrun) if week.overrun else "", shape)

    def words(number: int) -> str:
        week = weeks[number]
        return " · ".join(
            (
                stretch_words(Grain.WEEK, *shown.weeks[number], today),
                minutes_words(week.overrun),
                tr("on time on {kept} of {days} days", kept=week.on_time, days=week.days),
            )
        )

    return Bars(
        len(weeks),
        (0, len(weeks)),
        bar,
        words,
        lambda seen, most: stretch_labels(Grain.WEEK, shown.weeks, today, seen, most),
        number_words,
        whole=True,
        all_above=False,
    )


def hours_sheet(shown: HoursShown) -> Sheet:
    """The weeks in words, and as a table, the latest first."""

    def rows() -> Rows:
        found = zip(shown.hours.weeks, shown.weeks, strict=True)
        return [
            (
                stretch_words(Grain.WEEK, *bounds, shown.report.last),
                str(week.days),
                str(week.on_time),
                str(week.overrun),
            )
            for week, bounds in reversed(list(found))
        ]

    columns = (tr("Week"), tr("Work days"), tr("On time"), tr("Minutes past the boundary"))
    numbers = frozenset({1, 2, 3})
    return Sheet(tr("Minutes past the boundary?"), hours_words(shown), columns, rows, numbers)


class HoursCard(ChartCard[HoursShown]):
    """A bar a week."""

    key = "hours"

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("Minutes past the boundary?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The bars."""
        self.chart = BarChart(self)
        return self.chart

    def draw(self, shown: HoursShown) -> None:
        """Draw the bars."""
        self.chart.show_bars(hours_bars(shown), shown.theme, HUE)

    def sheet(self, shown: HoursShown) -> Sheet:
        """The weeks in words."""
        return hours_sheet(shown)
