"""Weeks, months, quarters and years in words, and what is counted in them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.stretch import Grain
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.bars import Label
from selfcare_app.ui.charts.date_ticks import month_ticks, month_words
from selfcare_app.ui.wording import short_date_words, short_day_words

_TOO_LONG = 1e10
"""From where on an axis writes powers of ten."""


def stretch_words(grain: Grain, begin: int, end: int, today: date) -> str:
    """Which stretch it is: “week of 7 Sep”, “Sep 2026”, “Jul – Sep 2026”, “2026”."""
    first, last = date.fromordinal(begin), date.fromordinal(end)
    match grain:
        case Grain.DAY:
            return short_day_words(first, today)
        case Grain.WEEK:
            return tr("week of {date}", date=short_date_words(first, today))
        case Grain.MONTH:
            return month_words(first, with_year=True)
        case Grain.QUARTER:
            return tr(
                "{first} – {last}",
                first=month_words(
                    first.replace(month=(first.month - 1) // 3 * 3 + 1, day=1), with_year=False
                ),
                last=month_words(
                    last.replace(month=(last.month + 2) // 3 * 3, day=1), with_year=True
                ),
            )
        case Grain.YEAR:
            return str(first.year)


def label_words(grain: Grain, begin: int, today: date) -> str:
    """The same as short as an axis needs it; a quarter is known by its first month."""
    first = date.fromordinal(begin)
    match grain:
        case Grain.YEAR:
            return str(first.year)
        case Grain.MONTH | Grain.QUARTER:
            return month_words(first, with_year=first.month == 1 or first.year != today.year)
        case _:
            return short_date_words(first, today)


def stretch_labels(
    grain: Grain,
    found: Sequence[tuple[int, int]],
    today: date,
    seen: range,
    most: int,
) -> Sequence[Label]:
    """About `most` labels for those of the stretches `found` whose numbers are `seen`."""
    if len(seen) <= most or grain is Grain.YEAR:
        step = max(1, -(-len(seen) // most))
        return [
            Label(number, label_words(grain, found[number][0], today))
            for number in seen
            if not number % step
        ]
    # Many stretches are found by the months and years that begin in them.
    labels = []
    for tick in month_ticks(found[seen[0]][0], found[seen[-1]][1], most, today.year):
        number = next(each for each in seen if found[each][1] >= tick.day)
        labels.append(Label(number, tick.words))
    return labels


def column_title(grain: Grain) -> str:
    """What a table calls its column of stretches."""
    return {
        Grain.DAY: tr("Day"),
        Grain.WEEK: tr("Week"),
        Grain.MONTH: tr("Month"),
        Grain.QUARTER: tr("Quarter"),
        Grain.YEAR: tr("Year"),
    }[grain]


def count_words(grain: Grain, count: int) -> str:
    """A number of stretches: “13 weeks”, “1 month”."""
    one, many = {
        Grain.DAY: (tr("{count} day"), tr("{count} days")),
        Grain.WEEK: (tr("{count} week"), tr("{count} weeks")),
        Grain.MONTH: (tr("{count} month"), tr("{count} months")),
        Grain.QUARTER: (tr("{count} quarter"), tr("{count} quarters")),
        Grain.YEAR: (tr("{count} year"), tr("{count} years")),
    }[grain]
    return (one if count == 1 else many).format(count=count)


def number_words(height: float) -> str:
    """A height as the locale writes it; very large ones as powers of ten."""
    if height >= _TOO_LONG:
        return QLocale().toString(height, "g", 4)
    written = format_amount(round(height, 6))
    return QLocale().toString(float(written), "f", len(written.partition(".")[2]))
