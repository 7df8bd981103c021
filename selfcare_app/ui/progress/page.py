"""The Progress page: how one habit is going."""

from datetime import date

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.settings import STREAKS_SHOWN
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.charts.loader import ChartLoader
from selfcare_app.ui.charts.span import Span
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.page import Page
from selfcare_app.ui.progress.board import ChartBoard
from selfcare_app.ui.progress.day_table import DayTable, DayTableModel
from selfcare_app.ui.progress.habit_list import HabitListModel
from selfcare_app.ui.progress.habit_pane import HabitPane
from selfcare_app.ui.progress.header import SPANS, ProgressHeader
from selfcare_app.ui.progress.state import answer, words_of_day
from selfcare_app.ui.theme import MARGIN, Theme, give_font, text_factor

WIDEST_CONTENT = 1320
SMALLEST_WIDE_PAGE = 940
"""Below this width, at the usual text size, the list becomes a combo box."""
PATIENCE = 300
"""Milliseconds before a wait is explained."""
_WAITING, _CHARTS, _TABLE = range(3)
"""What stands below the header."""


class ProgressPage(Page):
    """Strength, best streaks and the year of the habit that is chosen."""

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._theme, self._icons = workspace, theme, icons
        self._habit_id: str | None = None
        self._span = Span.THREE_MONTHS
        self._as_table = False
        self._stale = True
        self._settled = False
        """Whether the charts were shown once; their layout then takes one more turn."""
        self.loader = ChartLoader()
        self.loader.loaded.connect(self._on_charts_loaded)
        self.loader.failed.connect(self._on_charts_failed)
        self.model = HabitListModel(workspace, theme, icons)
        self.pane = HabitPane(self.model, theme, icons)
        self.header = ProgressHeader(self.model, theme, icons)
        self.board = ChartBoard(self._words_of_day)
        self.table_model = DayTableModel(workspace.records)
        self.table = DayTable(self.table_model, theme)
        self._build()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._on_patience_over)
        self._making = QTimer(self)
        self._making.timeout.connect(self._on_turn_to_make)
        self.pane.list.selectionModel().currentChanged.connect(
            lambda index, _: self._on_row_chosen(index.row())
        )
        self.header.row_chosen.connect(self._on_row_chosen)
        self.header.span_chosen.connect(self._on_span_chosen)
        self.header.edit.clicked.connect(lambda: self.edit_wanted.emit(self._habit_id or ""))
        self.header.table_wanted.connect(self.show_as_table)
        self.header.spans.choose(SPANS.index(self._span))

    def _build(self) -> None:
        # From the outside in: Qt styles all of a part anew when it gets a parent.
        self._whole = QWidget(self)
        content = QWidget(self._whole)
        self.empty = _EmptyState()
        self.empty.button.clicked.connect(self.add_wanted)
        self._waiting = QLabel()
        self._waiting.setProperty("role", "second")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.board)
        content.setMaximumWidth(WIDEST_CONTENT)
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 18, MARGIN, 0)
        column.setSpacing(12)
        column.addWidget(self.header)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        for part in (self._waiting, scroll, _in_card(self.table)):
            self._stack.addWidget(part)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(content, 1000)
        row.addStretch(1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._whole)
        self._pages.addWidget(self.empty)

    def habit_in_focus(self) -> str | None:
        """The id of the habit shown."""
        return self._habit_id

    @property
    def ready(self) -> bool:
        """Whether the charts are there and show the habit."""
        return self.board.ready and not self._making.isActive()

    @property
    def waiting_words(self) -> str:
        """What stands in for the charts until they are there."""
        return self._waiting.text()

    # What the window calls

    def refresh(self, habit_ids: set[str] | None) -> None:
        """Take in what changed in those habits; None where it may be anything.

        Hidden, the page only remembers it until it is shown.
        """
        if not self.isVisible():
            self._stale = True
            return
        if habit_ids is None or self.model.outdated:
            self._refresh_all()
            return
        habit_ids = set(habit_ids)
        self.model.refresh(habit_ids)
        if self._habit_id in habit_ids:
            self._show()

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Take other colours."""
        self._theme, self._icons = theme, icons
        self.model.set_theme(theme, icons)
        self.pane.set_theme(theme, icons)
        self.header.set_theme(theme, icons)
        self.table.set_theme(theme)
        self._show()

    def show_habit(self, habit_id: str) -> None:
        """Show that habit; one that is not there, or put away, changes nothing."""
        if self.model.outdated:
            self.model.load()
        if self.model.row_of(habit_id) is None:
            return
        self._habit_id = habit_id
        self._choose_row()
        self._show()

    def show_as_table(self, as_table: bool) -> None:
        """Show the days of the charts as a table, or the charts."""
        self._as_table = as_table
        self.header.show_table_chosen(as_table)
        self._show()

    # What happens to the page

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        self.loader.start()
        if self.loader.ready:
            self._making.start()
        elif not self.loader.broken:
            self._patience.start()
        if self._stale or self.model.outdated:
            self._refresh_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout that fits."""
        super().resizeEvent(event)
        self._fit()

    def take_fonts(self) -> None:
        """Follow a change of the text size."""
        for part in (self.header, self.board, self.table):
            part.take_fonts()
        self._fit()

    def _fit(self) -> None:
        factor = max(1.0, text_factor())
        compact = self.width() < SMALLEST_WIDE_PAGE * factor
        self.pane.fit(factor)
        self.pane.setVisible(not compact)
        self.header.set_compact(compact)
        self.board.set_compact(compact)

    def _refresh_all(self) -> None:
        self._stale = False
        if self.model.outdated:
            self.model.load()
        else:
            self.model.refresh(None)
        if self._habit() is None:
            first = self.model.first_habit()
            self._habit_id = first.id if first else None
        self._choose_row()
        self._show()

    def _habit(self) -> Habit | None:
        row = None if self._habit_id is None else self.model.row_of(self._habit_id)
        return None if row is None else self.model.habit_at(row)

    def _show(self) -> None:
        """Show the chosen habit as it is now."""
        habit = self._habit()
        self._pages.setCurrentWidget(self._whole if habit else self.empty)
        if habit is None or not self.isVisible():
            self._stale = True
            return
        statistics = self._workspace.statistics.of(habit)
        sentence = answer(statistics, self._span)
        self.header.show_habit(habit, sentence)
        self.board.set_streaks_shown(self._workspace.settings.get(STREAKS_SHOWN))
        if self._as_table:
            self.table_model.show_days(statistics, self._span)
            self.table.fit_columns()
        else:
            self.board.show_statistics(statistics, self._theme, sentence)
        part = _TABLE if self._as_table else _CHARTS if self.board.ready else _WAITING
        self._stack.setCurrentIndex(part)

    def _choose_row(self) -> None:
        row = None if self._habit_id is None else self.model.row_of(self._habit_id)
        if row is None:
            return
        index = self.model.index(row)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.pane.list.selectionModel().setCurrentIndex(index, chosen)
        self.header.combo.setCurrentIndex(row)

    def _words_of_day(self, day: date) -> str:
        habit = self._habit()
        if habit is None:
            return ""
        statistics = self._workspace.statistics.of(habit)
        return words_of_day(statistics, self._workspace.records.entry(habit.id, day))

    # What the person does

    def _on_row_chosen(self, row: int) -> None:
        habit = self.model.habit_at(row)
        if habit is not None and habit.id != self._habit_id:
            self._habit_id = habit.id
            self._choose_row()
            self._show()

    def _on_span_chosen(self, span: int) -> None:
        self._span = Span(span)
        self.board.show_span(self._span)
        self._show()

    def _on_charts_loaded(self) -> None:
        if self.isVisible():
            self._making.start()

    def _on_turn_to_make(self) -> None:
        # One step a turn of the event loop, so that the window stays quick.
        if not self.board.ready:
            self.board.make_next_chart()
        elif not self._settled:
            self._settled = True
            self._show()
        else:
            self._making.stop()
            self._patience.stop()

    def _on_charts_failed(self) -> None:
        self._patience.stop()
        self._waiting.setText(
            tr("The charts cannot be drawn here. “Show as table” has all the same figures.")
        )

    def _on_patience_over(self) -> None:
        self._waiting.setText(tr("Reading your data…"))


def _in_card(table: QWidget) -> QWidget:
    """`table` in a card, with the page's margin below."""
    card = QFrame()
    card.setProperty("role", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(6, 6, 6, 6)
    inside.addWidget(table)
    framed = QWidget()
    column = QVBoxLayout(framed)
    column.setContentsMargins(0, 0, 0, MARGIN)
    column.addWidget(card)
    return framed


class _EmptyState(QWidget):
    """One sentence and one button."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = QLabel(tr("No habits yet. Choose one small thing."))
        give_font(self.sentence, "sentence")
        self.button = QPushButton(tr("Add habit"))
        self.button.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self.sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
