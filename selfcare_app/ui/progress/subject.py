"""What the Progress page can be about: one habit, all practices, or the check-ins."""

from datetime import date
from typing import Generic

from PySide6.QtCore import QObject, QRect, Signal

from selfcare_app.domain.habit import Habit
from selfcare_app.services.progress import HabitProgress
from selfcare_app.services.settings import STREAKS_SHOWN
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.charts.span import Reach
from selfcare_app.ui.icons import Icons, habit_icon
from selfcare_app.ui.progress.board import ChartBoard
from selfcare_app.ui.progress.board_area import BoardArea
from selfcare_app.ui.progress.card import F
from selfcare_app.ui.progress.habit_board import HabitBoard
from selfcare_app.ui.progress.header import Heading
from selfcare_app.ui.progress.shown import Shown
from selfcare_app.ui.progress.state import answer, words_of_day
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.wording import schedule_words


class Subject(QObject, Generic[F]):
    """The charts of one matter, and what the page says of it."""

    table_wanted = Signal(str)
    """The key of the chart whose table the person wants to see."""
    take_wanted = Signal(str)
    """The key of the chart that the person wants to take along."""
    day_chosen = Signal(str, object, QRect)
    """The id of a habit, a date to correct, and where on the screen it stands."""
    habit_chosen = Signal(str)
    """The id of a habit that the person wants to know more of."""

    def __init__(self, board: ChartBoard[F]) -> None:
        super().__init__()
        self.board = board
        self.area = BoardArea(board)
        board.table_wanted.connect(self.table_wanted)
        board.take_wanted.connect(self.take_wanted)

    def figures(self, reach: Reach, theme: Theme) -> F:
        """What the charts show, as it is now."""
        raise NotImplementedError

    def heading(self, shown: F) -> Heading:
        """What stands at the top of the page."""
        raise NotImplementedError

    def answer(self, shown: F) -> str:
        """The page's one sentence, with n and dates."""
        raise NotImplementedError

    def touched_by(self, habit_ids: set[str]) -> bool:
        """Whether a change of those habits, or of none, may change what is shown."""
        raise NotImplementedError


class HabitSubject(Subject[Shown]):
    """One habit."""

    def __init__(self, workspace: Workspace, icons: Icons) -> None:
        self._workspace = workspace
        self._progress: HabitProgress | None = None
        self.habit: Habit | None = None
        """The habit that is shown."""
        board = HabitBoard(self._words_of_day, icons)
        super().__init__(board)
        self._board = board
        board.day_chosen.connect(self._on_day_chosen)

    def figures(self, reach: Reach, theme: Theme) -> Shown:
        """The figures of the habit, which must have been chosen."""
        assert self.habit is not None
        statistics = self._workspace.statistics.of(self.habit)
        if self._progress is None or self._progress.statistics is not statistics:
            self._progress = HabitProgress(statistics)
        self._board.set_streaks_shown(self._workspace.settings.get(STREAKS_SHOWN))
        return Shown(self._progress, reach, theme)

    def heading(self, shown: Shown) -> Heading:
        """Name, schedule and cue."""
        habit = shown.habit
        plan = " · ".join(filter(None, (schedule_words(habit), habit.cue)))
        return Heading(habit.name, plan, habit_icon(habit), habit.hue, editable=True)

    def answer(self, shown: Shown) -> str:
        """How steady it was."""
        return answer(shown.progress.statistics, shown.reach)

    def touched_by(self, habit_ids: set[str]) -> bool:
        """Whether the habit is among them."""
        return self.habit is not None and self.habit.id in habit_ids

    def _words_of_day(self, day: date) -> str:
        if self.habit is None:
            return ""
        statistics = self._workspace.statistics.of(self.habit)
        return words_of_day(statistics, self._workspace.records.entry(self.habit.id, day))

    def _on_day_chosen(self, day: date, place: QRect) -> None:
        if self.habit is not None:
            self.day_chosen.emit(self.habit.id, day, place)
