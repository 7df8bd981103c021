"""The habits to choose from, area by area, as a list and for a combo box."""

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from selfcare_app.domain.area import Area, area_title
from selfcare_app.domain.consistency import Consistency
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.icons import Icons, habit_icon
from selfcare_app.ui.theme import RADIUS, Theme, font
from selfcare_app.ui.wording import consistency_words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole
_ICON = 17
_ICON_LEFT = 8
_NAME_LEFT = 32
_RIGHT = 9


class Heading(Value):
    """The heading of a practice area."""

    area: Area


class Whole(Enum):
    """What can be chosen besides a single habit."""

    PRACTICES = "menu"
    CHECK_INS = "check-in"
    """Each with the name of its icon."""


Chosen = str | Whole
"""The id of a habit, or something beyond it."""


def whole_title(whole: Whole) -> str:
    """What the list calls it."""
    return tr("Check-ins") if whole is Whole.CHECK_INS else tr("All practices")


class HabitListModel(QAbstractListModel):
    """All practices and the check-ins, then habits with the heading of their practice area
    before each group."""

    def __init__(self, workspace: Workspace, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme, self._icons = theme, icons
        self._habits: list[Habit] = []
        self.rows: list[Habit | Heading | Whole] = []

    @property
    def outdated(self) -> bool:
        """Whether habits were added, put away or changed since they were loaded."""
        return self._habits != self._workspace.records.habits() or self._wholes() != [
            row for row in self.rows if isinstance(row, Whole)
        ]

    def _wholes(self) -> list[Whole]:
        if self._workspace.records.habits():
            return list(Whole)
        return [Whole.CHECK_INS] if self._workspace.records.check_ins() else []

    def load(self) -> None:
        """Read the habits anew."""
        self.beginResetModel()
        self._habits = self._workspace.records.habits()
        self.rows = [*self._wholes()]
        area = None
        for habit in self._habits:
            if habit.area != area:
                area = habit.area
                self.rows.append(Heading(self._workspace.records.area(area)))
            self.rows.append(habit)
        self.endResetModel()

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Take the colours of `theme`."""
        self._theme, self._icons = theme, icons
        self._tell_changed(range(len(self.rows)))

    def refresh(self, habit_ids: Iterable[str] | None) -> None:
        """Note that the figures of those habits, or of all, have changed."""
        if habit_ids is None:
            self._tell_changed(range(len(self.rows)))
            return
        for habit_id in habit_ids:
            row = self.row_of(habit_id)
            if row is not None:
                self._tell_changed(range(row, row + 1))

    def _tell_changed(self, rows: range) -> None:
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    def habit_at(self, row: int) -> Habit | None:
        """The habit in that row; None for a heading and outside."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Habit) else None

    def choice_at(self, row: int) -> Chosen | None:
        """What is chosen with that row; None for a heading and outside."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        match found:
            case Habit():
                return found.id
            case Whole():
                return found
        return None

    def row_of(self, chosen: Chosen) -> int | None:
        """Where it stands; None where it does not."""
        return next((row for row in range(len(self.rows)) if self.choice_at(row) == chosen), None)

    def first_choice(self) -> Chosen | None:
        """The first habit, or what there is without any; None where there is nothing."""
        if self._habits:
            return self._habits[0].id
        return self.choice_at(0)

    def consistency(self, habit: Habit) -> Consistency:
        """The headline of `habit`."""
        return self._workspace.statistics.of(habit).consistency

    # Qt's side

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt asks for the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.choice_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """A habit's name, icon and, for a screen reader, headline; an area's title."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if isinstance(row, Heading):
            shown = role in (Role.DisplayRole, Role.AccessibleTextRole)
            return area_title(row.area) if shown else None
        if isinstance(row, Whole):
            return self._of_whole(row, role)
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return row.name
        if role == Role.AccessibleTextRole:
            return self._words(row)
        if role == Role.DecorationRole:
            return self._icon(row)
        return None

    def _of_whole(self, whole: Whole, role: int) -> object:
        if role == Role.DecorationRole:
            return self._icons.icon(whole.value, self._theme.text, _ICON)
        shown = role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole)
        return whole_title(whole) if shown else None

    def _words(self, habit: Habit) -> str:
        found = self.consistency(habit)
        return f"{habit.name}, {consistency_words(found)}" if found.planned else habit.name

    def _icon(self, habit: Habit) -> QIcon:
        return self._icons.icon(habit_icon(habit), self._theme.area(habit.hue), _ICON)


