"""How the end of the day is told, and what else reminders do: a compact row a setting."""

from typing import Any

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.settings import Declaration
from selfcare_app.services.work_settings import (
    ACTIVITY_SEEN,
    BEFORE_END,
    BREAK_REMINDER,
    NUDGES,
    ON_TIME,
    PAST_END,
    QUIET_FROM,
    QUIET_UNTIL,
    REMINDER_NAMES,
    SNOOZES,
    START_REMINDER,
)
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.card import BoundaryCard, quiet_label
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.choice import Choice

# Any: the values are as the declarations say.
_GROUPS: tuple[tuple[Declaration[Any], ...], ...] = (
    (BEFORE_END, PAST_END, SNOOZES, ON_TIME),
    (START_REMINDER, BREAK_REMINDER),
    (NUDGES, QUIET_FROM, QUIET_UNTIL),
    (REMINDER_NAMES, ACTIVITY_SEEN),
)


class _Choice(Choice):
    """Leaves the wheel to the page: scrolling must not change a setting."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class RemindersCard(BoundaryCard):
    """What each is for stands in its tool tip, and is said to screen readers."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Reminders"), "", workspace, parent)
        self.controls: dict[str, CheckBox | Choice] = {}
        """By the keys of their settings."""
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        for number, group in enumerate(_GROUPS):
            if number:
                self._divide()
            for declaration in group:
                self._add(declaration)
        self.column.addLayout(self._grid)
        in_session = tr("“In session” holds every reminder; what waited comes afterwards.")
        self.column.addWidget(quiet_label(in_session, self))
        self.refresh()

    def refresh(self) -> None:
        """Show the settings as they are now."""
        for group in _GROUPS:
            for declaration in group:
                control = self.controls[declaration.key]
                value = self._workspace.settings.get(declaration)
                if isinstance(control, CheckBox):
                    control.blockSignals(True)
                    control.setChecked(value)
                    control.blockSignals(False)
                else:
                    control.setCurrentIndex(declaration.allowed.index(value))

    def _divide(self) -> None:
        line = QFrame(self)
        line.setProperty("role", "divider")
        line.setFixedHeight(1)
        self._grid.addWidget(line, self._grid.rowCount(), 0, 1, 2)

    def _add(self, declaration: Declaration[Any]) -> None:
        title, about = tr(declaration.title), tr(declaration.help)
        row = self._grid.rowCount()
        control: CheckBox | Choice
        if isinstance(declaration.default, bool):
            control = box = CheckBox(title, self)
            box.toggled.connect(lambda value: self._keep(declaration, value))
            self._grid.addWidget(box, row, 0, 1, 2)
        else:
            control = choice = _Choice(self)
            choice.addItems([declaration.words_of(value) for value in declaration.allowed])
            choice.setAccessibleName(title)
            choice.activated.connect(
                lambda number: self._keep(declaration, declaration.allowed[number])
            )
            label = QLabel(title, self)
            label.setBuddy(choice)
            label.setToolTip(about)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(choice, row, 1)
        control.setToolTip(about)
        control.setAccessibleDescription(about)
        self.controls[declaration.key] = control

    def _keep(self, declaration: Declaration[Any], value: object) -> None:
        self.try_to(lambda: self._workspace.settings.set(declaration, value))
