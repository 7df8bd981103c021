"""On which weekdays is the habit kept?"""

from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.schedule import DaySchedule
from selfcare_app.domain.tally import Tally
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.bar_chart import BarChart
from selfcare_app.ui.charts.bars import Bar, Bars, Label, Shape
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.shown import Rows, Sheet, Shown

FEWEST_OF_A_WEEKDAY = 4
"""Below that a weekday says too little about itself."""
MANY = 100
"""From how many of a weekday on their share is told instead of both counts."""


def weekday_name(weekday: int, *, short: bool = False) -> str:
    """ISO weekday `weekday` as it stands alone."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(weekday, form)


def tally_words(shown: Shown, tally: Tally) -> str:
    """How many of the days that asked for something were kept."""
    if not tally.asked:
        extra = tr("kept on {count}, none planned", count=tally.done)
        return extra if tally.done else tr("none planned")
    words = tr("kept on {kept} of {asked} planned days")
    if not isinstance(shown.habit.schedule, DaySchedule):
        words = tr("done on {kept} of {asked} days")
    return words.format(kept=tally.kept, asked=tally.asked)


class WeekTallies(Value):
    """Counts by weekday, and the ISO weekdays in the same order."""

    order: Sequence[int]
    tallies: Sequence[Tally]

    @property
    def asked(self) -> int:
        """How many days asked for something."""
        return sum(tally.asked for tally in self.tallies)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(tally.asked or tally.done for tally in self.tallies)

    def rows(self) -> Rows:
        """The counts as rows of a table; `tally_columns` names them."""
        return [
            (weekday_name(day), str(tally.kept), str(tally.asked), str(tally.done))
            for day, tally in zip(self.order, self.tallies, strict=True)
        ]


NO_TALLIES = WeekTallies(range(1, 8), [Tally(0, 0, 0)] * 7)


def week_tallies(shown: Shown) -> WeekTallies:
    """Those of the habit in the chosen range."""
    return WeekTallies(shown.progress.weekday_order, shown.progress.weekdays(shown.days))


def bars_of_tallies(found: WeekTallies, words: Callable[[Tally], str]) -> Bars:
    """A bar a weekday, as high as the share of its days that were kept; `words` tells of one."""
    order, tallies = found.order, found.tallies
    # Longer counts would not fit side by side.
    many = max(tally.asked for tally in tallies) >= MANY

    def bar(number: int) -> Bar:
        tally = tallies[number]
        if not tally.asked:
            return Bar(0.0, "")
        whole = tally.kept == tally.asked
        shape = Shape.FULL if whole else Shape.PART
        above = f"{tally.kept}/{tally.asked}"
        if many:
            above = tr("{percent} %", percent=round(100 * tally.kept / tally.asked))
        return Bar(tally.kept / tally.asked, above, shape)

    labels = [Label(number, weekday_name(day, short=True)) for number, day in enumerate(order)]
    return Bars(
        0 if found.empty else 7,
        (0, 7),
        bar,
        lambda number: f"{weekday_name(order[number])} · {words(tallies[number])}",
        lambda seen, most: [] if found.empty else labels,
        lambda height: tr("all") if height else "0",
        full=1.0,
        label_room="Mmmm",
    )


def weekday_bars(shown: Shown) -> Bars:
    """The bars of the habit in the chosen range."""
    found = week_tallies(shown) if shown.progress.days else NO_TALLIES
    return bars_of_tallies(found, lambda tally: tally_words(shown, tally))


def weekdays_words(found: WeekTallies, dates: str) -> str:
    """Which weekdays stand out in the range `dates`, if there are enough to say so."""
    asked = found.asked
    if not asked:
        return tr("No planned days in this range yet.")
    planned = [
        (day, tally) for day, tally in zip(found.order, found.tallies, strict=True) if tally.asked
    ]
    kept = sum(tally.kept for _, tally in planned)
    if min(tally.asked for _, tally in planned) < FEWEST_OF_A_WEEKDAY:
        words = tr("{kept} of {asked} days, {dates}: too early to tell weekdays apart.")
        return words.format(kept=kept, asked=asked, dates=dates)
    if len(planned) == 1:
        words = tr("Kept on {kept} of {asked} days, each a {weekday}, {dates}.")
        weekday = weekday_name(planned[0][0])
        return words.format(kept=kept, asked=asked, weekday=weekday, dates=dates)
    shares = {day: Fraction(tally.kept, tally.asked) for day, tally in planned}
    most, least = max(shares.values()), min(shares.values())
    if most == least:
        words = tr("Equally often on every planned weekday; {kept} of {asked} days, {dates}.")
        return words.format(kept=kept, asked=asked, dates=dates)
    best = [weekday_name(day) for day, share in shares.items() if share == most]
    rest = [weekday_name(day) for day, share in shares.items() if share == least]
    words = tr("Most often on {most}, least often on {least}; {kept} of {asked} days, {dates}.")
    return words.format(
        most=tr(" and ").join(best),
        least=tr(" and ").join(rest),
        kept=kept,
        asked=asked,
        dates=dates,
    )


def tally_columns() -> tuple[str, ...]:
    """What a table calls the counts."""
    return (tr("Weekday"), tr("Kept"), tr("Planned"), tr("With unplanned days"))


def weekdays_sheet(shown: Shown) -> Sheet:
    """The weekdays in words, and as a table."""
    found = week_tallies(shown)
    some = bool(shown.progress.days)
    words = tr("No planned days in this range yet.")
    if some and found.asked:
        words = weekdays_words(found, shown.dates_words(shown.days))
    return Sheet(
        tr("Which weekdays go best?"),
        words,
        tally_columns(),
        lambda: found.rows() if some else [],
        frozenset({1, 2, 3}),
    )


class WeekdaysCard(ChartCard[Shown]):
    """Seven bars."""

    key = "weekdays"

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("Which weekdays go best?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The bars."""
        self.chart = BarChart(self)
        return self.chart

    def draw(self, shown: Shown) -> None:
        """Draw the bars."""
        self.chart.show_bars(weekday_bars(shown), shown.theme, shown.hue)

    def sheet(self, shown: Shown) -> Sheet:
        """The weekdays in words."""
        return weekdays_sheet(shown)
