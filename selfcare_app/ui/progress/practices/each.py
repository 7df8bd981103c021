"""How is each practice going? Strength, last weeks, and the headline of every habit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.area import area_title
from selfcare_app.domain.consistency import Consistency
from selfcare_app.domain.words import tr
from selfcare_app.services.progress import HabitProgress
from selfcare_app.ui.charts.practice_rows import PracticeRow, PracticeRows, PracticeWeek
from selfcare_app.ui.icons import Icons, habit_icon
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.habit_list import figures_words
from selfcare_app.ui.progress.practices.shown import PracticesShown
from selfcare_app.ui.progress.shown import Rows, Sheet
from selfcare_app.ui.wording import consistency_words


def weeks_of(progress: HabitProgress) -> list[PracticeWeek]:
    """The last weeks of a habit, the running one included."""
    return [
        PracticeWeek(week.done, bool(week.done) and week.kept == week.asked)
        for week in progress.last_weeks
    ]


def strength_of(progress: HabitProgress) -> float:
    """The score as the rest of the window shows it, 0–100."""
    return 100 * progress.statistics.score_so_far


def rows_of(shown: PracticesShown) -> list[PracticeRow]:
    """A row for each habit."""
    return [_row(progress) for progress in shown.practices.each]


def _row(progress: HabitProgress) -> PracticeRow:
    habit, weeks = progress.habit, weeks_of(progress)
    strength, found = strength_of(progress), progress.statistics.consistency
    parts = [habit.name, tr("strength {score}", score=round(strength))]
    if found.planned:
        parts.append(tr("kept on {kept}", kept=consistency_words(found)))
    days = ", ".join(str(week.days) for week in weeks)
    parts.append(tr("days a week: {days}", days=days))
    return PracticeRow(
        habit.id,
        habit.name,
        habit_icon(habit),
        habit.hue,
        weeks,
        strength,
        figures_words(found),
        " · ".join(parts),
    )


def _mostly(found: Consistency) -> bool:
    """Whether at least three quarters were kept."""
    return 4 * found.kept >= 3 * found.planned


def each_words(shown: PracticesShown) -> str:
    """How many practices go well."""
    found = [progress.statistics.consistency for progress in shown.practices.each]
    planned = [each for each in found if each.planned]
    if not planned:
        return tr("Nothing was planned yet, so there is nothing to count.")
    words = tr(
        "{some} of {count} practices kept at least three quarters of what was planned "
        "in the last 30 days, 8 weeks or 6 months."
    )
    return words.format(some=sum(map(_mostly, planned)), count=len(planned))


def each_sheet(shown: PracticesShown) -> Sheet:
    """The habits in words, and as a table."""

    def rows() -> Rows:
        found = []
        titles = {area.key: area for area in shown.areas}
        for progress in shown.practices.each:
            habit, kept = progress.habit, progress.statistics.consistency
            area = titles.get(habit.area)
            found.append(
                (
                    habit.name,
                    area_title(area) if area else habit.area,
                    str(round(strength_of(progress))),
                    consistency_words(kept) if kept.planned else "",
                    str(weeks_of(progress)[-1].days),
                )
            )
        return found

    columns = (tr("Practice"), tr("Area"), tr("Strength"), tr("Kept"), tr("Days this week"))
    return Sheet(
        tr("How is each practice going?"), each_words(shown), columns, rows, frozenset({2, 4})
    )


class EachCard(ChartCard[PracticesShown]):
    """A row for each habit."""

    key = "each"
    habit_chosen = Signal(str)
    """The id of the habit that the person wants to see more of."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("How is each practice going?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The rows."""
        self.chart = PracticeRows(self._icons, self)
        self.chart.habit_chosen.connect(self.habit_chosen)
        return self.chart

    def least_height(self) -> int:
        """The rows know their own height."""
        return 0

    def draw(self, shown: PracticesShown) -> None:
        """Draw the rows."""
        self.chart.show_rows(rows_of(shown), shown.theme)

    def sheet(self, shown: PracticesShown) -> Sheet:
        """The habits in words."""
        return each_sheet(shown)
