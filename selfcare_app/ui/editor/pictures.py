"""A colour or a drawing, chosen among pictures of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from selfcare_app.domain.area import COLOURS
from selfcare_app.domain.words import tr
from selfcare_app.ui.colours import colour_title
from selfcare_app.ui.icons import HABIT_ICONS, Icons, habit_icon_title
from selfcare_app.ui.theme import RADIUS, Theme, font

Draw = Callable[[QPainter, QRectF, str], None]
"""Draws what a value stands for into a square."""
PICTURE = 18


class PictureChoice(QWidget):
    """Buttons with pictures, one of which holds; the arrow keys go from one to the next."""

    chosen = Signal()

    def __init__(
        self, values: Sequence[tuple[str, str]], theme: Theme, columns: int, parent: QWidget
    ) -> None:
        """`values` come with their names, in rows of `columns`; an empty value, which comes
        first, is shown with its name."""
        super().__init__(parent)
        self._values = [value for value, _ in values]
        self._group = QButtonGroup(self)
        self.theme = theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        wide = int(not self._values[0])
        for number, (value, name) in enumerate(values):
            button = _PictureButton(value, name, self)
            self._group.addButton(button, number)
            row, column = (0, 0) if wide > number else divmod(number - wide, columns)
            grid.addWidget(button, row, column + (wide if number >= wide else 0))
        grid.setColumnStretch(columns + wide, 1)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """The buttons, in order."""
        return self._group.buttons()

    def value(self) -> str:
        """The value chosen; empty where it is the first, or none was."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else ""

    def choose(self, value: str) -> None:
        """Choose `value`; one that is not there leaves it to the first."""
        number = self._values.index(value) if value in self._values else 0
        self._group.button(number).setChecked(True)

    def repaint_pictures(self) -> None:
        """Draw anew what may look different, such as after the choice of another area."""
        for button in self.buttons:
            button.update()

    def draw(self, painter: QPainter, square: QRectF, value: str) -> None:
        """Draw what `value` stands for."""
        raise NotImplementedError

    def _on_toggled(self, number: int, checked: bool) -> None:
        if not checked:
            return
        # The Tab key stops at the one that is chosen; Qt sees to it once one had the focus only.
        for button in self.buttons:
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.chosen.emit()


class ColourChoice(PictureChoice):
    """The colours of the set; with an area's hue also “As the area”, which is its value ``""``."""

    def __init__(
        self, theme: Theme, parent: QWidget, area: Callable[[], str] | None = None
    ) -> None:
        self._area = area
        first = [("", tr("As the area"))] if area is not None else []
        values = [(name, colour_title(name)) for name in COLOURS]
        super().__init__([*first, *values], theme, len(COLOURS), parent)
        self.setAccessibleName(tr("Colour"))

    def draw(self, painter: QPainter, square: QRectF, value: str) -> None:
        """A disc of the colour."""
        hue = value or (self._area() if self._area is not None else "")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.area(hue))
        painter.drawEllipse(square)


class IconChoice(PictureChoice):
    """The drawings that a habit can have, and “As the area”, which is the value ``""``."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        parent: QWidget,
        area_icon: Callable[[], str],
        hue: Callable[[], str],
    ) -> None:
        self._icons, self._area_icon, self._hue = icons, area_icon, hue
        values = [(name, habit_icon_title(name)) for name in HABIT_ICONS]
        super().__init__([("", tr("As the area")), *values], theme, len(HABIT_ICONS) // 2, parent)
        self.setAccessibleName(tr("Icon"))

    def draw(self, painter: QPainter, square: QRectF, value: str) -> None:
        """The drawing, in the habit's colour."""
        scale = painter.device().devicePixelRatioF()
        colour = self.theme.area(self._hue())
        size = round(square.width())
        pixmap = self._icons.pixmap(value or self._area_icon(), size, colour, scale)
        painter.drawPixmap(square.topLeft(), pixmap)


class _PictureButton(QAbstractButton):
    def __init__(self, value: str, name: str, choice: PictureChoice) -> None:
        super().__init__(choice)
        self._choice, self._value = choice, value
        self.setText("" if value else name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("body"))
        side = max(34, metrics.height() + 14)
        words = metrics.horizontalAdvance(self.text()) + 8 if self.text() else 0
        return QSize(side + words + (6 if words else 0), side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._choice.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.text), 1.4))
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
            self._draw_mark(painter, frame, theme)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(frame.adjusted(2.5, 2.5, -2.5, -2.5), 3, 3)
        side = QRectF(0, 0, self.height(), self.height())
        square = QRectF(0, 0, PICTURE, PICTURE)
        square.moveCenter(side.center())
        self._choice.draw(painter, square, self._value)
        if self.text():
            painter.setFont(font("body"))
            painter.setPen(QColor(theme.text))
            room = self.rect().adjusted(self.height() - 3, 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _draw_mark(self, painter: QPainter, frame: QRectF, theme: Theme) -> None:
        """A small disc with a tick at the corner, so that not the frame alone says it."""
        centre = frame.bottomRight() - QPointF(5.5, 5.5)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.primary))
        painter.drawEllipse(centre, 5.5, 5.5)
        painter.setPen(QPen(QColor(theme.on_primary), 1.5))
        points = [centre + QPointF(*by) for by in ((-2.6, 0.2), (-0.7, 2.0), (2.7, -1.9))]
        painter.drawPolyline(points)
        painter.restore()
