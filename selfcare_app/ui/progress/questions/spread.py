"""How much is it at a time? The spread of a measured habit's amounts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.distribution import Bin, Distribution
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.bar_chart import BarChart
from selfcare_app.ui.charts.bars import NO_BARS, Bar, Bars, Label
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.questions.stretch_words import number_words
from selfcare_app.ui.progress.shown import MILLION, Sheet, Shown, days_words, done_words

FEWEST_AMOUNTS = 5


def _bin_words(shown: Shown, found: Distribution, each: Bin) -> str:
    low = number_words(each.low / MILLION)
    if each is found.bins[-1] and not found.tenfold:
        return tr("{low} {unit} or more", low=low, unit=shown.habit.unit or "").replace("  ", " ")
    high = number_words(each.high / MILLION)
    words = tr("{low} to below {high}", low=low, high=high)
    return f"{words} {shown.habit.unit or ''}".strip()


def spread_bars(shown: Shown) -> Bars:
    """How many days had how much."""
    found = shown.progress.spread(shown.days)
    if found is None:
        return NO_BARS

    def bar(number: int) -> Bar:
        days = found.bins[number].days
        return Bar(days, str(days) if days else "")

    def words(number: int) -> str:
        each = found.bins[number]
        return f"{_bin_words(shown, found, each)} · {days_words(each.days)}"

    def labels(seen: range, most: int) -> Sequence[Label]:
        step = max(1, -(-len(seen) // most))
        return [
            Label(number, number_words(found.bins[number].low / MILLION) + "+")
            for number in seen
            if not number % step
        ]

    widest = number_words(found.most / MILLION) + "++"
    return Bars(
        len(found.bins),
        (0, len(found.bins)),
        bar,
        words,
        labels,
        number_words,
        whole=True,
        label_room=widest,
    )


def spread_words(shown: Shown) -> str:
    """The amount in the middle, and how far others lie from it."""
    found = shown.progress.spread(shown.days)
    if found is None:
        return tr("No amounts in this range yet.")
    if found.count < FEWEST_AMOUNTS:
        return tr(
            "{count} of {fewest} amounts: too early to say what is usual.",
            count=found.count,
            fewest=FEWEST_AMOUNTS,
        )
    words = tr("Half of {count} amounts were {median} or more; from {least} to {most}, {dates}.")
    if found.tenfold:
        words += " " + tr("Each bar begins at ten times the one before.")
    return words.format(
        count=found.count,
        median=done_words(shown.habit, round(found.median)),
        least=done_words(shown.habit, found.least),
        most=done_words(shown.habit, found.most),
        dates=shown.dates_words(shown.days),
    )


def spread_sheet(shown: Shown) -> Sheet:
    """The spread in words, and as a table."""
    found = shown.progress.spread(shown.days)
    rows = (
        [(_bin_words(shown, found, each), str(each.days)) for each in found.bins] if found else []
    )
    return Sheet(
        tr("How much is it at a time?"),
        spread_words(shown),
        (tr("Amount"), tr("Days")),
        lambda: rows,
        frozenset({1}),
    )


class SpreadCard(ChartCard[Shown]):
    """A bar for every so much; for measured habits alone."""

    key = "spread"

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("How much is it at a time?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The bars."""
        self.chart = BarChart(self)
        return self.chart

    def draw(self, shown: Shown) -> None:
        """Draw the bars."""
        self.chart.show_bars(spread_bars(shown), shown.theme, shown.hue)

    def sheet(self, shown: Shown) -> Sheet:
        """The spread in words."""
        return spread_sheet(shown)
