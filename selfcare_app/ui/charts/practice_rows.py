"""A row for each habit: its last weeks, its strength, and how many planned days were kept."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.painted import ChoosableChart, caption_height
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, font

_ICON = 17
_GAP = 16.0
_NARROW_WEEK, _WIDE_WEEK = 10.0, 18.0
"""Pixels from week to week, where there is little room for them and where there is more."""
_BETWEEN_BARS = 3.0
_STRENGTH = 110.0
_NAME = 11
"""The room for a name at the least, in lines of text."""
_DAYS = 7
_ROW_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class PracticeWeek(Value):
    """On how many days (0–7) of a week the habit was kept, and whether on all planned ones."""

    days: int
    whole: bool


class PracticeRow(Value):
    """One habit: `strength` 0–100 and `kept` as they stand in its row, `words` all about it."""

    habit_id: str
    name: str
    icon: str
    hue: str
    weeks: Sequence[PracticeWeek]
    strength: float
    kept: str
    words: str


class _Columns(NamedTuple):
    """Where weeks, strength and days kept begin; the first two are 0 where there is no room for
    them beside a name. `pitch` is from week to week."""

    weeks: float
    pitch: float
    strength: float
    kept: float


class PracticeRows(ChoosableChart):
    """The habits below each other; a click, or Enter, asks for more of one."""

    habit_chosen = Signal(str)
    """The id of the habit that the person wants to see more of."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.rows: Sequence[PracticeRow] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[PracticeRow], theme: Theme) -> None:
        """Show other rows."""
        if len(rows) != len(self.rows):
            self.updateGeometry()
        self.rows = rows
        self.show_in(theme, "")

    def count(self) -> int:
        """How many habits there are."""
        return len(self.rows)

    def words_at(self, number: int) -> str:
        """All about a habit."""
        return self.rows[number].words

    def rect_of(self, number: int) -> QRectF:
        """A row."""
        high = self._row_height()
        return QRectF(4, self._head() + number * high + 3, self.width() - 8, high - 6)

    def number_at(self, point: QPointF) -> int | None:
        """The row at that height."""
        number = int((point.y() - self._head()) // self._row_height())
        return number if 0 <= number < len(self.rows) else None

    def step(self, key: Qt.Key, number: int) -> int | None:
        """Up and down go from row to row."""
        return number + _ROW_STEPS[key] if key in _ROW_STEPS else super().step(key, number)

    def start(self) -> int:
        """The first row."""
        return 0

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(400, round(self._head() + len(self.rows) * self._row_height()))

    def minimumSizeHint(self) -> QSize:
        """The same: a row that is cut off says nothing."""
        return QSize(160, self.sizeHint().height())

    def _head(self) -> float:
        return caption_height() + 6

    def _row_height(self) -> float:
        return max(30.0, QFontMetricsF(font("body")).height() + 12)

    def choose(self, number: int) -> None:
        """Ask for more of the habit."""
        self.habit_chosen.emit(self.rows[number].habit_id)

    # Painting

    def _columns(self) -> _Columns:
        metrics = QFontMetricsF(font("caption", QFont.Weight.DemiBold))
        widest = max(
            metrics.horizontalAdvance(words)
            for words in (tr("Kept"), *(row.kept for row in self.rows))
        )
        kept = self.width() - widest - _GAP / 2
        strength_room = _STRENGTH + metrics.horizontalAdvance("100") + 8
        strength = kept - _GAP - strength_room
        name = _ICON + 12 + caption_height() * _NAME
        title = metrics.horizontalAdvance(self._weeks_title())
        for pitch in (_WIDE_WEEK, _NARROW_WEEK):
            weeks = strength - _GAP - max(self._count_of_weeks() * pitch, title)
            # Twice the room for names, before weeks take more than they need.
            if weeks >= (2 * name if pitch is _WIDE_WEEK else name):
                return _Columns(weeks, pitch, strength, kept)
        return _Columns(0.0, 0.0, strength if strength >= name * 0.7 else 0.0, kept)

    def _count_of_weeks(self) -> int:
        return max((len(row.weeks) for row in self.rows), default=0)

    def _weeks_title(self) -> str:
        return tr("Days kept in {count} weeks", count=self._count_of_weeks())

    def paint_parts(self, painter: QPainter, theme: Theme) -> None:
        """Paint the titles and the rows that are seen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self._columns()
        self._paint_titles(painter, theme, columns)
        seen = self.exposed.adjusted(0, -2, 0, 2)
        for number, row in enumerate(self.rows):
            place = self.rect_of(number)
            if place.bottom() >= seen.top() and place.top() <= seen.bottom():
                self._paint_row(painter, theme, row, place, columns)

    def _paint_titles(self, painter: QPainter, theme: Theme, columns: _Columns) -> None:
        painter.setFont(font("caption"))
        painter.setPen(QColor(theme.text_second))
        titles = (
            (columns.weeks, self._weeks_title(), _LEFT),
            (columns.strength, tr("Strength"), _LEFT),
            (columns.kept - _GAP, tr("Kept"), _RIGHT),
        )
        for left, words, side in titles if self.rows else ():
            if left:
                place = QRectF(left, 0, self.width() - left - _GAP / 2, self._head())
                painter.drawText(place, side | Qt.AlignmentFlag.AlignTop, words)

    def _paint_row(
        self, painter: QPainter, theme: Theme, row: PracticeRow, place: QRectF, columns: _Columns
    ) -> None:
        middle = place.center().y()
        pixmap = self._icons.pixmap(row.icon, _ICON, theme.area(row.hue), self.devicePixelRatioF())
        painter.drawPixmap(QPointF(8, middle - _ICON / 2), pixmap)
        painter.setFont(font("body"))
        painter.setPen(QColor(theme.text))
        left = 8.0 + _ICON + 8
        right = (columns.weeks or columns.strength or columns.kept) - _GAP
        room = QRectF(left, place.top(), right - left, place.height())
        name = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, _LEFT | _MIDDLE, name)
        if columns.weeks:
            start = QPointF(columns.weeks, place.bottom())
            self._paint_weeks(painter, theme, row, start, columns.pitch, place.height())
        if columns.strength:
            self._paint_strength(painter, theme, row, QPointF(columns.strength, middle))
        painter.setFont(font("caption", QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        room = QRectF(columns.kept - _GAP, place.top(), 0, place.height())
        room.setRight(self.width() - _GAP / 2)
        painter.drawText(room, _RIGHT | _MIDDLE, row.kept)

    def _paint_weeks(
        self,
        painter: QPainter,
        theme: Theme,
        row: PracticeRow,
        start: QPointF,
        pitch: float,
        height: float,
    ) -> None:
        """A bar a week, as high as the days it was kept on; filled where all planned ones were."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        full, base = theme.area(row.hue), round(start.y())
        painter.setPen(QPen(QColor(theme.outline), 1))
        width = len(row.weeks) * pitch - _BETWEEN_BARS
        painter.drawLine(QPointF(start.x(), base), QPointF(start.x() + width, base))
        painter.setPen(QPen(full, 1))
        for number, week in enumerate(row.weeks):
            if not week.days:
                continue
            high = round(week.days / _DAYS * height)
            painter.setBrush(full if week.whole else theme.fill(row.hue))
            left = round(start.x() + number * pitch)
            painter.drawRect(QRectF(left, base - high, pitch - _BETWEEN_BARS - 1, high))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_strength(
        self, painter: QPainter, theme: Theme, row: PracticeRow, start: QPointF
    ) -> None:
        high = 8.0
        left, top = start.x() + 0.5, round(start.y() - high / 2) + 0.5
        groove = QRectF(left, top, _STRENGTH, high)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.outline), 1))
        painter.drawRoundedRect(groove, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.area(row.hue))
        painter.drawRoundedRect(QRectF(left, top, _STRENGTH * row.strength / 100, high), 3, 3)
        painter.setFont(font("caption", QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        room = QRectF(groove.right() + 8, start.y() - 20, 80, 40)
        painter.drawText(room, _LEFT | _MIDDLE, str(round(row.strength)))
