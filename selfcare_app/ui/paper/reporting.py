"""The report as a file: asked for in the window, or by a command."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.report import checked_range, report_on
from selfcare_app.services.transfer.files import write_file
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.day_field import DayField
from selfcare_app.ui.form import FormDialog, Sentence
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.paper.report import ReportWriter
from selfcare_app.ui.theme import LIGHT


def write_report(
    workspace: Workspace, icons: Icons, path: Path, days: tuple[date, date], *, with_notes: bool
) -> None:
    """Write the report on the days from the first to the second of `days` into the PDF file at
    `path`, whole or not at all; raises KnownError where that fails."""
    report = report_on(workspace, *days, with_notes=with_notes)
    theme = LIGHT.with_areas(workspace.records.areas())
    write_file(path, ReportWriter(report, theme, icons, workspace.today()).written())


class ReportDialog(FormDialog):
    """Asks for the first and the last day, and whether notes are to be in it."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        super().__init__(parent, tr("Report as PDF"))
        self._workspace = workspace
        first, last = checked_range(None, None, workspace.today())
        self.first, self.last = DayField(first, self), DayField(last, self)
        self.notes = CheckBox(tr("With my notes"), self)
        self.add_field(tr("First day"), self.first)
        self.add_field(tr("Last day"), self.last)
        self.form.addRow("", self.notes)
        self.about = Sentence(self)
        self.about.say(
            tr(
                "One to three pages, such as for supervision: what was kept, the charts, work "
                "hours. It says itself what it leaves out. Anyone who opens the file can read it."
            )
        )
        self.column.addWidget(self.about)
        self.finish(tr("Save as PDF…"), self.first)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.first.day, self.last.day

    def check(self) -> bool:
        """Whether a report can tell of that range."""
        return self.checked(self.last, lambda: checked_range(*self.days, self._workspace.today()))
