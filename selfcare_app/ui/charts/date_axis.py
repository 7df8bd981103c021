"""The days under a chart that paints itself."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from selfcare_app.domain.value import Value
from selfcare_app.ui.charts.date_ticks import date_ticks
from selfcare_app.ui.charts.zoom import Zoom
from selfcare_app.ui.theme import Theme, font

_WIDEST = "88 Mmm 88"
_GAP = 6


class DateAxis(Value):
    """How days are named: weeks start on ISO weekday `first_weekday`, and `year` goes without
    saying."""

    first_weekday: int
    year: int

    def paint(
        self,
        painter: QPainter,
        theme: Theme,
        zoom: Zoom,
        days: tuple[int, int],
        middle: float = 0.0,
    ) -> None:
        """Name some of the day numbers from the first to the second of `days` at the bottom of
        the chart; the `middle` of a day lies so many days after its number."""
        chart = zoom.chart
        metrics = QFontMetricsF(font("caption"))
        painter.setFont(font("caption"))
        painter.setPen(QColor(theme.text_second))
        first, last = days
        room = zoom.x_of(last) - zoom.x_of(first)
        most = max(1, int(room // (metrics.horizontalAdvance(_WIDEST) + _GAP)))
        baseline = chart.height() - metrics.descent()
        free_from = 0.0
        for tick in date_ticks(first, last, most, self.first_weekday, self.year):
            width = metrics.horizontalAdvance(tick.words)
            start = max(zoom.x_of(tick.day + middle) - width / 2, 0.0)
            if start < free_from or start + width > chart.width():
                continue
            free_from = start + width + _GAP
            painter.drawText(QPointF(start, baseline), tick.words)
