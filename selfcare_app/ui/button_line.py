"""Buttons side by side, or below each other where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

SPACING = 8


class ButtonLine(QWidget):
    """Stands at the left; its buttons keep the width of their words."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._stacked: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACING)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place()

    @property
    def stacked(self) -> bool:
        """Whether the buttons stand below each other."""
        return bool(self._stacked)

    def _place(self) -> None:
        """Put the buttons where there is room for them."""
        shown = [button for button in self._buttons if not button.isHidden()]
        width = sum(button.sizeHint().width() + SPACING for button in shown) - SPACING
        stacked = width > self.width()
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for number, button in enumerate(self._buttons):
            self._grid.removeWidget(button)
            row, column = (number, 0) if stacked else (0, number)
            self._grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(len(self._buttons), 1)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest button."""
        widest = max(button.sizeHint().width() for button in self._buttons)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew whether there is room."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Look anew when words or their size change."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return handled
