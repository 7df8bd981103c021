"""The table's header: what the figures mean, the dates, the day looked at."""

from datetime import date

from PySide6.QtCore import QLocale, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.theme import Theme, font
from selfcare_app.ui.today.delegate import TodayDelegate
from selfcare_app.ui.today.geometry import INDENT
from selfcare_app.ui.today.model import NAME_COLUMN, TodayModel
from selfcare_app.ui.today.shapes import draw_shape
from selfcare_app.ui.today.state import Shape
from selfcare_app.ui.wording import short_day_words

Align = Qt.AlignmentFlag


class DaysHeader(QHeaderView):
    """Paints the legend, two lines for each date, and the titles of the last columns."""

    def __init__(
        self, model: TodayModel, cells: TodayDelegate, theme: Theme, parent: QWidget
    ) -> None:
        """`cells` paints the days below, whose centres the dates share."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setViewport(QWidget())  # As in the table: Qt's own takes long to be made known.
        self._cells = cells
        self._model = model
        self.theme = theme
        self.today_shown = True
        """Whether the day looked at is today."""
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)
        self.setAccessibleName(tr("Days"))

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        metrics = QFontMetrics(font("caption"))
        return QSize(super().sizeHint().width(), max(34, metrics.height() * 2 + 4))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one column's title."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption"))
        painter.setPen(QColor(self.theme.text_second))
        if section == NAME_COLUMN:
            self._paint_legend(painter, rect)
        elif section == self._model.control_column:
            day = tr("Today") if self.today_shown else short_day_words(self._model.day)
            painter.setFont(font("caption", QFont.Weight.DemiBold))
            painter.setPen(QColor(self.theme.text))
            painter.drawText(rect.adjusted(INDENT, 0, 0, 0), Align.AlignVCenter, day)
        elif section == self._model.figures_column:
            words = tr("Last 30 days")
            painter.drawText(rect.adjusted(INDENT - 8, 0, 0, 0), Align.AlignVCenter, words)
        else:
            self._paint_day(painter, rect, section)
        painter.restore()

    def paintEvent(self, event: object) -> None:
        """Paint the sections and the line beneath them."""
        super().paintEvent(event)  # type: ignore[arg-type]  # handed on as it came
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self.theme.divider), 1))
        bottom = self.viewport().height() - 1
        painter.drawLine(0, bottom, self.viewport().width(), bottom)
        painter.end()

    def _paint_day(self, painter: QPainter, rect: QRect, section: int) -> None:
        day = self._model.day_of(section)
        looked_at = section == len(self._model.days)
        if looked_at:
            painter.fillRect(rect, QColor(self.theme.today_band))
            painter.setFont(font("caption", QFont.Weight.Bold))
            painter.setPen(QColor(self.theme.text))
        centre = round(self._cells.day_centre(rect, section).x())
        width = rect.width() if looked_at else self._cells.pitch + 1
        line = painter.fontMetrics().height()
        top = rect.top() + (rect.height() - 2 * line) // 2
        for number, words in enumerate((_weekday_letters(day), str(day.day))):
            where = QRect(centre - width // 2, top + number * line, width, line)
            painter.drawText(where, Align.AlignCenter, words)

    def _paint_legend(self, painter: QPainter, rect: QRect) -> None:
        ink = QColor(self.theme.text_second)
        fill, ground = QColor(self.theme.faint), QColor(self.theme.surface)
        metrics = painter.fontMetrics()
        left = rect.left() + 14
        for shape, words in (
            (Shape.DONE, tr("done")),
            (Shape.PARTLY, tr("partly")),
            (Shape.REST, tr("rest")),
            (Shape.OPEN, tr("open")),
            (Shape.FREE, tr("not planned")),
        ):
            width = 13 if shape is not Shape.FREE else 4
            if left + width + 4 + metrics.horizontalAdvance(words) > rect.right():
                return
            centre = QPointF(left + width / 2, rect.center().y() + 0.5)
            draw_shape(painter, centre, shape, (ink, fill, ground), self.theme, 0.85)
            painter.setPen(ink)
            left += width + 4
            room = QRect(left, rect.top(), rect.right() - left, rect.height())
            painter.drawText(room, Align.AlignVCenter | Align.AlignLeft, words)
            left += metrics.horizontalAdvance(words) + 7


def _weekday_letters(day: date) -> str:
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)[:2]
