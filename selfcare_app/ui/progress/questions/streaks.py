"""Which streaks were the longest?"""

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.streak import streak_unit
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.streak_bars import BestStreaks, streak_bars
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.shown import Sheet, Shown
from selfcare_app.ui.wording import length_words


def streaks_words(shown: Shown) -> str:
    """The longest one, and the one that runs."""
    bars = streak_bars(shown.progress)
    if not bars:
        return tr("The first streak will stand here. Rest keeps it going.")
    longest, running = bars[0], next((bar for bar in bars if bar.current), None)
    count = len(shown.progress.statistics.streaks.all)
    if running is longest:
        first = tr("The one that runs is the longest: {length}, {dates}.")
    else:
        first = tr("The longest was {length}, {dates}.")
    words = [first.format(length=longest.length_words, dates=longest.dates)]
    if running is not None and running is not longest:
        words.append(tr("Now {length}.", length=running.length_words))
    if count > len(bars):
        words.append(tr("The best of {count}.", count=count))
    words.append(tr("Rest (–), partly kept (low) and bridged (empty) days add nothing."))
    return " ".join(words)


def streaks_sheet(shown: Shown) -> Sheet:
    """The streaks in words, and as a table."""
    unit = streak_unit(shown.habit.schedule)
    rows = [
        (
            tr("{dates}, now", dates=bar.dates) if bar.current else bar.dates,
            length_words(bar.length, unit),
            *(str(part) for part in bar.parts[1:]),
        )
        for bar in streak_bars(shown.progress)
    ]
    columns = (tr("Dates"), tr("Length"), tr("Rest"), tr("Partly kept"), tr("Bridged"))
    return Sheet(
        tr("Which streaks were longest?"),
        streaks_words(shown),
        columns,
        lambda: rows,
        frozenset({1, 2, 3, 4}),
    )


class StreaksCard(ChartCard[Shown]):
    """The best streaks as bars with their dates."""

    key = "streaks"

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("Which streaks were longest?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The bars."""
        self.chart = BestStreaks(self)
        return self.chart

    def draw(self, shown: Shown) -> None:
        """Draw the bars."""
        self.chart.show_progress(shown.progress, shown.theme)

    def sheet(self, shown: Shown) -> Sheet:
        """The streaks in words."""
        return streaks_sheet(shown)
