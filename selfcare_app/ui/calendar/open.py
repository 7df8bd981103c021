"""The way to the month calendar; nothing of it is loaded before it is wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.overlays import Overlays
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.today.page import TodayPage

YEARS_OFFERED = 10
"""At least so many years back; the keys lead further."""


class DayChoosing(QObject):
    """Opens the calendar over the Today page, and shows there the day that is chosen."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        page: TodayPage,
        overlays: Overlays,
        look: Callable[[], tuple[Theme, Icons]],
    ) -> None:
        """`look` tells the colours and drawings of the moment."""
        super().__init__(window)
        self._window, self._workspace, self._page = window, workspace, page
        self._overlays, self._look = overlays, look
        page.calendar_wanted.connect(self.choose)

    def choose(self) -> None:
        """Let the person choose a day."""
        from selfcare_app.services.month import month_counts
        from selfcare_app.ui.calendar.month import MonthCalendar

        workspace, page = self._workspace, self._page
        today = workspace.today()
        begun = [habit.created.year for habit in workspace.records.habits(archived=True)]
        calendar = MonthCalendar(
            self._window,
            page.header.calendar,
            self._look(),
            lambda first, last: month_counts(workspace, first, last),
            today=today,
            looked_at=page.day,
            first_weekday=workspace.settings.first_weekday(),
            first_year=min([*begun, today.year - YEARS_OFFERED]),
        )
        calendar.chosen.connect(page.show_day)
        self._overlays.show(calendar)
