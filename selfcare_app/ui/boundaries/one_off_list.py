"""Single days of the plan, one row each, with a menu of what can be done with them."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.one_offs import OneOff
from selfcare_app.domain.words import tr
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, give_font

DAYS_SHARE, WHAT_SHARE = 3, 4
"""How days and what is planned on them part the row, wherever it stands."""


class Shown(NamedTuple):
    """A row in words."""

    one_off: OneOff
    days: str
    what: str
    back: OneOff
    """Those of its days that can be taken back."""


class OneOffRow(QFrame):
    """When, what, and a button for the menu."""

    def __init__(self, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = shown
        days, what = QLabel(shown.days, self), QLabel(shown.what, self)
        give_font(days, "habit")
        give_font(what, "body")
        what.setProperty("role", "second")
        self.more = QPushButton(self)
        self.more.setProperty("role", "bare")
        self.more.setAutoDefault(False)
        words = tr("{days}, {what}: change or take back", days=shown.days, what=shown.what)
        self.more.setAccessibleName(words)
        self.more.setToolTip(tr("Change or take back"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 1)
        line.setSpacing(10)
        for label, share in ((days, DAYS_SHARE), (what, WHAT_SHARE)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setContentsMargins(0, 4, 0, 4)
            line.addWidget(label, share)
        line.addWidget(self.more)


class OneOffList(QWidget):
    """Shows rows, or one sentence where there are none."""

    change_wanted = Signal(object)
    """The one to change, as it is shown."""
    back_wanted = Signal(object)
    """The one to take back, as it is shown, so that the week holds again."""

    def __init__(self, nothing: str, theme: Theme, icons: Icons, parent: QWidget) -> None:
        """`nothing` is said where there is nothing to show."""
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.rows: list[OneOffRow] = []
        self.nothing = QLabel(nothing, self)
        """What is said where there is nothing to show."""
        self.nothing.setProperty("role", "second")
        self.nothing.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.nothing)

    def show_rows(self, shown: Sequence[Shown]) -> bool:
        """Show these. Whether the focus, if it was here, has a place here still: in the row
        that it was in, or the one that came in its place."""
        if [row.shown for row in self.rows] == list(shown):
            return True
        focused = self.window().focusWidget()
        at = next((n for n, row in enumerate(self.rows) if row.more is focused), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(each, last=each is shown[-1]) for each in shown]
        self.nothing.setVisible(not shown)
        if at is None:
            return True
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].more.setFocus()
        return bool(self.rows)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self._theme, self._icons = theme, icons
        for row in self.rows:
            row.more.setIcon(icons.icon("more", theme.text_second))

    def menu_of(self, row: OneOffRow) -> QMenu:
        """What can be done with `row`; gone once it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = row.shown
        whole = shown.back == shown.one_off
        words = tr("Take back") if whole else tr("Take back from today on")
        menu.addAction(tr("Change…"), lambda: self.change_wanted.emit(shown))
        menu.addAction(words, lambda: self.back_wanted.emit(shown))
        return menu

    def _row(self, shown: Shown, *, last: bool) -> OneOffRow:
        row = OneOffRow(shown, self)
        if not last:
            row.setProperty("role", "line")
        row.more.setIcon(self._icons.icon("more", self._theme.text_second))
        row.more.clicked.connect(lambda: self._open_menu(row))
        self._column.addWidget(row)
        row.show()
        return row

    def _open_menu(self, row: OneOffRow) -> None:
        self.menu_of(row).popup(row.more.mapToGlobal(QPoint(0, row.more.height())))
