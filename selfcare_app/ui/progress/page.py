"""The Progress page: how one habit is going, all of them, and the person."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollBar,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.charts.span import Reach, Span
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.page import Page
from selfcare_app.ui.progress.chart_deeds import ChartDeeds
from selfcare_app.ui.progress.habit_list import Chosen, HabitListModel, Whole
from selfcare_app.ui.progress.habit_pane import HabitPane
from selfcare_app.ui.progress.header import ProgressHeader
from selfcare_app.ui.progress.subject import HabitSubject, Subject
from selfcare_app.ui.progress.tables import ChartTables
from selfcare_app.ui.theme import MARGIN, Theme, give_font, text_factor

WIDEST_CONTENT = 1320
SMALLEST_WIDE_PAGE = 940
"""Below this width, at the usual text size, the list becomes a combo box."""


class ProgressPage(Page):
    """The charts of what is chosen, and the tables behind them."""

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._theme, self._icons = workspace, theme, icons
        self._chosen: Chosen | None = None
        self._reach: Reach = Span.THREE_MONTHS
        self._as_table = False
        self._stale = True
        self.deeds = ChartDeeds(workspace, self)
        self.model = HabitListModel(workspace, theme, icons)
        self.pane = HabitPane(self.model, theme, icons)
        self.header = ProgressHeader(self.model, theme, icons)
        self.subjects: dict[Whole | None, Subject[Any]] = {}
        """What the page has been about so far, None for one habit."""
        self.tables = ChartTables(workspace.records, theme)
        self._build()
        self.pane.list.selectionModel().currentChanged.connect(
            lambda index, _: self._on_row_chosen(index.row())
        )
        self.header.row_chosen.connect(self._on_row_chosen)
        self.header.dates.set_today(workspace.today())
        self.header.show_reach(self._reach)
        self.header.reach_chosen.connect(self._on_reach_chosen)
        self.header.edit.clicked.connect(lambda: self.edit_wanted.emit(self.habit_in_focus() or ""))
        self.header.table_wanted.connect(self.show_as_table)
        self.deeds.told.connect(self.told)
        self.deeds.problem.connect(self.problem)

    def _build(self) -> None:
        # From the outside in: Qt styles all of a part anew when it gets a parent.
        self._whole = QWidget(self)
        content = QWidget(self._whole)
        self.empty = _EmptyState()
        self.empty.button.clicked.connect(self.add_wanted)
        content.setMaximumWidth(WIDEST_CONTENT)
        column = QVBoxLayout(content)
        # The scroll bar stands in the margin, so that cards end where the header does.
        bar = QScrollBar().sizeHint().width()
        self.header.setContentsMargins(0, 0, bar, 0)
        self.tables.setContentsMargins(0, 0, bar, 0)
        column.setContentsMargins(MARGIN, 18, MARGIN - bar, 0)
        column.setSpacing(12)
        column.addWidget(self.header)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.tables)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(content, 1000)
        row.addStretch(1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._whole)
        self._pages.addWidget(self.empty)

    def _keep(self, whole: Whole | None, subject: Subject[Any]) -> Subject[Any]:
        self.subjects[whole] = subject
        self._stack.addWidget(subject.area)
        subject.table_wanted.connect(self.show_table_of)
        subject.take_wanted.connect(
            lambda key: self.deeds.take_along(subject.board.card_of(key), self.header.title)
        )
        subject.day_chosen.connect(self.deeds.correct_day)
        subject.habit_chosen.connect(self.show_habit)
        return subject

    @property
    def subject(self) -> Subject[Any]:
        """What the page is about."""
        whole = self._chosen if isinstance(self._chosen, Whole) else None
        return self.subjects.get(whole) or self._keep(whole, self._make(whole))

    def _make(self, whole: Whole | None) -> Subject[Any]:
        subject: Subject[Any]
        if whole is None:
            subject = HabitSubject(self._workspace, self._icons)
        else:
            # Imported here: most of the time the page is about one habit.
            from selfcare_app.ui.progress.check_ins.subject import CheckInSubject
            from selfcare_app.ui.progress.practices.subject import PracticesSubject

            kind = CheckInSubject if whole is Whole.CHECK_INS else PracticesSubject
            subject = kind(self._workspace, self._icons)
        subject.board.fit(compact=not self.pane.isVisibleTo(self), height=self.height())
        return subject

    def make_board(self) -> None:
        """Make the cards of a habit, which otherwise come when the page is first shown."""
        if not self.subjects:
            self._keep(None, self._make(None))

    def habit_in_focus(self) -> str | None:
        """The id of the habit shown."""
        return self._chosen if isinstance(self._chosen, str) else None

    @property
    def ready(self) -> bool:
        """Whether all charts in view are there and show what they should."""
        return self.empty.isVisible() or self.subject.area.ready

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
        if self.subject.touched_by(habit_ids):
            self._show()

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Take other colours."""
        self._theme, self._icons = theme, icons
        self.model.set_theme(theme, icons)
        self.pane.set_theme(theme, icons)
        self.header.set_theme(theme, icons)
        self.tables.set_theme(theme)
        self._show()

    def show_habit(self, habit_id: str) -> None:
        """Show that habit; one that is not there, or put away, changes nothing."""
        self._choose(habit_id)

    def show_whole(self, name: str) -> None:
        """Show all `practices`, or the `check_ins`; without any, nothing changes."""
        self._choose(Whole[name.upper()])

    def _choose(self, chosen: Chosen) -> None:
        if self.model.outdated:
            self.model.load()
        if self.model.row_of(chosen) is None:
            return
        self._chosen = chosen
        self._choose_row()
        self._show()

    def show_as_table(self, as_table: bool) -> None:
        """Show the figures of the charts as tables, or the charts."""
        self._as_table = as_table
        self.header.show_table_chosen(as_table)
        self._show()

    def show_table_of(self, key: str) -> None:
        """Show the table of that chart."""
        self.show_as_table(True)
        self.tables.choose(key)
        self.tables.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # What happens to the page

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        if self._stale or self.model.outdated:
            self._refresh_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout that fits."""
        super().resizeEvent(event)
        self._fit()

    def take_fonts(self) -> None:
        """Follow a change of the text size."""
        for part in (self.header, self.tables):
            part.take_fonts()
        for subject in self.subjects.values():
            subject.board.take_fonts()
        self._fit()
        self.subject.area.look_on()

    def _fit(self) -> None:
        factor = max(1.0, text_factor())
        compact = self.width() < SMALLEST_WIDE_PAGE * factor
        self.pane.fit(factor)
        self.pane.setVisible(not compact)
        self.header.set_compact(compact)
        for subject in self.subjects.values():
            subject.board.fit(compact=compact, height=self.height())

    def _refresh_all(self) -> None:
        self._stale = False
        if self.model.outdated:
            self.model.load()
        else:
            self.model.refresh(None)
        if self._chosen is None or self.model.row_of(self._chosen) is None:
            self._chosen = self.model.first_choice()
        self._choose_row()
        self._show()

    def _show(self) -> None:
        """Show what is chosen as it is now."""
        row = None if self._chosen is None else self.model.row_of(self._chosen)
        self._pages.setCurrentWidget(self.empty if row is None else self._whole)
        if row is None or not self.isVisible():
            self._stale = True
            return
        self._stale = False
        subject = self.subject
        if isinstance(subject, HabitSubject):
            subject.habit = self.model.habit_at(row)
        shown = subject.figures(self._reach, self._theme)
        self.header.dates.set_today(self._workspace.today())
        self.header.show_heading(subject.heading(shown), subject.answer(shown))
        self._stack.setCurrentWidget(self.tables if self._as_table else subject.area)
        subject.area.show_figures(shown)
        if self._as_table:
            self.tables.show_figures(shown, subject.board.shown_cards)

    def _choose_row(self) -> None:
        row = None if self._chosen is None else self.model.row_of(self._chosen)
        if row is None:
            return
        index = self.model.index(row)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.pane.list.selectionModel().setCurrentIndex(index, chosen)
        self.header.combo.setCurrentIndex(row)

    # What the person does

    def _on_row_chosen(self, row: int) -> None:
        chosen = self.model.choice_at(row)
        if chosen is not None and chosen != self._chosen:
            self._chosen = chosen
            self._choose_row()
            self._show()

    def _on_reach_chosen(self, reach: Reach) -> None:
        self._reach = reach
        self._show()


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
