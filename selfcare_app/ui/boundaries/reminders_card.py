"""What reminds of the end of the day, how often, and what others may read of it."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

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
    WORK_DECLARATIONS,
)
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.card import Card
from selfcare_app.ui.boundaries.fold import Fold
from selfcare_app.ui.choice import PageChoice
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.settings.section import RING, help_label
from selfcare_app.ui.settings.setting_row import SettingRow, YesOrNoRow
from selfcare_app.ui.theme import Theme

_ALWAYS_SHOWN: tuple[Declaration[Any], ...] = (BEFORE_END, PAST_END, SNOOZES)
_FOLDED: tuple[Declaration[Any], ...] = (
    *(ON_TIME, NUDGES, QUIET_FROM, QUIET_UNTIL),
    *(START_REMINDER, BREAK_REMINDER, ACTIVITY_SEEN),
)
_SHORTEST_CHOICE = 12
"""Characters; so the boxes stand in line, and so do the words after them."""
_EVERY: tuple[Declaration[Any], ...] = WORK_DECLARATIONS
"""Without the types of the values, as above: rows are as the declarations say."""


def _goes_on(declaration: Declaration[Any]) -> str:
    """How the sentence goes on that a box with the values of `declaration` begins."""
    return {
        BEFORE_END.key: tr("before the end"),
        PAST_END.key: tr("past the end"),
        SNOOZES.key: tr("“Later” can be chosen on one day"),
        ON_TIME.key: tr("is how exactly “on time” is meant"),
        NUDGES.key: tr("about the same habit, at most"),
        QUIET_FROM.key: tr("begins the quiet time for habits"),
        QUIET_UNTIL.key: tr("ends it"),
    }[declaration.key]


class SentenceRow(SettingRow):
    """A sentence that begins with a box: “30 min | before the end”."""

    def __init__(self, declaration: Declaration[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._allowed = declaration.allowed
        self.box = PageChoice(self)
        self.box.setMinimumContentsLength(_SHORTEST_CHOICE)
        for value in declaration.allowed:
            self.box.addItem(declaration.words_of(value))
        self.box.setAccessibleName(tr(declaration.title))
        self.box.setAccessibleDescription(tr(declaration.help))
        self.box.activated.connect(lambda number: self.chosen.emit(self._allowed[number]))
        self.words = QLabel(_goes_on(declaration), self)
        self.words.setWordWrap(True)
        self.setToolTip(tr(declaration.help))
        line = QHBoxLayout(self)
        line.setContentsMargins(RING, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.box)
        line.addWidget(self.words, 1)

    @property
    def control(self) -> QWidget:
        """The box."""
        return self.box

    def show_value(self, value: object) -> None:
        """Show `value` in the box."""
        self.box.setCurrentIndex(self._allowed.index(value))


class RemindersCard(Card):
    """Every setting of work hours, as sentences; those that are seldom changed folded away."""

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Reminders"), parent)
        self._settings = workspace.settings
        self.rows: dict[str, SettingRow] = {}
        """The row of each setting by its key."""
        for declaration in _ALWAYS_SHOWN:
            self.add(self._row(declaration, self), rings=True)
        about = tr(
            "Another comes at the end itself. While you are “In session” all of them wait; "
            "then you are told the latest alone."
        )
        self.add(help_label(about, self))
        self.fold = Fold(tr("Breaks, quiet time and more"), theme, icons, self)
        for declaration in _FOLDED:
            self.fold.fill(self._row(declaration, self.fold.content), rings=True)
        self.add(self.fold, rings=True)
        self.add_line()
        self.add(self._row(REMINDER_NAMES, self), rings=True)
        self.refresh()

    def _row(self, declaration: Declaration[Any], parent: QWidget) -> SettingRow:
        tick = isinstance(declaration.default, bool)
        row = (YesOrNoRow if tick else SentenceRow)(declaration, parent)
        row.chosen.connect(
            lambda value: self.try_to(lambda: self._settings.set(declaration, value))
        )
        self.rows[declaration.key] = row
        return row

    def refresh(self) -> None:
        """Show the settings as they are now."""
        for declaration in _EVERY:
            self.rows[declaration.key].show_value(self._settings.get(declaration))

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self.fold.set_theme(theme, icons)
