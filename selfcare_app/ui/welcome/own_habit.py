"""The one way from the welcome page to a habit in the person's own words."""

from datetime import date

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.habit import Habit


def ask_for_habit(parent: QWidget, today: date) -> Habit | None:
    """The habit that the person writes, not kept yet; None where they think better of it."""
    from selfcare_app.ui.today.dialogs import AddHabitDialog

    dialog = AddHabitDialog(parent, today)
    accepted = dialog.exec() == dialog.DialogCode.Accepted
    habit = dialog.habit() if accepted else None
    dialog.deleteLater()
    return habit
