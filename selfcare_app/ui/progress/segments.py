"""A few choices side by side, of which one holds."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from selfcare_app.ui.theme import RADIUS, Theme, font


class Segments(QWidget):
    """Buttons in one frame; the arrow keys go from one to the next."""

    chosen = Signal(int)
    """The number of the choice that holds now."""

    def __init__(self, titles: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, title in enumerate(titles):
            button = _Segment(title, theme, first=not number, last=number == len(titles) - 1)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idToggled.connect(self._on_toggled)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """The buttons, in order."""
        return self._group.buttons()

    def choose(self, number: int) -> None:
        """Let that choice hold."""
        self._group.button(number).setChecked(True)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        for button in self.buttons:
            button.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for button in self.buttons:
            if isinstance(button, _Segment):
                button.theme = theme
                button.update()

    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(number)


class _Segment(QAbstractButton):
    def __init__(self, title: str, theme: Theme, *, first: bool, last: bool) -> None:
        super().__init__()
        self.theme = theme
        self._first, self._last = first, last
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("body", QFont.Weight.DemiBold))
        return QSize(metrics.horizontalAdvance(self.text()) + 28, max(32, metrics.height() + 14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self._shape()
        hovered = self.underMouse()
        ground = theme.primary if self.isChecked() else theme.hover if hovered else theme.surface
        painter.fillPath(shape, QColor(ground))
        painter.setPen(QPen(QColor(theme.primary if self.isChecked() else theme.outline), 1))
        painter.drawPath(shape)
        ink = theme.on_primary if self.isChecked() else theme.text
        if self.hasFocus():
            painter.setPen(QPen(QColor(ink), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 3, 3)
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium
        painter.setFont(font("body", weight))
        painter.setPen(QColor(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _shape(self) -> QPainterPath:
        """The frame, round at the outer ends; neighbours share the line between them."""
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, 0.5, -0.5)
        if self._last:
            rect.setRight(rect.right() - 1)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(rect, RADIUS, RADIUS)
        square = QRectF(rect)
        if self._first:
            square.setLeft(rect.center().x())
        if self._last:
            square.setRight(rect.center().x())
        if not (self._first and self._last):
            path.addRect(square)
        return path.simplified()
