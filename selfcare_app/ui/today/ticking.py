"""Keeps the running time of timers true on the screen: one small cell, once a second."""

from PySide6.QtCore import QEvent, QObject, QTimer

from selfcare_app.services.journal import Journal
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.table import TodayTable

SHOWN_MILLISECONDS = 1_000
HIDDEN_MILLISECONDS = 30_000
"""Nobody sees the time then, but a clock that is set back must still be noticed."""


class Ticking(QObject):
    """Repaints the cells of running timers; sleeps where none runs."""

    def __init__(self, table: TodayTable, model: TodayModel, journal: Journal) -> None:
        super().__init__(table)
        self._table, self._model, self._journal = table, model, journal
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        table.installEventFilter(self)
        model.modelReset.connect(self._follow)
        model.dataChanged.connect(self._follow)

    @property
    def interval(self) -> int:
        """Milliseconds between two looks at the clock, 0 where no timer runs."""
        return self._timer.interval() if self._timer.isActive() else 0

    def tick(self) -> None:
        """Look at the clock, and paint what it says where it can be seen."""
        self._journal.follow_clock()
        if not self._seen():
            self._follow()
            return
        column = self._model.control_column
        for number in self._model.running():
            cell = self._table.visualRect(self._model.index(number, column))
            self._table.viewport().update(cell)

    def _follow(self) -> None:
        wanted = SHOWN_MILLISECONDS if self._seen() else HIDDEN_MILLISECONDS
        if not self._model.running():
            self._timer.stop()
        elif not self._timer.isActive() or self._timer.interval() != wanted:
            self._journal.follow_clock()
            self._timer.start(wanted)

    def _seen(self) -> bool:
        return self._table.isVisible() and not self._table.window().isMinimized()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The table comes into sight, or goes out of it."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        return False
