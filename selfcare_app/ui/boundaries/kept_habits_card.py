"""The habits that the log of work keeps by itself."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.work_settings import ON_TIME
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.card import BoundaryCard, quiet_label
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.choice import Choice

AREA = "boundaries"
"""Habits of this practice area are offered first."""


class KeptHabitsCard(BoundaryCard):
    """A box for each habit about boundaries, and a way to the others."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Kept by the log"), "", workspace, parent)
        self.about = quiet_label("", self)
        self.boxes: dict[str, CheckBox] = {}
        """By the ids of the habits."""
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.others = Choice(self)
        self.others.setAccessibleName(tr("Another habit for the log to keep"))
        self.others.activated.connect(self._on_other)
        self.column.addWidget(self.about)
        self.column.addLayout(self._list)
        self.column.addWidget(self.others)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the habits as they are now; the focus stays where it was."""
        minutes = self._workspace.settings.get(ON_TIME)
        self.about.setText(
            tr(
                "A ticked habit is kept on days that ended at most {minutes} minutes past their "
                "plan. Your own word stands.",
                minutes=minutes,
            )
        )
        kept = self._workspace.work.options.kept_habits()
        habits = [habit for habit in self._workspace.records.habits() if not habit.measured]
        shown = [habit for habit in habits if habit.area == AREA or habit.id in kept]
        if {habit.id: habit.name for habit in shown} != self._named():
            self._show_boxes(shown)
        for habit_id, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(habit_id in kept)
            box.blockSignals(False)
        self._offer([habit for habit in habits if habit.id not in self.boxes])

    def _named(self) -> dict[str, str]:
        return {habit_id: box.text().replace("&&", "&") for habit_id, box in self.boxes.items()}

    def _show_boxes(self, habits: list[Habit]) -> None:
        focused = [habit_id for habit_id, box in self.boxes.items() if box.hasFocus()]
        for box in self.boxes.values():
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for habit in habits:
            # An ampersand of the person's own is no key.
            box = CheckBox(habit.name.replace("&", "&&"), self)
            box.toggled.connect(partial(self._keep, habit.id))
            self._list.addWidget(box)
            box.show()
            self.boxes[habit.id] = box
        for habit_id in focused:
            if habit_id in self.boxes:
                self.boxes[habit_id].setFocus()

    def _offer(self, habits: list[Habit]) -> None:
        self.others.clear()
        self.others.addItem(tr("Another habit…"), "")
        for habit in habits:
            self.others.addItem(habit.name, habit.id)
        self.others.setVisible(bool(habits))

    def _on_other(self, number: int) -> None:
        habit_id = self.others.itemData(number)
        if habit_id:
            self._keep(habit_id, True)
            self.boxes[habit_id].setFocus()

    def _keep(self, habit_id: str, wanted: bool) -> None:
        work = self._workspace.work
        first = work.today() if wanted else None
        self.try_to(lambda: work.options.keep_habit(habit_id, first))
