"""The menu of the icon in the tray: the day at a glance, with what is most wanted of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.entry import State
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import target_text
from selfcare_app.domain.words import tr
from selfcare_app.services.work_now import Stage, WorkNow
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.today.actions import DayActions
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.state import ControlKind, HabitRow
from selfcare_app.ui.today.words import period_words
from selfcare_app.ui.work_day.deeds import SESSION_MINUTES, WorkDeeds, pause_words
from selfcare_app.ui.work_day.words import details, headline, time_words

MOST_HABITS = 15
"""So many stand in the menu; the window shows the others."""


class TrayMenu(QMenu):
    """Made anew whenever it is opened."""

    window_wanted = Signal()
    """The person wants to see the window."""
    quit_wanted = Signal()
    """The person wants the program to end."""
    problem = Signal(str)
    """A sentence about what could not be done."""

    lock_wanted = Signal()
    """The person wants the window to be locked."""

    def __init__(
        self,
        workspace: Workspace,
        deeds: WorkDeeds,
        locked: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        """`locked` tells whether the window is, so that the menu tells nothing either."""
        super().__init__(parent)
        self._workspace, self._deeds, self._locked = workspace, deeds, locked
        self.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Put in what there is to tell and to do now."""
        self.clear()
        if self._locked():
            self.addAction(tr("Unlock…"), self.window_wanted.emit)
            self.addAction(tr("Quit Selfcare"), self.quit_wanted.emit)
            return
        now = self._deeds.now()
        words = pause_words(now)
        if now.stage is not Stage.FREE:
            words = " · ".join(filter(None, (headline(now), details(now))))
        if words:
            self.addAction(words, self.window_wanted.emit)
            self.addSeparator()
        self._add_habits()
        self._add_session(now)
        self._add_pause(now)
        if now.stage not in (Stage.FREE, Stage.DONE):
            self.addAction(tr("Wrap up…"), self._deeds.wrap_up_wanted.emit)
        self.addSeparator()
        self.addAction(tr("Open Selfcare"), self.window_wanted.emit)
        self.addAction(tr("Lock"), self.lock_wanted.emit)
        self.addAction(tr("Quit Selfcare"), self.quit_wanted.emit)

    def _add_habits(self) -> None:
        rows = self._rows_of_today()
        for row in rows[:MOST_HABITS]:
            # An ampersand of the person's own is no key.
            action = self.addAction(_habit_words(row).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(row.control.reached)
            action.triggered.connect(partial(self._toggle, row))
        if len(rows) > MOST_HABITS:
            self.addAction(tr("More in the window…"), self.window_wanted.emit)
        if rows:
            self.addSeparator()

    def _rows_of_today(self) -> list[HabitRow]:
        model = TodayModel(self._workspace)
        model.load(self._workspace.today(), 1)
        return [row for row in model.habit_rows() if row.control.kind is not ControlKind.NEXT]

    def _toggle(self, row: HabitRow, _checked: bool = False) -> None:
        try:
            DayActions(self._workspace.journal).perform(row.habit, row.cells[-1].entry, "toggle")
        except KnownError as error:
            self.problem.emit(str(error))

    def _add_session(self, now: WorkNow) -> None:
        if now.session is not None:
            words = tr("End the session (until {time})", time=time_words(now.session))
            self.addAction(words, self._deeds.end_session)
            return
        menu = self.addMenu(tr("In session"))
        for minutes in SESSION_MINUTES:
            words = tr("For {count} minutes", count=minutes)
            menu.addAction(words, partial(self._deeds.start_session, minutes))

    def _add_pause(self, now: WorkNow) -> None:
        if now.pause is not None:
            self.addAction(tr("Let reminders come again"), self._deeds.end_pause)
            return
        menu = self.addMenu(tr("Pause reminders"))
        menu.addAction(tr("For an hour"), partial(self._deeds.pause_for, 60))
        menu.addAction(tr("Until the next work day"), self._deeds.pause_until_next_day)


def _habit_words(row: HabitRow) -> str:
    """The habit, and how far it is today: “Brisk walk · 10 of 20 min”."""
    habit, entry = row.habit, row.cells[-1].entry
    so_far = period_words(row)
    if entry.state is State.REST:
        so_far = tr("rest")
    elif habit.measured and not so_far:
        words = tr("{value} of at most {target}") if habit.at_most else tr("{value} of {target}")
        so_far = words.format(value=format_amount(entry.value or 0.0), target=target_text(habit))
    return " · ".join(filter(None, (habit.name, so_far)))
