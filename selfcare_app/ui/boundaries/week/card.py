"""The card in which the week's work is planned."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.days import week_start_of
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import Hours
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.boundaries.week.begin import BeginChoice
from selfcare_app.ui.boundaries.week.copying import CopyDialog
from selfcare_app.ui.boundaries.week.row import WeekRow
from selfcare_app.ui.boundaries.week.row_bar import EDGE, OneOff
from selfcare_app.ui.boundaries.week.scale import USUAL_FIRST, USUAL_LAST, Scale, bounds_of
from selfcare_app.ui.boundaries.week.words import summary_words, weekday_words
from selfcare_app.ui.form import Sentence
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, font, give_font
from selfcare_app.ui.wording import short_date_words

_FIELD = 168
"""Width of the column of fields, at the usual text size."""


class WeekCard(QFrame):
    """Seven rows on one scale; every change is written at once and can be taken back."""

    problem = Signal(str)
    """A sentence about what could not be kept."""
    told = Signal(str)
    """A sentence about what was made of what was typed or dragged."""

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._workspace, self._theme, self._icons = workspace, theme, icons
        first = workspace.settings.first_weekday()
        self.rows = {
            weekday: WeekRow(weekday, lambda: self._theme, self)
            for weekday in ((first - 1 + place) % 7 + 1 for place in range(7))
        }
        self._entered = first
        self.begin = BeginChoice(workspace.work.today(), self)
        self.begin.changed.connect(self.refresh)
        self._lay_out()
        self.set_theme(theme, icons)

    def _lay_out(self) -> None:
        title = QLabel(tr("My week"), self)
        give_font(title, "card")
        self.summary, self.later = QLabel(self), Sentence(self)
        self.summary.setProperty("role", "second")
        self.summary.setWordWrap(True)
        give_font(self.summary, "caption")
        self.copy = QPushButton(self)
        self.copy.clicked.connect(self.ask_to_copy)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(title)
        head.addWidget(self.summary, 1)
        head.addWidget(self.copy)
        self._scale = _ScaleLine(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._scale, 0, 1)
        for number, row in enumerate(self.rows.values()):
            self._grid.addWidget(row.name, 2 * number + 1, 0)
            self._grid.addWidget(row.bar, 2 * number + 1, 1)
            self._grid.addWidget(row.field, 2 * number + 1, 2)
            self._grid.addWidget(row.problem, 2 * number + 2, 1, 1, 2)
            row.changed.connect(self._on_changed)
            row.told.connect(self.told)
        hint = QLabel(
            tr(
                "Drag an end, press ← → on it, or type the times. A comma adds a second "
                "interval; past midnight is fine."
            ),
            self,
        )
        hint.setProperty("role", "second")
        hint.setWordWrap(True)
        give_font(hint, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addWidget(self.later)
        column.addWidget(self.begin)
        column.addWidget(hint)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show the week as it is planned from the chosen day on."""
        work = self._workspace.work
        today, plan, first = work.today(), work.plan(), self.begin.first
        self.begin.show_today(today)
        week = {weekday: plan.of_week(weekday, first) or () for weekday in self.rows}
        one_offs = {
            day.isoweekday(): once
            for day in self._days_of_week(today)
            if (once := self._one_off(day)) is not None
        }
        bounds = bounds_of([*week.values(), *(each.hours for each in one_offs.values())])
        self._scale.show_bounds(bounds)
        now = work.moment().wall
        minute = now.hour * 60 + now.minute + (now.date() - today).days * 24 * 60
        for weekday, row in self.rows.items():
            is_today = weekday == today.isoweekday()
            row.show_hours(
                week[weekday], bounds, one_offs.get(weekday), minute if is_today else None
            )
        self.summary.setText(summary_words(list(week.values())))
        self.later.say(self._later_words(first))
        self._name_copy()

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self._theme, self._icons = theme, icons
        self.copy.setIcon(icons.icon("copy", theme.text))
        self._scale.colour = theme.text_second
        self.take_fonts()

    def take_fonts(self) -> None:
        """Follow a change of the text size."""
        width = QFontMetricsF(font("body")).horizontalAdvance("00:00–00:00, 00:00–00:00")
        for row in self.rows.values():
            row.field.setFixedWidth(max(_FIELD, round(width) + 24))
            row.bar.updateGeometry()
            row.bar.update()
        self._scale.updateGeometry()
        self._scale.update()

    def ask_to_copy(self) -> CopyDialog:
        """Ask to which days the hours of the weekday in focus are to be copied."""
        weekday, work = self._weekday_in_focus(), self._workspace.work
        hours = work.plan().of_week(weekday, self.begin.first) or ()
        first = self._workspace.settings.first_weekday()
        dialog = CopyDialog(self.window(), weekday, hours, first)
        dialog.accepted.connect(lambda: self._write(dialog.weekdays.weekdays(), hours))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, and a ground behind the row of today."""
        super().paintEvent(event)
        row = self.rows[self._workspace.work.today().isoweekday()]
        ground = row.name.geometry().united(row.field.geometry()).united(row.bar.geometry())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.today_band))
        painter.drawRoundedRect(ground.adjusted(-8, 0, 8, 0), 4, 4)
        painter.end()

    def _weekday_in_focus(self) -> int:
        for weekday, row in self.rows.items():
            if row.bar.hasFocus() or row.field.hasFocus():
                self._entered = weekday
        return self._entered

    def _name_copy(self) -> None:
        weekday = weekday_words(self._weekday_in_focus())
        self.copy.setText(tr("Copy {weekday} to…", weekday=weekday))

    def _on_changed(self, weekday: int, hours: object, going_on: bool) -> None:
        assert isinstance(hours, tuple)
        self._entered = weekday
        self._write([weekday], hours, going_on=going_on)

    def _write(
        self, weekdays: "list[int] | frozenset[int]", hours: Hours, *, going_on: bool = False
    ) -> None:
        try:
            self._workspace.journal.set_work_hours(
                weekdays, hours, self.begin.first, continued=going_on
            )
        except KnownError as error:
            self.problem.emit(str(error))
        self.refresh()

    def _days_of_week(self, today: date) -> list[date]:
        begin = week_start_of(today.toordinal(), self._workspace.settings.first_weekday())
        return [date.fromordinal(begin) + timedelta(days=number) for number in range(7)]

    def _one_off(self, day: date) -> OneOff | None:
        """What is planned of `day` alone."""
        plan = self._workspace.work.plan()
        planned, usual = plan.on(day), plan.of_week(day.isoweekday(), day) or ()
        if planned.hours is None or (planned.hours == usual and not planned.note):
            return None
        when = short_date_words(day, self._workspace.work.today())
        if planned.hours:
            return OneOff(planned.hours, tr("{day}, once", day=when))
        return OneOff((), tr("{day}, off", day=when))

    def _later_words(self, first: date) -> str:
        """Which weekdays have other hours from a later day on than the one chosen."""
        today, plan = self._workspace.work.today(), self._workspace.work.plan()
        later = plan.next_week_after(first)
        if later is None:
            return ""
        return tr(
            "From {day} on other hours are planned; choose that day to see them.",
            day=short_date_words(later, today),
        )


class _ScaleLine(QWidget):
    """The hours above the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bounds = (USUAL_FIRST, USUAL_LAST)

    def show_bounds(self, bounds: tuple[int, int]) -> None:
        """Show the hours between two minutes."""
        self._bounds = bounds
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its numbers."""
        return QSize(200, round(QFontMetricsF(font("caption")).height()) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers, as many as have room."""
        painter = QPainter(self)
        painter.setFont(font("caption"))
        painter.setPen(QColor(self.colour))
        scale = Scale(*self._bounds, width=float(self.width() - 2 * EDGE))
        ticks = scale.ticks()
        needed = QFontMetricsF(painter.font()).horizontalAdvance("00") + 10
        every = max(1, round(needed * len(ticks) / max(1.0, scale.width) + 0.5))
        for minute in ticks[::every]:
            hour = minute // 60 % 24 or (24 if minute else 0)
            centre = EDGE + scale.place(minute)
            box = QRectF(centre - 20, 0, 40, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(hour))
        painter.end()
