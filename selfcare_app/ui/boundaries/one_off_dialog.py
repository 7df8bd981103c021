"""The form for a day off, several, or a day with other hours than the week's."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.hours_text import hours_text, parse_hours
from selfcare_app.domain.one_offs import OneOff, days_of
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import Hours
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.announce import announce
from selfcare_app.ui.boundaries.one_off_words import hours_words
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.day_field import DayField
from selfcare_app.ui.form import FormDialog, Sentence

LONGEST_NOTE = 200


class OneOffDialog(FormDialog):
    """Asks which days, and what is planned on them; keeps it when it is accepted."""

    def __init__(self, parent: QWidget, workspace: Workspace, one_off: OneOff | None) -> None:
        """`one_off` is the one to change, or None for a new one."""
        super().__init__(parent, tr("Change") if one_off else tr("Day off or other hours"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._before = workspace, one_off
        today = workspace.work.today()
        self.joined = ""
        """What there is to tell about hours that overlapped, once they are kept."""
        self.kind = Choice(self)
        self.kind.addItem(tr("Day off"), False)
        self.kind.addItem(tr("Other hours"), True)
        self.first = DayField(one_off.first if one_off else today, self)
        self.last = DayField(one_off.last if one_off else today, self)
        self._chosen_last = self._range_end()
        self.hours = QLineEdit(self)
        self.hours.setPlaceholderText("9:00-13:00, 14:00-20:00")
        self.note = QLineEdit(one_off.note if one_off else "", self)
        self.note.setPlaceholderText(tr("Winter break"))
        if one_off and one_off.hours:
            self.kind.setCurrentIndex(1)
            self.hours.setText(hours_text(one_off.hours).replace(",", ", "))
        self.add_field(tr("What"), self.kind)
        self.add_field(tr("First day"), self.first)
        self.add_field(tr("Last day"), self.last)
        self.add_field(tr("Hours"), self.hours)
        self.add_field(tr("Note"), self.note)
        self.about = Sentence(self)
        self.column.addWidget(self.about)
        self._follow()
        self.kind.currentIndexChanged.connect(self._follow)
        self.first.dateChanged.connect(self._on_first_changed)
        self.last.dateChanged.connect(self._on_last_changed)
        self.finish(tr("Save") if one_off else tr("Add"), self.kind)

    @property
    def works(self) -> bool:
        """Whether there are other hours on those days, rather than none."""
        return self.kind.currentData() is True

    def check(self) -> bool:
        """Whether everything could be used and was kept; what could not is said beside it."""
        if not self.checked(self.last, lambda: days_of(self.first.day, self.last.day)):
            return False
        hours: Hours = ()
        if self.works:
            try:
                hours = self._typed_hours()
            except BadInput as error:
                self.say_problem(self.hours, str(error))
                return False
        return self.checked(self.note, self._check_note) and self._keep(hours)

    def _typed_hours(self) -> Hours:
        text = self.hours.text()
        if not text.strip():
            raise BadInput(tr("Write the hours, such as 9:00-20:00."))
        hours, overlapped = parse_hours(text)
        if not hours:
            raise BadInput(tr("Write the hours, such as 9:00-20:00, or choose “Day off” above."))
        words = tr("Hours that overlap were joined: {hours}.", hours=hours_words(hours))
        self.joined = words if overlapped else ""
        return hours

    def _check_note(self) -> None:
        if len(self.note.text()) > LONGEST_NOTE:
            raise BadInput(
                tr(
                    "A note here can have up to {most} characters; this one has {count}.",
                    most=LONGEST_NOTE,
                    count=len(self.note.text()),
                )
            )

    def _keep(self, hours: Hours) -> bool:
        before = self._before
        try:
            self._workspace.journal.plan_days(
                self.first.day,
                self.last.day,
                hours,
                " ".join(self.note.text().split()),
                instead_of=(before.first, before.last) if before else None,
            )
        except KnownError as error:
            self.about.say(str(error))
            announce(self.about, str(error))
            return False
        return True

    def _on_first_changed(self) -> None:
        """Let the range begin there, and end as was chosen; a single day stays one."""
        first = self.first.day
        self.last.blockSignals(True)
        self.last.show_day(max(first, self._chosen_last or first))
        self.last.blockSignals(False)
        self._follow()

    def _on_last_changed(self) -> None:
        self._chosen_last = self._range_end()
        self._follow()

    def _range_end(self) -> date | None:
        """The last day; None for a single day."""
        return self.last.day if self.last.day != self.first.day else None

    def _follow(self) -> None:
        """Ask for hours where there are some, and tell what the days hold already."""
        self.form.setRowVisible(self.hours, self.works)
        taken = sum(map(self._taken, self._workspace.work.one_offs()))
        one = tr("1 of these days is planned already; this takes its place.")
        many = tr("{count} of these days are planned already; this takes their place.")
        self.about.say("" if not taken else one if taken == 1 else many.format(count=taken))

    def _taken(self, other: OneOff) -> int:
        """How many of the chosen days `other` takes up, unless it is what is changed here."""
        if other == self._before:
            return 0
        first: date = max(self.first.day, other.first)
        last: date = min(self.last.day, other.last)
        return max(0, (last - first).days + 1)
