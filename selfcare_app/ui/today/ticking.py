"""Keeps the running time of timers true on the screen: one small cell, once a second."""

from PySide6.QtCore import QEvent, QObject, QTimer

from selfcare_app.domain.errors import KnownError
from selfcare_app.services.journal import Journal
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.table import TodayTable

SECOND = 1_000


class Ticking(QObject):
    """Repaints the cells of running timers; sleeps where none runs, or nobody can see it.

    It has the journal look at the clock whenever it wakes, so that one which is set back
    takes no minutes away.
    """

    def __init__(self, table: TodayTable, model: TodayModel, journal: Journal) -> None:
        super().__init__(table)
        self._table, self._model, self._journal = table, model, journal
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND)
        self._timer.timeout.connect(self.tick)
        table.installEventFilter(self)
        model.modelReset.connect(self._follow)
        model.dataChanged.connect(self._follow)

    @property
    def awake(self) -> bool:
        """Whether it looks at the clock every second."""
        return self._timer.isActive()

    def tick(self) -> None:
        """Look at the clock, and paint what it says."""
        self._look_at_clock()
        column = self._model.control_column
        for number in self._model.running():
            cell = self._table.visualRect(self._model.index(number, column))
            self._table.viewport().update(cell)

    def _look_at_clock(self) -> None:
        try:
            self._journal.follow_clock()
        except KnownError:
            # A full disk, say: nothing is lost yet, and the next look tries again.
            return

    def _follow(self) -> None:
        wanted = self._seen() and bool(self._model.running())
        if wanted == self.awake:
            return
        self._look_at_clock()
        if wanted:
            self._timer.start()
        else:
            self._timer.stop()

    def _seen(self) -> bool:
        return self._table.isVisible() and not self._table.window().isMinimized()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The table comes into sight or goes out of it, alone or with its window."""
        kind = event.type()
        if kind == QEvent.Type.Show:
            self._table.window().installEventFilter(self)
        if kind in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange):
            self._follow()
        return False
