"""A weekday of the week: its name, its hours as bars and as text."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.hours_text import FREE, parse_hours
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import Hours, joined
from selfcare_app.ui.boundaries.week.row_bar import OneOff, RowBar
from selfcare_app.ui.boundaries.week.words import typed_words, weekday_words
from selfcare_app.ui.form import Sentence
from selfcare_app.ui.theme import Theme, give_font


class HoursField(QLineEdit):
    """The hours as they are typed; Esc brings back those that hold."""

    left = Signal()
    """The person is done with it."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it is as good as Return."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class WeekRow(QObject):
    """The parts of one row, which the card puts in line with those of the others."""

    changed = Signal(int, object, bool)
    """ISO weekday, its new hours, and whether that goes on from the change before."""
    told = Signal(str)
    """A sentence about what was made of what was typed or dragged."""
    entered = Signal(int)
    """The ISO weekday whose row has the focus now."""

    def __init__(self, weekday: int, theme: Callable[[], Theme], card: QWidget) -> None:
        super().__init__(card)
        self.weekday = weekday
        self._hours: Hours = ()
        self.name = QLabel(weekday_words(weekday, short=True), card)
        give_font(self.name, "body", QFont.Weight.Medium)
        self.bar = RowBar(weekday, theme, card)
        self.field = HoursField(card)
        self.field.setAccessibleName(tr("Hours on {weekday}", weekday=weekday_words(weekday)))
        self.field.setMaxLength(200)
        self.problem = Sentence(card, "problem")
        self.bar.settled.connect(self._on_settled)
        self.field.returnPressed.connect(self._on_typed)
        self.field.left.connect(self._on_typed)

    def show_hours(
        self, hours: Hours, bounds: tuple[int, int], one_off: OneOff | None, now: int | None
    ) -> None:
        """Show what is planned; `one_off` is of this week's day, `now` the minute if it is
        today."""
        weight = QFont.Weight.Medium if now is None else QFont.Weight.Bold
        give_font(self.name, "body", weight)
        self._hours = hours
        self.bar.one_off, self.bar.now = one_off, now
        self.bar.show_hours(hours, bounds)
        if not self.problem.text():
            # What cannot be used stays there to be mended.
            self.field.setText(typed_words(hours))

    def _on_settled(self, intervals: object, going_on: bool) -> None:
        assert isinstance(intervals, tuple)
        try:
            hours, met = joined(intervals)
        except BadInput as error:
            self.told.emit(str(error))
            return
        self.problem.say("")
        self._keep(hours, met, going_on=going_on)

    def _on_typed(self) -> None:
        text = self.field.text()
        if text == typed_words(self._hours):
            self.problem.say("")
            return
        try:
            hours, met = parse_hours(_free_or(text))
        except BadInput as error:
            self.problem.say(str(error))
            self.field.setAccessibleDescription(str(error))
            return
        self.problem.say("")
        self.field.setAccessibleDescription("")
        self._keep(hours, met, going_on=False)

    def _keep(self, hours: Hours, met: bool, *, going_on: bool) -> None:
        if hours == self._hours:
            self.field.setText(typed_words(hours))
            return
        self.changed.emit(self.weekday, hours, going_on)
        if met:
            self.told.emit(
                tr(
                    "Hours that overlapped on {weekday} became one.",
                    weekday=weekday_words(self.weekday),
                )
            )


def _free_or(text: str) -> str:
    """What was typed; nothing, and the word in the person's language, stand for a free day."""
    typed = text.strip()
    return FREE if typed.lower() in ("", FREE, tr("Off").lower()) else typed
