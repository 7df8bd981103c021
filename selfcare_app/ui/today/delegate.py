"""Paints the Today page's table itself, which is several times quicker than through the style."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.area import area_title
from selfcare_app.domain.entry import State
from selfcare_app.ui.icons import HABIT_ICONS, Icons, area_icon
from selfcare_app.ui.theme import RADIUS, Theme, font, text_factor
from selfcare_app.ui.today.geometry import (
    INDENT,
    ControlGeometry,
    Part,
    menu_rect,
    row_geometry,
)
from selfcare_app.ui.today.model import NAME_COLUMN, TodayModel
from selfcare_app.ui.today.shapes import draw_shape, draw_thread
from selfcare_app.ui.today.state import ControlKind, GroupRow, HabitRow, Line, Shape
from selfcare_app.ui.today.timer_painter import Ink, paint_round_button, paint_timing
from selfcare_app.ui.today.words import (
    beside_words,
    button_words,
    consistency_line,
    folded_words,
    next_words,
)

NAME_INDENT = 39
"""Names stand right of the area's icon."""
BAND_WIDTH = 34
"""Of the column of the day looked at."""
Align = Qt.AlignmentFlag
Index = QModelIndex | QPersistentModelIndex


class Fonts(NamedTuple):
    """The fonts of one text size."""

    habit: QFont
    caption: QFont
    body: QFont
    strong: QFont
    factor: float
    """The text size against the usual, 1 or more."""

    @classmethod
    def current(cls) -> "Fonts":
        """The fonts of the application's present text size."""
        bold = QFont.Weight.DemiBold
        factor = max(1.0, text_factor())
        return cls(font("habit"), font("caption"), font("body"), font("body", bold), factor)


class _Colours(NamedTuple):
    full: QColor
    fill: QColor
    thread: QColor


