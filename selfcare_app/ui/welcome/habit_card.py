"""A habit to choose: one card, the whole of which is a box to tick."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from selfcare_app.domain.area import Area, area_title
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.ui.theme import RADIUS, Theme, font, text_factor
from selfcare_app.ui.welcome.words import card_words, whole_words

_BOX = 18
_BOX_RADIUS = 4
_TICK = (QPointF(5, 9.4), QPointF(7.8, 12.2), QPointF(13, 6.2))
"""In a box of `_BOX`."""
_SIDE = 10
"""Left of the box, between box and words, and right of the words."""
_ABOVE = 8
_LONGEST_LINE = 20
"""Width of the longest words that a card makes room for, in average letters."""


class HabitCard(QAbstractButton):
    """Name and schedule of a habit beside a box; Space or a click ticks it."""

    refused = Signal()
    """It was to be ticked while `closed`."""

    def __init__(self, habit: Habit, area: Area, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.habit = habit
        self.closed = False
        """Whether it cannot be ticked, for as many as can be are; it can always be unticked."""
        self._theme = theme
        self._line = card_words(habit)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(habit.name)
        self.setAccessibleName(
            tr(
                "{habit}, {area}, {how}",
                habit=habit.name,
                area=area_title(area),
                how=self._line,
            )
        )
        self.setAccessibleDescription(whole_words(habit))
        self.setToolTip(f"{habit.name}\n{whole_words(habit)}")

    def nextCheckState(self) -> None:
        """Tick or untick, unless it is closed."""
        if self.closed and not self.isChecked():
            self.refused.emit()
        else:
            super().nextCheckState()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both lines."""
        name, line = QFontMetrics(self._name_font(chosen=True)), QFontMetrics(font("caption"))
        wanted = max(name.horizontalAdvance(self.text()), line.horizontalAdvance(self._line))
        words = min(wanted, name.averageCharWidth() * _LONGEST_LINE)
        height = name.height() + line.height() + 2 * _ABOVE
        return QSize(3 * _SIDE + self._box_size() + words + 2, height)

    def minimumSizeHint(self) -> QSize:
        """Words give way where there is no room at all."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, box and words; a chosen card stands in the colour of its area."""
        theme, area = self._theme, self.habit.area
        chosen, focused = self.isChecked(), self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.hover if self.underMouse() else theme.surface)
        border = QColor(theme.divider)
        if chosen:
            ground, border = theme.tint(area), theme.area(area)
        self._paint_frame(painter, 0, theme.focus if focused else border, chosen or focused, ground)
        if chosen and focused:
            self._paint_frame(painter, 3, border, True, ground)
        box = QRect(0, 0, self._box_size(), self._box_size())
        box.moveCenter(QPoint(_SIDE + box.width() // 2, self.height() // 2))
        self._paint_words(painter, box.right() + 1 + _SIDE)
        box = self._mirrored(box)
        painter.setPen(QPen(QColor(theme.primary if chosen else theme.outline), 1.2))
        painter.setBrush(QColor(theme.primary if chosen else theme.surface))
        inside = QRectF(box).adjusted(0.6, 0.6, -0.6, -0.6)
        painter.drawRoundedRect(inside, _BOX_RADIUS, _BOX_RADIUS)
        if chosen:
            unit = box.width() / _BOX
            pen = QPen(QColor(theme.on_primary), 1.8 * unit)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            corner = box.topLeft().toPointF()
            painter.drawPolyline(QPolygonF([corner + point * unit for point in _TICK]))
        painter.end()

    def _paint_frame(
        self, painter: QPainter, inset: int, colour: QColor | str, wide: bool, ground: QColor
    ) -> None:
        half = (2 if wide else 1) / 2 + inset
        painter.setPen(QPen(QColor(colour), 2 if wide else 1))
        painter.setBrush(ground)
        radius = RADIUS - inset / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )

    def _paint_words(self, painter: QPainter, left: int) -> None:
        top, width = _ABOVE, self.width() - left - _SIDE
        for words, type_, colour in (
            (self.text(), self._name_font(chosen=self.isChecked()), self._theme.text),
            (self._line, font("caption"), self._theme.text_second),
        ):
            metrics = QFontMetrics(type_)
            painter.setFont(type_)
            painter.setPen(QColor(colour))
            where = self._mirrored(QRect(left, top, width, metrics.height()))
            painter.drawText(
                where,
                Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(words, Qt.TextElideMode.ElideRight, width),
            )
            top += metrics.height()

    def _mirrored(self, rect: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            rect.moveLeft(self.width() - rect.right() - 1)
        return rect

    def _box_size(self) -> int:
        return round(_BOX * max(1.0, text_factor()))

    def _name_font(self, *, chosen: bool) -> QFont:
        return font("body", QFont.Weight.DemiBold if chosen else QFont.Weight.Medium)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover ground."""
        self.update()
        super().enterEvent(event)
