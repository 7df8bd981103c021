"""Lets Enter press the button in focus, as Space does; Qt does so in dialogs alone."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterKey(QObject):
    """Watches the keys that no part of a window takes for its own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._struck_on: QWidget | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button that had the focus when the key went down.

        Enter in a field may lead the focus on to a button, which must not be pressed too.
        """
        if event.type() == QEvent.Type.ShortcutOverride:
            self._struck_on = self._window.focusWidget()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            button, self._struck_on = self._struck_on, None
            pressed = event.key() in _ENTER and button is self._window.focusWidget()
            if pressed and isinstance(button, QAbstractButton):
                button.click()
                return True
        return super().eventFilter(watched, event)
