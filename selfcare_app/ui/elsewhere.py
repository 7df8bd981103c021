"""Notices what another program, such as the command line, writes while the window is seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.today.editing import AmountField

if TYPE_CHECKING:
    from PySide6.QtCore import QFileSystemWatcher

LOOKS = (100, 300, 1_000)
"""Milliseconds from one look to the next after a file changed: what is written there counts
only once the disk has it all."""
BUSY = 300
"""Milliseconds until it is asked again whether the person still types or drags."""


class Elsewhere(QObject):
    """Watches the files of the database while the window can be seen, and rests otherwise.

    The system tells of a change, so nothing wakes up where nobody writes.
    """

    changed = Signal()
    """Everything is to be shown anew, and nothing is being typed or dragged that this would
    end."""
    problem = Signal(str)
    """A sentence about data that cannot be found or read any more; said once."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._files: QFileSystemWatcher | None = None
        self._began = self._failing = False
        self._looked = 0
        self._looking, self._waiting = QTimer(self), QTimer(self)
        for timer, act in ((self._looking, self._look_again), (self._waiting, self.show)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)

    def begin(self) -> None:
        """Watch from now on, whenever the window is seen."""
        self._began = True
        self.follow()

    def follow(self) -> None:
        """Begin or rest, as the window was shown, hidden or made small."""
        seen = self._window.isVisible() and not self._window.isMinimized()
        if not self._began or seen == self.awake:
            return
        if seen:
            # Imported here: the first picture is there sooner without it.
            from PySide6.QtCore import QFileSystemWatcher

            self._files = QFileSystemWatcher(self)
            self._files.fileChanged.connect(self._on_file)
            self._files.directoryChanged.connect(self._on_file)
            self._watch()
            self._on_file()
        else:
            assert self._files is not None
            self._files.deleteLater()
            self._files = None
            self._looking.stop()

    @property
    def awake(self) -> bool:
        """Whether the files are watched."""
        return self._files is not None

    @property
    def waits(self) -> bool:
        """Whether there is something to show once the person no longer types or drags."""
        return self._waiting.isActive()

    @property
    def looks_in(self) -> int:
        """Milliseconds until the next look; 0 where none is planned."""
        return max(0, self._looking.remainingTime())

    def show(self) -> None:
        """Have everything shown anew, but not while the person types or drags."""
        if self._person_is_at_it():
            self._waiting.start(BUSY)
        else:
            self._waiting.stop()
            self.changed.emit()

    def _watch(self) -> None:
        """Watch the database, its log, and their folder, which tells when they come and go."""
        assert self._files is not None
        database = self._workspace.database.path
        wanted = (database, database.with_name(f"{database.name}-wal"), database.parent)
        watched = {*self._files.files(), *self._files.directories()}
        new = [str(path) for path in wanted if str(path) not in watched and path.exists()]
        if new:
            self._files.addPaths(new)

    def _on_file(self) -> None:
        self._looked = 0
        if not self._looking.isActive() or self._looking.remainingTime() > LOOKS[0]:
            self._looking.start(LOOKS[0])

    def look(self) -> None:
        """Look at once at what another program wrote."""
        try:
            if self._workspace.changed_elsewhere():
                self.show()
            self._workspace.check_in_place()
            self._failing = False
        except KnownError as error:
            if not self._failing:
                self._failing = True
                self.problem.emit(str(error))

    def _look_again(self) -> None:
        self.look()
        if self._files is None:
            return
        self._watch()
        self._looked += 1
        if self._looked < len(LOOKS):
            self._looking.start(LOOKS[self._looked])

    def _person_is_at_it(self) -> bool:
        """Whether a key or the mouse has begun what a new picture would end."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return True
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit) or field.window() is not self._window:
            return False
        return field.isModified() or isinstance(field, AmountField)
