"""Whether the system starts the program when the person signs in: kept by the system itself."""

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.services.settings import BACKGROUND, Declaration
from selfcare_app.ui.settings.setting_row import YesOrNoRow

_AUTOSTART = Declaration(
    "autostart",
    False,
    (True, False),
    "Start when I sign in",
    "Without a window, so that reminders come from the first minute on.",
    BACKGROUND,
)


class Autostart(Protocol):
    """What the system keeps; the last two may raise KnownError."""

    def is_on(self) -> bool:
        """Whether the system starts the program."""

    def turn_on(self) -> None:
        """Have the system start it."""

    def turn_off(self) -> None:
        """Have the system no longer start it."""


class AutostartRow(YesOrNoRow):
    """Asks the system whenever it is shown, for others may have changed it."""

    problem = Signal(str)
    """A sentence about what the system did not let be changed."""

    def __init__(self, autostart: Autostart, parent: QWidget) -> None:
        super().__init__(_AUTOSTART, parent)
        self._autostart = autostart
        self.chosen.connect(self._on_chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what the system says now."""
        super().showEvent(event)
        self.show_value(self._autostart.is_on())

    def _on_chosen(self, wanted: object) -> None:
        try:
            if wanted:
                self._autostart.turn_on()
            else:
                self._autostart.turn_off()
        except KnownError as error:
            self.problem.emit(str(error))
        self.show_value(self._autostart.is_on())
