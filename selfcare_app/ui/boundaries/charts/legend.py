"""What the signs in the chart of planned and actual hours mean."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from selfcare_app.domain.words import tr
from selfcare_app.ui.boundaries.charts.shown import HUE, HoursShown
from selfcare_app.ui.charts.legend import Legend
from selfcare_app.ui.theme import Theme


class Sign(Enum):
    """What stands in the chart."""

    WORKED = auto()
    PLANNED_END = auto()
    PAST = auto()
    UNKNOWN = auto()


class HoursLegend(Legend):
    """Explains the signs that are there."""

    def __init__(self) -> None:
        super().__init__()
        self._signs: list[Sign] = []

    def show_signs(self, shown: HoursShown) -> None:
        """Explain what stands in the chart of `shown`, if anything does."""
        past = tr("past the end")
        if shown.tolerance:
            past = tr("past the end (more than {minutes} min)", minutes=shown.tolerance)
        words = {
            Sign.WORKED: tr("worked"),
            Sign.PLANNED_END: tr("planned end"),
            Sign.PAST: past,
        }
        if shown.weeks.unknown:
            words[Sign.UNKNOWN] = tr("end not known")
        if not shown.weeks.telling:
            words.clear()
        self._signs = list(words)
        self.say(words.values(), shown.theme)

    def paint_sign(self, painter: QPainter, place: QRectF, number: int, theme: Theme) -> None:
        """Paint a piece of what stands in the chart."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(round(place.left()) + 0.5, round(place.top()) + 0.5, 11, 11)
        match self._signs[number]:
            case Sign.WORKED:
                painter.setPen(QPen(theme.area(HUE), 1))
                painter.setBrush(theme.fill(HUE))
                painter.drawRect(box)
            case Sign.PLANNED_END:
                painter.setPen(QPen(QColor(theme.text), 2))
                middle = round(box.center().y())
                painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
            case Sign.PAST:
                painter.fillRect(box, QColor(theme.past_ground))
                painter.setPen(QPen(QColor(theme.past), 1))
                painter.setBrush(QBrush(QColor(theme.past), Qt.BrushStyle.BDiagPattern))
                painter.drawRect(box)
            case Sign.UNKNOWN:
                painter.setPen(QPen(QColor(theme.outline), 1))
                painter.drawRect(box)
