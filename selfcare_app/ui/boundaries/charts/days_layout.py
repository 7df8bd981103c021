"""Where the work days of some weeks lie in a chart: a column a day, times of day upwards."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from selfcare_app.domain.value import Value
from selfcare_app.services.hours import WorkDay, WorkWeeks
from selfcare_app.ui.boundaries.charts.shown import clock_words
from selfcare_app.ui.theme import font

_STEPS = (60, 120, 180, 240, 360, 720)
"""Minutes from one line of the grid to the next, from which the first that fits is chosen."""
_BETWEEN_WEEKS = 0.7
"""Of a day's place."""
_BAR_SHARE = 0.62
_WIDEST_BAR = 34.0
_GAP = 8.0


class Column(Value):
    """A place for a day: the number of its week, its weekday's place in it, and the day."""

    week: int
    place: int
    day: WorkDay


class Ground(Value):
    """Days off beside each other, for the same reason: `first` and `last` column's numbers."""

    first: int
    last: int
    words: str


def columns_of(weeks: WorkWeeks) -> list[Column]:
    """The days of which there is anything to say, oldest first, with their places."""
    return [
        Column(number, place, day)
        for number, (_, days) in enumerate(weeks.weeks)
        for place, day in enumerate(days)
        if day is not None and day.tells
    ]


def grounds_of(columns: Sequence[Column]) -> list[Ground]:
    """The days off among `columns`, as far as they follow each other within a week."""
    found: list[Ground] = []
    for number, column in enumerate(columns):
        if not column.day.off:
            continue
        last = found[-1] if found else None
        before = columns[last.last] if last else None
        follows = (
            before is not None
            and (before.week, before.place) == (column.week, column.place - 1)
            and before.day.note == column.day.note
        )
        if last and follows:
            found[-1] = Ground(last.first, number, last.words)
        else:
            found.append(Ground(number, number, column.day.note))
    return found


class DaysLayout:
    """Places for the days of `weeks` in `width` × `height` pixels."""

    def __init__(self, weeks: WorkWeeks, width: float, height: float) -> None:
        metrics = QFontMetricsF(font("caption"))
        self.line = metrics.height()
        """The height of a line of words."""
        self.width = width
        self.columns = columns_of(weeks)
        self.weeks = len(weeks.weeks)
        self.weekdays = weeks.weekdays
        self.top = self.line + 8
        """Where times of day end, below the words over a bar."""
        self.base = height - 2 * self.line - 14
        """Where they begin, above weekdays and dates."""
        self.times = self._times()
        widest = max(metrics.horizontalAdvance(clock_words(each)) for each in self.times)
        self.left = widest + _GAP
        self.right = width - 2
        units = self.weeks * len(self.weekdays) + (self.weeks - 1) * _BETWEEN_WEEKS
        self.pitch = (self.right - self.left) / max(1.0, units)
        """From one day to the next."""

    def _times(self) -> list[int]:
        """The times of day at the lines of the grid, which hold all that is to be drawn."""
        spans = chain.from_iterable(_spans(column.day) for column in self.columns)
        minutes = sorted(chain.from_iterable(spans)) or [8 * 60, 18 * 60]
        for step in _STEPS:
            low, high = minutes[0] // step * step, -(-minutes[-1] // step) * step
            most = (self.base - self.top) / (1.6 * self.line)
            if (high - low) / step <= most:
                break
        return list(range(low, max(high, low + step) + 1, step))

    def y_of(self, minute: float) -> float:
        """Where a time of day lies."""
        low, high = self.times[0], self.times[-1]
        return self.base - (minute - low) / (high - low) * (self.base - self.top)

    def left_of(self, week: int, place: float) -> float:
        """Where the place of a day in its week begins."""
        return self.left + self.pitch * (week * (len(self.weekdays) + _BETWEEN_WEEKS) + place)

    def middle_of(self, number: int) -> float:
        """The middle of a column."""
        column = self.columns[number]
        return self.left_of(column.week, column.place + 0.5)

    def bar_of(self, number: int, start: float, end: float) -> QRectF:
        """A bar in a column from one time of day to another."""
        half = max(2.0, min(self.pitch * _BAR_SHARE, _WIDEST_BAR)) / 2
        middle = self.middle_of(number)
        left, right = round(middle - half) + 0.5, round(middle + half) - 0.5
        top, bottom = round(self.y_of(end)) + 0.5, round(self.y_of(start)) + 0.5
        return QRectF(left, top, max(1.0, right - left), max(1.0, bottom - top))

    def ground_of(self, ground: Ground) -> QRectF:
        """The place of days off: as long as work usually is on such days."""
        spans = [self.columns[each].day.usually for each in range(ground.first, ground.last + 1)]
        known = [span for span in spans if span]
        start, end = min(span[0] for span in known), max(span[1] for span in known)
        first, last = (self.bar_of(each, start, end) for each in (ground.first, ground.last))
        return first.united(last)

    def place_of(self, number: int) -> QRectF:
        """What is pointed at in a column: its bar, or what stands in its stead."""
        day = self.columns[number].day
        minutes = list(chain.from_iterable(_spans(day)))
        return self.bar_of(number, min(minutes), max(minutes))

    def number_at(self, x: float, y: float) -> int | None:
        """The column at a point, at whatever height."""
        if not (self.left <= x < self.right and y >= 0):
            return None
        for number, column in enumerate(self.columns):
            begin = self.left_of(column.week, column.place)
            if begin <= x < begin + self.pitch:
                return number
        return None


def _spans(day: WorkDay) -> list[tuple[int, int]]:
    """Everything that is drawn of a day: from when to when."""
    moments = [each for each in (day.started, day.ended) if each is not None]
    spans = [(each, each) for each in moments]
    if day.planned:
        spans.append(day.planned)
    if day.off and day.usually:
        spans.append(day.usually)
    return spans
