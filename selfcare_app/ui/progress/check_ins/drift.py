"""Am I drifting? Energy, mood and strain, a dot a day, and their average over two weeks."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.drift import FEWEST_CHECK_INS, FEWEST_WEEKS, Change, Question
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.date_axis import DateAxis
from selfcare_app.ui.charts.drift_chart import Drift, DriftChart, DriftRow
from selfcare_app.ui.charts.span import FEWEST_DAYS
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.check_ins.shown import CheckInsShown
from selfcare_app.ui.progress.shown import Rows, Sheet
from selfcare_app.ui.wording import short_day_words


def question_title(question: Question) -> str:
    """What the check-in calls it."""
    return {
        Question.ENERGY: tr("Energy"),
        Question.MOOD: tr("Mood"),
        Question.STRAIN: tr("Workload strain"),
    }[question]


def scale_words(question: Question) -> str:
    """What the ends of its scale mean."""
    return {
        Question.ENERGY: tr("1 empty – 5 plenty"),
        Question.MOOD: tr("1 low – 5 good"),
        Question.STRAIN: tr("1 light – 5 too much"),
    }[question]


def mean_words(value: float) -> str:
    """A mean to one decimal."""
    return QLocale().toString(value, "f", 1)


def check_in_words(check_in: CheckIn, today: date) -> str:
    """All about a check-in in one line."""
    said = [short_day_words(check_in.day, today)]
    for question in Question:
        value = getattr(check_in, question)
        if value is not None:
            said.append(tr("{question} {value}", question=question_title(question), value=value))
    note = " ".join(check_in.note.split())
    return " · ".join(filter(None, (*said, note)))


def drift_of(shown: CheckInsShown) -> Drift:
    """What the charts show."""
    history, days = shown.history, shown.days
    rows = [
        DriftRow(
            question_title(question),
            scale_words(question),
            history.answers[question],
            history.averages[question],
        )
        for question in Question
    ]
    last = days[-1] if days else history.as_of
    first = min(days.start, last - FEWEST_DAYS + 1)
    return Drift(
        rows,
        history.days,
        (min(history.start, first), max(history.as_of, last)),
        (first, last),
        lambda number: check_in_words(history.check_ins[number], shown.today),
        DateAxis(history.first_weekday, shown.today.year),
    )


def drift_words(shown: CheckInsShown) -> str:
    """What changed clearly, if there is enough to say so."""
    count = shown.history.count(shown.days)
    if not shown.history.check_ins:
        return tr("No check-ins yet. The Today page asks for one, and any part can be skipped.")
    if not count:
        return tr("No check-ins in this range.")
    dates = shown.dates_words()
    if count < FEWEST_CHECK_INS:
        words = tr("{count} of {fewest} check-ins, {dates}: too early to say.")
        return words.format(count=count, fewest=FEWEST_CHECK_INS, dates=dates)
    found = {question: shown.history.change(question, shown.days) for question in Question}
    told = {question: change for question, change in found.items() if change is not None}
    base = tr("{count} check-ins, {dates}.", count=count, dates=dates)
    if not told:
        words = tr("A change can be told once each half has {weeks} weeks with 3 check-ins.")
        return f"{base} {words.format(weeks=FEWEST_WEEKS)}"
    sentences = [_clear_words(question, change) for question, change in told.items()]
    quiet = [question_title(each).lower() for each, change in told.items() if not change.clear]
    if quiet:
        words = tr("No clear change in {questions}.")
        sentences.append(words.format(questions=_listed(quiet)))
    return " ".join(filter(None, (*sentences, base)))


def _clear_words(question: Question, change: Change) -> str:
    if not change.clear:
        return ""
    words = tr("{question} {by} higher in the later half (likely {low} to {high}).")
    low, high = change.low, change.high
    if change.by < 0:
        words = tr("{question} {by} lower in the later half (likely {low} to {high}).")
        low, high = -change.high, -change.low
    return words.format(
        question=question_title(question),
        by=mean_words(abs(change.by)),
        low=mean_words(low),
        high=mean_words(high),
    )


def _listed(words: Sequence[str]) -> str:
    """Several words as a sentence lists them."""
    if len(words) == 1:
        return words[0]
    return tr("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])


def drift_sheet(shown: CheckInsShown) -> Sheet:
    """The check-ins in words, and as a table: each day with its averages, the latest first."""

    def rows() -> Rows:
        history = shown.history
        known = {
            question: {point.day: point.value for line in lines for point in line}
            for question, lines in history.averages.items()
        }
        found = []
        for number in reversed(history.numbers(shown.days)):
            check_in, day = history.check_ins[number], history.days[number]
            cells = [short_day_words(check_in.day, shown.today)]
            for question in Question:
                value, mean = getattr(check_in, question), known[question].get(day)
                cells.append("" if value is None else str(value))
                cells.append("" if mean is None else mean_words(mean))
            found.append(tuple(cells))
        return found

    titles = [question_title(question) for question in Question]
    columns = [tr("Day")]
    for title in titles:
        columns += [title, tr("{question}, two weeks", question=title)]
    return Sheet(
        tr("Am I drifting?"),
        drift_words(shown),
        tuple(columns),
        rows,
        frozenset(range(1, len(columns))),
    )


class DriftCard(ChartCard[CheckInsShown]):
    """Three small charts on one axis of days."""

    key = "drift"
    zooms = True

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("Am I drifting?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The charts."""
        self.chart = DriftChart(self)
        return self.chart

    def least_height(self) -> int:
        """Twice as much as other pictures, if that is more than the charts need."""
        return 2 * self._tall

    def draw(self, shown: CheckInsShown) -> None:
        """Draw dots and averages."""
        self.chart.show_drift(drift_of(shown), shown.theme)
        self.chart.updateGeometry()

    def sheet(self, shown: CheckInsShown) -> Sheet:
        """The check-ins in words."""
        return drift_sheet(shown)
