"""Copies a weekday's hours to others."""

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import Hours
from selfcare_app.ui.boundaries.week.words import typed_words, weekday_words
from selfcare_app.ui.editor.weekdays import WeekdayButtons
from selfcare_app.ui.form import FormDialog


class CopyDialog(FormDialog):
    """Asks to which weekdays."""

    def __init__(self, parent: QWidget, weekday: int, hours: Hours, first_weekday: int) -> None:
        """`weekday` and `first_weekday`, with which weeks begin, are ISO."""
        super().__init__(parent, tr("Copy {weekday} to…", weekday=weekday_words(weekday)))
        self.heading.setText(
            tr("{weekday}: {hours}", weekday=weekday_words(weekday), hours=typed_words(hours))
        )
        self.weekdays = WeekdayButtons(first_weekday, self)
        self.weekdays.buttons[weekday].setEnabled(False)
        self.add_field(tr("Copy to"), self.weekdays)
        self.finish(tr("Copy"), self.weekdays.first_button())

    def check(self) -> bool:
        """Whether a weekday is chosen."""
        if self.weekdays.weekdays():
            return True
        self.say_problem(self.weekdays, tr("Choose at least one day of the week."))
        return False
