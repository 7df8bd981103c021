"""Opens the command palette and the shortcut sheet; neither is loaded before it is wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.records import Records
from selfcare_app.ui.actions import Action, Actions, Section
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme

if TYPE_CHECKING:
    from selfcare_app.ui.overlay import Overlay


class Overlays(QObject):
    """What lies over the pages, one at a time; whatever acts closes it first."""

    habit_chosen = Signal(str, str)
    """The page, `today` or `progress`, and the id of the habit to show there."""

    def __init__(
        self,
        window: QWidget,
        actions: Actions,
        records: Records,
        look: Callable[[], tuple[Theme, Icons]],
    ) -> None:
        """`look` tells the colours and drawings of the moment."""
        super().__init__(window)
        self._window, self._actions, self._records, self._look = window, actions, records, look
        self._open: Overlay | None = None
        self.find = actions.add(
            Section.PROGRAM, tr("Find anything…"), self._on_find, keys="Ctrl+K", icon="search"
        )
        self.sheet = actions.add(
            Section.PROGRAM, tr("Keys"), self._on_sheet, keys=("F1", "?"), icon="keys"
        )
        actions.acting.connect(self._on_acting)

    @property
    def open(self) -> "Overlay | None":
        """What lies over the pages just now."""
        return self._open

    def close(self) -> None:
        """Close what lies over the pages, if anything does."""
        if self._open is not None:
            self._open.close()

    def _on_find(self) -> None:
        from selfcare_app.ui.palette.offers import offers
        from selfcare_app.ui.palette.palette import Palette

        if self._toggled_off(Palette):
            return
        # Asked for while the focus still is where the person was.
        actions = [action for action in self._actions.offered() if action is not self.find]
        found = offers(actions, self._records, self.habit_chosen.emit)
        theme, icons = self._look()
        self.show(Palette(self._window, found, theme, icons))

    def _on_sheet(self) -> None:
        from selfcare_app.ui.shortcut_sheet import ShortcutSheet

        if not self._toggled_off(ShortcutSheet):
            theme, icons = self._look()
            self.show(ShortcutSheet(self._window, self._actions, theme, icons))

    def _toggled_off(self, kind: type["Overlay"]) -> bool:
        """Close what is open; whether it was of that kind, so that its key closes it again."""
        before = self._open
        self.close()
        return isinstance(before, kind)

    def show(self, overlay: "Overlay") -> None:
        """Show `overlay` in place of what lay over the pages before."""
        self.close()
        self._open = overlay
        overlay.closed.connect(self._on_closed)
        overlay.open()

    def _on_closed(self) -> None:
        self._open = None

    def _on_acting(self, action: Action) -> None:
        if action not in (self.find, self.sheet):
            self.close()
