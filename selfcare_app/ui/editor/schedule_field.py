"""How often a habit is planned: every kind of schedule."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    LONGEST_WINDOW,
    EveryDay,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.domain.words import tr
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.editor.count import Count
from selfcare_app.ui.editor.field import Field
from selfcare_app.ui.editor.weekdays import WeekdayButtons
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme

_MONDAY_TO_FRIDAY = frozenset(range(1, 6))
ScheduleKind = type[EveryDay | Weekdays | TimesPerWeek | TimesPerMonth | TimesInDays]


class ScheduleField(Field):
    """The kind of schedule, and what that kind asks for."""

    def __init__(self, first_weekday: int, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(tr("How often"), parent)
        self._measured = False
        self.kind = Choice(self)
        self.kind.setAccessibleName(tr("How often"))
        for words, kind in (
            (tr("Every day"), EveryDay),
            (tr("On some weekdays"), Weekdays),
            (tr("A number of times a week"), TimesPerWeek),
            (tr("A number of times a month"), TimesPerMonth),
            (tr("Every few days"), TimesInDays),
        ):
            self.kind.addItem(words, kind)
        self.line.addWidget(self.kind)
        self.weekdays = WeekdayButtons(first_weekday, self)
        self.weekdays.show_weekdays(_MONDAY_TO_FRIDAY)
        self.times = Count(tr("Times"), (1, 31), theme, icons, self)
        self.days = Count(tr("Days"), (1, LONGEST_WINDOW), theme, icons, self)
        self._times_words, self._days_words = QLabel(self), QLabel(tr("days"), self)
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        for part in (self.times, self._times_words, self.days, self._days_words):
            numbers.addWidget(part)
        numbers.addStretch(1)
        self.column.addWidget(self.weekdays)
        self.column.addLayout(numbers)
        self.finish()
        self.show_schedule(EVERY_DAY)
        self.kind.currentIndexChanged.connect(self._on_kind)
        for changed in (self.weekdays.changed, self.times.changed, self.days.changed):
            changed.connect(self._on_changed)

    def show_schedule(self, schedule: Schedule) -> None:
        """Show `schedule`."""
        times, days = 2, 7
        match schedule:
            case Weekdays(weekdays):
                self.weekdays.show_weekdays(weekdays)
            case TimesPerWeek(times) | TimesPerMonth(times):
                pass
            case TimesInDays(times, days):
                pass
        self.times.show_number(times)
        self.days.show_number(days)
        kinds = [self.kind.itemData(index) for index in range(self.kind.count())]
        self.kind.setCurrentIndex(kinds.index(type(schedule)))
        self._show_parts()

    def show_measured(self, measured: bool) -> None:
        """Explain what an amount counts for, where there is one."""
        self._measured = measured
        self._show_parts()

    def read(self) -> Schedule:
        """The schedule; raises BadInput where it has no weekday or numbers that cannot be."""
        kind = self._kind()
        if kind is Weekdays:
            return Weekdays(self.weekdays.weekdays())
        if kind is TimesPerWeek:
            return TimesPerWeek(self.times.number())
        if kind is TimesPerMonth:
            return TimesPerMonth(self.times.number())
        if kind is TimesInDays:
            return TimesInDays(self.times.number(), self.days.number())
        return EVERY_DAY

    def wrong_control(self) -> QWidget:
        """The weekdays, or the number that is wrong."""
        if self._kind() is Weekdays:
            return self.weekdays.first_button()
        try:
            self.times.number()
            self.days.number()
        except BadInput:
            pass
        else:
            return self.times.field
        return self.days.field if self._only_days_wrong() else self.times.field

    def _only_days_wrong(self) -> bool:
        try:
            self.times.number()
        except BadInput:
            return False
        return self._kind() is TimesInDays

    def _kind(self) -> ScheduleKind:
        kind: ScheduleKind = self.kind.currentData()
        return kind

    def _on_kind(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _on_changed(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        kind = self._kind()
        self.weekdays.setVisible(kind is Weekdays)
        counted = kind in (TimesPerWeek, TimesPerMonth, TimesInDays)
        for part in (self.times, self._times_words):
            part.setVisible(counted)
        for part in (self.days, self._days_words):
            part.setVisible(kind is TimesInDays)
        once = self.times.field.text().strip() == "1"
        words = {
            TimesPerWeek: (tr("time a week"), tr("times a week")),
            TimesPerMonth: (tr("time a month"), tr("times a month")),
        }.get(kind, (tr("time in"), tr("times in")))
        self._times_words.setText(words[0] if once else words[1])
        self.say_hint(self._hint(kind))

    def _hint(self, kind: ScheduleKind) -> str:
        if not self._measured:
            return ""
        if kind is TimesPerWeek:
            return tr("The amount is for the whole week, on whatever days you like.")
        if kind is TimesPerMonth:
            return tr("The amount is for the whole month, on whatever days you like.")
        if kind is TimesInDays:
            return tr("The amount is for all these days together.")
        return ""
