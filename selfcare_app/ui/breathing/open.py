"""The way to the breathing guide; nothing of it is loaded before it is wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.habit import timed
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Actions, Section
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme

if TYPE_CHECKING:
    from selfcare_app.ui.breathing.guide import BreathingGuide

AREA = "mindfulness"
"""Habits of this practice area are offered first."""


class Breathing(QObject):
    """Opens the guide over the window."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        look: Callable[[], tuple[Theme, Icons]],
        actions: Actions,
    ) -> None:
        """`look` tells the colours of the moment; the guide is registered with `actions`."""
        super().__init__(window)
        self._window, self._workspace, self._look = window, workspace, look
        self.action = actions.add(
            Section.PROGRAM,
            tr("Breathe with the guide…"),
            self.breathe,
            keys="Ctrl+B",
            icon="breathe",
        )

    def breathe(self, habit_id: str | None = None) -> "BreathingGuide":
        """Open the guide, whose minutes may be added to the habit with that id."""
        from selfcare_app.ui.breathing.guide import BreathingGuide

        habits = [habit for habit in self._workspace.records.habits() if timed(habit)]
        habits.sort(key=lambda habit: habit.area != AREA)
        guide = BreathingGuide(
            self._window, self._workspace, lambda: self._look()[0], habits, habit_id
        )
        guide.finished.connect(guide.deleteLater)
        guide.begin()
        return guide
