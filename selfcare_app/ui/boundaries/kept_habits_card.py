"""Habits that the log of work days keeps by itself."""

from functools import partial
from textwrap import shorten

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.work_settings import ON_TIME
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.card import Card
from selfcare_app.ui.boundaries.stops import stop_before
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.choice import PageChoice
from selfcare_app.ui.settings.section import help_label

BOUNDARIES = "boundaries"
"""The practice area whose habits are offered first."""
LONGEST_SHOWN = 40
"""Characters of a habit's name; the tool tip tells all of a longer one."""


class KeptHabitsCard(Card):
    """A box to tick for each habit that the log could keep, and a choice of all others."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Kept by your work log"), parent)
        self._workspace = workspace
        self.boxes: dict[str, CheckBox] = {}
        """The box of each habit by its id."""
        self.about = help_label("", self)
        self.add(self.about)
        self._holder = QWidget(self)
        self._boxes = QVBoxLayout(self._holder)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(2)
        self.add(self._holder, rings=True)
        self._another = QWidget(self)
        self.others = PageChoice(self._another)
        self.others.setAccessibleName(tr("Another habit"))
        self.others.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.add_button = QPushButton(tr("Add"), self._another)
        self.add_button.setAccessibleName(tr("Let the log keep the other habit too"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._on_added)
        line = QHBoxLayout(self._another)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.others, 1)
        line.addWidget(self.add_button)
        self.add(self._another)
        self.refresh()

    def refresh(self) -> None:
        """Show the habits as they are now; the focus stays on its box."""
        kept = self._workspace.work.options.kept_habits()
        habits = [habit for habit in self._workspace.records.habits() if not habit.measured]
        listed = [habit for habit in habits if habit.area == BOUNDARIES or habit.id in kept]
        for habit_id in self.boxes.keys() - {habit.id for habit in listed}:
            self._drop(habit_id)
        for place, habit in enumerate(listed):
            box = self.boxes.get(habit.id) or self._new_box(habit.id)
            self._boxes.insertWidget(place, box)
            box.setText(shorten(habit.name, LONGEST_SHOWN, placeholder="…").replace("&", "&&"))
            box.setToolTip(habit.name)
            box.setAccessibleName(habit.name)
            box.setAccessibleDescription(self._how())
            box.blockSignals(True)
            box.setChecked(habit.id in kept)
            box.blockSignals(False)
        stops = [self.boxes[habit.id] for habit in listed]
        stop_before((self.others, self.add_button), stops)
        self.about.setText(self._how() if habits else _nothing_words())
        self._offer([habit for habit in habits if habit not in listed])

    def _how(self) -> str:
        minutes = self._workspace.settings.get(ON_TIME)
        return (
            tr(
                "Marked by itself when a day ended at most {minutes} minutes past its plan. "
                "Your own word stands.",
                minutes=minutes,
            )
            if minutes
            else tr("Marked by itself when a day ended as planned. Your own word stands.")
        )

    def _offer(self, others: list[Habit]) -> None:
        chosen = self.others.currentData()
        self.others.clear()
        for habit in others:
            self.others.addItem(habit.name, habit.id)
        self.others.setCurrentIndex(max(0, self.others.findData(chosen)))
        self._another.setVisible(bool(others))

    def _new_box(self, habit_id: str) -> CheckBox:
        box = self.boxes[habit_id] = CheckBox(parent=self._holder)
        box.toggled.connect(partial(self._on_ticked, habit_id))
        box.show()
        return box

    def _drop(self, habit_id: str) -> None:
        box = self.boxes.pop(habit_id)
        if box is self.window().focusWidget():
            self.others.setFocus()
        self._boxes.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _on_ticked(self, habit_id: str, ticked: bool) -> None:
        work = self._workspace.work
        first = work.today() if ticked else None
        self.try_to(lambda: work.options.keep_habit(habit_id, first))

    def _on_added(self) -> None:
        habit_id = self.others.currentData()
        self._on_ticked(habit_id, True)
        if habit_id in self.boxes:
            self.boxes[habit_id].setFocus()


def _nothing_words() -> str:
    return tr(
        "A yes/no habit, such as “Stopped at my time”, can be marked by your work log. "
        "There is none yet."
    )
