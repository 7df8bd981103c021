"""The check-ins as something that the page can be about."""

from datetime import date

from selfcare_app.domain.words import tr
from selfcare_app.services.check_ins import CheckInHistory
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.charts.span import Reach
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.board import ChartBoard
from selfcare_app.ui.progress.check_ins.drift import DriftCard
from selfcare_app.ui.progress.check_ins.shown import CheckInsShown
from selfcare_app.ui.progress.header import Heading
from selfcare_app.ui.progress.subject import Subject
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.wording import date_words


class CheckInSubject(Subject[CheckInsShown]):
    """Energy, mood and strain."""

    def __init__(self, workspace: Workspace, icons: Icons) -> None:
        super().__init__(ChartBoard([DriftCard(icons)]))
        self._workspace = workspace
        self._history: CheckInHistory | None = None

    def figures(self, reach: Reach, theme: Theme) -> CheckInsShown:
        """The check-ins as they are now."""
        check_ins = self._workspace.records.check_ins()
        today = self._workspace.today()
        first_weekday = self._workspace.settings.first_weekday()
        known = self._history
        if (
            known is None
            or known.kept is not check_ins
            or (known.as_of, known.first_weekday) != (today.toordinal(), first_weekday)
        ):
            known = self._history = CheckInHistory(check_ins, today, first_weekday)
        return CheckInsShown(known, reach, theme)

    def heading(self, shown: CheckInsShown) -> Heading:
        """What a check-in is."""
        plan = tr("Energy, mood and workload strain, each by itself and never summed up")
        return Heading(tr("Check-ins"), plan, "check-in", "")

    def answer(self, shown: CheckInsShown) -> str:
        """On how many days there was one."""
        history, days = shown.history, shown.days
        if not history.check_ins:
            words = tr("No check-ins yet.")
        elif not days:
            words = tr("No check-ins in this range.")
        else:
            words = tr(
                "Checked in on {count} of {days} days since {date}.",
                count=history.count(days),
                days=len(days),
                date=date_words(date.fromordinal(days.start), shown.today),
            )
        if not history.later:
            return words
        one = tr("1 check-in lies in the future and is not drawn.")
        many = tr("{count} check-ins lie in the future and are not drawn.", count=history.later)
        return f"{words} {one if history.later == 1 else many}"

    def touched_by(self, habit_ids: set[str]) -> bool:
        """Whether check-ins changed, which belong to no habit."""
        return (
            self._history is None or self._history.kept is not self._workspace.records.check_ins()
        )
