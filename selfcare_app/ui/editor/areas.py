"""The practice areas of the person's own: added, renamed, given another colour, deleted."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.area import COLOURS, Area
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.editor.area_row import AreaForm, AreaRow
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.settings.section import help_label
from selfcare_app.ui.theme import Theme


class AreasWidget(QWidget):
    """A row for each area of the person's own, and a button for one more."""

    problem = Signal(str)
    """A sentence about something that could not be kept; nothing was changed."""

    def __init__(self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._theme, self._icons = workspace, theme, icons
        self.rows: dict[str, AreaRow] = {}
        """The row of each area by its key, in order."""
        self.setAccessibleName(tr("Practice areas of your own"))
        self._help = help_label("", self)
        self.add = QPushButton(tr("Add practice area…"), self)
        self.add.clicked.connect(self._open_form)
        self.form: AreaForm | None = None
        """The form for a new area, while it is open."""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._help)
        self._column.addLayout(self._rows)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        """Show the areas as they are now; what is being typed stays."""
        areas = self._own_areas()
        counts = self._counts()
        for key in self.rows.keys() - {area.key for area in areas}:
            self._drop(key)
        rows = {area.key: self.rows.get(area.key) or self._new_row(area) for area in areas}
        if list(rows) != list(self.rows):
            self.rows = rows
            for place, row in enumerate(rows.values()):
                self._rows.insertWidget(place, row)
            self._order_stops()
        everywhere = self._workspace.records.areas()
        for area in areas:
            others = [other for other in everywhere if other.key != area.key]
            rows[area.key].show_area(area, counts.get(area.key, 0), others)
        self._help.setText(
            tr("Habits can stand in these as well as in the six areas that Selfcare comes with.")
            if areas
            else tr("Beside the six areas that Selfcare comes with, habits can stand in your own.")
        )

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self._theme, self._icons = theme, icons
        if self.form is not None:
            self.form.set_theme(theme)
        for row in self.rows.values():
            row.set_theme(theme, icons)

    def take_fonts(self) -> None:
        """Follow a change of the text size."""
        if self.form is not None:
            self.form.take_fonts()
        for row in self.rows.values():
            row.take_fonts()

    def _own_areas(self) -> list[Area]:
        return [area for area in self._workspace.records.areas() if area.own]

    def _counts(self) -> dict[str, int]:
        """How many habits stand in each area, archived ones too: they would move as well."""
        counts: dict[str, int] = {}
        for habit in self._workspace.records.habits(archived=True):
            counts[habit.area] = counts.get(habit.area, 0) + 1
        return counts

    def _new_row(self, area: Area) -> AreaRow:
        row = AreaRow(area, self._theme, self._icons, self)
        row.edited.connect(self._on_edited)
        row.deleted.connect(partial(self._on_deleted, area.key))
        row.unfolded.connect(self._order_stops)
        return row

    def _drop(self, key: str) -> None:
        row = self.rows.pop(key)
        had_focus = row.isAncestorOf(self.focusWidget() or self)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        if had_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_stops(self) -> None:
        """Let the Tab key go down the rows, whenever their parts were made."""
        stops = [stop for row in self.rows.values() for stop in row.stops]
        if self.form is not None:
            stops += self.form.stops
        # After the button, which has its place on the page, and then the button after them all.
        for before, stop in pairwise([self.add, *stops, self.add]):
            QWidget.setTabOrder(before, stop)

    def _open_form(self) -> None:
        taken = {area.colour for area in self._own_areas()}
        free = [colour for colour in COLOURS if colour not in taken]
        form = self.form = AreaForm(tr("Add practice area"), self._theme, self)
        form.saved.connect(self._on_added)
        form.closed.connect(self._close_form)
        self._column.insertWidget(self._column.count() - 1, form)
        self._order_stops()
        form.begin(Area("", "", colour=(free or COLOURS)[0]))
        self.add.hide()

    def _close_form(self) -> None:
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _on_added(self, area: Area) -> None:
        if self._try(lambda: self._workspace.journal.add_area(area)):
            self.refresh()
            self._close_form()

    def _on_edited(self, area: Area) -> None:
        kept = self._workspace.records.area(area.key)
        changed = replace(kept, title=area.title, colour=area.colour)
        if self._try(lambda: self._workspace.journal.edit_area(changed)):
            self.refresh()
            self.rows[area.key].close_form()

    def _on_deleted(self, key: str, moved_to: str) -> None:
        area = self._workspace.records.area(key)
        if self._try(lambda: self._workspace.journal.delete_area(area, moved_to)):
            self.refresh()

    def _try(self, act: Callable[[], object]) -> bool:
        """Whether `act` could be done; says why where it could not."""
        try:
            act()
        except KnownError as error:
            self.problem.emit(str(error))
            return False
        return True
