"""A card that lies over the pages for a moment: Esc or a click beside it puts it away."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

_LOOK_CHANGED = (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange)


class Overlay(QWidget):
    """Covers the window without being seen, and holds a card; gives the focus back."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._closing = False
        self._before = _with_ancestors(QApplication.focusWidget())
        self.card = QFrame(self)
        self.card.setProperty("role", "overlay")
        self.hide()

    def open(self) -> None:
        """Show it, with the focus in it."""
        self._window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> bool:
        """Put it away for good, and give the focus back to where it was."""
        if self._closing:
            return True
        self._closing = True
        self._window.removeEventFilter(self)
        held_focus = self.isAncestorOf(QApplication.focusWidget() or self._window)
        self.hide()
        if held_focus:
            self._give_focus_back()
        self.closed.emit()
        self.deleteLater()
        return True

    def first_focus(self) -> QWidget:
        """Where the focus shall be first."""
        raise NotImplementedError

    def place_of_card(self, room: QRect) -> QRect:
        """Where the card shall stand in `room`, the window's area."""
        raise NotImplementedError

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        self.card.setGeometry(self.place_of_card(self.rect()))

    def _give_focus_back(self) -> None:
        # A field in the table is gone by now; then the table around it takes the focus.
        for widget in self._before:
            if isValid(widget) and widget.isVisible() and widget.focusPolicy():
                widget.setFocus(Qt.FocusReason.PopupFocusReason)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the window's size; go where its colours or its text size change."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        elif event.type() in _LOOK_CHANGED:
            self.close()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays among the parts of the card."""
        parts = [
            part
            for part in self.card.findChildren(QWidget)
            if part.isVisible()
            and part.isEnabled()
            and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        now = self.focusWidget()
        if parts:
            place = parts.index(now) if now in parts else -1
            there = parts[(place + (1 if forward else -1)) % len(parts)]
            there.setFocus(
                Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away; no other key reaches what lies beneath."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card puts it away; one on the card does not."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close()


def _with_ancestors(widget: QWidget | None) -> list[QWidget]:
    found = []
    while widget is not None:
        found.append(widget)
        widget = widget.parentWidget()
    return found
