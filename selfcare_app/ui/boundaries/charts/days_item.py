"""Paints planned and actual work hours: bars, planned ends, days off, axes."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.hours import WorkDay
from selfcare_app.ui.boundaries.charts.days_layout import DaysLayout, Ground, grounds_of
from selfcare_app.ui.boundaries.charts.shown import HUE, HoursShown, clock_words, weekday_letter
from selfcare_app.ui.charts.library import GraphicsObject
from selfcare_app.ui.progress.shown import range_words
from selfcare_app.ui.theme import Theme, font, mixed
from selfcare_app.ui.wording import short_date_words

_NARROW = 5.0
"""Pixels below which a bar has no outline."""
_OVERHANG = 4.0
"""So far the line of a planned end goes beyond its bar."""


class DaysItem(GraphicsObject):
    """The whole chart but its label, in the view's pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: HoursShown | None = None
        self._layout: DaysLayout | None = None
        self._height = 0.0
        self._pointed: int | None = None
        self._focused = False

    def show_days(self, shown: HoursShown, layout: DaysLayout, height: float) -> None:
        """Paint other days, or the same elsewhere."""
        self.prepareGeometryChange()
        self._shown, self._layout, self._height = shown, layout, height
        self.update()

    def point_at(self, number: int | None, *, focused: bool) -> None:
        """Frame a column, more strongly where the keys go on from it."""
        self._pointed, self._focused = number, focused
        self.update()

    def boundingRect(self) -> QRectF:
        """Qt asks where it paints."""
        return QRectF(0, 0, self._layout.width if self._layout else 0.0, self._height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint all of it."""
        if self._shown is None or self._layout is None:
            return
        theme, layout = self._shown.theme, self._layout
        painter.setFont(font("caption"))
        if not layout.columns:
            painter.setPen(QColor(theme.text_second))
            words = tr("Your work days appear here once they are over.")
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.boundingRect(), middle, words)
            return
        _paint_times(painter, theme, layout)
        for ground in grounds_of(layout.columns):
            _paint_ground(painter, theme, layout, ground)
        for number, column in enumerate(layout.columns):
            _paint_day(painter, theme, layout, number, column.day)
        _paint_overrun(painter, theme, layout)
        painter.setPen(QPen(QColor(theme.outline), 1))
        base = round(layout.base) + 0.5
        painter.drawLine(QPointF(layout.left, base), QPointF(layout.right, base))
        _paint_weeks(painter, self._shown, layout)
        if self._pointed is not None:
            painter.setPen(QPen(QColor(theme.focus), 2 if self._focused else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = layout.place_of(self._pointed).adjusted(-4, -4, 4, 4)
            painter.drawRoundedRect(frame, 4, 4)


def _paint_times(painter: QPainter, theme: Theme, layout: DaysLayout) -> None:
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for minute in layout.times:
        y = round(layout.y_of(minute)) + 0.5
        painter.setPen(QPen(QColor(theme.grid), 1))
        painter.drawLine(QPointF(layout.left, y), QPointF(layout.right, y))
        painter.setPen(QColor(theme.text_second))
        room = QRectF(0, y - layout.line / 2, layout.left - 8, layout.line)
        painter.drawText(room, side, clock_words(minute))


def _paint_ground(painter: QPainter, theme: Theme, layout: DaysLayout, ground: Ground) -> None:
    place = layout.ground_of(ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.sunk))
    painter.drawRoundedRect(place, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    metrics = QFontMetricsF(painter.font())
    words = ground.words or tr("day off")
    painter.setPen(QColor(theme.text_second))
    middle = Qt.AlignmentFlag.AlignCenter
    if metrics.horizontalAdvance(words) + 8 <= place.width():
        painter.drawText(place, middle, words)
    elif metrics.height() <= place.width() + 4:
        painter.save()
        painter.translate(place.center())
        painter.rotate(-90)
        high, wide = place.width() + 8, place.height() - 8
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(-wide / 2, -high / 2, wide, high), middle, shown)
        painter.restore()


def _paint_day(
    painter: QPainter, theme: Theme, layout: DaysLayout, number: int, day: WorkDay
) -> None:
    full = theme.area(HUE)
    planned, past, ended = day.planned, day.past, day.ended
    if ended is not None:
        start = day.started if day.started is not None else (planned or (ended,))[0]
        end = min(planned[1], ended) if planned and past else ended
        # Where nobody knows when it began, the planned start stands in, without a fill.
        fill, line = theme.fill(HUE), Qt.PenStyle.SolidLine
        if day.started is None:
            fill, line = QColor(theme.surface), Qt.PenStyle.DashLine
        if end > start:
            _paint_bar(painter, layout.bar_of(number, start, end), fill, QPen(full, 1, line))
    elif planned:
        pen = QPen(QColor(theme.outline), 1)
        _paint_bar(painter, layout.bar_of(number, *planned), QColor(theme.surface), pen)
    if planned and past:
        _paint_past(painter, theme, layout.bar_of(number, *past), layout.y_of(planned[1]))
    if planned:
        bar = layout.bar_of(number, *planned)
        overhang = min(_OVERHANG, (layout.pitch - bar.width()) / 2)
        y = round(bar.top())
        painter.setPen(QPen(QColor(theme.text), 2, c=Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(bar.left() - overhang, y), QPointF(bar.right() + overhang, y))


def _paint_bar(painter: QPainter, place: QRectF, fill: QColor, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(fill)
    if place.width() < _NARROW:
        # Two outlines would leave no room for a fill.
        painter.fillRect(place, mixed(pen.color(), fill.name(), 0.4))
    else:
        painter.drawRect(place)


def _paint_past(painter: QPainter, theme: Theme, place: QRectF, planned_end: float) -> None:
    """The time past the end; a thin line leads there over time away."""
    colour = QColor(theme.past)
    painter.setPen(QPen(colour, 1))
    if place.bottom() < planned_end - 1:
        middle = place.center().x()
        painter.drawLine(QPointF(middle, place.bottom()), QPointF(middle, planned_end))
    if place.width() < _NARROW:
        painter.fillRect(place, colour)
        return
    painter.fillRect(place, QColor(theme.past_ground))
    painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
    painter.drawRect(place)


def _paint_overrun(painter: QPainter, theme: Theme, layout: DaysLayout) -> None:
    """How many minutes, over each late day, as long as there is room for all of them."""
    painter.setFont(font("caption", QFont.Weight.DemiBold))
    metrics = QFontMetricsF(painter.font())
    late = [number for number, column in enumerate(layout.columns) if column.day.past]
    for number, words in _fitting_overruns(late, layout, metrics):
        past = layout.columns[number].day.past
        assert past is not None
        wide = metrics.horizontalAdvance(words)
        left = max(layout.middle_of(number) - wide / 2, layout.left)
        left = min(left, layout.right - wide)
        bottom = layout.bar_of(number, *past).top() - 3
        ground = QRectF(left - 1, bottom - metrics.ascent(), wide + 2, metrics.ascent() + 1)
        painter.fillRect(ground, QColor(theme.surface))
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(left, bottom - 1), words)
    painter.setFont(font("caption"))


def _fitting_overruns(
    late: list[int], layout: DaysLayout, metrics: QFontMetricsF
) -> list[tuple[int, str]]:
    """The minutes of the `late` columns in words, shorter where there is little room; none
    where they would lie upon each other."""
    middles = [layout.middle_of(number) for number in late]
    room = min((right - left for left, right in pairwise(middles)), default=layout.width)
    for words in (tr("+{minutes} min"), "+{minutes}"):
        written = [
            words.format(minutes=layout.columns[number].day.worked.overrun) for number in late
        ]
        if max(map(metrics.horizontalAdvance, written), default=0.0) + 4 <= room:
            return list(zip(late, written, strict=True))
    return []


def _paint_weeks(painter: QPainter, shown: HoursShown, layout: DaysLayout) -> None:
    """The weekdays' letters, and beneath them the dates of each week."""
    theme = shown.theme
    metrics = QFontMetricsF(painter.font())
    letters = [weekday_letter(weekday) for weekday in layout.weekdays]
    lettered = max(map(metrics.horizontalAdvance, letters), default=0.0) + 3 <= layout.pitch
    first_baseline = layout.base + 5 + metrics.ascent()
    second_baseline = first_baseline + layout.line + 5
    free_from = 0.0
    for number, (begin, _) in enumerate(shown.weeks.weeks):
        left = layout.left_of(number, 0)
        right = layout.left_of(number, len(layout.weekdays))
        painter.setPen(QColor(theme.text_second))
        if lettered:
            for place, letter in enumerate(letters):
                middle = layout.left_of(number, place + 0.5)
                x = middle - metrics.horizontalAdvance(letter) / 2
                painter.drawText(QPointF(x, first_baseline), letter)
        first = begin.toordinal() + (layout.weekdays[0] - begin.isoweekday()) % 7
        last = begin.toordinal() + (layout.weekdays[-1] - begin.isoweekday()) % 7
        words = range_words(range(first, last + 1), shown.today)
        if metrics.horizontalAdvance(words) > right - left:
            words = short_date_words(begin.fromordinal(first), shown.today)
        wide = metrics.horizontalAdvance(words)
        x = min(max((left + right - wide) / 2, 0.0), layout.width - wide)
        if x >= free_from:
            free_from = x + wide + 8
            painter.drawText(QPointF(x, second_baseline), words)
        if not lettered:
            continue
        painter.setPen(QPen(QColor(theme.divider), 1))
        y = round(first_baseline + metrics.descent() + 2) + 0.5
        painter.drawLine(QPointF(left, y), QPointF(right, y))
