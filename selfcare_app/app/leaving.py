"""What becomes of the program when its window is closed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from selfcare_app.domain.errors import KnownError
from selfcare_app.services.settings import WHEN_CLOSED
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from selfcare_app.ui.closing import ClosingDialog


class Leaving(QObject):
    """Lets the program stay without its window only if the person said so; asks once."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        end: Callable[[], None],
        has_tray: Callable[[], bool],
        *,
        made_up: bool,
    ) -> None:
        """`end` ends the program; `has_tray` tells whether an icon stands in a tray just now.
        `made_up` data is nobody's: nothing stays in the background for it."""
        super().__init__(window)
        self._window, self._workspace, self._end = window, workspace, end
        self._has_tray, self._made_up = has_tray, made_up
        self._quitting = False
        self.question: ClosingDialog | None = None
        """What the person is asked, while it is open."""
        window.may_close = self._may_close
        window.quitting.connect(self.expect_end)

    def quit(self) -> None:
        """End the program."""
        self.expect_end()
        self._window.close()

    def expect_end(self) -> None:
        """Let the window close without a word, such as when the person's session ends: the
        system waits for every window then."""
        self._quitting = True

    def _may_close(self) -> bool:
        """Whether the window ends, and the program with it."""
        if not self._quitting and self._worth_staying():
            match self._workspace.settings.get(WHEN_CLOSED):
                case "stay":
                    self._window.hide()
                    return False
                case "ask":
                    self._ask()
                    return False
        QTimer.singleShot(0, self._end)
        return True

    def _worth_staying(self) -> bool:
        """Whether there is anything to remind of."""
        workspace = self._workspace
        return not self._made_up and (
            workspace.tells_of_work or bool(workspace.records.reminders())
        )

    def _ask(self) -> None:
        if self.question is not None:
            self.question.activateWindow()
            return
        from selfcare_app.ui.closing import ClosingDialog

        self.question = ClosingDialog(self._window, has_tray=self._has_tray())
        self.question.finished.connect(self._on_answered)
        self.question.open()

    def _on_answered(self) -> None:
        question, self.question = self.question, None
        assert question is not None
        question.deleteLater()
        if not question.result():
            return
        try:
            self._workspace.settings.set(WHEN_CLOSED, "stay" if question.stays else "quit")
        except KnownError as error:
            self._window.strip.show_sentence(str(error))
            return
        self._window.close()
