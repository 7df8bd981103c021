"""What keeps me? The reasons that were given, counted."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.boundaries.charts.card import HoursCard
from selfcare_app.ui.boundaries.charts.shown import HUE, HoursShown
from selfcare_app.ui.charts.painted import PaintedChart, caption_height
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.shown import Sheet, days_words
from selfcare_app.ui.theme import Theme, font

_BAR_HEIGHT = 12.0
_GAP = 8.0
_FEWEST = 6
"""Reasons for which there is always room."""
_MOST_WORDS = 0.5
"""Of the width that reasons take."""
_ROW_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ReasonBars(PaintedChart):
    """A bar a reason, the most frequent at the top; as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons: list[tuple[str, int]] = []

    def show_reasons(self, reasons: list[tuple[str, int]], theme: Theme) -> None:
        """Show `reasons` with the number of their days, the most frequent first."""
        if len(reasons) != len(self._reasons):
            self.updateGeometry()
        self._reasons = reasons
        self.show_in(theme, HUE)

    def count(self) -> int:
        """How many reasons there is room for."""
        return min(len(self._reasons), max(1, int(self.height() // self._row_height())))

    def words_at(self, number: int) -> str:
        """A reason and its days."""
        reason, days = self._reasons[number]
        return tr("{reason} · {days}", reason=reason, days=days_words(days))

    def rect_of(self, number: int) -> QRectF:
        """A bar, in the length of its days."""
        left, right = self._room()
        most = self._reasons[0][1]
        high = self._row_height()
        width = max(2.0, (right - left) * self._reasons[number][1] / most)
        top = number * high + (high - _BAR_HEIGHT) / 2
        return QRectF(left, top, width, _BAR_HEIGHT)

    def number_at(self, point: QPointF) -> int | None:
        """The reason in whose row `point` lies."""
        number = int(point.y() // self._row_height())
        return number if 0 <= number < self.count() else None

    def start(self) -> int:
        """The most frequent."""
        return 0

    def step(self, key: Qt.Key, number: int) -> int | None:
        """Up and down go from one to the next as well."""
        return number + _ROW_STEPS[key] if key in _ROW_STEPS else super().step(key, number)

    def sizeHint(self) -> QSize:
        """Room for a handful."""
        return QSize(280, round(self._row_height() * min(max(2, len(self._reasons)), _FEWEST)))

    def minimumSizeHint(self) -> QSize:
        """The same: fewer would say little."""
        return QSize(160, self.sizeHint().height())

    def paint_parts(self, painter: QPainter, theme: Theme) -> None:
        """Paint reasons, bars and counts."""
        painter.setFont(font("caption"))
        metrics = QFontMetricsF(painter.font())
        left, _ = self._room()
        high = self._row_height()
        for number in range(self.count()):
            reason, days = self._reasons[number]
            bar = self.rect_of(number)
            painter.setPen(QColor(theme.text))
            place = QRectF(0, number * high, left - _GAP, high)
            elided = metrics.elidedText(reason, Qt.TextElideMode.ElideRight, place.width() + 1)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, elided)
            painter.setPen(QPen(theme.area(HUE), 1))
            painter.setBrush(theme.fill(HUE))
            painter.drawRect(QRectF(left + 0.5, round(bar.top()) + 0.5, bar.width(), _BAR_HEIGHT))
            painter.setPen(QColor(theme.text))
            beside = QRectF(bar.right() + _GAP, number * high, 80, high)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, str(days))

    def _row_height(self) -> float:
        return max(_BAR_HEIGHT, caption_height()) * 1.6

    def _room(self) -> tuple[float, float]:
        """Where bars begin and the longest one ends."""
        metrics = QFontMetricsF(font("caption"))
        widest = max((metrics.horizontalAdvance(words) for words, _ in self._reasons), default=0.0)
        counts = metrics.horizontalAdvance("888") + _GAP
        return min(widest, self.width() * _MOST_WORDS) + _GAP, self.width() - counts


def reasons_answer(shown: HoursShown) -> str:
    """What was given most often, and how many later days have no reason."""
    weeks = shown.weeks
    without = weeks.without_reason
    if not weeks.reasons:
        if not weeks.late:
            return tr("No later day, and no reason noted, {dates}.", dates=shown.dates_words())
        return tr(
            "No reason noted on {days}, {dates}.",
            days=days_words(without),
            dates=shown.dates_words(),
        )
    most = weeks.reasons[0][1]
    often = [reason for reason, days in weeks.reasons if days == most]
    noted = sum(bool(day.worked.reasons) for day in weeks.days)
    words = tr("Most often “{reason}”, on {days} of {noted} with a reason, {dates}.")
    if len(often) > 1:
        words = tr("No reason stands out; {noted} with a reason, {dates}.")
    answer = words.format(
        reason=often[0], days=most, noted=days_words(noted), dates=shown.dates_words()
    )
    if without:
        answer += " " + tr("No reason noted on {days}.", days=days_words(without))
    return answer


def reasons_sheet(shown: HoursShown) -> Sheet:
    """The reasons in words, and as a table."""
    return Sheet(
        tr("What keeps me?"),
        reasons_answer(shown),
        (tr("Reason"), tr("Days")),
        lambda: [(reason, str(days)) for reason, days in shown.weeks.reasons],
        frozenset({1}),
    )


class ReasonsCard(HoursCard):
    """A bar a reason."""

    key = "reasons"

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("What keeps me?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The bars."""
        self.chart = ReasonBars(self)
        return self.chart

    def draw(self, shown: HoursShown) -> None:
        """Draw the bars."""
        self.chart.show_reasons(list(shown.weeks.reasons), shown.theme)

    def least_height(self) -> int:
        """The bars know for themselves."""
        return 0

    def sheet(self, shown: HoursShown) -> Sheet:
        """The reasons in words."""
        return reasons_sheet(shown)
