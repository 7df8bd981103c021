"""Care for the person's data while the program runs: is it sound, is there a backup of today?"""

from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.backups import (
    Backups,
    DamagedDatabase,
    Made,
    backups_of,
    may_tell_of_trouble,
)
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.aside import Aside

RETRY = 60 * 60 * 1000
"""Milliseconds after which it is tried again where no backup could be made."""


class _Seen(NamedTuple):
    sound: bool
    made: Made | None


class DataCare(QObject):
    """Looks after the start and whenever a day begins, beside the event loop."""

    told = Signal(str)
    """A sentence about trouble with backups; at most once a day."""
    damaged = Signal()
    """Parts of the database cannot be read; said once."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._day: date | None = None
        """The latest day on which all was seen to."""
        self._not_before = 0
        self._told_on: date | None = None
        self._aside = Aside(self)
        self._aside.done.connect(self._on_seen)
        self._aside.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        """Whether it is looking just now."""
        return self._aside.busy

    def look(self) -> None:
        """See to the data if that was not done today; costs nothing where it was."""
        today, instant = self._workspace.today(), self._workspace.instant()
        if self.busy or today == self._day or instant < self._not_before:
            return
        self._day, self._not_before = today, instant + RETRY
        try:
            backups = backups_of(self._workspace)
        except DamagedDatabase:
            self._on_seen(_Seen(False, None))
            return
        except KnownError as error:
            self._on_failed(error)
            return
        now = self._workspace.now()
        self._aside.start(lambda: _see_to(backups, now, today))

    def look_again(self) -> None:
        """Look anew, although that was done today: the data is another now."""
        self._day = None
        self.look()

    def _on_seen(self, seen: _Seen) -> None:
        self._not_before = 0
        if not seen.sound:
            self.damaged.emit()
        elif seen.made is not None and seen.made.note:
            self._tell(seen.made.note)

    def _on_failed(self, error: KnownError) -> None:
        self._day = None
        self._tell(tr("Today’s backup could not be made. {reason}", reason=error))

    def _tell(self, sentence: str) -> None:
        today = self._workspace.today()
        # Where nothing can be kept, as on a full disk, it is remembered here.
        if self._told_on != today and may_tell_of_trouble(self._workspace):
            self.told.emit(sentence)
        self._told_on = today


def _see_to(backups: Backups, now: datetime, today: date) -> _Seen:
    if not backups.database_is_sound():
        return _Seen(False, None)
    return _Seen(True, backups.make_daily(now, today))
