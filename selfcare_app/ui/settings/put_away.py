"""Habits that were put away: archived ones and deleted ones, to bring back or to erase."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from selfcare_app.domain.area import area_title
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.form import FormDialog, Sentence
from selfcare_app.ui.settings.record_list import Deed, Item, RecordList
from selfcare_app.ui.theme import give_font
from selfcare_app.ui.wording import schedule_words


class PutAwayWidget(QWidget):
    """Lists archived and deleted habits.

    Whoever shows it calls `refresh` when something was changed elsewhere, such as by undo.
    """

    changed = Signal()
    """A habit was brought back or erased here."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.archived = RecordList(tr("No habit is archived."), self)
        self.deleted = RecordList(tr("No habit is deleted."), self)
        self.sentence = Sentence(self)
        for title, part in ((tr("Archived"), self.archived), (tr("Deleted"), self.deleted)):
            heading = QLabel(title, self)
            give_font(heading, "card")
            column.addWidget(heading)
            column.addWidget(part)
            if part is self.archived:
                column.addSpacing(12)
        column.addWidget(self.sentence)
        self.refresh()

    def refresh(self) -> None:
        """Show the habits as they are now."""
        records = self._workspace.records
        archived = [habit for habit in records.habits(archived=True) if habit.archived]
        self.archived.show_items([self._item(habit, self._bring_back(habit)) for habit in archived])
        self.deleted.show_items(
            [
                self._item(habit, self._bring_back(habit), self._erase(habit))
                for habit in records.deleted_habits()
            ]
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is true now."""
        super().showEvent(event)
        self.refresh()

    def _item(self, habit: Habit, *deeds: Deed) -> Item:
        area = area_title(self._workspace.records.area(habit.area))
        return Item(habit.name, f"{area} · {schedule_words(habit)}", deeds)

    def _bring_back(self, habit: Habit) -> Deed:
        return Deed(
            tr("Bring back"),
            tr("Bring back “{name}”", name=habit.name),
            lambda: self._try(lambda: self._workspace.journal.bring_back(habit)),
        )

    def _erase(self, habit: Habit) -> Deed:
        return Deed(
            tr("Erase…"),
            tr("Erase “{name}” for good", name=habit.name),
            lambda: self._ask_to_erase(habit),
        )

    def _ask_to_erase(self, habit: Habit) -> None:
        dialog = EraseDialog(self, habit)
        if dialog.exec() == dialog.DialogCode.Accepted:
            self._try(lambda: self._workspace.journal.erase_habit(habit))
        dialog.deleteLater()

    def _try(self, act: Callable[[], object]) -> None:
        self.sentence.say("")
        try:
            act()
        except KnownError as error:
            self.sentence.say(str(error))
        self.refresh()
        self.changed.emit()


class EraseDialog(FormDialog):
    """Asks before the one thing that cannot be undone."""

    def __init__(self, parent: QWidget, habit: Habit) -> None:
        super().__init__(parent, tr("Erase “{name}” for good?", name=habit.name))
        self.words = QLabel(
            tr(
                "Everything about it goes: what was logged, its notes, pauses and reminders. "
                "This cannot be undone.\n\nCopies elsewhere, such as backups and exported "
                "files, remain."
            ),
            self,
        )
        self.words.setWordWrap(True)
        self.column.addWidget(self.words)
        self.finish(tr("Erase for good"), None)
        # Enter shall not erase by haste; without another default the box would take the first.
        self.act.setAutoDefault(False)
        self.cancel.setDefault(True)
