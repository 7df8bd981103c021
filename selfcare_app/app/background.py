"""The program beside its window: reminders and their clock, the tray, what the system tells.

It begins once the window stands, a part at a time, so that the window is never held up.
"""

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from selfcare_app.app.leaving import Leaving
from selfcare_app.app.lock_watch import LockWatch
from selfcare_app.paths import resources
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from selfcare_app.desktop.activity import Activity
    from selfcare_app.desktop.notifications import Notifications
    from selfcare_app.desktop.sleep import Sleep
    from selfcare_app.desktop.tray import Tray
    from selfcare_app.ui.reminders.clock import ReminderClock
    from selfcare_app.ui.reminders.open import Reminders


class Background(QObject):
    """Keeps reminders coming for as long as the program runs, with or without its window."""

    started = Signal()
    """All of it runs."""

    def __init__(
        self, application: QApplication, window: MainWindow, workspace: Workspace, *, made_up: bool
    ) -> None:
        """`made_up` data is nobody's: nothing stays in the background for it."""
        super().__init__(application)
        self._window, self._workspace = window, workspace
        self._running = False
        self.tray: Tray | None = None
        self.notifications: Notifications | None = None
        self._activity: Activity | None = None
        self._sleep: Sleep | None = None
        self.lock_watch = LockWatch(window.locking, workspace, self)
        self.leaving = Leaving(window, workspace, application.quit, self._has_tray, made_up=made_up)
        # A reminder that is closed must not end the program.
        application.setQuitOnLastWindowClosed(False)
        application.commitDataRequest.connect(lambda _: self.leaving.expect_end())
        application.aboutToQuit.connect(self.stop)
        window.locking.changed.connect(self._on_locked)

    @property
    def running(self) -> bool:
        """Whether all of it runs."""
        return self._running

    def start(self) -> None:
        """Begin, a part each time that the window has nothing to do."""
        parts = iter(
            (
                self._start_activity,
                self._start_sleep,
                self._start_notifications,
                self._start_tray,
                self._start_clock,
                self.lock_watch.finish_copies,
            )
        )

        def go_on() -> None:
            part = next(parts, None)
            if part is not None:
                part()
                QTimer.singleShot(0, self, go_on)
            else:
                self._running = True
                self.started.emit()

        QTimer.singleShot(0, self, go_on)

    def stop(self) -> None:
        """Note the last sign of the person, and put away whatever stands on the screen."""
        if self._running:
            self._running = False
            self.clock.tick()
            self.clock.stop()
            if "reminders" in self.__dict__:
                self.reminders.close()
        if self.tray is not None:
            self.tray.leave()

    def show_window(self) -> None:
        """Show the window in front of all others, as it is now."""
        self.bring_forward()
        self._window.work_day.show_now()

    def bring_forward(self) -> None:
        """Show the window in front of all others, and read nothing for it."""
        self._window.setVisible(True)
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()

    @cached_property
    def clock(self) -> "ReminderClock":
        """What looks for reminders."""
        from selfcare_app.ui.reminders.clock import ReminderClock

        clock = ReminderClock(self._workspace, self._seen_at, self)
        clock.brought.connect(self._on_brought)
        clock.ticked.connect(self._follow)
        clock.problem.connect(self._window.strip.show_sentence)
        clock.changed_elsewhere.connect(self._window.elsewhere.show)
        return clock

    @cached_property
    def reminders(self) -> "Reminders":
        """What brings them."""
        from selfcare_app.ui.reminders.open import Reminders

        window = self._window
        reminders = Reminders(
            self._workspace, window.work_day.deeds, window.look, self._is_locked, self
        )
        reminders.native_wanted.connect(self._show_native)
        reminders.native_done.connect(self._withdraw_native)
        return reminders

    def _start_activity(self) -> None:
        from selfcare_app.desktop.activity import Activity

        self._activity = Activity(self, now=lambda: self._workspace.instant() / 1000)
        self.lock_watch.activity = self._activity

    def _start_sleep(self) -> None:
        from selfcare_app.desktop.sleep import Sleep

        self._sleep = Sleep(self)
        # Before others look: they are to find the window locked.
        self.lock_watch.listen_to(self._sleep)
        self._sleep.slept.connect(self.look_now)
        self._sleep.woke.connect(self.look_now)
        self._sleep.lock_changed.connect(self.look_now)

    def _start_notifications(self) -> None:
        if sys.platform == "linux":
            from selfcare_app.desktop.notifications import Notifications

            icon = (resources() / "icons" / "app.svg").resolve().as_uri()
            self.notifications = Notifications(self, icon)
            self.notifications.chosen.connect(lambda *each: self.reminders.answer(*each))

    def _start_tray(self) -> None:
        from selfcare_app.desktop.tray import Tray

        self.tray = Tray(self._window.windowIcon(), self._make_menu, self)
        self.tray.opened.connect(self.show_window)
        self.tray.message_clicked.connect(self.show_window)

    def _start_clock(self) -> None:
        self.clock.start()

    def _make_menu(self) -> "QMenu":
        from selfcare_app.ui.tray_menu import TrayMenu

        locking = self._window.locking
        menu = TrayMenu(
            self._workspace, self._window.work_day.deeds, lambda: locking.locked, self._window
        )
        # Trays that take a copy of the menu are to have no other.
        locking.changed.connect(menu.fill)
        menu.lock_wanted.connect(locking.lock)
        menu.window_wanted.connect(self.show_window)
        menu.quit_wanted.connect(self.leaving.quit)
        menu.problem.connect(self._window.strip.show_sentence)
        return menu

    def _seen_at(self) -> int | None:
        from selfcare_app.services.work_settings import ACTIVITY_SEEN

        if self._activity is None or not self._workspace.settings.get(ACTIVITY_SEEN):
            return None
        return self._activity.seen_at()

    def _has_tray(self) -> bool:
        return self.tray is not None and self.tray.present

    def _is_locked(self) -> bool:
        on_screen = self._sleep is not None and self._sleep.locked
        return on_screen or self._window.locking.locked

    def _on_locked(self, locked: bool) -> None:
        if locked and "reminders" in self.__dict__:
            self.reminders.lock()
        if self._running:
            self._follow()

    def look_now(self) -> None:
        """Look at once at what is due, and at what another program wrote."""
        if self._running:
            self.clock.tick()

    def _on_brought(self, notice: object, late: bool) -> None:
        from selfcare_app.domain.notice import Notice

        assert isinstance(notice, Notice)
        self.reminders.bring(notice, late)

    def _follow(self) -> None:
        """Tell the time anew wherever somebody sees it; lock where nobody does."""
        self.lock_watch.look()
        if self._window.isVisible():
            # A clock that was set may have come to another day.
            self._window.check_day()
            self._window.work_day.show_now()
        if "reminders" in self.__dict__:
            self.reminders.follow()
        if self.tray is not None:
            self.tray.look()
            if self._has_tray():
                self.tray.say(self._words_of_tray())

    def _words_of_tray(self) -> str:
        from selfcare_app.services.work_now import Stage
        from selfcare_app.ui.work_day.words import headline

        name = self._window.windowTitle()
        if self._window.locking.locked:
            return name
        now = self._window.work_day.deeds.now()
        return name if now.stage is Stage.FREE else f"{name} · {headline(now)}"

    def _show_native(self, name: str, title: str, body: str, buttons: dict[str, str]) -> None:
        if self.notifications is not None:
            self.notifications.show(name, title, body, buttons)
        elif self.tray is not None:
            self.tray.show_message(title, body)

    def _withdraw_native(self, name: str) -> None:
        if self.notifications is not None:
            self.notifications.withdraw(name)
