"""The Boundaries page: when work is planned, what reminds of its end, how the days went."""

from datetime import date

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.services.hours import WEEKS, last_weeks
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.charts.board import HoursBoard
from selfcare_app.ui.boundaries.closing_card import ClosingCard
from selfcare_app.ui.boundaries.day_dialog import DayDialog
from selfcare_app.ui.boundaries.header import BoundariesHeader
from selfcare_app.ui.boundaries.kept_habits_card import KeptHabitsCard
from selfcare_app.ui.boundaries.one_offs_card import OneOffsCard
from selfcare_app.ui.boundaries.reminders_card import RemindersCard
from selfcare_app.ui.boundaries.week.card import WeekCard
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.page import Page
from selfcare_app.ui.theme import MARGIN, Theme, text_factor
from selfcare_app.ui.work_day.deeds import WorkDeeds

WIDEST_CONTENT = 1320
SMALLEST_WIDE_PAGE = 940
"""Below this width, at the usual text size, cards stand below each other."""
_LEFT, _RIGHT = 16, 9
"""How the two columns share the width."""


class BoundariesPage(Page):
    """Plans the week above, and shows below how the last weeks went."""

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stale = True
        self.deeds = WorkDeeds(workspace, self)
        self.deeds.problem.connect(self.problem)
        # In the order in which they are read, which is the order of Tab.
        self.header = BoundariesHeader(self.deeds, self)
        self.week = WeekCard(workspace, theme, icons, self)
        self.week.problem.connect(self.problem)
        self.week.told.connect(self.told)
        self.closing = ClosingCard(workspace, theme, icons, self)
        self.reminders = RemindersCard(workspace, theme, icons, self)
        self.one_offs = OneOffsCard(workspace, theme, icons, self)
        self.board = HoursBoard(workspace, theme, icons, self)
        self.board.told.connect(self.told)
        self.board.problem.connect(self.problem)
        self.board.correct_wanted.connect(self.correct_day)
        self.kept_habits = KeptHabitsCard(workspace, self)
        self._cards = (self.reminders, self.one_offs, self.closing, self.kept_habits)
        for card in self._cards:
            card.problem.connect(self.problem)
            card.told.connect(self.told)
        self._lay_out()
        self.set_theme(theme, icons)

    def _lay_out(self) -> None:
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        whole = QWidget()
        self.scroll_area.setWidget(whole)
        content = QWidget(whole)
        content.setMaximumWidth(WIDEST_CONTENT)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._upper = _beside(
            (_LEFT, (self.week, self.closing)), (_RIGHT, (self.reminders, self.one_offs))
        )
        column.addLayout(self._upper)
        column.addWidget(self.board)
        column.addWidget(self.kept_habits)
        column.addStretch(1)
        bar = self.scroll_area.verticalScrollBar().sizeHint().width()
        around = QHBoxLayout(whole)
        around.setContentsMargins(MARGIN, 0, MARGIN - bar, 0)
        around.setSpacing(0)
        around.addWidget(content, 1000)
        around.addStretch(1)
        self.header.setMaximumWidth(WIDEST_CONTENT)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.addWidget(self.header, 1000)
        head.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 18, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(head)
        outer.addWidget(self.scroll_area, 1)

    @property
    def ready(self) -> bool:
        """Whether the charts stand."""
        return not self._stale and self.board.ready

    def refresh(self, habit_ids: set[str] | None = None) -> None:
        """Show what is true now; while it is hidden, remember that it has to."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self.header.show_day(last_weeks(self._workspace, WEEKS[0]), self.deeds.now())
        self.week.refresh()
        for card in self._cards:
            card.refresh()
        self.board.refresh()

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self.week.set_theme(theme, icons)
        for card in (self.reminders, self.one_offs, self.closing):
            card.set_theme(theme, icons)
        self.board.set_theme(theme)

    def take_fonts(self) -> None:
        """Follow a change of the text size."""
        self.week.take_fonts()
        self.board.take_fonts()
        self._fit()

    def take_focus(self) -> None:
        """Put the focus on the way to pause."""
        self.header.pause.setFocus()

    def correct_day(self, day: date) -> DayDialog:
        """Let the person say how `day` was."""
        dialog = DayDialog(self.window(), self._workspace, day)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout that fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= SMALLEST_WIDE_PAGE * max(1.0, text_factor())
        way = QBoxLayout.Direction
        self._upper.setDirection(way.LeftToRight if wide else way.TopToBottom)


def _beside(*columns: tuple[int, tuple[QWidget, ...]]) -> QBoxLayout:
    """Cards below each other in columns, each with its share of the width."""
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(14)
    for share, cards in columns:
        column = QVBoxLayout()
        column.setSpacing(14)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        row.addLayout(column, share)
    return row
