"""What a chart leads to: a day is corrected, or the chart is taken along."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from selfcare_app.ui.paper.taking import ChartTaking
    from selfcare_app.ui.progress.day_editor import DayEditor


class ChartDeeds(QObject):
    """Opens what belongs to it above the page; each module is imported when it is first wanted,
    since the charts are there sooner without it."""

    told = Signal(str)
    """A sentence about a file that was written."""
    problem = Signal(str)
    """A sentence about one that could not be written."""
    menu_shown = Signal(object)
    """The menu with what a chart can be taken along as."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self.day_editor: DayEditor | None = None
        """The last one that was opened."""
        self.taking: ChartTaking | None = None

    def correct_day(self, habit_id: str, day: date, place: QRect) -> None:
        """Let the person correct what was said of `day`, which stands at `place` on the screen."""
        from selfcare_app.ui.progress.day_editor import DayEditor

        records, today = self._workspace.records, self._workspace.today()
        habit = records.habit(habit_id)
        if habit is not None:
            entry = records.entry(habit.id, day)
            window, journal = self._page.window(), self._workspace.journal
            self.day_editor = DayEditor(window, journal, habit, entry, today)
            self.day_editor.open_beside(place)

    def take_along(self, card: ChartCard[Any], about: str) -> None:
        """Offer to take the chart of `card`, which is about `about`, as a picture or a table."""
        if self.taking is None:
            from selfcare_app.ui.paper.taking import ChartTaking

            self.taking = ChartTaking(self._page, self._paper, self._workspace.today)
            self.taking.told.connect(self.told)
            self.taking.problem.connect(self.problem)
        self.menu_shown.emit(self.taking.offer(card, about))

    def _paper(self) -> Theme:
        """The colours of paper, which are light whatever the window's are."""
        return LIGHT.with_areas(self._workspace.records.areas())
