"""The first start: when the welcome page is shown, and what it leaves behind."""

from collections.abc import Sequence

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.words import tr
from selfcare_app.services.settings import WELCOMED
from selfcare_app.services.workspace import Workspace

_SEEN = Setting(WELCOMED.key, "true")


def welcome_wanted(workspace: Workspace) -> bool:
    """Whether nothing was ever begun here: no habit is kept, and no welcome was seen."""
    return not (workspace.records.habits(archived=True) or workspace.settings.get(WELCOMED))


def finish_welcome(workspace: Workspace, habits: Sequence[Habit]) -> None:
    """Add the chosen `habits` and note that the welcome was seen, as one change.

    Raises BadInput, with nothing changed, where a habit cannot be kept as it is.
    """
    if habits:
        workspace.journal.add_habits(habits, (_SEEN,))
    else:
        workspace.journal.add_records(tr("Welcome page put away"), (_SEEN,))
