"""What the signs in a chart mean."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.domain.area import Area, area_title
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import DaySchedule, TimesInDays
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.day_look import LOOKS, MUCH_MORE, DayLook, draw_look
from selfcare_app.ui.charts.look_strip import look_strip
from selfcare_app.ui.charts.patterns import paint_pattern
from selfcare_app.ui.theme import Theme, font
from selfcare_app.ui.wording import amount_words

_CELL = 12
_GAP = 6
_BETWEEN = 14


def legend_of(habit: Habit) -> list[tuple[DayLook, str]]:
    """The looks that days of `habit` can have, with their words."""
    looks = [(DayLook.DONE, tr("done"))]
    if habit.measured and not habit.at_most and habit.target:
        looks = [
            (DayLook.DONE, amount_words(habit, habit.target)),
            (
                DayLook.MORE,
                tr("{amount} or more", amount=amount_words(habit, MUCH_MORE * habit.target)),
            ),
            (DayLook.PARTLY, tr("partly")),
        ]
    looks.append((DayLook.REST, tr("rest")))
    if isinstance(habit.schedule, TimesInDays):
        looks.append((DayLook.COVERED, tr("covered")))
    by_day = isinstance(habit.schedule, DaySchedule)
    looks.append((DayLook.OPEN, tr("open") if by_day else tr("not done")))
    return looks


class Legend(QWidget):
    """Signs with their words, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()
        self.theme: Theme | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paint_sign(self, painter: QPainter, place: QRectF, number: int, theme: Theme) -> None:
        """Paint the sign of the words with that number."""
        raise NotImplementedError

    def say(self, words: Iterable[str], theme: Theme) -> None:
        """Take other words, whose signs may be others too."""
        self.words, self.theme = tuple(words), theme
        self.setAccessibleName(", ".join(self.words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words in one line."""
        return QSize(round(sum(self._widths())) + 2, self._line_height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest of its words."""
        return QSize(round(max(self._widths(), default=0.0)) + 2, self._line_height())

    def hasHeightForWidth(self) -> bool:
        """Where it is narrow it takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        lines = {top for top, _ in self._places(width)}
        return max(1, len(lines)) * self._line_height()

    def _line_height(self) -> int:
        return max(_CELL + 4, round(QFontMetricsF(font("caption")).height()))

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(font("caption"))
        return [
            _CELL + _GAP + metrics.horizontalAdvance(words) + 1 + _BETWEEN for words in self.words
        ]

    def _places(self, width: int) -> list[tuple[int, float]]:
        """Top and left of each sign."""
        places = []
        top, left = 0, 1.0
        for needed in self._widths():
            if left > 1 and left + needed - _BETWEEN > width:
                top, left = top + self._line_height(), 1.0
            places.append((top, left))
            left += needed
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint signs and words."""
        if self.theme is not None:
            painter = QPainter(self)
            self.paint_on(painter, self.theme)
            painter.end()

    def paint_on(self, painter: QPainter, theme: Theme) -> None:
        """Paint signs and words, here or elsewhere, such as on paper."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self._line_height()
        places = self._places(self.width())
        for number, (words, (top, left)) in enumerate(zip(self.words, places, strict=True)):
            place = QRectF(left, top + (high - _CELL) // 2, _CELL, _CELL)
            self.paint_sign(painter, place, number, theme)
            painter.setFont(font("caption"))
            painter.setPen(QColor(theme.text_second))
            room = QRectF(left + _CELL + _GAP, top, self.width(), high)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class LookLegend(Legend):
    """What the cells of days mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[list[tuple[DayLook, str]], str, Theme] | None = None
        self._as_strip = False

    def show_as_strip(self, as_strip: bool) -> None:
        """Explain the days of a strip, which are told apart by their height, or cells."""
        if as_strip is not self._as_strip:
            self._as_strip = as_strip
            self.update()

    def show_habit(self, habit: Habit, theme: Theme) -> None:
        """Explain the cells of `habit`."""
        self.show_looks(legend_of(habit), habit.hue, theme)

    def show_looks(self, looks: list[tuple[DayLook, str]], hue: str, theme: Theme) -> None:
        """Explain those looks in the colour of `hue`."""
        if (looks, hue, theme) != self._shown:
            self._shown = (looks, hue, theme)
            self.say((words for _, words in looks), theme)

    def paint_sign(self, painter: QPainter, place: QRectF, number: int, theme: Theme) -> None:
        """Paint a cell."""
        if self._shown is None:
            return
        looks, hue, _ = self._shown
        look = looks[number][0]
        if self._as_strip:
            painter.drawImage(place, look_strip(bytes([LOOKS.index(look)]), _CELL, hue, theme))
        else:
            draw_look(painter, place, look, hue, theme)


class AreaLegend(Legend):
    """Which pattern is which practice area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Sequence[tuple[int, Area]], Theme] | None = None

    def show_areas(self, areas: Sequence[tuple[int, Area]], theme: Theme) -> None:
        """Explain those areas, each with the number of its pattern."""
        if (areas, theme) != self._shown:
            self._shown = (areas, theme)
            self.say((area_title(area) for _, area in areas), theme)

    def paint_sign(self, painter: QPainter, place: QRectF, number: int, theme: Theme) -> None:
        """Paint a piece of the pattern."""
        if self._shown is not None:
            pattern, area = self._shown[0][number]
            inside = place.adjusted(0.5, 0.5, -0.5, -0.5)
            paint_pattern(painter, inside, area.key, pattern, theme)
