"""Erasing what one wants to be gone for good, and the copies that still hold it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.erasure import Erasure
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.button_line import ButtonLine
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.day_field import DayField
from selfcare_app.ui.form import FormDialog
from selfcare_app.ui.settings.copies_too import CopiesToo
from selfcare_app.ui.settings.section import help_label

NOTES, DAYS, EVERYTHING = "notes", "days", "everything"


class ErasingWidget(QWidget):
    """Opens the question, and does what was answered."""

    problem = Signal(str)
    """A sentence about what could not be done."""
    copies_deleted = Signal()
    """Backups may be gone."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        words = help_label(
            tr(
                "Notes, days, or everything: what is erased is gone from the file, and cannot be "
                "brought back. Single habits are erased under “Habits put away”."
            ),
            self,
        )
        self.button = QPushButton(tr("Erase…"), self)
        self.button.setAccessibleDescription(words.text())
        self.button.clicked.connect(self._on_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words)
        column.addWidget(ButtonLine((self.button,), self))

    def _on_pressed(self) -> None:
        dialog = EraseDataDialog(self, self._workspace)
        dialog.ask(lambda: self._erase(dialog))

    def _erase(self, dialog: "EraseDataDialog") -> None:
        self._try(dialog.erase)
        self._try(lambda: self._workspace.delete_copies(dialog.copies.chosen))
        self.copies_deleted.emit()

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except KnownError as error:
            self.problem.emit(str(error))


class EraseDataDialog(FormDialog):
    """Asks what is to go, of which days, and whether copies are to go as well."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        super().__init__(parent, tr("Erase for good"))
        self._workspace = workspace
        today = workspace.today()
        self.what = Choice(self)
        for words, what in (
            (tr("Notes of some days"), NOTES),
            (tr("Everything of some days"), DAYS),
            (tr("Everything that there is"), EVERYTHING),
        ):
            self.what.addItem(words, what)
        self.which = Choice(self)
        self.which.addItem(tr("All habits, check-ins and work days"), None)
        for habit in workspace.records.habits(archived=True):
            self.which.addItem(habit.name, habit.id)
        self.first, self.last = DayField(today, self), DayField(today, self)
        self.add_field(tr("What"), self.what)
        self.add_field(tr("First day"), self.first)
        self.add_field(tr("Last day"), self.last)
        self.add_field(tr("Of"), self.which)
        self.copies = CopiesToo(workspace.copies(), self)
        self.column.addWidget(self.copies)
        self.words = QLabel(
            tr(
                "This cannot be undone. What cannot be reached from here: files that you "
                "exported, copies that you made elsewhere, and what the disk keeps by itself."
            ),
            self,
        )
        self.words.setWordWrap(True)
        self.column.addWidget(self.words)
        self.what.currentIndexChanged.connect(self._follow)
        self.finish(tr("Erase for good"), self.what)
        # Enter shall not erase by haste; without another default the box would take the first.
        self.act.setAutoDefault(False)
        self.cancel.setDefault(True)

    def _follow(self) -> None:
        """Ask for days only where they matter."""
        of_days = self.what.currentData() != EVERYTHING
        for field in (self.first, self.last, self.which):
            self.form.setRowVisible(field, of_days)

    def check(self) -> bool:
        """Whether the days are the right way round."""
        if self.what.currentData() == EVERYTHING:
            return True
        return self.checked(self.last, lambda: self.erasure)

    @property
    def erasure(self) -> Erasure:
        """The days, as they were filled in; raises BadInput where they are the wrong way round."""
        return Erasure(
            self.first.day,
            self.last.day,
            self.which.currentData(),
            self.what.currentData() == NOTES,
        )

    def erase(self) -> None:
        """Erase what was chosen; raises StoreError as the journal does."""
        if self.what.currentData() == EVERYTHING:
            self._workspace.journal.erase_everything()
        else:
            self._workspace.journal.erase_days(self.erasure)
