"""One setting on the page, made from its declaration: title, control and help."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.words import tr
from selfcare_app.services.settings import Declaration
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.choice import PageChoice
from selfcare_app.ui.settings.section import RING, help_label
from selfcare_app.ui.theme import text_factor

_SHORTEST_CHOICE = 16
"""Characters; boxes of short words are all as wide as that, and so stand in line."""
_SIDE_BY_SIDE = 430
"""From this width on, at the usual text size, the box stands beside the words."""


class SettingRow(QWidget):
    """Shows the value of one setting and says which one the person wants."""

    chosen = Signal(object)
    """The value that the person chose."""

    @property
    def control(self) -> QWidget:
        """What has the focus when the setting is changed."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show `value`, one of those allowed, as the one in force."""
        raise NotImplementedError


class YesOrNoRow(SettingRow):
    """A box to tick, the help below its words."""

    def __init__(self, declaration: Declaration[bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.box = CheckBox(tr(declaration.title), self)
        self._help = help_label(tr(declaration.help), self)
        self.box.setAccessibleDescription(self._help.text())
        self.box.toggled.connect(lambda ticked: self.chosen.emit(ticked))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self._help)

    @property
    def control(self) -> QWidget:
        """The box."""
        return self.box

    def show_value(self, value: object) -> None:
        """Tick the box or not, without saying that the person did."""
        self.box.blockSignals(True)
        self.box.setChecked(value is True)
        self.box.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        """Keep the help in line with the box's words, which move with the text size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish):
            option = QStyleOptionButton()
            self.box.initStyleOption(option)
            words = QStyle.SubElement.SE_CheckBoxContents
            left = self.box.style().subElementRect(words, option, self.box).left()
            self._help.setContentsMargins(left, 0, 0, 0)
        return super().event(event)


class ChoiceRow(SettingRow):
    """Title and help, and a box with the values: beside them, or below where it is narrow."""

    def __init__(self, declaration: Declaration[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._allowed = declaration.allowed
        self._title = QLabel(tr(declaration.title), self)
        self._help = help_label(tr(declaration.help), self)
        self.box = PageChoice(self)
        self.box.setMinimumContentsLength(_SHORTEST_CHOICE)
        for value in declaration.allowed:
            self.box.addItem(declaration.words_of(value))
        self.box.setAccessibleName(self._title.text())
        self.box.setAccessibleDescription(self._help.text())
        self._title.setBuddy(self.box)
        self.box.activated.connect(lambda number: self.chosen.emit(self._allowed[number]))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(RING, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self._help, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._place_box(beside=True)

    @property
    def control(self) -> QWidget:
        """The box."""
        return self.box

    def show_value(self, value: object) -> None:
        """Show `value` in the box."""
        self.box.setCurrentIndex(self._allowed.index(value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the box where there is room for it."""
        super().resizeEvent(event)
        self._place_box(beside=self.width() >= _SIDE_BY_SIDE * text_factor())

    def _place_box(self, *, beside: bool) -> None:
        self._grid.removeWidget(self.box)
        if beside:
            self._grid.addWidget(self.box, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self.box, 3, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.setRowMinimumHeight(2, 0 if beside else 4)


def row_for(declaration: Declaration[Any], parent: QWidget) -> SettingRow:
    """The row that fits the type of the setting."""
    if isinstance(declaration.default, bool):
        return YesOrNoRow(declaration, parent)
    return ChoiceRow(declaration, parent)
