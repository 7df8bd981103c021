"""What stands above the habits at times: a line on one that fell silent, the bar to search."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.today.filter_bar import FilterBar
from selfcare_app.ui.today.filtering import Filter
from selfcare_app.ui.today.habit_deeds import HabitDeeds
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.silence_line import SilenceLine


class AboveTable(QWidget):
    """Holds both, and is gone while there is neither.

    The page makes it when one of the two is wanted first: it stands sooner without them.
    """

    edit_wanted = Signal(str)
    """The id of the habit to open in the editor."""
    left = Signal()
    """The person goes on to the habits."""

    def __init__(
        self, parent: QWidget, workspace: Workspace, model: TodayModel, deeds: HabitDeeds
    ) -> None:
        super().__init__(parent)
        self._workspace, self._model = workspace, model
        self.silence = SilenceLine(self)
        self.filter_bar = FilterBar(self)
        self.filter_bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.silence)
        column.addWidget(self.filter_bar)
        self.silence.edit_wanted.connect(lambda habit: self.edit_wanted.emit(habit.id))
        self.silence.pause_wanted.connect(deeds.pause)
        self.silence.archive_wanted.connect(deeds.archive)
        self.silence.put_off_wanted.connect(deeds.put_off)
        self.filter_bar.changed.connect(self._filter)
        self.filter_bar.left.connect(self.left)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw icons in the colours of `theme`."""
        self.filter_bar.set_theme(theme, icons)

    def search(self) -> None:
        """Open the bar, ready to type."""
        self._offer_areas()
        self.show()
        self.filter_bar.open()

    def refresh(self, silent: Habit | None) -> None:
        """Ask about the habit `silent`, and say how many are found."""
        had_focus = self.silence.isAncestorOf(self.focusWidget() or self)
        self.silence.show_habit(silent)
        self._offer_areas()
        self._say_found()
        if had_focus and silent is None:
            self.left.emit()

    def _filter(self, wanted: Filter) -> None:
        self._model.show_filtered(wanted)
        self._say_found()

    def _say_found(self) -> None:
        """Say how many habits are found; be gone where there is nothing to show."""
        shown, rows = self._model.rows_in_sight(), self._model.habit_rows()
        self.filter_bar.show_count(len(shown), len(rows))
        self.setVisible(self.silence.isVisibleTo(self) or self.filter_bar.isVisibleTo(self))

    def _offer_areas(self) -> None:
        keys = dict.fromkeys(row.habit.area for row in self._model.habit_rows())
        self.filter_bar.offer([self._workspace.records.area(key) for key in keys])
