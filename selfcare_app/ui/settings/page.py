"""The Settings page, made from the declarations."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.settings import (
    BACKGROUND,
    DECLARATIONS,
    LOCK_AFTER,
    LOCK_ON_SLEEP,
    PRIVACY,
    SECTIONS,
    Declaration,
)
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.backups.section import BackupsWidget
from selfcare_app.ui.editor.areas import AreasWidget
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.page import Page
from selfcare_app.ui.settings.autostart_row import Autostart, AutostartRow
from selfcare_app.ui.settings.data_folder import DataFolder
from selfcare_app.ui.settings.erasing import ErasingWidget
from selfcare_app.ui.settings.first_start import FirstStart
from selfcare_app.ui.settings.in_and_out import InAndOut
from selfcare_app.ui.settings.passphrase import PassphraseWidget
from selfcare_app.ui.settings.pauses import PausesWidget
from selfcare_app.ui.settings.put_away import PutAwayWidget
from selfcare_app.ui.settings.section import Section
from selfcare_app.ui.settings.setting_row import SettingRow, row_for
from selfcare_app.ui.theme import MARGIN, Theme, give_font

WIDEST_CONTENT = 720
_DECLARED: tuple[Declaration[Any], ...] = DECLARATIONS
"""Without the types of the values: rows are as the declarations say."""


class SettingsPage(Page):
    """Shows every setting and keeps what the person chooses, at once."""

    welcome_wanted = Signal()
    """The person asks for the first start."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        autostart: Autostart | None = None,
    ) -> None:
        """`autostart` has the system start the program; None where that is not to be asked."""
        super().__init__(parent)
        self._settings, self._encryption = workspace.settings, workspace.encryption
        self.autostart: AutostartRow | None = None
        self.rows: dict[str, SettingRow] = {}
        """The row of each setting by its key."""
        self._lay_out()
        for section in SECTIONS:
            declared = [each for each in _DECLARED if each.section == section]
            first: list[QWidget] = []
            last: list[QWidget] = []
            if section == BACKGROUND and autostart is not None:
                self.autostart = AutostartRow(autostart, self)
                self.autostart.problem.connect(self.problem)
                last.append(self.autostart)
            if section == PRIVACY:
                self.passphrase = PassphraseWidget(workspace, self)
                self.passphrase.problem.connect(self.problem)
                self.passphrase.told.connect(self.told)
                self.passphrase.changed.connect(self._follow_passphrase)
                first.append(self.passphrase)
            self._section(tr(section)).fill(self._rows_of(first, declared, last), rings=True)
        self.areas = AreasWidget(workspace, theme, icons, self)
        self.areas.problem.connect(self.problem)
        self.add_section(tr("Practice areas"), self.areas)
        self.pauses = PausesWidget(workspace, self)
        self.put_away = PutAwayWidget(workspace, self)
        self.add_section(tr("Pauses"), self.pauses)
        self.add_section(tr("Habits put away"), self.put_away)
        self.data_folder = DataFolder(workspace.folder, self)
        self.data_folder.problem.connect(self.problem)
        self.data_folder.told.connect(self.told)
        self.add_section(tr("Your data"), self.data_folder)
        self.backups = BackupsWidget(workspace, self)
        self.backups.problem.connect(self.problem)
        self.backups.told.connect(self.told)
        self.backups.replaced.connect(self.replaced)
        self.add_section(tr("Backups"), self.backups)
        self.in_and_out = InAndOut(workspace, self)
        self.in_and_out.told.connect(self.told)
        self.add_section(tr("Import and export"), self.in_and_out)
        self.erasing = ErasingWidget(workspace, self)
        self.erasing.problem.connect(self.problem)
        self.add_section(tr("Erase"), self.erasing)
        self.erasing.copies_deleted.connect(self.backups.refresh)
        self.put_away.copies_deleted.connect(self.backups.refresh)
        self.first_start = FirstStart(self)
        self.first_start.wanted.connect(self.welcome_wanted)
        self.add_section(tr("First start"), self.first_start)
        self.refresh()

    def _lay_out(self) -> None:
        title = QLabel(tr("Settings"), self)
        give_font(title, "page")
        title.setContentsMargins(MARGIN, 0, MARGIN, 0)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        whole = QWidget()
        scroll.setWidget(whole)
        content = QWidget(whole)
        content.setMaximumWidth(WIDEST_CONTENT)
        self._content = content
        self._sections = QVBoxLayout(content)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(14)
        self._sections.addStretch(1)
        # Side by side with what is left over: so Qt asks for the height at the right width.
        around = QHBoxLayout(whole)
        around.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        around.setSpacing(0)
        around.addWidget(content, 1000)
        around.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(scroll, 1)

    def _rows_of(
        self, first: list[QWidget], declarations: list[Declaration[Any]], last: list[QWidget]
    ) -> QWidget:
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for other in first:
            column.addWidget(other)
        for declaration in declarations:
            row = row_for(declaration, rows)
            row.chosen.connect(lambda value, d=declaration: self._on_chosen(d, value))
            column.addWidget(row)
            self.rows[declaration.key] = row
        for other in last:
            column.addWidget(other)
        return rows

    def add_section(self, title: str, widget: QWidget) -> None:
        """Add a card called `title` with `widget` in it below those that are there."""
        self._section(title).fill(widget)

    def _section(self, title: str) -> Section:
        section = Section(title, self._content)
        self._sections.insertWidget(self._sections.count() - 1, section)
        return section

    def refresh(self, habit_ids: set[str] | None = None) -> None:
        """Show the settings as they are now, which no habit changes, and all beside them."""
        self.areas.refresh()
        if self.isVisible():
            # They look again by themselves when they are shown.
            self.passphrase.refresh()
            self.pauses.refresh()
            self.put_away.refresh()
        if habit_ids is not None:
            return
        self._follow_passphrase()
        for declaration in _DECLARED:
            self.rows[declaration.key].show_value(self._settings.get(declaration))
        if self.isVisible():
            self.backups.refresh()

    def _follow_passphrase(self) -> None:
        """Offer what needs a passphrase only where there is one."""
        for declaration in (LOCK_AFTER, LOCK_ON_SLEEP):
            self.rows[declaration.key].setEnabled(self._encryption.key is not None)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self.areas.set_theme(theme, icons)

    def take_fonts(self) -> None:
        """Follow a change of the text size."""
        self.areas.take_fonts()

    def take_focus(self) -> None:
        """Put the focus on the first setting."""
        next(iter(self.rows.values())).control.setFocus()

    def _on_chosen(self, declaration: Declaration[Any], value: object) -> None:
        try:
            self._settings.set(declaration, value)
        except KnownError as error:
            self.problem.emit(str(error))
            self.refresh()
