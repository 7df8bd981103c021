"""What all charts of the page are to show, and what each of them has to say."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.services.progress import HabitProgress
from selfcare_app.ui.charts.span import Reach, counted_days
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.wording import amount_words, short_date_words

MILLION = 1_000_000


class Shown(Value):
    """One habit's figures in the chosen range, and the colours to draw them in."""

    progress: HabitProgress
    reach: Reach
    theme: Theme

    @property
    def habit(self) -> Habit:
        """The habit."""
        return self.progress.habit

    @property
    def hue(self) -> str:
        """What the habit's colour is asked for by."""
        return self.habit.hue

    @property
    def today(self) -> date:
        """The last day that counts."""
        return date.fromordinal(self.progress.timeline.as_of)

    @property
    def days(self) -> range:
        """Day numbers of the range, since the habit's start."""
        return counted_days(self.progress.timeline, self.reach)

    def dates_words(self, days: range) -> str:
        """The first and the last of `days`, such as “24 Aug – 23 Nov”."""
        return range_words(days, self.today)


def range_words(days: range, today: date) -> str:
    """The first and the last of the day numbers `days`, such as “24 Aug – 23 Nov”."""
    first, last = date.fromordinal(days[0]), date.fromordinal(days[-1])
    if first == last:
        return short_date_words(first, today)
    # The year stands once where both days share it.
    beside = last if first.year == last.year else today
    return tr(
        "{first} – {last}",
        first=short_date_words(first, beside),
        last=short_date_words(last, today),
    )


Rows = Sequence[tuple[str, ...]]


class Sheet(Value):
    """A chart as words: its question, the answer in one sentence, and the same data as a
    table, whose columns in `numbers` are aligned at the right. The rows are made only when
    someone looks at them."""

    question: str
    answer: str
    columns: tuple[str, ...]
    make_rows: Callable[[], Rows]
    numbers: frozenset[int] = frozenset()
    hint: str = ""
    """What can be done with the picture on screen."""

    @cached_property
    def rows(self) -> Rows:
        """The rows of the table."""
        return self.make_rows()


def done_words(habit: Habit, done: int) -> str:
    """Millionths of a measured habit's unit, or a number of days, in words."""
    if habit.measured:
        return amount_words(habit, done / MILLION)
    return days_words(done)


def days_words(count: int) -> str:
    """A number of days."""
    return tr("1 day") if count == 1 else tr("{count} days", count=count)
