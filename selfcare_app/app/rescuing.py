"""Damaged data: led through before there is a window, or above the one that there is."""

import sys
from datetime import date, datetime
from pathlib import Path
from time import time
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from selfcare_app.domain.scheduler import TICK_SECONDS
from selfcare_app.domain.words import tr
from selfcare_app.services.rescue import DamagedDatabase, Rescue
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.look import dress_as_system
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.rescue.dialog import RescueDialog

if TYPE_CHECKING:
    from selfcare_app.app.background import Background
    from selfcare_app.services.passphrase import FileKey


def rescued_before_start(
    application: QApplication, path: Path, key: "FileKey | None"
) -> "tuple[str, FileKey | None] | None":
    """Lead through the rescue of the database at `path`, which does not open; what to say of it
    afterwards and what opens it now, or None where the person left it as it is."""
    dress_as_system(application)
    rescue = Rescue(path, key)
    dialog = RescueDialog(
        rescue,
        lambda prospect: rescue.finish(prospect, datetime.now()),
        lambda: round(time() * 1000),
        date.today(),
        leave=tr("Quit Selfcare"),
    )
    told: list[str] = []
    dialog.rescued.connect(told.append)
    dialog.exec()
    dialog.deleteLater()
    return (told[0], dialog.key) if told else None


class Rescuing(QObject):
    """Leads through the rescue above the window, once it turns out that the data is damaged."""

    over = Signal()
    """The data was brought back."""

    def __init__(self, window: MainWindow, workspace: Workspace, background: "Background") -> None:
        super().__init__(window)
        self._window, self._workspace, self._background = window, workspace, background
        self.dialog: RescueDialog | None = None
        """What leads through it, while it is open."""
        self._waiting = False
        # The clock, which else looks for that, stands still meanwhile.
        self._idle = QTimer(self)
        self._idle.setInterval(TICK_SECONDS * 1000)
        self._idle.timeout.connect(background.lock_watch.look)
        window.locking.changed.connect(self._on_locked)
        self._report = sys.excepthook
        sys.excepthook = self._on_fault

    def _on_fault(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Damage that is come upon while something is shown or logged is no fault of ours."""
        if isinstance(error, DamagedDatabase) and error.path == self._workspace.database.path:
            # Not while something is being painted.
            QTimer.singleShot(0, self, self.lead)
        else:
            self._report(kind, error, trace)

    def lead(self) -> None:
        """Lead through it now, or once the window is no longer locked; unless that is being
        done."""
        self._waiting = self._window.locking.locked
        if self.dialog is not None or self._waiting:
            return
        # What the window would read may be what is damaged.
        self._background.bring_forward()
        # Nothing is written meanwhile.
        self._background.clock.stop()
        self._idle.start()
        database = self._workspace.database
        rescue = Rescue(database.path, database.key)
        self.dialog = dialog = RescueDialog(
            rescue,
            lambda prospect: rescue.finish(prospect, self._workspace.now(), database),
            self._workspace.instant,
            self._workspace.now().date(),
            self._window,
            leave=tr("Not now"),
        )
        dialog.rescued.connect(self._on_rescued)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_locked(self, locked: bool) -> None:
        if self._waiting and not locked:
            self.lead()

    def _on_rescued(self, sentence: str) -> None:
        self._workspace.replaced()
        self._window.show_anew()
        self._window.strip.show_sentence(sentence)
        self.over.emit()

    def _on_finished(self) -> None:
        dialog, self.dialog = self.dialog, None
        assert dialog is not None
        dialog.deleteLater()
        self._idle.stop()
        if self._background.running:
            self._background.clock.start()
