"""All practices as something that the page can be about."""

from datetime import date

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.practices import Practices
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.charts.span import Reach
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.header import Heading
from selfcare_app.ui.progress.practices.board import PracticesBoard
from selfcare_app.ui.progress.practices.shown import PracticesShown
from selfcare_app.ui.progress.practices.weekdays import all_tallies
from selfcare_app.ui.progress.state import words_of_day
from selfcare_app.ui.progress.subject import Subject
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.wording import date_words


class PracticesSubject(Subject[PracticesShown]):
    """Every habit that is not put away."""

    def __init__(self, workspace: Workspace, icons: Icons) -> None:
        board = PracticesBoard(self._words_of_day, icons)
        super().__init__(board)
        self._workspace = workspace
        self._practices: Practices | None = None
        board.habit_chosen.connect(self.habit_chosen)
        board.day_chosen.connect(self.day_chosen)

    def figures(self, reach: Reach, theme: Theme) -> PracticesShown:
        """The habits as they are now."""
        workspace = self._workspace
        found = Practices(
            workspace.records.habits(),
            workspace.statistics.of,
            workspace.today(),
            workspace.settings.first_weekday(),
            self._practices,
        )
        if not found.same_as(self._practices):
            self._practices = found
        assert self._practices is not None
        return PracticesShown(self._practices, workspace.records.areas(), reach, theme)

    def heading(self, shown: PracticesShown) -> Heading:
        """How many there are."""
        habits = shown.practices.habits
        areas = len({habit.area for habit in habits})
        words = tr("{count} practices in {areas} areas", count=len(habits), areas=areas)
        if areas == 1:
            words = tr("{count} practices in one area", count=len(habits))
        if len(habits) == 1:
            words = tr("1 practice")
        return Heading(tr("All practices"), words, "menu", "")

    def answer(self, shown: PracticesShown) -> str:
        """How steady they were together."""
        found = all_tallies(shown)
        if not shown.days or not found.asked:
            return tr("No planned days in this range yet.")
        return tr(
            "Kept {kept} of {planned} planned practices since {date}.",
            kept=sum(tally.kept for tally in found.tallies),
            planned=found.asked,
            date=date_words(date.fromordinal(shown.days.start), shown.today),
        )

    def touched_by(self, habit_ids: set[str]) -> bool:
        """Whether any habit changed."""
        return bool(habit_ids)

    def _words_of_day(self, habit: Habit, day: date) -> str:
        statistics = self._workspace.statistics.of(habit)
        return words_of_day(statistics, self._workspace.records.entry(habit.id, day))
