"""The best streaks as bars with their dates."""

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.domain.streak import Streak, streak_unit
from selfcare_app.domain.streak_parts import StreakParts
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.services.progress import HabitProgress
from selfcare_app.ui.theme import Theme, font
from selfcare_app.ui.wording import length_words, short_date_words

FEWEST_BARS = 5
MOST_BARS = 10
_BAR_HEIGHT = 14
_GAP = 10
_LEAST_FOR_BARS = 0.3
"""Of the width, what bars need at the least before words are left out."""


class StreakBar(Value):
    """One streak as it is drawn."""

    dates: str
    length: int
    length_words: str
    current: bool
    parts: StreakParts = StreakParts(0, 0, 0, 0)

    @property
    def width(self) -> int:
        """How much of the calendar is drawn, in the unit of the length."""
        return sum(self.parts) or self.length

    def words(self) -> str:
        """The bar as one sentence part."""
        parts = [self.length_words, self.dates, *self.bridging_words()]
        return ", ".join([*parts, tr("now")] if self.current else parts)

    def bridging_words(self) -> list[str]:
        """What lies in it that adds nothing to its length."""
        _, rest, partly, bridged = self.parts
        return [
            words
            for count, words in (
                (rest, tr("{count} rest", count=rest)),
                (partly, tr("{count} partly", count=partly)),
                (bridged, tr("{count} bridged", count=bridged)),
            )
            if count
        ]


@lru_cache(maxsize=2)  # the picture, its sentence and its table ask in a row for the same bars
def streak_bars(progress: HabitProgress) -> list[StreakBar]:
    """The longest streaks, longest first; last the one that runs, if it is not among them."""
    statistics = progress.statistics
    found = statistics.streaks
    today = date.fromordinal(statistics.timeline.as_of)
    running = found.all[-1] if found.alive else None
    best = found.best(MOST_BARS)
    if running is not None and running not in best:
        best.append(running)
    unit = streak_unit(statistics.habit.schedule)
    return [
        StreakBar(
            _dates_words(streak, today, runs_on=streak is running),
            streak.length,
            length_words(streak.length, unit),
            streak is running,
            progress.parts(streak),
        )
        for streak in best
    ]


def fitting(bars: list[StreakBar], room: int) -> list[StreakBar]:
    """As many `bars` as there is `room` for; the one that runs is never left out."""
    shown, left_out = bars[:room], bars[room:]
    running = [bar for bar in left_out if bar.current]
    return [*shown[: room - len(running)], *running]


def _dates_words(streak: Streak, today: date, *, runs_on: bool) -> str:
    if runs_on:
        return tr("{first} – today", first=short_date_words(streak.start, today))
    if streak.start == streak.end:
        return short_date_words(streak.end, today)
    # The year stands once where both days share it.
    same_year = streak.start.year == streak.end.year
    first = short_date_words(streak.start, streak.end if same_year else today)
    return tr("{first} – {last}", first=first, last=short_date_words(streak.end, today))


