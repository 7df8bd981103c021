"""A row's menu: everything that can be done with a day of a habit, and with the habit."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from selfcare_app.domain.words import tr
from selfcare_app.ui.actions import Action, key_words
from selfcare_app.ui.page import Page
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.table import TodayTable


class RowMenu:
    """Opens where the table wants it, made of the actions that make sense just then."""

    def __init__(
        self,
        parent: Page,
        table: TodayTable,
        model: TodayModel,
        about_day: Iterable[Action],
        about_habit: Iterable[Iterable[Action]],
    ) -> None:
        """`about_day` and `about_habit` act on the place with the focus ring; a line stands
        between the groups of the latter."""
        self._parent, self._table, self._model = parent, table, model
        self._about_day, self._about_habit = list(about_day), list(map(list, about_habit))
        table.menu_wanted.connect(self.open)

    def open(self, number: int, column: int, where: QPoint) -> None:
        """Open it there on the screen, for the place in that row and column."""
        if self._model.habit_at(number) is not None:
            self.made_for(number, column).popup(where)

    def made_for(self, number: int, column: int) -> QMenu:
        """The menu of a habit's row and of that column's day; the focus ring goes there, and
        it is gone once it is closed."""
        habit = self._model.habit_at(number)
        assert habit is not None
        self._table.focus_cell(number, column)
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setTitle(habit.name)
        menu.addActions([action for action in self._about_day if action.offered])
        menu.addSeparator()
        # Its key is the window's own; the menu only shows it.
        edit = menu.addAction(f"{tr('Edit habit…')}\t{key_words('Ctrl+E')}")
        edit.triggered.connect(lambda: self._parent.edit_wanted.emit(habit.id))
        for group in self._about_habit:
            offered = [action for action in group if action.offered]
            menu.addActions(offered)
            if offered and group is not self._about_habit[-1]:
                menu.addSeparator()
        return menu
