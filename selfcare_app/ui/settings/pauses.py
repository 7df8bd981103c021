"""All pauses: to change one, or to take it away."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from selfcare_app.domain.entry import Pause
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.settings.record_list import Deed, Item, KeptRecords, RecordList
from selfcare_app.ui.wording import date_words


class PausesWidget(KeptRecords):
    """Lists the pauses, the latest first."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._column.setSpacing(8)
        self.list = RecordList(tr("There are no pauses."), self)
        self.add = QPushButton(tr("Pause all habits…"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda: self._open(None))
        self._column.addWidget(self.list)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        """Show the pauses as they are now."""
        pauses = sorted(self._workspace.records.pauses(), key=lambda pause: pause.first)
        self.list.show_items([self._item(pause) for pause in reversed(pauses)])

    def _item(self, pause: Pause) -> Item:
        whose, days = self._whose(pause), _days(pause, self._workspace)
        about = tr("{habit}, {days}", habit=whose, days=days)
        deeds = [
            Deed(
                tr("End now"),
                tr("End the pause now: {about}", about=about),
                lambda: self.try_to(lambda: self._end(pause)),
            ),
            Deed(
                tr("Change…"),
                tr("Change the pause: {about}", about=about),
                lambda: self._open(pause),
            ),
            Deed(
                tr("Remove"),
                tr("Remove the pause: {about}", about=about),
                lambda: self.try_to(lambda: self._workspace.journal.remove_pause(pause)),
            ),
        ]
        runs = pause.first < self._workspace.today() <= pause.last
        details = " · ".join(filter(None, (days, pause.note)))
        return Item(whose, details, tuple(deeds if runs else deeds[1:]))

    def _end(self, pause: Pause) -> None:
        """Let yesterday be the last day of `pause`, so that today is a day like any other."""
        yesterday = self._workspace.today() - timedelta(days=1)
        self._workspace.journal.change_pause(replace(pause, last=yesterday))

    def _whose(self, pause: Pause) -> str:
        habit = self._workspace.records.habit(pause.habit_id) if pause.habit_id else None
        return habit.name if habit is not None else tr("All habits")

    def _open(self, pause: Pause | None) -> None:
        from selfcare_app.ui.today.pause_dialog import PauseDialog

        habit_id = pause.habit_id if pause else None
        habit = self._workspace.records.habit(habit_id) if habit_id else None
        dialog = PauseDialog(self, self._workspace, habit, pause)
        dialog.ask(lambda: self.try_to(dialog.keep))


def _days(pause: Pause, workspace: Workspace) -> str:
    today = workspace.today()
    if pause.first == pause.last:
        return date_words(pause.first, today)
    return tr(
        "{first} to {last}",
        first=date_words(pause.first, today),
        last=date_words(pause.last, today),
    )
