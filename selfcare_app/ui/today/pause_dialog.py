"""Pausing one habit or all, and resting for several days."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from selfcare_app.domain.days import check_loggable
from selfcare_app.domain.entry import Pause, checked_pause
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.records import Records
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.day_field import DayField
from selfcare_app.ui.form import FormDialog, Sentence

USUAL_DAYS = 7
"""Length of a pause that nobody changed yet."""


class PauseDialog(FormDialog):
    """Asks which habit, or all, from when to when; for a new pause or one that is there."""

    def __init__(
        self,
        parent: QWidget,
        workspace: Workspace,
        habit: Habit | None,
        pause: Pause | None = None,
    ) -> None:
        """`habit` is offered beside all habits; `pause` is one that is there, to change it."""
        super().__init__(parent, tr("Pause") if pause is None else tr("Change pause"))
        self._workspace, self._habit, self._pause = workspace, habit, pause
        today = workspace.today()
        first = pause.first if pause else today
        last = pause.last if pause else today + timedelta(days=USUAL_DAYS - 1)
        self.which = Choice(self)
        if habit is not None:
            self.which.addItem(habit.name, habit.id)
        self.which.addItem(tr("All habits"), None)
        if pause is not None:
            self.which.setCurrentIndex(self.which.findData(pause.habit_id))
        self.first, self.last = DayField(first, self), DayField(last, self)
        self.note = QLineEdit(pause.note if pause else "", self)
        self.note.setPlaceholderText(tr("Holiday"))
        self.add_field(tr("Habit"), self.which)
        self.add_field(tr("First day"), self.first)
        self.add_field(tr("Last day"), self.last)
        self.add_field(tr("Note"), self.note)
        self.about = Sentence(self)
        self.column.addWidget(self.about)
        for changed in (
            self.which.currentIndexChanged,
            self.first.dateChanged,
            self.last.dateChanged,
        ):
            changed.connect(self._tell)
        self._tell()
        self.finish(tr("Pause") if pause is None else tr("Save"), self.first)

    @property
    def pause(self) -> Pause:
        """The pause as it was filled in; its id is empty where it is new."""
        identity = self._pause.id if self._pause else ""
        note = " ".join(self.note.text().split())
        return Pause(identity, self.which.currentData(), self.first.day, self.last.day, note)

    def keep(self) -> None:
        """Keep the pause as it was filled in; raises KnownError where it cannot be."""
        journal, pause = self._workspace.journal, self.pause
        if self._pause is not None:
            journal.change_pause(pause)
        else:
            habit = self._habit if pause.habit_id is not None else None
            journal.pause(habit, pause.first, pause.last, pause.note)

    def check(self) -> bool:
        """Whether the pause ends on or after the day it begins."""
        pause = self.pause
        dated = Pause(pause.id, pause.habit_id, pause.first, pause.last)
        return self.checked(self.last, lambda: checked_pause(dated)) and self.checked(
            self.note, lambda: checked_pause(pause)
        )

    def _tell(self) -> None:
        pause = self.pause
        records = self._workspace.records
        habits = records.habits(archived=pause.habit_id is not None)
        wanted = [habit for habit in habits if pause.habit_id in (None, habit.id)]
        kept = _said(records, wanted, pause.first, pause.last)
        words = tr("Days in it cost nothing: no streak ends, nothing stands open.")
        if kept:
            words = f"{words} {_kept_words(kept)}"
        self.about.say(words)


class RestDialog(FormDialog):
    """Asks for the first and the last of several days to rest from one habit."""

    def __init__(self, parent: QWidget, workspace: Workspace, habit: Habit, day: date) -> None:
        """`day` is the day looked at, which stands in both fields at first."""
        super().__init__(parent, tr("Rest from “{name}”", name=habit.name))
        self._workspace, self._habit = workspace, habit
        self.first, self.last = DayField(day, self), DayField(day, self)
        self.add_field(tr("First day"), self.first)
        self.add_field(tr("Last day"), self.last)
        self.about = Sentence(self)
        self.column.addWidget(self.about)
        for field in (self.first, self.last):
            field.dateChanged.connect(self._tell)
        self._tell()
        self.finish(tr("Rest"), self.first)

    def keep(self) -> None:
        """Mark the days; raises KnownError where they cannot be."""
        self._workspace.journal.rest_days([self._habit], self.first.day, self.last.day)

    def check(self) -> bool:
        """Whether all of the days have come, and end on or after the first."""
        today = self._workspace.today()
        for field in (self.first, self.last):
            if field.day > today:
                words = tr("That day has not come yet. Pause the habit to rest on days to come.")
                self.say_problem(field, words)
                return False
            if not self.checked(field, lambda day=field.day: check_loggable(day, today)):
                return False
        return self.checked(self.last, self._check_order)

    def _check_order(self) -> None:
        if self.last.day < self.first.day:
            raise BadInput(tr("The last day must be on or after the first."))

    def _tell(self) -> None:
        count = (self.last.day - self.first.day).days + 1
        if count < 1:
            self.about.say("")
            return
        said = _said(self._workspace.records, [self._habit], self.first.day, self.last.day)
        free = count - said
        words = tr("1 day of rest.") if free == 1 else tr("{count} days of rest.", count=free)
        self.about.say(f"{words} {_kept_words(said)}" if said else words)


def _said(records: Records, habits: Iterable[Habit], first: date, last: date) -> int:
    """On how many days from `first` to `last` something was said of one of `habits`."""
    days = {
        entry.day
        for habit in habits
        for entry in records.entries_between(habit.id, first, last)
        if entry.state is not None or entry.value is not None
    }
    return len(days)


def _kept_words(count: int) -> str:
    if count == 1:
        return tr("1 day has an entry already; it stays as it is.")
    return tr("{count} days have entries already; they stay as they are.", count=count)
