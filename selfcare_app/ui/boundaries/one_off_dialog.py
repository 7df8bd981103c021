"""Asks about days that are planned by themselves: off, or with other hours."""

from PySide6.QtWidgets import QLineEdit, QWidget

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.one_offs import OneOffs
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import Hours
from selfcare_app.services.work_verbs import MOST_DAYS_OFF
from selfcare_app.ui.boundaries.week.words import typed_words
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.day_field import DayField
from selfcare_app.ui.form import FormDialog

_OFF, _OTHER = 0, 1


class OneOffDialog(FormDialog):
    """`wanted` is what was asked for, once the dialog is accepted."""

    def __init__(self, parent: QWidget, span: OneOffs, *, new: bool) -> None:
        """Begin with `span`; `new` says that it is not planned yet."""
        title = tr("Add days off or other hours") if new else tr("Change the days")
        super().__init__(parent, title)
        self.wanted = span
        self.kind = Choice(self)
        self.kind.addItems([tr("Off"), tr("Other hours")])
        self.kind.setCurrentIndex(_OTHER if span.hours else _OFF)
        self.first, self.last = DayField(span.first, self), DayField(span.last, self)
        self.hours = QLineEdit(typed_words(span.hours) if span.hours else "", self)
        self.hours.setPlaceholderText(tr("such as 9:00–20:00"))
        self.note = QLineEdit(span.note, self)
        self.note.setPlaceholderText(tr("such as winter break"))
        self.add_field(tr("What"), self.kind)
        self.add_field(tr("First day"), self.first)
        self.add_field(tr("Last day"), self.last)
        self.add_field(tr("Hours"), self.hours)
        self.add_field(tr("Note"), self.note)
        self.finish(tr("Add") if new else tr("Save"), self.kind)
        self.kind.currentIndexChanged.connect(lambda _: self._show_hours())
        self._before = self.first.day
        self.first.dateChanged.connect(lambda _: self._follow_first())
        self._show_hours()

    def check(self) -> bool:
        """Whether it can be planned; says beside its field what cannot."""
        if self.last.day < self.first.day:
            self.say_problem(self.last, tr("The last day must be on or after the first."))
            return False
        if (self.last.day - self.first.day).days >= MOST_DAYS_OFF:
            self.say_problem(self.last, tr("That is more than a year; take a shorter time."))
            return False
        note = " ".join(self.note.text().split())
        hours: Hours = ()
        if self.kind.currentIndex() == _OTHER:
            try:
                hours, _ = parse_hours(self.hours.text())
            except BadInput as error:
                self.say_problem(self.hours, str(error))
                return False
        self.wanted = OneOffs(self.first.day, self.last.day, hours, note)
        return True

    def _show_hours(self) -> None:
        self.form.setRowVisible(self.hours, self.kind.currentIndex() == _OTHER)

    def _follow_first(self) -> None:
        """Keep a single day a single day."""
        if self.last.day in (self._before, self.first.day) or self.last.day < self.first.day:
            self.last.show_day(self.first.day)
        self._before = self.first.day
