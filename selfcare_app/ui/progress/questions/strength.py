"""How strong is the habit? The score as a line."""

from datetime import date

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.stretch import Grain, Mean
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.line_state import LineState, line_state
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.grain_choice import GrainChoice
from selfcare_app.ui.progress.questions.stretch_words import column_title, stretch_words
from selfcare_app.ui.progress.shown import Rows, Sheet, Shown
from selfcare_app.ui.wording import date_words


def strength_words(state: LineState, today: date) -> str:
    """The line as a sentence."""
    if not state.points:
        return tr("Nothing logged in this range, so there is no line.")
    now = round(state.heights[-1])
    since = date_words(date.fromordinal(state.points[0].begin), today)
    if len(state.points) == 1:
        return tr("Strength {now} of 100 on {date}; a line takes two.", now=now, date=since)
    days = sum(point.end - point.begin + 1 for point in state.points)
    return tr(
        "Strength {now} of 100; between {least} and {most} since {date} ({days} days). "
        "Recent planned days weigh more.",
        now=now,
        least=round(min(state.heights)),
        most=round(max(state.heights)),
        date=since,
        days=days,
    )


def strength_sheet(shown: Shown, grain: Grain) -> Sheet:
    """The line in words, and as a table."""
    state = line_state(shown.progress, shown.reach, grain)

    def rows() -> Rows:
        found = zip(state.points, state.heights, strict=True)
        return [
            (stretch_words(grain, point.begin, point.end, shown.today), str(round(height)))
            for point, height in found
        ][::-1]

    return Sheet(
        tr("How strong is the habit?"),
        strength_words(state, shown.today),
        (column_title(grain), tr("Strength")),
        rows,
        frozenset({1}),
    )


class StrengthCard(ChartCard[Shown]):
    """The score line by day, week, month, quarter or year."""

    key = "strength"
    zooms = True
    needs_library = True

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("How strong is the habit?"), icons, parent)
        self.grains = GrainChoice(tr("Strength by"), list(Grain))
        self.grains.currentIndexChanged.connect(lambda _: self.redraw())
        self.add_tool(self.grains)

    def make_picture(self) -> QWidget:
        """The line."""
        # Imported here because pyqtgraph, which it brings in, is slow to import.
        from selfcare_app.ui.charts.strength import StrengthChart

        self.chart = StrengthChart(self._words_of, self)
        return self.chart

    def draw(self, shown: Shown) -> None:
        """Draw the line."""
        self.chart.show_progress(shown.progress, shown.theme, shown.reach, self.grains.grain)

    def sheet(self, shown: Shown) -> Sheet:
        """The line in words."""
        return strength_sheet(shown, self.grains.grain)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        super().take_fonts()
        if self.picture is not None:
            self.chart.take_fonts()

    def _words_of(self, point: Mean) -> str:
        assert self.shown is not None
        words = stretch_words(self.grains.grain, point.begin, point.end, self.shown.today)
        return tr("{day} · strength {strength}", day=words, strength=round(point.value * 100))
