"""The window: the rail, the pages, a strip for what went wrong, a bar for what was undone."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.history import Change
from selfcare_app.services.stats import changed_habits
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.bridge import Bridge
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.notices import ProblemStrip, UndoBar
from selfcare_app.ui.rail import Rail
from selfcare_app.ui.theme import Theme, text_factor
from selfcare_app.ui.today.page import TodayPage
from selfcare_app.ui.wording import day_words

if TYPE_CHECKING:
    from selfcare_app.ui.charts.loader import ChartLoader
    from selfcare_app.ui.progress.page import ProgressPage

LONGEST_SLEEP = 15 * 60
"""Seconds after which the clock is looked at again: computers sleep and clocks are set."""
PROGRESS_MODULE = "selfcare_app.ui.progress.page"
SMALL_WIDTH = 1000
"""Below this width, at the usual text size, the rail shows icons alone."""


class MainWindow(QWidget):
    """Holds the pages; undoes and redoes; goes on to the next day by itself."""

    first_painted = Signal()
    """The Today page stands on the screen with its data."""

    def __init__(self, workspace: Workspace, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setWindowTitle(tr("Selfcare"))
        self.setMinimumSize(640, 480)
        self._workspace = workspace
        self._theme, self._icons = theme.with_areas(workspace.records.areas()), icons
        self._painted = False
        self._taking_back = False
        self._loader: ChartLoader | None = None
        self.pages = QStackedWidget(self)
        self.today_page = TodayPage(workspace, self._theme, icons, self.pages)
        self.progress_page: ProgressPage | None = None
        self.pages.addWidget(self.today_page)
        self.rail = Rail(theme, icons)
        self.strip = ProblemStrip()
        self.undo_bar = UndoBar(self)
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
        self.today_page.problem.connect(self.strip.show_sentence)
        self.rail.page_chosen.connect(self.show_page)
        self.undo_bar.undo_wanted.connect(self.undo)
        self.undo_bar.redo_wanted.connect(self.redo)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence("Ctrl+Shift+Z"), self.redo),
            (QKeySequence.StandardKey.Quit, self.close),
            (QKeySequence("Ctrl+1"), lambda: self.show_page("today")),
            (QKeySequence("Ctrl+2"), lambda: self.show_page("progress")),
        ):
            QShortcut(keys, self, act)

    def show_page(self, name: str) -> None:
        """Show the page `today` or `progress`."""
        page = self.today_page if name == "today" else self._progress()
        self.pages.setCurrentWidget(page)
        self.rail.show_current(name)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the focus on the day."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.today_page.take_focus()

    def _progress(self) -> "ProgressPage":
        if self.progress_page is None:
            # Not before it is wanted: the Today page is on the screen sooner without it.
            from selfcare_app.ui.progress.page import ProgressPage

            page = ProgressPage(self._workspace, self._theme, self._icons, self.pages)
            page.add_wanted.connect(self.today_page.add_habit)
            self.pages.addWidget(page)
            self.progress_page = page
        return self.progress_page

    def load_charts(self) -> None:
        """Load the Progress page and what it draws with beside the event loop, then make it."""
        from selfcare_app.ui.charts.loader import MODULES, ChartLoader

        # What lives until the window closes need not be searched for garbage again and
        # again while the libraries are loaded; each search would hold up the window.
        gc.freeze()
        self._loader = ChartLoader((*MODULES, PROGRESS_MODULE))
        self._loader.loaded.connect(self._progress)
        self._loader.start()

    @property
    def charts_loaded(self) -> bool:
        """Whether `load_charts` has come to its end."""
        return self._loader is not None and self._loader.ready

    @property
    def charts_ready(self) -> bool:
        """Whether the page shown has all its charts."""
        page = self.progress_page
        return page is None or page is not self.pages.currentWidget() or page.ready

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the colours of `theme`."""
        self._theme = theme = theme.with_areas(self._workspace.records.areas())
        self.rail.set_theme(theme, self._icons)
        self.today_page.set_theme(theme, self._icons)
        if self.progress_page is not None:
            self.progress_page.set_theme(theme, self._icons)

    def undo(self) -> None:
        """Take back the latest change, and say which."""
        self._take_back(self._workspace.journal.undo, tr("Nothing to undo."), undone=True)

    def redo(self) -> None:
        """Do again what was taken back last, and say what."""
        self._take_back(self._workspace.journal.redo, tr("Nothing to redo."), undone=False)

    def _take_back(self, act: Callable[[], Change | None], nothing: str, *, undone: bool) -> None:
        self.today_page.check_in.finish_typing()
        self._taking_back = True
        try:
            change = act()
        except KnownError as error:
            self.strip.show_sentence(str(error))
            self._refresh(None)
            return
        finally:
            self._taking_back = False
        if change is None:
            self.undo_bar.say(nothing)
        elif undone:
            self.undo_bar.say(tr("Undone: {what}", what=_words(change)), redo=True)
        else:
            self.undo_bar.say(tr("Done again: {what}", what=_words(change)), undo=True)

    def check_day(self) -> None:
        """Go on to the next day if it has begun, and look again when it will."""
        if self.today_page.check_day():
            self._refresh(None)
        seconds = min(self._workspace.seconds_until_tomorrow() + 0.5, LONGEST_SLEEP)
        self._day_timer.start(round(max(0.0, seconds) * 1000))

    def _on_changed(self, change: Change) -> None:
        self._refresh(changed_habits(change))
        self.strip.hide()
        if not self._taking_back:
            self.undo_bar.say(_words(change), undo=True)

    def _refresh(self, habit_ids: set[str] | None) -> None:
        if habit_ids is None:
            self._learn_areas()
        self.today_page.refresh(habit_ids)
        if self.progress_page is not None:
            self.progress_page.refresh(habit_ids)

    def _learn_areas(self) -> None:
        """Follow practice areas of the person's own, which may have changed their colours."""
        if self._theme != self._theme.with_areas(self._workspace.records.areas()):
            self.set_theme(self._theme)

    def changeEvent(self, event: QEvent) -> None:
        """When the person comes back, look for a new day and for what was written elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.check_day()
            if self._workspace.changed_elsewhere():
                self._refresh(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail in a small window; keep the bar at the bottom."""
        super().resizeEvent(event)
        self.rail.fold(event.size().width() < SMALL_WIDTH * max(1.0, text_factor()))
        self.undo_bar.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the first picture stands."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is still being typed."""
        self.today_page.check_in.finish_typing()
        super().closeEvent(event)

    def sizeHint(self) -> QSize:
        """The size that the window was drawn for."""
        return QSize(1180, 760)


def _words(change: Change) -> str:
    """The change in words, with its day."""
    if change.day is None:
        return change.title
    return tr("{what} · {day}", what=change.title, day=day_words(change.day))
