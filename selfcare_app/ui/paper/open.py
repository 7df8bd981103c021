"""The report, from the action to the file; everything else is imported when it is wanted."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Actions, Section
from selfcare_app.ui.icons import Icons

if TYPE_CHECKING:
    from selfcare_app.ui.paper.reporting import ReportDialog


class Reporting(QObject):
    """Asks which days, then where to, and writes the report."""

    told = Signal(str)
    """A sentence about the file that was written."""
    problem = Signal(str)
    """A sentence about what could not be written, and what to do."""

    def __init__(
        self, window: QWidget, workspace: Workspace, icons: Icons, actions: Actions
    ) -> None:
        """The report is registered with `actions`."""
        super().__init__(window)
        self._window, self._workspace, self._icons = window, workspace, icons
        self.action = actions.add(Section.PROGRAM, tr("Report as PDF…"), self.ask, icon="table")

    def ask(self) -> "ReportDialog":
        """Ask which days, then where to."""
        from selfcare_app.ui.paper.reporting import ReportDialog

        dialog = ReportDialog(self._window, self._workspace)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self._ask_where(dialog.days, with_notes=dialog.notes.isChecked())
        )
        dialog.open()
        return dialog

    def _ask_where(self, days: tuple[date, date], *, with_notes: bool) -> None:
        from selfcare_app.ui.paper.place import ask_where

        ask_where(
            self._window,
            tr("Save as PDF"),
            f"Selfcare {days[0]} {days[1]}.pdf",
            "pdf",
            lambda path: self.save(path, days, with_notes=with_notes),
        )

    def save(self, path: Path, days: tuple[date, date], *, with_notes: bool) -> None:
        """Write the report on the days from the first to the second of `days` to `path`."""
        from selfcare_app.ui.paper.place import saved_words
        from selfcare_app.ui.paper.reporting import write_report

        try:
            write_report(self._workspace, self._icons, path, days, with_notes=with_notes)
        except KnownError as error:
            self.problem.emit(str(error))
            return
        self.told.emit(saved_words(path))
