"""The icon in the system's tray, on systems that have one, which may come and go."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon


class Tray(QObject):
    """Shows the icon while there is a tray; everything works without one."""

    opened = Signal()
    """The icon was clicked, rather than its menu."""
    message_clicked = Signal()
    """The last message was clicked."""

    def __init__(
        self,
        icon: QIcon,
        make_menu: Callable[[], QMenu],
        parent: QObject,
        is_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        """`make_menu` is called once there is a tray; `is_there` tells whether there is one."""
        super().__init__(parent)
        self._icon, self._make_menu, self._is_there = icon, make_menu, is_there
        self._menu: QMenu | None = None
        self._shown: QSystemTrayIcon | None = None
        self._words = ""

    @property
    def present(self) -> bool:
        """Whether the icon stands in a tray."""
        return self._shown is not None

    def look(self) -> None:
        """Follow a tray that has come or gone since this was last called."""
        if self._is_there():
            if self._shown is None:
                self._show()
        else:
            self.leave()

    def say(self, words: str) -> None:
        """Have the icon say `words` to whoever points at it."""
        self._words = words
        if self._shown is not None and self._shown.toolTip() != words:
            self._shown.setToolTip(words)

    def show_message(self, title: str, body: str) -> None:
        """Show a message beside the icon; nothing where there is no tray."""
        if self._shown is not None:
            self._shown.showMessage(title, body, self._icon)

    def leave(self) -> None:
        """Take the icon away."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    def _show(self) -> None:
        shown = QSystemTrayIcon(self._icon, self)
        self._menu = self._menu or self._make_menu()
        shown.setContextMenu(self._menu)
        shown.setToolTip(self._words)
        shown.activated.connect(self._on_activated)
        shown.messageClicked.connect(self.message_clicked)
        shown.show()
        self._shown = shown

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()
