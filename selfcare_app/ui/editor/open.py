"""The way to the habit editor; nothing of it is loaded before it is wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.settings import STREAKS_SHOWN
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Actions, Section
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme

if TYPE_CHECKING:
    from selfcare_app.ui.editor.dialog import HabitEditor
    from selfcare_app.ui.editor.form import Draft

Look = Callable[[], tuple[Theme, Icons]]
"""Tells the colours and drawings of the moment."""


class HabitEditing(QObject):
    """Adds habits and changes them, in a dialog over the window."""

    added = Signal(str)
    """The id of a habit that was just added."""

    def __init__(self, window: QWidget, workspace: Workspace, look: Look) -> None:
        super().__init__(window)
        self._window, self._workspace, self._look = window, workspace, look

    def add_actions(self, actions: Actions, in_focus: Callable[[], str | None]) -> None:
        """Register adding a habit, and changing the one that is `in_focus`, an id, if any is."""

        def edit() -> None:
            habit_id = in_focus()
            if habit_id is not None:
                self.edit(habit_id)

        def name() -> str:
            habit = self._workspace.records.habit(in_focus() or "")
            return "" if habit is None else habit.name

        section = Section.HABITS
        actions.add(section, tr("Add habit…"), self.add, keys="Ctrl+N", icon="add")
        actions.add(
            section,
            tr("Edit habit…"),
            edit,
            keys="Ctrl+E",
            icon="edit",
            when=lambda: in_focus() is not None,
            about=name,
        )

    def add(self) -> "HabitEditor":
        """Ask for a new habit and keep it."""

        def save(draft: "Draft") -> None:
            journal = self._workspace.journal
            habit = journal.add_habit(draft.habit, draft.reminders, draft.new_area)
            self.added.emit(habit.id)

        editor = self._editor(tr("Add habit"), save)
        editor.begin()
        return editor

    def edit(self, habit_id: str) -> "HabitEditor | None":
        """Let the habit with that id be changed; None where there is none."""
        kept = self._workspace.records.habit(habit_id)
        if kept is None:
            return None

        def save(draft: "Draft") -> None:
            journal = self._workspace.journal
            journal.edit_habit(draft.habit, draft.reminders, draft.new_area)

        editor = self._editor(tr("Edit habit"), save, lambda draft: self._preview(kept, draft))
        editor.show_habit(kept, self._workspace.records.reminders(habit_id))
        editor.begin()
        return editor

    def write(self, take: Callable[[Habit], object]) -> "HabitEditor":
        """Let a habit be written that is handed to `take` and not kept yet."""
        editor = self._editor(tr("Write my own"), lambda draft: take(draft.habit), new_areas=False)
        editor.begin()
        return editor

    def _editor(
        self,
        title: str,
        save: "Callable[[Draft], object]",
        preview: "Callable[[Draft], str]" = lambda draft: "",
        *,
        new_areas: bool = True,
    ) -> "HabitEditor":
        from selfcare_app.ui.editor.dialog import HabitEditor
        from selfcare_app.ui.editor.form import Surroundings

        theme, icons = self._look()
        workspace = self._workspace
        around = Surroundings(
            theme,
            icons,
            workspace.records.areas(),
            workspace.today(),
            workspace.settings.first_weekday(),
            new_areas,
        )
        editor = HabitEditor(self._window, title, around, save, preview)
        editor.finished.connect(editor.deleteLater)
        return editor

    def _preview(self, kept: Habit, draft: "Draft") -> str:
        """What saving `draft` in place of `kept` would do to the past, in words."""
        from selfcare_app.services.preview import changes_the_past, preview
        from selfcare_app.ui.editor.preview_words import preview_words

        if not changes_the_past(kept, draft.habit):
            return ""
        workspace = self._workspace
        entries = workspace.records.entries_of(kept.id)
        found = preview(workspace.statistics, entries, kept, draft.habit, workspace.today())
        return preview_words(found, streaks_shown=workspace.settings.get(STREAKS_SHOWN))
