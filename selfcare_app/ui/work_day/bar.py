"""The work day as a bar: what is over, where it is now, where it ends."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.domain.instants import Moment
from selfcare_app.services.work_now import Stage, WorkNow
from selfcare_app.ui.theme import Theme, font
from selfcare_app.ui.work_day.words import details, headline, time_words

AREA = "boundaries"
_THICK = 7.0
_OVER = 11.0
"""Height of what lies past the end."""
_POST = 18.0
"""Height of the line that marks the end, in logical pixels."""
_RING = 6.0
"""Radius of the ring that marks now."""
_LEAST_WIDTH = 160


class DayBar(QWidget):
    """The planned hours as a track, filled up to now; past the end it goes on hatched."""

    def __init__(self, theme: Callable[[], Theme], parent: QWidget, *, labelled: bool) -> None:
        """`theme` tells the colours of the moment; a `labelled` bar names its times beneath."""
        super().__init__(parent)
        self._theme, self._labelled = theme, labelled
        self._now: WorkNow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, now: WorkNow) -> None:
        """Show how the work day stands."""
        if now != self._now:
            self._now = now
            self.setAccessibleName(f"{headline(now)}, {details(now)}".rstrip(", "))
            self.update()

    def sizeHint(self) -> QSize:
        """As high as what it marks, and its words."""
        words = QFontMetricsF(font("caption")).height() if self._labelled else 0.0
        return QSize(_LEAST_WIDTH * 2, round(_POST + words + 2))

    def minimumSizeHint(self) -> QSize:
        """Room for the times at both ends."""
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the day."""
        now = self._now
        if now is None or now.shift is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, now, self._theme())
        painter.end()

    def _paint(self, painter: QPainter, now: WorkNow, theme: Theme) -> None:
        shift = now.shift
        assert shift is not None
        middle = _POST / 2
        at = self._places(now)
        track = QRectF(at(shift.start), middle - _THICK / 2, 0, _THICK)
        track.setRight(at(shift.end))
        self._bar(painter, track, theme.fill(AREA))
        reached = min(now.now.at, shift.end)
        if reached > shift.start:
            worked = QRectF(track)
            worked.setRight(at(reached))
            self._bar(painter, worked, theme.area(AREA))
        if now.stage is Stage.PAST:
            over = QRectF(track.right(), middle - _OVER / 2, 0, _OVER)
            over.setRight(at(now.now.at))
            painter.fillRect(over, QColor(theme.past_ground))
            painter.setPen(QPen(QColor(theme.past), 1))
            painter.setBrush(QBrush(QColor(theme.past), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(over)
        ink = QColor(theme.text)
        word = now.next_word
        if word is not None and shift.start <= word.at < shift.end:
            painter.setPen(QPen(ink, 1.4, Qt.PenStyle.DotLine))
            place = at(word.at)
            painter.drawLine(QPointF(place, 0), QPointF(place, _POST))
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(track.right(), 0), QPointF(track.right(), _POST))
        if self._labelled:
            if now.stage in (Stage.AT_WORK, Stage.LAST_MINUTES):
                painter.setPen(QPen(theme.area(AREA), 2.4))
                painter.setBrush(QColor(theme.surface))
                painter.drawEllipse(QPointF(at(now.now.at), middle), _RING, _RING)
            self._label(painter, now, theme, at)

    @staticmethod
    def _bar(painter: QPainter, place: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(place, 2, 2)

    def _places(self, now: WorkNow) -> Callable[[int], float]:
        """Where on the bar an instant lies."""
        shift = now.shift
        assert shift is not None
        last = max(shift.end, now.now.at) if now.stage is Stage.PAST else shift.end
        edge = _RING + 1 if self._labelled else 1.0
        room = self.width() - 2 * edge
        # Without a margin past the end, the post would stand at the very edge.
        length = (last - shift.start) * (1.0 if self._labelled else 1.06)

        def place(at: int) -> float:
            return edge + room * (at - shift.start) / length

        return place

    def _label(
        self, painter: QPainter, now: WorkNow, theme: Theme, at: Callable[[int], float]
    ) -> None:
        assert now.shift is not None and now.start is not None and now.end is not None
        painter.setFont(font("caption"))
        metrics = QFontMetricsF(painter.font())
        base = _POST + metrics.ascent() + 1
        taken: list[tuple[float, float]] = []

        def write(moment: Moment, colour: str) -> None:
            words = time_words(moment)
            wide = metrics.horizontalAdvance(words)
            left = min(max(0.0, at(moment.at) - wide / 2), self.width() - wide)
            if all(left > end + 6 or left + wide < start - 6 for start, end in taken):
                taken.append((left, left + wide))
                painter.setPen(QColor(colour))
                painter.drawText(QPointF(left, base), words)

        if now.stage is Stage.PAST:
            write(now.now, theme.text)
        write(now.end, theme.text_second)
        if now.stage in (Stage.AT_WORK, Stage.LAST_MINUTES):
            write(now.now, theme.text)
        write(now.start, theme.text_second)
