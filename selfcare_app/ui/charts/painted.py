"""What charts have in common that paint themselves: pointing at their parts, and a label."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.ui.announce import announce
from selfcare_app.ui.charts.ink_label import paint_label
from selfcare_app.ui.theme import Theme, font

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PaintedChart(QWidget):
    """A row of parts, such as bars. The mouse or, with the focus, the arrow keys point at one,
    and a label tells of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None
        self.hue = ""
        self._pointed: int | None = None
        self.exposed = self.rect()
        """What of it is to be painted just now."""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # It paints its own ground, so what lies beneath need not be painted with it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What each chart says for itself

    def count(self) -> int:
        """How many parts there are."""
        raise NotImplementedError

    def words_at(self, number: int) -> str:
        """All about a part."""
        raise NotImplementedError

    def rect_of(self, number: int) -> QRectF:
        """Where a part lies; it may lie outside of what is seen."""
        raise NotImplementedError

    def number_at(self, point: QPointF) -> int | None:
        """The part at `point`."""
        raise NotImplementedError

    def paint_parts(self, painter: QPainter, theme: Theme) -> None:
        """Paint everything but the label and what is pointed at."""
        raise NotImplementedError

    def start(self) -> int:
        """The part that the keys begin with."""
        return self.count() - 1

    def bring_into_view(self, number: int) -> None:
        """Move a part into what is seen."""

    def step(self, key: Qt.Key, number: int) -> int | None:
        """Where a key leads from a part; None where it is none of ours."""
        match key:
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return self.count() - 1
        return number + _STEPS[key] if key in _STEPS else None

    # Showing

    def show_in(self, theme: Theme, hue: str) -> None:
        """Paint anew what has been given, in the colours of `theme` and `hue`."""
        self.theme, self.hue = theme, hue
        count = self.count()
        if self._pointed is not None and self._pointed >= count:
            self._pointed = count - 1 if count else None
        # Without parts there is nothing that the keys could point at.
        policy = Qt.FocusPolicy.StrongFocus if count else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.update()

    @property
    def pointed(self) -> int | None:
        """The part that is pointed at."""
        return self._pointed

    @property
    def label(self) -> str:
        """What the label says; empty while there is none."""
        return "" if self._pointed is None else self.words_at(self._pointed)

    def point_at(self, number: int | None) -> None:
        """Point at a part, or at none."""
        if number != self._pointed:
            self._pointed = number
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart."""
        self.exposed = event.rect()
        painter = QPainter(self)
        if self.theme is not None:
            painter.fillRect(self.rect(), QColor(self.theme.surface))
            self.paint_parts(painter, self.theme)
            if self._pointed is not None:
                self._paint_pointed(painter, self.theme, self._pointed)
        painter.end()

    def paint_on(self, painter: QPainter, theme: Theme) -> None:
        """Paint all of it elsewhere, such as on paper, without what is pointed at."""
        self.exposed = self.rect()
        self.paint_parts(painter, theme)

    def _paint_pointed(self, painter: QPainter, theme: Theme, number: int) -> None:
        place = self.rect_of(number)
        if not place.intersects(QRectF(self.rect())):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.focus), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(-3, -3, 3, 3), 4, 4)
        above = QPointF(place.center().x(), place.top())
        paint_label(painter, above, self.words_at(number), QRectF(self.rect()), theme)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what lies under the mouse."""
        self.point_at(self.number_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at what lies under the mouse, and on from there with the keys."""
        self.point_at(self.number_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing, unless the keys do."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start with the part that the keys begin with."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.count():
            self._go_to(self.start() if self._pointed is None else self._pointed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        super().focusOutEvent(event)
        self.point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point at another part, such as the first and last one with Home and End."""
        count = self.count()
        number = None
        if count:
            from_here = self.start() if self._pointed is None else self._pointed
            number = self.step(Qt.Key(event.key()), from_here)
        if number is None:
            event.ignore()
            return
        self._go_to(min(max(number, 0), count - 1))
        announce(self, self.label)

    def _go_to(self, number: int) -> None:
        self.bring_into_view(number)
        self.point_at(number)


class ChoosableChart(PaintedChart):
    """A chart whose parts can be chosen: by a click, or with Enter or Space."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: int | None = None

    def choose(self, number: int) -> None:
        """The person has chosen that part."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click begins."""
        super().mousePressEvent(event)
        self._pressed = self.number_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the part on which a click began and ends."""
        number, pressed = self.number_at(event.position()), self._pressed
        self._pressed = None
        if number is not None and number == pressed:
            self.choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter or Space; point at another part with the other keys."""
        if Qt.Key(event.key()) in _CHOOSING and self.pointed is not None:
            self.choose(self.pointed)
            return
        super().keyPressEvent(event)


def caption_height() -> float:
    """The height of small text."""
    return QFontMetricsF(font("caption")).height()
