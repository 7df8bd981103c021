"""The part of the page in which the board scrolls; has its charts made as they come into view."""

from typing import Generic

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.loader import ChartLoader
from selfcare_app.ui.progress.board import ChartBoard
from selfcare_app.ui.progress.card import F

PATIENCE = 300
"""Milliseconds before a wait is explained."""


class BoardArea(QScrollArea, Generic[F]):
    """Scrolls the board, and makes and draws one chart a turn of the event loop, so that the
    window stays quick."""

    def __init__(self, board: ChartBoard[F], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self.loader = ChartLoader()
        self.loader.loaded.connect(self.look_on)
        self.loader.failed.connect(self._on_charts_failed)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(board)
        self.verticalScrollBar().valueChanged.connect(self.look_on)
        self.verticalScrollBar().rangeChanged.connect(self._on_length_changed)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._on_patience_over)
        self._making = QTimer(self)
        self._making.timeout.connect(self._on_turn_to_make)
        self._on_length_changed()

    @property
    def ready(self) -> bool:
        """Whether all charts in view are there and show what they were given."""
        return self.loader.ready and not self._making.isActive()

    def show_figures(self, shown: F) -> None:
        """Show other figures: at once where a chart is in view, later elsewhere."""
        self._note_view()
        self.board.show_figures(shown, library=self.loader.ready)
        self.look_on()

    def look_on(self) -> None:
        """Make and draw what has come into view."""
        if self.isVisible() and not self._making.isActive():
            self._making.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what draws the charts, and go on with them."""
        super().showEvent(event)
        self.loader.start()
        if not self.loader.ready and not self.loader.broken:
            self._patience.start()
        self.look_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the charts rest."""
        super().hideEvent(event)
        self._making.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More of the board may be seen."""
        super().resizeEvent(event)
        self.look_on()

    def _on_length_changed(self) -> None:
        # Cards end at the same place whether there is a bar beside them or not.
        bar = self.verticalScrollBar()
        self.setViewportMargins(0, 0, 0 if bar.maximum() else bar.sizeHint().width(), 0)
        self.look_on()

    def _note_view(self) -> None:
        view = self.viewport().rect().translated(-self.board.pos())
        self.board.set_view(view if self.isVisible() else QRect())

    def _on_turn_to_make(self) -> None:
        self._note_view()
        if not self.board.catch_up(library=self.loader.ready):
            self._making.stop()
            if self.loader.ready:
                self._patience.stop()

    def _on_charts_failed(self) -> None:
        self._patience.stop()
        self.board.wait(tr("This chart cannot be drawn here. “Show as table” has all its figures."))

    def _on_patience_over(self) -> None:
        self.board.wait(tr("Reading your data…"))