class TodayDelegate(QStyledItemDelegate):
    """Paints names, days, the day's control and the figures."""

    def __init__(self, model: TodayModel, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._model = model
        self._icons = icons
        self.theme = theme
        self._mixed_for = theme
        self._mixed: dict[str, _Colours] = {}
        self.fonts = Fonts.current()
        self.hovered_row = -1
        self.hovered_part: Part | None = None
        self.pitch = 25
        """Width of a day; columns before which a week begins are wider at the left."""
        self.focused: tuple[int, int] | None = None
        """Row and column of the focus ring, while the table has the focus."""
        self.selected: frozenset[tuple[int, int]] = frozenset()
        """Row and column of each day that is chosen."""

    def day_centre(self, rect: QRect, column: int) -> QPointF:
        """The centre of the day's figure in its table cell."""
        width = rect.width() if column == len(self._model.days) else self.pitch
        return QPointF(rect.right() + 1 - width / 2, rect.top() + rect.height() // 2)

    def geometry(self, row: HabitRow, rect: QRect) -> ControlGeometry:
        """Where the parts of the control in `rect` lie."""
        return row_geometry(row, rect, self.fonts.factor)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell of the table."""
        row = self._model.rows[index.row()]
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, GroupRow):
            self._paint_band(painter, rect, option.widget)
            self._paint_group(painter, rect, row, index.row())
            if self.focused == (index.row(), index.column()):
                self._draw_ring(painter, QRectF(rect).adjusted(3, 3, -3, -2))
        else:
            self._paint_habit(painter, rect, row, index)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, row: GroupRow, number: int) -> None:
        if number:
            line = QRect(rect.left(), rect.top(), rect.width(), 1)
            painter.fillRect(line, QColor(self.theme.divider))
        scale = painter.device().devicePixelRatioF()
        pixmap = self._icons.pixmap(
            area_icon(row.area.key), 17, self.theme.area(row.area.key), scale
        )
        top = rect.top() + (rect.height() - 17) // 2 + 2
        painter.drawPixmap(QPointF(rect.left() + 14, top), pixmap)
        strong = QFont(self.fonts.caption)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(self.theme.text))
        room = rect.adjusted(NAME_INDENT, 4, -8, 0)
        title = area_title(row.area)
        painter.drawText(room, Align.AlignVCenter | Align.AlignLeft, title)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(title) + 4)
        if row.foldable:
            mark = QRect(room.left(), room.top(), 16, room.height())
            self._draw_icon(
                painter, mark, "next" if row.folded else "unfolded", self.theme.text_second
            )
            room.setLeft(mark.right() + 6)
        if row.folded:
            painter.setFont(self.fonts.caption)
            painter.setPen(QColor(self.theme.text_second))
            _draw_elided(painter, room, folded_words(row))

    def _paint_band(self, painter: QPainter, rect: QRect, widget: QWidget | None) -> None:
        if isinstance(widget, QTableView):
            column = len(self._model.days)
            left, width = widget.columnViewportPosition(column), widget.columnWidth(column)
            band = QRect(left, rect.top(), width, rect.height())
            painter.fillRect(band, QColor(self.theme.today_band))

    def _paint_habit(self, painter: QPainter, rect: QRect, row: HabitRow, index: Index) -> None:
        column = index.column()
        band = column == len(self._model.days)
        if band:
            painter.fillRect(rect, QColor(self.theme.today_band))
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, QColor(self.theme.hover))
        if column == NAME_COLUMN:
            self._paint_name(painter, rect, row, index.row() == self.hovered_row)
        elif column == self._model.control_column:
            self._paint_control(painter, rect, row)
        elif column == self._model.figures_column:
            self._paint_figures(painter, rect, row)
        else:
            hovered = index.row() == self.hovered_row
            ground = self.theme.today_band if band else self.theme.hover if hovered else None
            if (index.row(), column) in self.selected:
                ground = self.theme.selected
                self._paint_selected(painter, rect, index.row(), column)
            self._paint_day(painter, rect, row, column, QColor(ground or self.theme.surface))
        if self.focused == (index.row(), column):
            self._paint_focus(painter, rect, row, column)

    def _paint_name(self, painter: QPainter, rect: QRect, row: HabitRow, hovered: bool) -> None:
        room = rect.adjusted(NAME_INDENT, 0, -4, 0)
        if hovered:
            menu = menu_rect(rect)
            room.setRight(menu.left() - 2)
            self._draw_icon(painter, menu, "more", self.theme.text_second)
        habit = row.habit
        if habit.icon in HABIT_ICONS:
            # In the line of the areas' own drawings: names stay where they are.
            place = QRect(rect.left() + 14, rect.top(), 17, rect.height())
            self._draw_icon(painter, place, habit.icon, self.theme.area(habit.hue).name())
        _draw_two_lines(
            painter,
            room,
            (habit.name, self.fonts.habit, QColor(self.theme.text)),
            (habit.cue, self.fonts.caption, QColor(self.theme.text_second)),
        )

    def _paint_day(
        self, painter: QPainter, rect: QRect, row: HabitRow, column: int, ground: QColor
    ) -> None:
        cell = row.cells[column - 1]
        centre = self.day_centre(rect, column)
        colours = self._colours_of(row.habit.hue)
        left, right = QPointF(rect.left(), centre.y()), QPointF(rect.right() + 1, centre.y())
        draw_thread(painter, left, centre, cell.before, colours.thread)
        draw_thread(painter, centre, right, cell.after, colours.thread)
        if cell.shape is Shape.FREE and cell.before is not Line.NONE:
            return
        inks = colours.full, colours.fill, ground
        draw_shape(painter, centre, cell.shape, inks, self.theme, self.cell_factor())
        if cell.entry.note:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.text_second))
            painter.drawEllipse(centre + QPointF(8.5, -8.5) * self.cell_factor(), 1.6, 1.6)

    def _colours_of(self, hue: str) -> "_Colours":
        """The colours of an area or of a habit's own hue, mixed once for each theme."""
        if self._mixed_for is not self.theme:
            self._mixed_for, self._mixed = self.theme, {}
        if hue not in self._mixed:
            theme = self.theme
            self._mixed[hue] = _Colours(theme.area(hue), theme.fill(hue), theme.thread(hue))
        return self._mixed[hue]

    def _paint_selected(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        """The ground of a chosen day, with a line wherever the next one is not chosen."""
        painter.fillRect(rect, QColor(self.theme.selected))
        ink = QColor(self.theme.text_second)
        left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
        for beside, edge in (
            ((row, column - 1), QRect(left, top, 1, height)),
            ((row, column + 1), QRect(left + width - 1, top, 1, height)),
            ((row - 1, column), QRect(left, top, width, 1)),
            ((row + 1, column), QRect(left, top + height - 1, width, 1)),
        ):
            if beside not in self.selected:
                painter.fillRect(edge, ink)

    def cell_factor(self) -> float:
        """Cells grow with the text, to 18 pixels at most."""
        return min(18 / 14, self.fonts.factor)

    def _paint_control(self, painter: QPainter, rect: QRect, row: HabitRow) -> None:
        geometry = self.geometry(row, rect)
        theme, fonts = self.theme, self.fonts
        ink = Ink(theme, self._icons, fonts.strong, fonts.caption, fonts.factor)
        paint_round_button(painter, geometry, row, ink)
        if row.timer is not None:
            paint_timing(painter, geometry, row, self._model.seconds_timed(row), ink)
            return
        if row.control.kind is ControlKind.NEXT and row.control.next_day:
            painter.setFont(self.fonts.caption)
            painter.setPen(QColor(theme.text_hint))
            words = next_words(row.control.next_day)
            _draw_elided(painter, geometry.beside, words)
            self._draw_icon(painter, geometry.rect_of(Part.LOG_ANYWAY), "add", theme.text_second)
            return
        if row.control.kind is ControlKind.MARK:
            self._paint_button(painter, geometry.frame, row)
        else:
            self._paint_amount(painter, geometry, row)
        painter.setFont(self.fonts.caption)
        painter.setPen(QColor(theme.text_second))
        words = beside_words(row)
        _draw_elided(painter, geometry.beside, words)
        if row.habit.measured and row.control.reached:
            width = painter.fontMetrics().horizontalAdvance(words)
            left = min(geometry.beside.left() + width + 4, geometry.beside.right() - 16)
            check = QRect(left, geometry.beside.top(), 18, geometry.beside.height())
            self._draw_icon(painter, check, "check", theme.area(row.habit.hue).name())

    def _paint_button(self, painter: QPainter, frame: QRect, row: HabitRow) -> None:
        theme = self.theme
        area = theme.area(row.habit.hue)
        done = row.control.state is State.DONE
        ground = theme.tint(row.habit.hue) if done else QColor(theme.surface)
        _draw_frame(painter, frame, ground, area if done else QColor(theme.outline))
        words = button_words(row)
        painter.setFont(self.fonts.strong if done else self.fonts.habit)
        width = painter.fontMetrics().horizontalAdvance(words)
        left = frame.left() + max(6, (frame.width() - width - 22) // 2)
        mark = QRect(left, frame.top(), 16, frame.height())
        if done:
            self._draw_icon(painter, mark, "check", area.name())
        elif row.control.state is None and row.done_in_period is not None:
            self._draw_icon(painter, mark, "add", theme.text)
        else:
            shape = Shape.REST if row.control.state is State.REST else Shape.STILL_OPEN
            colours = area, area, ground
            draw_shape(painter, QPointF(mark.center()) + QPointF(0.5, 0.5), shape, colours, theme)
        painter.setPen(QColor(theme.text))
        room = QRect(mark.right() + 6, frame.top(), frame.right() - mark.right(), frame.height())
        painter.drawText(room, Align.AlignVCenter | Align.AlignLeft, words)

    def _paint_amount(self, painter: QPainter, geometry: ControlGeometry, row: HabitRow) -> None:
        theme = self.theme
        _draw_frame(painter, geometry.frame, QColor(theme.surface), QColor(theme.outline))
        value = geometry.rect_of(Part.VALUE)
        if row.control.reached:
            painter.fillRect(value.adjusted(0, 1, 0, -1), theme.tint(row.habit.hue))
        painter.setPen(QPen(QColor(theme.divider), 1))
        painter.drawLine(value.topLeft() + _DOWN, value.bottomLeft() - _DOWN)
        painter.drawLine(value.topRight() + _DOWN, value.bottomRight() - _DOWN)
        self._draw_icon(painter, geometry.rect_of(Part.MINUS), "minus", theme.text_second)
        self._draw_icon(painter, geometry.rect_of(Part.PLUS), "add", theme.text_second)
        amount = row.entry.value
        painter.setFont(self.fonts.strong)
        painter.setPen(QColor(theme.text if amount is not None else theme.text_hint))
        words = "–" if amount is None else format_amount(amount)
        _draw_elided(painter, value, words, Align.AlignCenter)

    def _draw_icon(self, painter: QPainter, rect: QRect, name: str, colour: str) -> None:
        scale = painter.device().devicePixelRatioF()
        pixmap = self._icons.pixmap(name, 16, colour, scale)
        painter.drawPixmap(
            QPointF(rect.left() + (rect.width() - 16) / 2, rect.top() + (rect.height() - 16) / 2),
            pixmap,
        )

    def _paint_figures(self, painter: QPainter, rect: QRect, row: HabitRow) -> None:
        room = rect.adjusted(INDENT - 8, 0, -6, 0)
        _draw_two_lines(
            painter,
            room,
            (consistency_line(row), self.fonts.body, QColor(self.theme.text_second)),
            (self._model.second_line(row), self.fonts.caption, QColor(self.theme.text_second)),
            first_word=(self.fonts.strong, QColor(self.theme.text)),
        )

    def _paint_focus(self, painter: QPainter, rect: QRect, row: HabitRow, column: int) -> None:
        ring = QRectF(rect).adjusted(3, 3, -3, -3)
        if 1 <= column <= len(self._model.days):
            factor = self.cell_factor()
            ring = QRectF(0, 0, 24 * factor, 26 * factor)
            ring.moveCenter(self.day_centre(rect, column))
        elif column == self._model.control_column:
            geometry = self.geometry(row, rect)
            frame = geometry.frame if geometry.frame.isValid() else geometry.beside
            ring = QRectF(frame).adjusted(-3, -3, 3, 3)
        self._draw_ring(painter, ring)

    def _draw_ring(self, painter: QPainter, ring: QRectF) -> None:
        painter.setPen(QPen(QColor(self.theme.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, RADIUS, RADIUS)


_DOWN = QPointF(0, 1).toPoint()


def _draw_frame(painter: QPainter, rect: QRect, ground: QColor, border: QColor) -> None:
    painter.setPen(QPen(border, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _draw_elided(
    painter: QPainter,
    rect: QRect,
    words: str,
    align: Qt.AlignmentFlag = Align.AlignVCenter | Align.AlignLeft,
) -> None:
    fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align, fitting)


def _draw_two_lines(
    painter: QPainter,
    rect: QRect,
    first: tuple[str, QFont, QColor],
    second: tuple[str, QFont, QColor],
    first_word: tuple[QFont, QColor] | None = None,
) -> None:
    """Two lines, one above the other, centred together; the first alone where the second is empty.

    `first_word` sets the first line's first word apart.
    """
    upper, lower = QFontMetrics(first[1]), QFontMetrics(second[1])
    height = upper.height() + (lower.height() if second[0] else 0)
    top = rect.top() + (rect.height() - height) // 2
    line = QRect(rect.left(), top, rect.width(), upper.height())
    words = first[0]
    if first_word is not None:
        word, _, rest = words.partition(" ")
        painter.setFont(first_word[0])
        painter.setPen(first_word[1])
        _draw_elided(painter, line, word)
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(word + " "))
        words = rest
    painter.setFont(first[1])
    painter.setPen(first[2])
    _draw_elided(painter, line, words)
    if second[0]:
        painter.setFont(second[1])
        painter.setPen(second[2])
        below = QRect(rect.left(), top + upper.height(), rect.width(), lower.height())
        _draw_elided(painter, below, second[0])
