"""Habits that were put away: archived ones and deleted ones, to bring back or to erase."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from selfcare_app.domain.area import area_title
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.form import FormDialog
from selfcare_app.ui.settings.copies_too import CopiesToo
from selfcare_app.ui.settings.record_list import Deed, Item, KeptRecords, RecordList
from selfcare_app.ui.theme import give_font
from selfcare_app.ui.wording import schedule_words


class PutAwayWidget(KeptRecords):
    """Lists archived and deleted habits."""

    copies_deleted = Signal()
    """Backups may be gone."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.archived = RecordList(tr("No habit is archived."), self)
        self.deleted = RecordList(tr("No habit is deleted."), self)
        for title, part in ((tr("Archived"), self.archived), (tr("Deleted"), self.deleted)):
            heading = QLabel(title, self)
            give_font(heading, "card")
            self._column.addWidget(heading)
            self._column.addWidget(part)
            if part is self.archived:
                self._column.addSpacing(12)
        self._column.addWidget(self.sentence)
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

    def _item(self, habit: Habit, *deeds: Deed) -> Item:
        area = area_title(self._workspace.records.area(habit.area))
        return Item(habit.name, f"{area} · {schedule_words(habit)}", deeds)

    def _bring_back(self, habit: Habit) -> Deed:
        return Deed(
            tr("Bring back"),
            tr("Bring back “{name}”", name=habit.name),
            lambda: self.try_to(lambda: self._workspace.journal.bring_back(habit)),
        )

    def _erase(self, habit: Habit) -> Deed:
        return Deed(
            tr("Erase…"),
            tr("Erase “{name}” for good", name=habit.name),
            lambda: self._ask_to_erase(habit),
        )

    def _ask_to_erase(self, habit: Habit) -> None:
        dialog = EraseDialog(self, habit, self._workspace.copies())
        dialog.ask(lambda: self.try_to(lambda: self._erase_with(habit, dialog.copies.chosen)))

    def _erase_with(self, habit: Habit, copies: list[Path]) -> None:
        self._workspace.journal.erase_habit(habit)
        try:
            self._workspace.delete_copies(copies)
        finally:
            self.copies_deleted.emit()


class EraseDialog(FormDialog):
    """Asks before the one thing that cannot be undone."""

    def __init__(self, parent: QWidget, habit: Habit, copies: list[Path]) -> None:
        super().__init__(parent, tr("Erase “{name}” for good?", name=habit.name))
        self.words = QLabel(
            tr(
                "Everything about it goes: what was logged, its notes, pauses and reminders. "
                "This cannot be undone.\n\nWhat cannot be reached from here: files that you "
                "exported, copies that you made elsewhere, and what the disk keeps by itself."
            ),
            self,
        )
        self.words.setWordWrap(True)
        self.copies = CopiesToo(copies, self)
        self.column.addWidget(self.words)
        self.column.addWidget(self.copies)
        self.finish(tr("Erase for good"), None)
        # Enter shall not erase by haste; without another default the box would take the first.
        self.act.setAutoDefault(False)
        self.cancel.setDefault(True)
