"""What the charts of all practices are given."""

from collections.abc import Sequence
from datetime import date

from selfcare_app.domain.area import Area
from selfcare_app.domain.value import Value
from selfcare_app.services.practices import Practices
from selfcare_app.ui.charts.span import Reach, reached_days
from selfcare_app.ui.progress.shown import range_words
from selfcare_app.ui.theme import Theme

HUE = "slate"
"""The colour of what belongs to no single habit or area."""


class PracticesShown(Value):
    """All habits in the chosen range, and the colours to draw them in."""

    practices: Practices
    areas: Sequence[Area]
    """Every practice area in order."""
    reach: Reach
    theme: Theme

    @property
    def today(self) -> date:
        """The last day that counts."""
        return date.fromordinal(self.practices.as_of)

    @property
    def days(self) -> range:
        """Day numbers of the range, since the first habit began."""
        return reached_days(self.practices.start, self.practices.as_of, self.reach)

    def dates_words(self, days: range | None = None) -> str:
        """The first and the last day of the range, or of `days`; empty where there is none."""
        days = self.days if days is None else days
        return range_words(days, self.today) if days else ""

    def weeks_dates(self, numbers: range) -> range:
        """The day numbers of those weeks, up to today."""
        weeks = self.practices.weeks
        last = min(weeks[numbers[-1]][1], self.practices.as_of)
        return range(max(weeks[numbers[0]][0], self.practices.start), last + 1)
