"""How much was done, week by week or month by month, against what was asked for?"""

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.stretch import Grain
from selfcare_app.domain.totals import Total
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.bar_chart import BarChart
from selfcare_app.ui.charts.bars import Bar, Bars, Shape
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.grain_choice import GrainChoice
from selfcare_app.ui.progress.questions.stretch_words import (
    column_title,
    count_words,
    number_words,
    stretch_labels,
    stretch_words,
)
from selfcare_app.ui.progress.shown import MILLION, Rows, Sheet, Shown, done_words
from selfcare_app.ui.wording import amount_words

GRAINS = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)


def totals_question(grain: Grain) -> str:
    """The title that fits the grain."""
    return {
        Grain.WEEK: tr("How much a week?"),
        Grain.MONTH: tr("How much a month?"),
        Grain.QUARTER: tr("How much a quarter?"),
        Grain.YEAR: tr("How much a year?"),
    }[grain]


def numbers_in(shown: Shown, grain: Grain) -> range:
    """Numbers of the stretches that have days in the chosen range."""
    days, found = shown.days, shown.progress.stretches(grain)
    inside = [
        number
        for number, (begin, end) in enumerate(found)
        if begin < days.stop and end >= days.start
    ]
    return range(inside[0], inside[-1] + 1) if inside and days else range(0)


def totals_bars(shown: Shown, grain: Grain) -> Bars:
    """The totals as bars."""
    progress = shown.progress
    numbers, found = numbers_in(shown, grain), progress.stretches(grain)

    def bar(number: int) -> Bar:
        total = progress.total(grain, number)
        unit = MILLION if shown.habit.measured else 1
        target = float(total.asked / unit) if total.asked_days else None
        return Bar(
            total.done / unit,
            number_words(total.done / unit) if total.done else "",
            _shape_of(total),
            target,
        )

    return Bars(
        len(found) if progress.days else 0,
        (numbers.start, numbers.stop),
        bar,
        lambda number: _bar_words(shown, grain, progress.total(grain, number)),
        lambda seen, most: stretch_labels(grain, found, shown.today, seen, most),
        number_words,
        whole=not shown.habit.measured,
        zooms=True,
        all_above=False,
    )


def _shape_of(total: Total) -> Shape:
    if total.reached and not (total.running and not total.asked):
        return Shape.FULL
    return Shape.OUTLINE if total.running else Shape.PART


def asked_words(habit: Habit, total: Total) -> str:
    """What was asked for, rounded to a tenth where only a part of a period counts."""
    if not total.asked_days:
        return ""
    if habit.measured:
        return amount_words(habit, round(float(total.asked / MILLION), 1))
    asked = round(float(total.asked), 1)
    return tr("1 day") if asked == 1 else tr("{count} days", count=number_words(asked))


def state_of_total(habit: Habit, total: Total) -> str:
    """Whether the target was reached, in words."""
    if not total.asked_days:
        return tr("nothing asked")
    if total.reached and total.running and habit.at_most:
        return tr("within the target so far")
    if total.reached:
        return tr("within the target") if habit.at_most else tr("target reached")
    if total.running:
        return tr("still running")
    return tr("above the target") if habit.at_most and total.done else tr("below the target")


def _bar_words(shown: Shown, grain: Grain, total: Total) -> str:
    habit = shown.habit
    done, asked = done_words(habit, total.done), asked_words(habit, total)
    amounts = tr("{done} of {asked}", done=done, asked=asked) if asked else done
    when = stretch_words(grain, total.begin, total.end, shown.today)
    return " · ".join((when, amounts, state_of_total(habit, total)))


def totals_words(shown: Shown, grain: Grain) -> str:
    """How often the target was reached, and how much it was in all."""
    habit, progress = shown.habit, shown.progress
    if not progress.days:
        return tr("Nothing logged yet: totals begin with the first entry.")
    found = [progress.total(grain, number) for number in numbers_in(shown, grain)]
    asked = [total for total in found if total.asked_days]
    over = [total for total in asked if not total.running or (total.reached and not habit.at_most)]
    done = done_words(habit, sum(total.done for total in found))
    if not over:
        return tr("The first one is still running: {done} so far.", done=done)
    reached = sum(total.reached for total in over)
    words = tr("Target reached in {reached} of {stretches}; {done} in all, {dates}.")
    if habit.at_most:
        words = tr("Within the target in {reached} of {stretches}; {done} in all, {dates}.")
    return words.format(
        reached=reached,
        stretches=count_words(grain, len(over)),
        done=done,
        dates=shown.dates_words(
            range(found[0].begin, min(found[-1].end, progress.timeline.as_of) + 1)
        ),
    )


def totals_sheet(shown: Shown, grain: Grain) -> Sheet:
    """The totals in words, and as a table."""

    def rows() -> Rows:
        numbers = numbers_in(shown, grain) if shown.progress.days else range(0)
        found = [shown.progress.total(grain, number) for number in reversed(numbers)]
        return [
            (
                stretch_words(grain, total.begin, total.end, shown.today),
                done_words(shown.habit, total.done),
                asked_words(shown.habit, total),
                state_of_total(shown.habit, total),
            )
            for total in found
        ]

    return Sheet(
        totals_question(grain),
        totals_words(shown, grain),
        (column_title(grain), tr("Done"), tr("Target"), tr("State")),
        rows,
        frozenset({1, 2}),
    )


class TotalsCard(ChartCard[Shown]):
    """Totals per week, month, quarter or year as bars, the target as a dashed line."""

    key = "totals"
    zooms = True

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(totals_question(GRAINS[0]), icons, parent)
        self.grains = GrainChoice(tr("Totals by"), GRAINS)
        self.grains.currentIndexChanged.connect(lambda _: self.redraw())
        self.add_tool(self.grains)

    def make_picture(self) -> QWidget:
        """The bars."""
        self.chart = BarChart(self)
        return self.chart

    def draw(self, shown: Shown) -> None:
        """Draw the bars."""
        self.chart.show_bars(totals_bars(shown, self.grains.grain), shown.theme, shown.hue)

    def sheet(self, shown: Shown) -> Sheet:
        """The totals in words."""
        return totals_sheet(shown, self.grains.grain)
