"""All that a person can say of a habit, field by field."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.area import Area
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.words import tr
from selfcare_app.ui.editor.area_field import NEW, AreaField
from selfcare_app.ui.editor.field import Field
from selfcare_app.ui.editor.look_fields import ColourField, IconField, StartField
from selfcare_app.ui.editor.measure_field import MeasureField
from selfcare_app.ui.editor.reminders import RemindersField
from selfcare_app.ui.editor.schedule_field import ScheduleField
from selfcare_app.ui.editor.words_fields import CueField, NameField, NotesField
from selfcare_app.ui.icons import Icons, area_icon
from selfcare_app.ui.theme import Theme

SPACE = 14
"""Between fields."""
_ALWAYS_SHOWN = 6
"""So many fields stand above those that are folded away."""


class Surroundings(NamedTuple):
    """What a form has to know of the program around it."""

    theme: Theme
    icons: Icons
    areas: Sequence[Area]
    today: date
    first_weekday: int
    """ISO weekday on which weeks start."""
    new_areas: bool = True
    """Whether a new practice area can be made along with the habit."""


class Draft(NamedTuple):
    """A habit as typed, not kept yet."""

    habit: Habit
    new_area: Area | None
    """An area to be made for it; the habit's own area then says nothing."""
    reminders: list[Reminder]


class HabitForm(QWidget):
    """The fields; what is seldom wanted stands folded away below the others."""

    changed = Signal()
    """The person changed something."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self._habit = Habit(id="", name="", created=around.today)
        theme, icons = around.theme, around.icons
        self.name = NameField(self)
        self.area = AreaField(around.areas, theme, icons, self, new=around.new_areas)
        self.cue = CueField(self)
        self.schedule = ScheduleField(around.first_weekday, theme, icons, self)
        self.measure = MeasureField(self)
        self.reminders = RemindersField(around.first_weekday, theme, icons, self)
        self._more = QWidget(self)
        self.colour = ColourField(theme, self._more, lambda: self.area.hue)
        self.icon = IconField(theme, icons, self._more, self._area_icon, self._hue)
        self.start = StartField(around.today, self._more)
        self.notes = NotesField(self._more)
        self.fold = QPushButton(self)
        self._lay_out()
        self.set_more_shown(False)
        for field in self.fields:
            field.changed.connect(self._on_changed)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, from the top to the bottom."""
        main = (self.name, self.area, self.cue, self.schedule, self.measure, self.reminders)
        return (*main, self.colour, self.icon, self.start, self.notes)

    def _lay_out(self) -> None:
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(SPACE)
        for field in self.fields[_ALWAYS_SHOWN:]:
            more.addWidget(field)
        self.fold.setProperty("role", "fold")
        self.fold.setCheckable(True)
        self.fold.setAutoDefault(False)
        self.fold.setText(tr("Colour, icon, start day, notes"))
        self.fold.toggled.connect(self.set_more_shown)
        line = QHBoxLayout()
        line.addWidget(self.fold)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for field in self.fields[:_ALWAYS_SHOWN]:
            column.addWidget(field)
        column.addLayout(line)
        column.addWidget(self._more)
        column.addStretch(1)

    def set_more_shown(self, shown: bool) -> None:
        """Fold the parts that are seldom wanted away, or show them."""
        self.fold.setChecked(shown)
        icon = "unfolded" if shown else "next"
        self.fold.setIcon(self._around.icons.icon(icon, self._around.theme.text))
        self.fold.setAccessibleDescription(tr("shown") if shown else tr("folded away"))
        self._more.setVisible(shown)

    def show_habit(self, habit: Habit, reminders: Sequence[Reminder] = ()) -> None:
        """Show `habit`, to be changed."""
        self._habit = habit
        self.name.text.setText(habit.name)
        self.area.show_key(habit.area)
        self.cue.text.setText(habit.cue)
        self.schedule.show_schedule(habit.schedule)
        self.measure.show_habit(habit)
        self.reminders.show_reminders(reminders)
        self.colour.show_colour(habit.colour)
        self.icon.show_icon(habit.icon)
        self.start.show_day(habit.created)
        self.notes.text.setPlainText(habit.notes)
        self.set_more_shown(bool(habit.colour or habit.icon or habit.notes))

    def check(self) -> bool:
        """Whether everything can be used; beside what cannot stands why, and the first has the
        focus."""
        wrong = [field for field in self.fields if not field.check()]
        if wrong:
            if self._more.isAncestorOf(wrong[0]):
                self.set_more_shown(True)
            wrong[0].take_focus()
        return not wrong

    def draft(self) -> Draft:
        """The habit as typed; raises BadInput where that is none."""
        measure = self.measure.read()
        area = self.area.read()
        habit = Habit(
            id=self._habit.id,
            name=self.name.read(),
            created=self.start.read(),
            area=area or self._habit.area,
            kind=measure.kind,
            schedule=self.schedule.read(),
            target=measure.target,
            direction=measure.direction,
            unit=measure.unit,
            cue=self.cue.read(),
            notes=self.notes.read(),
            colour=self.colour.read(),
            icon=self.icon.read(),
            position=self._habit.position,
            archived=self._habit.archived,
        )
        new_area = self.area.new.area() if area == NEW else None
        return Draft(habit, new_area, self.reminders.read())

    def _area_icon(self) -> str:
        return area_icon(self.area.key)

    def _hue(self) -> str:
        return self.colour.choice.value() or self.area.hue

    def _on_changed(self) -> None:
        self.cue.show_name(self.name.text.text())
        self.schedule.show_measured(self.measure.measured)
        # Where it cannot be used, the field itself says so when the habit is to be saved.
        with suppress(BadInput):
            self.measure.show_schedule(self.schedule.read())
        for choice in (self.colour.choice, self.icon.choice):
            choice.repaint_pictures()
        self.changed.emit()
