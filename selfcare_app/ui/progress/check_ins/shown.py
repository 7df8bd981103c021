"""What the charts of the check-ins are given."""

from datetime import date

from selfcare_app.domain.value import Value
from selfcare_app.services.check_ins import CheckInHistory
from selfcare_app.ui.charts.span import Reach, reached_days
from selfcare_app.ui.progress.shown import range_words
from selfcare_app.ui.theme import Theme


class CheckInsShown(Value):
    """The check-ins in the chosen range, and the colours to draw them in."""

    history: CheckInHistory
    reach: Reach
    theme: Theme

    @property
    def today(self) -> date:
        """The last day that counts."""
        return date.fromordinal(self.history.as_of)

    @property
    def days(self) -> range:
        """Day numbers of the range, since the first check-in."""
        return reached_days(self.history.start, self.history.as_of, self.reach)

    def dates_words(self) -> str:
        """The first and the last day of the range."""
        return range_words(self.days, self.today)
