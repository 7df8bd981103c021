"""How the work days of the last weeks went: all charts of it, for the foot of a page."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.hours import WEEKS, last_weeks
from selfcare_app.services.work_settings import ON_TIME
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.charts.heat import OverrunWeeksCard
from selfcare_app.ui.boundaries.charts.planned import PlannedCard
from selfcare_app.ui.boundaries.charts.reasons import ReasonsCard
from selfcare_app.ui.boundaries.charts.shown import HoursShown
from selfcare_app.ui.boundaries.charts.weekdays import OverrunWeekdaysCard
from selfcare_app.ui.charts.loader import ChartLoader
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.board import ChartBoard
from selfcare_app.ui.progress.board_area import PATIENCE
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.chart_deeds import ChartDeeds
from selfcare_app.ui.theme import Theme, text_factor

_NARROWEST = 760
"""Width below which, at the usual text size, cards stand below each other."""


class HoursBoard(ChartBoard[HoursShown]):
    """Planned and actual hours with the count beside them, and below overrun by weekday, by
    week, and the reasons.

    Charts are made one a turn of the event loop, once pyqtgraph is loaded, so that the window
    stays quick; hidden, the board only remembers that something changed.
    """

    whole_rows = (PlannedCard.key,)
    columns = 3

    correct_wanted = Signal(object)
    """A date that the person wants to correct."""
    told = Signal(str)
    """A sentence about a file that was written."""
    problem = Signal(str)
    """A sentence about one that could not be written."""

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        self.planned = PlannedCard(icons)
        weeks = OverrunWeeksCard(icons)
        cards = [self.planned, OverrunWeekdaysCard(icons), ReasonsCard(icons), weeks]
        super().__init__(cards, parent)
        self._workspace, self._theme = workspace, theme
        self._weeks = WEEKS[0]
        self._stale = True
        self.deeds = ChartDeeds(workspace, self)
        self.deeds.told.connect(self.told)
        self.deeds.problem.connect(self.problem)
        self.take_wanted.connect(
            lambda key: self.deeds.take_along(self.card_of(key), tr("Work hours"))
        )
        for card in (self.planned, weeks):
            card.day_chosen.connect(self._on_day_chosen)
        self.planned.weeks_chosen.connect(self.show_weeks)
        self.loader = ChartLoader()
        self.loader.loaded.connect(self._look_on)
        self.loader.failed.connect(self._on_charts_failed)
        self._making = QTimer(self)
        self._making.timeout.connect(self._on_turn_to_make)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(lambda: self.wait(tr("Reading your data…")))

    @property
    def weeks(self) -> int:
        """How many weeks are shown."""
        return self._weeks

    @property
    def ready(self) -> bool:
        """Whether all charts are there and show what is true now."""
        made = self.loader.ready or self.loader.broken
        return made and not self._stale and not self._making.isActive()

    def has_to_say(self, card: ChartCard[HoursShown], shown: HoursShown) -> bool:
        """Without a single work day, the first card alone."""
        return card is self.planned or bool(shown.weeks.known)

    def refresh(self) -> None:
        """Show what is true now."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        shown = HoursShown(
            last_weeks(self._workspace, self._weeks),
            self._workspace.work.today(),
            self._workspace.settings.get(ON_TIME),
            self._theme,
        )
        self.set_view(self.rect())
        self.show_figures(shown, library=self.loader.ready)
        self._look_on()

    def show_weeks(self, weeks: int) -> None:
        """Show so many weeks, one of `WEEKS`."""
        if weeks != self._weeks:
            self._weeks = weeks
            self.planned.choice.setCurrentIndex(self.planned.choice.findData(weeks))
            self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.refresh()

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        super().take_fonts()
        self._fit()
        self._look_on()

    # What happens to the board

    def showEvent(self, event: QShowEvent) -> None:
        """Load what draws the charts, and catch up with what changed while it was hidden."""
        super().showEvent(event)
        self.loader.start()
        if not self.loader.ready and not self.loader.broken:
            self._patience.start()
        if self._stale:
            self.refresh()
        self._look_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the charts rest."""
        super().hideEvent(event)
        self._making.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout that fits."""
        super().resizeEvent(event)
        self._fit()
        self._look_on()

    def _fit(self) -> None:
        compact = self.width() < _NARROWEST * max(1.0, text_factor())
        self.fit(compact=compact, height=self.window().height())

    def _look_on(self) -> None:
        if self.isVisible() and not self._making.isActive():
            self._making.start()

    def _on_turn_to_make(self) -> None:
        # All of it, seen or not: four charts are made in no time.
        self.set_view(self.rect())
        if not self.catch_up(library=self.loader.ready):
            self._making.stop()
            if self.loader.ready:
                self._patience.stop()

    def _on_charts_failed(self) -> None:
        self._patience.stop()
        self.wait(tr("This chart cannot be drawn here. “Show as table” has all its figures."))

    def _on_day_chosen(self, day: date | None) -> None:
        """For None the last day of which there is anything to say, or today."""
        shown = self.planned.shown
        if day is None and shown is not None and shown.weeks.telling:
            day = shown.weeks.telling[-1].day
        self.correct_wanted.emit(day or self._workspace.work.today())
