"""The window: the rail, the pages, a strip for what went wrong, a bar for what was undone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.history import Change
from selfcare_app.services.stats import changed_habits
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Actions, Section
from selfcare_app.ui.breathing.open import Breathing
from selfcare_app.ui.bridge import Bridge
from selfcare_app.ui.calendar.open import DayChoosing
from selfcare_app.ui.editor.open import HabitEditing
from selfcare_app.ui.elsewhere import Elsewhere
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.lock.locking import Locking
from selfcare_app.ui.notices import ProblemStrip, UndoBar
from selfcare_app.ui.overlays import Overlays
from selfcare_app.ui.pages import Pages
from selfcare_app.ui.paper.open import Reporting
from selfcare_app.ui.rail import Rail
from selfcare_app.ui.taking_back import TakingBack
from selfcare_app.ui.theme import Theme, take_fonts, text_factor
from selfcare_app.ui.transfer.open import Transfers
from selfcare_app.ui.work_day.open import WorkDay

LONGEST_SLEEP = 15 * 60
"""Seconds after which the clock is looked at again: computers sleep and clocks are set."""
SMALL_WIDTH = 1000
"""Below this width, at the usual text size, the rail shows icons alone."""


class MainWindow(QWidget):
    """Holds the pages; undoes and redoes; goes on to the next day by itself."""

    first_painted = Signal()
    """The Today page stands on the screen with its data."""
    quitting = Signal()
    """The person wants the program to end, not only the window to close."""
    look_may_differ = Signal()
    """Settings or the system may ask for other colours or another text size."""

    def __init__(self, workspace: Workspace, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setWindowTitle(tr("Selfcare"))
        self.setMinimumSize(640, 480)
        self._workspace = workspace
        self._theme, self._icons = theme.with_areas(workspace.records.areas()), icons
        self._painted = False
        self.may_close: Callable[[], bool] = lambda: True
        """Whether closing ends the window; whoever says no hides it, or asks the person."""
        self.all_actions = Actions(self, workspace.settings)
        self.pages = Pages(workspace, self._theme, icons, self.all_actions, self)
        self.rail = Rail(theme, icons)
        self.strip = ProblemStrip()
        self.undo_bar = UndoBar(self)
        self.elsewhere = Elsewhere(self, workspace)
        self._lay_out()
        self._connect()
        self._day_timer = QTimer(self)
        self._day_timer.setSingleShot(True)
        self._day_timer.timeout.connect(self.check_day)
        self.check_day()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.pages, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(column, 1)

    def _connect(self) -> None:
        self.bridge = Bridge(self._workspace.journal)
        self.bridge.changed.connect(self._on_changed)
        self.pages.problem.connect(self.strip.show_sentence)
        self.pages.told.connect(self.undo_bar.say)
        self.pages.replaced.connect(self.show_anew)
        self.pages.welcome_wanted.connect(self.show_welcome)
        self.pages.welcome_left.connect(self._on_welcome_left)
        self.rail.page_chosen.connect(self.show_page)
        self.elsewhere.changed.connect(partial(self.refresh, None))
        self.elsewhere.problem.connect(self.strip.show_sentence)
        self.first_painted.connect(self.elsewhere.begin)
        self._add_actions()

    def _add_actions(self) -> None:
        add, section = self.all_actions.add, Section.PAGES
        for name, title, key in (
            ("today", tr("Today"), "Ctrl+1"),
            ("progress", tr("Progress"), "Ctrl+2"),
            ("boundaries", tr("Boundaries"), "Ctrl+3"),
            ("settings", tr("Settings"), "Ctrl+,"),
        ):
            add(section, title, partial(self.show_page, name), keys=key, icon=name)
        for whole, title, icon in (
            ("practices", tr("Progress of all practices"), "menu"),
            ("check_ins", tr("Progress of the check-ins"), "check-in"),
        ):
            add(section, title, partial(self.show_page, "progress", whole), icon=icon)
        self.taking_back = TakingBack(
            self._workspace.journal,
            self.undo_bar,
            self.all_actions,
            self.pages.today.check_in.finish_typing,
        )
        self.taking_back.refused.connect(self._on_refused)
        look = self.look
        self.editing = HabitEditing(self, self._workspace, look)
        self.editing.add_actions(self.all_actions, lambda: self.pages.current.habit_in_focus())
        self.editing.added.connect(self.pages.today.show_habit)
        self.pages.add_wanted.connect(self.editing.add)
        self.pages.edit_wanted.connect(self.editing.edit)
        self.overlays = Overlays(self, self.all_actions, self._workspace.records, look)
        self.overlays.habit_chosen.connect(self.show_habit)
        self.choosing = DayChoosing(self, self._workspace, self.pages.today, self.overlays, look)
        self.breathing = Breathing(self, self._workspace, look, self.all_actions)
        self.pages.today.breathe_wanted.connect(self.breathing.breathe)
        self.work_day = WorkDay(
            self, self._workspace, self.pages.today, self.breathing, look, self.all_actions
        )
        self.work_day.problem.connect(self.strip.show_sentence)
        self.work_day.show_now()
        self.reporting = Reporting(self, self._workspace, self._icons, self.all_actions)
        self.reporting.told.connect(self.undo_bar.say)
        self.reporting.problem.connect(self.strip.show_sentence)
        self.transfers = Transfers(self, self._workspace)
        self.transfers.told.connect(self.undo_bar.say)
        section = Section.PROGRAM
        add(section, tr("Import from a file…"), self.transfers.ask_for_file, icon="down")
        add(section, tr("Export everything…"), self.transfers.export, icon="up")
        add(section, tr("Show the first start again"), self.show_welcome, icon="today")
        self.locking = Locking(self, self._workspace, look, self.all_actions)
        close = add(section, tr("Quit Selfcare"), self._quit, keys="Ctrl+Q", icon="close")
        self.locking.always = (close,)
        self.locking.quit_wanted.connect(self._quit)
        # Colours and text size may have changed behind the cover.
        self.locking.changed.connect(lambda locked: None if locked else self.set_theme(self._theme))
        find, sheet = self.overlays.find, self.overlays.sheet
        self.rail.offer(
            [find],
            self.work_day.actions,
            [self.breathing.action, self.reporting.action],
            self.taking_back.actions,
            [sheet, self.locking.action, close],
        )
        self._at_first_start = (*self.taking_back.actions, sheet, self.locking.action, close)

    def show_habit(self, page: str, habit_id: str) -> None:
        """Show a habit on the page `today`, with the focus on it, or on the page `progress`."""
        if self.pages.welcome is not None:
            return
        self.show_page(page)
        if page == "today":
            self.pages.today.show_habit(habit_id)
        elif self.pages.progress is not None:
            self.pages.progress.show_habit(habit_id)

    def show_page(self, name: str, whole: str = "") -> None:
        """Show the page `today`, `progress`, `boundaries` or `settings`; not while the welcome
        page stands.

        `whole` is what Progress is to show: `practices`, all of them, or `check_ins`.
        """
        if self.pages.welcome is not None:
            return
        if self.pages.show_page(name) and name == "settings":
            self.pages.current.take_focus()
        if whole and self.pages.progress is not None:
            self.pages.progress.show_whole(whole)
        self.rail.show_current(name)

    def show_welcome(self) -> None:
        """Show the first start in place of the pages until the person goes on.

        Nothing acts behind it meanwhile: what is left is to undo, to look up keys, to close.
        """
        self.pages.show_page("welcome")
        self.rail.hide()
        self.all_actions.allow_only(self._at_first_start)
        self.pages.current.take_focus()

    def _on_welcome_left(self, habits_added: bool) -> None:
        self.all_actions.allow_only(None)
        self.rail.show()
        self.rail.show_current("today")
        self.pages.today.take_focus()
        if not habits_added:
            # That it was seen is nothing to take back.
            self.undo_bar.hide()

    def _quit(self) -> None:
        self.quitting.emit()
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the focus on the day."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.pages.current.take_focus()

    def look(self) -> tuple[Theme, Icons]:
        """The colours and drawings of the moment."""
        return self._theme, self._icons

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of `theme` and the application's present font.

        To be called whenever the application has got a style sheet: Qt then gives labels the
        fonts back that they had at first.
        """
        self._theme = theme = theme.with_areas(self._workspace.records.areas())
        self.rail.set_theme(theme, self._icons)
        self.pages.set_theme(theme)
        self.work_day.set_theme(theme, self._icons)
        take_fonts(self)
        self.pages.take_fonts()
        self._fit()

    def check_day(self) -> None:
        """Go on to the next day if it has begun, and look again when it will."""
        if self.pages.today.check_day():
            self.refresh(None)
        seconds = min(self._workspace.seconds_until_tomorrow() + 0.5, LONGEST_SLEEP)
        self._day_timer.start(round(max(0.0, seconds) * 1000))

    def show_anew(self) -> None:
        """Show everything as it is now: all content was replaced."""
        # The hour at which the day begins may be another.
        self.check_day()
        self.refresh(None)

    def _on_changed(self, change: Change) -> None:
        if change.quiet and not change.title:
            # How a page was left: it shows already, and nothing is said of it.
            return
        habit_ids = changed_habits(change)
        if habit_ids is None:
            # A setting may move the hour at which the day begins.
            self.check_day()
        self.refresh(habit_ids)
        self.strip.hide()
        self.taking_back.tell(change)

    def _on_refused(self, sentence: str) -> None:
        self.strip.show_sentence(sentence)
        self.refresh(None)

    def refresh(self, habit_ids: set[str] | None) -> None:
        """Show what changed of those habits; None where anything may have."""
        if habit_ids is None:
            self._learn_areas()
            self.look_may_differ.emit()
            self.all_actions.follow_settings()
        self.pages.refresh(habit_ids)
        self.work_day.show_now()

    def _learn_areas(self) -> None:
        """Follow practice areas of the person's own, which may have changed their colours."""
        if self._theme != self._theme.with_areas(self._workspace.records.areas()):
            self.set_theme(self._theme)

    def event(self, event: QEvent) -> bool:
        """When the person comes back, look for a new day and for what was written elsewhere.
        Follow the look of the system at any time."""
        handled = super().event(event)
        match event.type():
            case QEvent.Type.ActivationChange if self.isActiveWindow():
                self.elsewhere.look()
                self.check_day()
                self.work_day.show_now()
            case QEvent.Type.Show | QEvent.Type.Hide | QEvent.Type.WindowStateChange:
                self.elsewhere.follow()
            case QEvent.Type.ThemeChange | QEvent.Type.ApplicationFontChange:
                self.look_may_differ.emit()
        return handled

    def _fit(self) -> None:
        """Fold the rail in a small window; keep the bar at the bottom."""
        self.rail.fold(self.width() < SMALL_WIDTH * max(1.0, text_factor()))
        self.undo_bar.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the parts into the new size."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the first picture stands."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is still being typed; stay where something else is to become of it."""
        self.pages.today.check_in.finish_typing()
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """The size that the window was drawn for."""
        return QSize(1180, 760)
