"""A quiet line above the table to search habits, look at one practice area alone, and sort."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from selfcare_app.domain.area import Area, area_title
from selfcare_app.domain.words import tr
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.today.filtering import Filter, Order

LONGEST_SEARCH = 200


class FilterBar(QWidget):
    """A field for words, a box for the area, one for the order, and a button that closes it."""

    changed = Signal(object)
    """The `Filter` wanted now."""
    left = Signal()
    """The person goes on to the habits found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Name, cue or practice area"))
        self.field.setAccessibleName(tr("Search habits"))
        self.field.setMaxLength(LONGEST_SEARCH)
        self.areas = Choice(self)
        self.areas.setAccessibleName(tr("Practice area"))
        self.orders = Choice(self)
        self.orders.setAccessibleName(tr("Sorted by"))
        for title, order in (
            (tr("Own order"), Order.OWN),
            (tr("By name"), Order.NAME),
            (tr("Open first"), Order.OPEN_FIRST),
        ):
            self.orders.addItem(title, order)
        self.found = QLabel(self)
        self.found.setProperty("role", "second")
        self.close_button = QPushButton(self)
        self.close_button.setProperty("role", "icon")
        self.close_button.setAccessibleName(tr("Show all habits"))
        self.close_button.setToolTip(tr("Show all habits"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        for part in (self.areas, self.orders, self.found, self.close_button):
            line.addWidget(part)
        self.field.textChanged.connect(self._tell)
        # What is searched for is in force with every key: no typing waits to be finished.
        self.field.textEdited.connect(lambda: self.field.setModified(False))
        self.field.returnPressed.connect(self.left)
        self.areas.currentIndexChanged.connect(self._tell)
        self.orders.currentIndexChanged.connect(self._tell)
        self.close_button.clicked.connect(self.put_away)

    @property
    def filter(self) -> Filter:
        """What is asked for now."""
        order = self.orders.currentData()
        assert isinstance(order, Order)
        return Filter(self.field.text(), self.areas.currentData(), order)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw the button's icon in the colours of `theme`."""
        self.close_button.setIcon(icons.icon("close", theme.text))

    def offer(self, areas: Iterable[Area]) -> None:
        """Let one of `areas` be chosen, or all."""
        offered = [(tr("All areas"), None), *((area_title(area), area.key) for area in areas)]
        here = [(self.areas.itemText(n), self.areas.itemData(n)) for n in range(self.areas.count())]
        if offered == here:
            return
        chosen = self.areas.currentData()
        self.areas.blockSignals(True)
        self.areas.clear()
        for title, key in offered:
            self.areas.addItem(title, key)
        self.areas.setCurrentIndex(max(0, self.areas.findData(chosen)))
        self.areas.blockSignals(False)
        if self.areas.currentData() != chosen:
            self._tell()

    def open(self) -> None:
        """Show it, ready to type."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def put_away(self) -> None:
        """Hide it, with all habits shown again as the person has put them."""
        self.blockSignals(True)
        self.field.clear()
        self.areas.setCurrentIndex(0)
        self.orders.setCurrentIndex(0)
        self.blockSignals(False)
        self.hide()
        self._tell()
        self.left.emit()

    def show_count(self, shown: int, of: int) -> None:
        """Say how many habits are found."""
        words = tr("{shown} of {all}", shown=shown, all=of) if self.filter.on else ""
        self.found.setText(words)
        self.found.setAccessibleName(tr("{found} habits found", found=words) if words else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away; Down goes on to the habits."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.changed.emit(self.filter)