def figures_words(found: Consistency) -> str:
    """The headline in the least room: “25/29”, “6/8 w” for weeks, “3/6 m” for months."""
    if not found.planned:
        return ""
    words = {
        "days": tr("{kept}/{planned}"),
        "weeks": tr("{kept}/{planned} w"),
        "months": tr("{kept}/{planned} m"),
    }[found.unit]
    return words.format(kept=found.kept, planned=found.planned)


class HabitDelegate(QStyledItemDelegate):
    """Paints a habit with its icon and headline, and what stands above the habits."""

    def __init__(self, model: HabitListModel, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._model = model
        self.theme, self.icons = theme, icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows follow the size of the text."""
        if self._model.choice_at(index.row()) is None:
            return QSize(0, QFontMetrics(font("caption")).height() + 9)
        return QSize(0, max(34, QFontMetrics(font("body")).height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._model.rows[index.row()]
        if isinstance(row, Heading):
            painter.setFont(font("caption", QFont.Weight.DemiBold))
            painter.setPen(QColor(self.theme.text_second))
            room = rect.adjusted(_ICON_LEFT, 0, -_RIGHT, -2)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room, left, area_title(row.area))
        else:
            self._paint_ground(painter, QRectF(rect), state)
            self._paint_choice(painter, rect, row, chosen=_has(state, _SELECTED))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        chosen = _has(state, _SELECTED)
        if chosen or _has(state, QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.selected if chosen else self.theme.hover))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if chosen:
            painter.setBrush(QColor(self.theme.primary))
            bar = QRectF(rect.left(), rect.top() + 4, 3, rect.height() - 8)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if _has(state, QStyle.StateFlag.State_HasFocus):
            painter.setPen(QPen(QColor(self.theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _paint_choice(
        self, painter: QPainter, rect: QRect, row: Habit | Whole, *, chosen: bool
    ) -> None:
        icon, colour, words, figures = "", QColor(self.theme.text), "", ""
        if isinstance(row, Whole):
            icon, words = row.value, whole_title(row)
        else:
            icon, words = habit_icon(row), row.name
            colour = self.theme.area(row.hue)
            figures = figures_words(self._model.consistency(row))
        scale = painter.device().devicePixelRatioF()
        pixmap = self.icons.pixmap(icon, _ICON, colour, scale)
        top = rect.top() + (rect.height() - _ICON) / 2
        painter.drawPixmap(QPointF(rect.left() + _ICON_LEFT, top), pixmap)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("caption"))
        painter.setPen(QColor(self.theme.text_second))
        room = rect.adjusted(_NAME_LEFT, 0, -_RIGHT, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, figures)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(figures) - 8)
        painter.setFont(font("body", QFont.Weight.Medium if chosen else None))
        painter.setPen(QColor(self.theme.text))
        name = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, name)


_SELECTED = QStyle.StateFlag.State_Selected


def _has(state: QStyle.StateFlag, flag: QStyle.StateFlag) -> bool:
    return bool(state & flag)


class HabitList(QListView):
    """The list at the left of the page."""

    def __init__(
        self, model: HabitListModel, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._delegate = HabitDelegate(model, theme, icons)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(tr("Habits"))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaint those rows alone: unlike what Qt expects, they never change their height."""
        for row in range(first.row(), last.row() + 1):
            self.update(self.model().index(row, 0))

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Take the colours of `theme`."""
        self._delegate.theme, self._delegate.icons = theme, icons
        self.viewport().update()
