"""How do weekdays go, month by month?"""

from datetime import date

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.date_ticks import month_words
from selfcare_app.ui.charts.month_bubbles import Bubbles, MonthBubbles
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.questions.weekdays import tally_words, weekday_name
from selfcare_app.ui.progress.shown import Sheet, Shown, days_words

MOST_MONTHS = 36
"""Months that are seen at first at the most."""


def _all_days(shown: Shown) -> range:
    timeline = shown.progress.timeline
    return range(timeline.start, max(timeline.start, timeline.as_of + 1))


def month_bubbles(shown: Shown) -> Bubbles:
    """Every month since the start; those with days in the range are looked at first."""
    order = shown.progress.weekday_order
    months = shown.progress.months(_all_days(shown)) if shown.progress.days else ()
    ends = [month.begin for month in months[1:]] + [_all_days(shown).stop]
    inside = [
        number
        for number, (month, end) in enumerate(zip(months, ends, strict=False))
        if month.begin < shown.days.stop and end > shown.days.start
    ]

    def words(month: int, weekday: int) -> str:
        when = month_words(date.fromordinal(months[month].begin), with_year=True)
        told = tally_words(shown, months[month].weekdays[weekday])
        return f"{weekday_name(order[weekday])}, {when} · {told}"

    home = (0, len(months))
    if inside:
        # More at once could not be told apart; dragging leads to the earlier ones.
        home = max(inside[0], inside[-1] + 1 - MOST_MONTHS), inside[-1] + 1
    names = [weekday_name(day, short=True) for day in order] if months else []
    return Bubbles(months, home, names, words, shown.today.year)


def months_words(shown: Shown) -> str:
    """In which month it was done most often."""
    months = shown.progress.months(shown.days)
    counts = {month.begin: sum(tally.done for tally in month.weekdays) for month in months}
    done = sum(counts.values())
    if not done:
        return tr("No kept days in this range yet.")
    best = max(counts, key=lambda begin: counts[begin])
    when = month_words(date.fromordinal(best), with_year=True)
    dates = shown.dates_words(shown.days)
    if len(counts) == 1:
        words = tr("Kept on {days} in {month}: too early to compare months.")
        return words.format(days=days_words(done), month=when)
    words = tr("Kept on {days} in {months} months, most often in {best} ({most}); {dates}.")
    if len(counts) > MOST_MONTHS:
        words += " " + tr("The last {months_seen} are seen first; dragging leads to earlier ones.")
    return words.format(
        days=days_words(done),
        months=len(counts),
        best=when,
        most=counts[best],
        dates=dates,
        months_seen=MOST_MONTHS,
    )


def months_sheet(shown: Shown) -> Sheet:
    """The months in words, and as a table of kept days."""
    months = shown.progress.months(shown.days) if shown.progress.days else ()
    rows = [
        (
            month_words(date.fromordinal(month.begin), with_year=True),
            *(f"{tally.done}/{tally.asked}" for tally in month.weekdays),
        )
        for month in reversed(months)
    ]
    names = tuple(weekday_name(day, short=True) for day in shown.progress.weekday_order)
    return Sheet(
        tr("How do weekdays go, month by month?"),
        months_words(shown),
        (tr("Month"), *names),
        lambda: rows,
        frozenset(range(1, 8)),
    )


class MonthsCard(ChartCard[Shown]):
    """Weekdays × months as circles."""

    key = "months"
    zooms = True

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("How do weekdays go, month by month?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The circles."""
        self.chart = MonthBubbles(self)
        return self.chart

    def draw(self, shown: Shown) -> None:
        """Draw the circles."""
        self.chart.show_bubbles(month_bubbles(shown), shown.theme, shown.hue)

    def sheet(self, shown: Shown) -> Sheet:
        """The months in words."""
        return months_sheet(shown)
