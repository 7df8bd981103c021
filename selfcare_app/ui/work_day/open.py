"""The work day in the window: the strip on the Today page, and what the keys can do about it.

Nothing of it is loaded before there is something to show or to do.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Action, Actions, Section
from selfcare_app.ui.breathing.open import Breathing
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.today.page import TodayPage

if TYPE_CHECKING:
    from selfcare_app.ui.work_day.deeds import WorkDeeds
    from selfcare_app.ui.work_day.late import LateDialog
    from selfcare_app.ui.work_day.strip import BoundaryStrip
    from selfcare_app.ui.wrap_up.window import WrapUpWindow


class WorkDay(QObject):
    """Places the strip, opens the wrap-up and asks for reasons."""

    problem = Signal(str)
    """A sentence about what could not be done."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        page: TodayPage,
        breathing: Breathing,
        look: Callable[[], tuple[Theme, Icons]],
        actions: Actions,
    ) -> None:
        """`look` tells the colours and drawings of the moment."""
        super().__init__(window)
        self._window, self._workspace, self._page = window, workspace, page
        self._breathing, self._look = breathing, look
        self.strip: BoundaryStrip | None = None
        """Made once there is anything to show."""
        self.wrapping: WrapUpWindow | None = None
        """The wrap-up while it is open."""
        self.actions = self._add_actions(actions)
        """Those that the menu of the window offers."""

    def _add_actions(self, actions: Actions) -> tuple[Action, Action]:
        session = actions.add(
            Section.WORK,
            tr("In session, or no longer"),
            lambda: self.deeds.toggle_session(),
            keys="Ctrl+I",
            icon="ring",
            says=tr("Begin a session, or end it"),
        )
        wrap_up = actions.add(
            Section.WORK, tr("Wrap up…"), self.wrap_up, keys="Ctrl+D", icon="habit-moon"
        )
        actions.add(Section.WORK, tr("Working late…"), self.ask_reason, icon="clock")
        actions.add(
            Section.WORK,
            tr("Pause reminders until the next work day"),
            lambda: self.deeds.pause_until_next_day(),
            icon="rest",
        )
        actions.add(
            Section.WORK,
            tr("Let reminders come again"),
            lambda: self.deeds.end_pause(),
            icon="clock",
            when=lambda: self._workspace.tells_of_work and self.deeds.now().pause is not None,
        )
        return session, wrap_up

    @cached_property
    def deeds(self) -> "WorkDeeds":
        """What can be done about the work day."""
        from selfcare_app.ui.work_day.deeds import WorkDeeds

        deeds = WorkDeeds(self._workspace, self)
        deeds.problem.connect(self.problem)
        deeds.wrap_up_wanted.connect(self.wrap_up)
        deeds.reason_wanted.connect(self.ask_reason)
        return deeds

    def show_now(self) -> None:
        """Show how the work day stands at this moment."""
        if self.strip is None:
            if not self._workspace.tells_of_work:
                return
            self._make_strip()
        assert self.strip is not None
        self.strip.show_day(self.deeds.now())

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw in the colours of `theme`."""
        if self.strip is not None:
            self.strip.set_theme(theme, icons)

    def wrap_up(self) -> "WrapUpWindow":
        """Open the closing steps, or bring them to the front."""
        from selfcare_app.ui.wrap_up.window import WrapUpWindow

        if self.wrapping is None:
            wrapping = WrapUpWindow(self._workspace, self._look, self._window)
            wrapping.finished.connect(self._on_wrapped)
            wrapping.breathe_wanted.connect(self._breathe)
            self.wrapping = wrapping
        self.wrapping.open()
        return self.wrapping

    def ask_reason(self) -> "LateDialog":
        """Ask why the person works on past the end of today."""
        from selfcare_app.ui.work_day.late import LateDialog

        dialog = LateDialog(self._window)
        dialog.chosen.connect(lambda reason: self.deeds.work_on(self.deeds.now().day, reason))
        dialog.finished.connect(dialog.deleteLater)
        dialog.begin()
        return dialog

    def _make_strip(self) -> None:
        from selfcare_app.ui.work_day.strip import BoundaryStrip

        self.strip = BoundaryStrip(self.deeds, *self._look(), self._page)
        self._page.place_strip(self.strip)

    def _breathe(self) -> None:
        guide = self._breathing.breathe()
        wrapping = self.wrapping

        def on_left() -> None:
            if wrapping is not None and wrapping is self.wrapping and guide.pace.begun:
                wrapping.breathed()

        guide.finished.connect(on_left)

    def _on_wrapped(self) -> None:
        if self.wrapping is not None:
            self.wrapping.deleteLater()
            self.wrapping = None