class BestStreaks(QWidget):
    """Bars of the longest streaks, the running one solid; more of them where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[StreakBar] = []
        self._area = ""
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # It paints its own ground, so what lies beneath need not be painted with it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Best streaks"))

    @property
    def bars(self) -> list[StreakBar]:
        """What is drawn, as far as there is room."""
        return fitting(self._bars, max(1, self.height() // self._row_height()))

    def show_progress(self, progress: HabitProgress, theme: Theme) -> None:
        """Draw the streaks of `progress`."""
        bars = streak_bars(progress)
        drawn = (bars, progress.habit.hue, theme)
        if drawn == (self._bars, self._area, self._theme):
            return
        self._bars, self._area, self._theme = drawn
        self.setAccessibleDescription("; ".join(bar.words() for bar in bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a handful of bars."""
        return QSize(280, FEWEST_BARS * self._row_height())

    def minimumSizeHint(self) -> QSize:
        """The same: fewer would not be worth a look."""
        return self.sizeHint()

    def _row_height(self) -> int:
        return round(max(_BAR_HEIGHT, QFontMetricsF(font("caption")).height()) * 1.75)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as many bars as there is room for."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        self.paint_on(painter, self._theme)
        painter.end()

    def paint_on(self, painter: QPainter, theme: Theme) -> None:
        """Paint all of it, here or elsewhere, such as on paper."""
        if self.bars:
            self._paint_bars(painter, theme, self.bars)
        else:
            painter.setFont(font("body"))
            painter.setPen(QColor(theme.text_second))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(self.rect(), left, tr("The first streak will stand here."))

    def _paint_bars(self, painter: QPainter, theme: Theme, bars: list[StreakBar]) -> None:
        plain, strong = font("caption"), font("caption", QFont.Weight.DemiBold)
        bold = QFontMetricsF(strong)
        labels = max(bold.horizontalAdvance(bar.dates) for bar in bars)
        beside = max(bold.horizontalAdvance(bar.length_words) for bar in bars)
        beside += bold.horizontalAdvance(f"  {tr('now')}") + 2 * _GAP
        metrics = QFontMetricsF(plain)
        asides = {bar: " · ".join(bar.bridging_words()) for bar in bars}
        aside_room = max(metrics.horizontalAdvance(words) for words in asides.values()) + _GAP
        full = self.width() - labels - _GAP - beside
        if full - aside_room < self.width() * _LEAST_FOR_BARS:
            asides, aside_room = {}, 0.0
        full = max(20.0, full - aside_room)
        longest = max(bar.width for bar in self._bars)
        height = min(self.height() / len(bars), self._row_height() * 1.4)
        for row, bar in enumerate(bars):
            line = QRectF(0, row * height, self.width(), height)
            unit = full / longest
            width = max(2.0, unit * bar.width)
            painter.setFont(strong if bar.current else plain)
            painter.setPen(QColor(theme.text if bar.current else theme.text_second))
            self._write(painter, line, 0, labels, bar.dates, Qt.AlignmentFlag.AlignRight)
            self._draw_bar(painter, theme, line, labels + _GAP, unit, bar)
            painter.setFont(strong)
            painter.setPen(QColor(theme.text))
            left = labels + width + 2 * _GAP
            self._write(painter, line, left, beside, bar.length_words)
            left += bold.horizontalAdvance(bar.length_words) + _GAP
            painter.setFont(plain)
            painter.setPen(QColor(theme.text_second))
            aside = [asides.get(bar, ""), tr("now") if bar.current else ""]
            words = " · ".join(filter(None, aside))
            self._write(painter, line, left, self.width() - left, words)

    @staticmethod
    def _write(
        painter: QPainter,
        line: QRectF,
        left: float,
        width: float,
        words: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        room = QRectF(left, line.top(), width, line.height())
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_bar(
        self,
        painter: QPainter,
        theme: Theme,
        line: QRectF,
        left: float,
        unit: float,
        bar: StreakBar,
    ) -> None:
        """Kept days as a bar; behind it, each as its day is drawn, what adds nothing."""
        full, grey = theme.area(self._area), QColor(theme.outline)
        top = round(line.top() + (line.height() - _BAR_HEIGHT) / 2) + 0.5
        high = _BAR_HEIGHT - 1
        _, rest, partly, bridged = bar.parts
        kept = QRectF(round(left) + 0.5, top, round(max(2.0, unit * bar.length)), high)
        painter.setPen(QPen(full, 1))
        painter.setBrush(full if bar.current else theme.fill(self._area))
        painter.drawRect(kept)
        left = kept.right()
        if partly:
            low = QRectF(left, top + high / 2, unit * partly, high / 2)
            painter.drawRect(low)
            left = low.right()
        if bridged:
            painter.setPen(QPen(grey, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            open_days = QRectF(left, top, unit * bridged, high)
            painter.drawRect(open_days)
            left = open_days.right()
        if rest:
            painter.setPen(QPen(full, 2))
            middle = top + high / 2
            painter.drawLine(QPointF(left + 1, middle), QPointF(left + unit * rest, middle))
