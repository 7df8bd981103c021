"""Typing an amount into a day or into the day's control."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.today.delegate import TodayDelegate
from selfcare_app.ui.today.geometry import Part
from selfcare_app.ui.today.state import HabitRow

Index = QModelIndex | QPersistentModelIndex
FIELD_WIDTH = 64
FIELD_HEIGHT = 28


class AmountField(QLineEdit):
    """A field whose Enter ends in it: the table beneath must not take it for its own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key, so that none goes on to the table."""
        super().keyPressEvent(event)
        event.accept()


class EditingDelegate(TodayDelegate):
    """Paints the table and opens a small field where an amount is typed."""

    typed = Signal(int, int, str)
    """Row, column and the text that was typed for an amount."""
    corrected = Signal(int, str)
    """Row and the text that was left standing, or typed, for what a timer counted."""
    correcting: str | None = None
    """What a timer counted, while the field is open to correct it."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        """A field for the amount."""
        field = AmountField(parent)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setMaxLength(30)
        field.setStyleSheet("padding: 0 2px;")
        row = self._model.rows[index.row()]
        if isinstance(row, HabitRow):
            field.setAccessibleName(tr("Amount for {habit}", habit=row.habit.name))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the amount that is there."""
        assert isinstance(editor, QLineEdit)
        counted = self.correcting
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)) if counted is None else counted)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Place the field over the value, or centred on the day."""
        rect: QRect = option.rect
        row = self._model.rows[index.row()]
        factor = self.fonts.factor
        place = QRect(0, 0, round(FIELD_WIDTH * factor), round(FIELD_HEIGHT * factor))
        place.moveCenter(rect.center())
        if isinstance(row, HabitRow) and index.column() == self._model.control_column:
            geometry = self.geometry(row, rect)
            value = geometry.rect_of(Part.VALUE) | geometry.rect_of(Part.STOP)
            place = value.adjusted(1, 1, -1, -1) if value.isValid() else place
        room = editor.parentWidget()
        if room is not None:
            place.moveRight(min(place.right(), room.width() - 2))
        editor.setGeometry(place)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Say what was typed; an unchanged or empty field says nothing."""
        assert isinstance(editor, QLineEdit)
        if self.correcting is not None:
            if editor.text().strip():
                self.corrected.emit(index.row(), editor.text())
            return
        if editor.text().strip() and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            self.typed.emit(index.row(), index.column(), editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The field closes; the next one is for an amount again."""
        self.correcting = None
        super().destroyEditor(editor, index)
