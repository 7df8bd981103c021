"""Correcting a work day: from when to when work really was, and what kept one."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.hours_text import clock_text, parse_interval
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import Interval
from selfcare_app.services.hours import WorkDay, seen_times, work_day
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.charts.shown import planned_words, times_words, verdict_words
from selfcare_app.ui.day_field import DayField
from selfcare_app.ui.form import FormDialog, Sentence

_BETWEEN = ", "
"""Between two reasons."""


class DayDialog(FormDialog):
    """Asks when work was on a day, and why it became late.

    Accepted, it has kept what was said, as one step to take back.
    """

    def __init__(self, parent: QWidget, workspace: Workspace, day: date) -> None:
        super().__init__(parent, tr("Correct a day"))
        self._workspace = workspace
        self.day = DayField(day, self)
        today = workspace.work.today()
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.times = QLineEdit(self)
        self.times.setMaxLength(40)
        self.reasons = QLineEdit(self)
        self.reasons.setPlaceholderText(tr("notes, client crisis"))
        self.add_field(tr("Day"), self.day)
        self.add_field(tr("Worked"), self.times)
        self.add_field(tr("Reasons"), self.reasons)
        self.about = Sentence(self)
        self.column.addWidget(self.about)
        hint = Sentence(self)
        hint.say(
            tr(
                "Write times such as 9:00-18:40; left empty, what was seen stands. Reasons stand "
                "apart by commas; nothing that tells who a client is."
            )
        )
        self.column.addWidget(hint)
        self.day.dateChanged.connect(self._show_day)
        self._show_day()
        self.finish(tr("Save"), self.times)

    def _show_day(self) -> None:
        """Tell of the day in the field; what was typed already stays."""
        day = self.day.day
        said, seen = work_day(self._workspace, day), seen_times(self._workspace, day)
        if not self.times.isModified():
            self.times.setText(self._corrected(day))
        self.times.setPlaceholderText(times_words(seen.started, seen.ended) or "9:00-18:00")
        if not self.reasons.isModified():
            self.reasons.setText(_BETWEEN.join(said.worked.reasons))
        self.about.say(_about(said, seen))

    def _corrected(self, day: date) -> str:
        """The times that the person gave by hand, as they are typed; empty for none."""
        log = self._workspace.work.log(day)
        if log.start is None or log.end is None:
            return ""
        clocks = (moment.wall.hour * 60 + moment.wall.minute for moment in (log.start, log.end))
        return "-".join(map(clock_text, clocks))

    def check(self) -> bool:
        """Whether what was typed is kept; else the sentence why not stands beside its field."""
        try:
            text = self.times.text().strip()
            interval = parse_interval(text) if text else None
        except KnownError as error:
            self.say_problem(self.times, str(error))
            return False
        try:
            self._keep(interval)
        except KnownError as error:
            self.say_problem(self.reasons, str(error))
            return False
        return True

    def _keep(self, interval: Interval | None) -> None:
        """Keep what is other than before; raises KnownError where it cannot be kept."""
        work, day = self._workspace.work, self.day.day
        reasons = list(work.log(day).reasons)
        if self.reasons.text() != _BETWEEN.join(reasons):
            typed = (" ".join(each.split()) for each in self.reasons.text().split(","))
            reasons = [each for each in typed if each]
        if self.times.text() != self._corrected(day):
            work.correct_day(day, interval, reasons)
        elif reasons != list(work.log(day).reasons):
            # The times stay to the second, and in the zone in which they were lived.
            work.set_reasons(day, reasons)


def _about(said: WorkDay, seen: WorkDay) -> str:
    """What is known of a day: planned, seen, and how it stands to its end."""
    planned, times = planned_words(said), times_words(seen.started, seen.ended)
    parts = [
        tr("Planned {times}.", times=planned) if planned else "",
        tr("Seen {times}.", times=times) if times else tr("Nothing was seen of this day."),
    ]
    verdict = verdict_words(said)
    parts.append(verdict[:1].upper() + verdict[1:] + ".")
    return " ".join(part for part in parts if part)
